import { html, nothing, type TemplateResult } from 'lit';
import { type Lang, panelWords } from '../words/index.ts';
import type { Preset, State } from './state.ts';

/** An example's English name in small letters with hyphens. */
export type PresetId = string;

/** The example of that name. */
export function presetBy(presets: readonly Preset[], id: PresetId | undefined): Preset | undefined {
  const idOf = ({ name }: Preset) =>
    name.en
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return presets.find((preset) => idOf(preset) === id);
}

/** Whether the fields hold what the example sets. */
function isShown(preset: Preset, state: State): boolean {
  return Object.entries(preset.state).every(([name, value]) => state[name] === value);
}

/** One stop of the Tab key, however many examples there are: the arrow keys go along them. */
function moveFocus(event: KeyboardEvent): void {
  const button = event.target as Element;
  const row = event.currentTarget as Element;
  const next = {
    ArrowRight: button.nextElementSibling ?? row.firstElementChild,
    ArrowLeft: button.previousElementSibling ?? row.lastElementChild,
    Home: row.firstElementChild,
    End: row.lastElementChild,
  }[event.key];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** The examples as buttons, and the question of the one that is shown. */
export function presetRow(
  presets: readonly Preset[],
  state: State,
  lang: Lang,
  choose: (state: State) => void,
): TemplateResult | typeof nothing {
  if (presets.length === 0) return nothing;
  const shown = presets.find((preset) => isShown(preset, state));
  return html`<div class="examples">
    <div class="presets" role="toolbar" aria-label=${panelWords[lang].examples}
      @keydown=${moveFocus}>
      ${presets.map(
        (preset, i) =>
          html`<button type="button" aria-pressed=${preset === shown ? 'true' : 'false'}
            tabindex=${(shown ? preset === shown : i === 0) ? '0' : '-1'}
            @click=${() => choose(preset.state)}>${preset.name[lang]}</button>`,
      )}
    </div>
    <p class="question">${shown ? shown.question[lang] : nothing}</p>
  </div>`;
}
