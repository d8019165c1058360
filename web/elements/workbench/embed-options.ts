import { html, type TemplateResult } from 'lit';
import { embedWords, LANGS, type Lang } from '../../words/index.ts';
import { choiceRow } from '../unit.ts';

/** A part of a figure, as `show` names it. */
type Part = keyof typeof embedWords.en.parts;

const PARTS = Object.keys(embedWords.en.parts) as Part[];
const THEMES = ['page', 'light', 'dark'] as const;
const LANGUAGES = ['page', ...LANGS] as const;
const NAMES: Record<Lang, string> = { en: 'English', zh: '中文' };

/** What an author chooses of a figure. */
export interface EmbedOptions {
  parts: readonly Part[];
  readonly: boolean;
  theme: (typeof THEMES)[number];
  lang: (typeof LANGUAGES)[number];
}

/** All of it, for use, as the page around it. */
export const FIRST_OPTIONS: EmbedOptions = {
  parts: PARTS,
  readonly: false,
  theme: 'page',
  lang: 'page',
};

/** What of the options differs from what a figure is by itself. */
export function given({ parts, readonly, theme, lang }: EmbedOptions) {
  return {
    ...(parts.length < PARTS.length && { show: parts.join(' ') }),
    ...(readonly && { readonly }),
    ...(theme !== 'page' && { theme }),
    ...(lang !== 'page' && { lang }),
  };
}

export function optionsForm(
  options: EmbedOptions,
  lang: Lang,
  choose: (options: EmbedOptions) => void,
): TemplateResult {
  const said = embedWords[lang];
  const { parts } = options;
  const toggle = (part: Part, isShown: boolean) =>
    choose({
      ...options,
      parts: PARTS.filter((one) => (one === part ? isShown : parts.includes(one))),
    });
  const checkbox = (
    name: string,
    checked: boolean,
    set: (checked: boolean) => void,
    last = false,
  ) =>
    html`<label><input type="checkbox" .checked=${checked} ?disabled=${last}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}>${name}</label>`;
  return html`<div class="options-form">
    <fieldset class="checks">
      <legend>${said.options}</legend>
      ${PARTS.map((part) => {
        const isShown = parts.includes(part);
        const isLast = isShown && parts.length === 1; // a figure of nothing is none
        return checkbox(said.parts[part], isShown, (checked) => toggle(part, checked), isLast);
      })}
    </fieldset>
    ${choiceRow({
      name: 'theme',
      legend: said.theme,
      value: options.theme,
      options: THEMES.map((value) => ({ value, label: said.themes[value] })),
      choose: (theme) => choose({ ...options, theme }),
    })}
    ${choiceRow({
      name: 'lang',
      legend: said.lang,
      value: options.lang,
      options: LANGUAGES.map((value) => ({
        value,
        label: value === 'page' ? said.themes.page : NAMES[value],
      })),
      choose: (chosen) => choose({ ...options, lang: chosen }),
    })}
    ${checkbox(said.readonly, options.readonly, (readonly) => choose({ ...options, readonly }))}
  </div>`;
}
