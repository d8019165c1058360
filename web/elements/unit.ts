import { html, type TemplateResult } from 'lit';
import { type Lang, panelWords } from '../words/index.ts';

/** Units of information, each the base of its logarithm. */
export const BASES = { nats: Math.E, bits: 2, bans: 10 } as const;

export type Unit = keyof typeof BASES;

export const UNITS = Object.keys(BASES) as Unit[];

/** The unit an author's attribute names; nats for any other word. */
export function unitOf(text: string | null | undefined): Unit {
  return UNITS.find((unit) => unit === text) ?? 'nats';
}

/** One choice of a row, as radio buttons: arrow keys move it, and a screen reader counts it. */
export interface Choice<T extends string> {
  name: string;
  legend: string;
  value: T;
  options: readonly { value: T; label: string }[];
  choose: (value: T) => void;
}

export function choiceRow<T extends string>(choice: Choice<T>): TemplateResult {
  const { name, legend, value, options, choose } = choice;
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    <div class="options">
      ${options.map(
        (option) => html`<label
          ><input
            type="radio"
            name=${name}
            value=${option.value}
            .checked=${option.value === value}
            @change=${() => choose(option.value)}
          /><span>${option.label}</span></label
        >`,
      )}
    </div>
  </fieldset>`;
}

export function unitChoice(value: Unit, lang: Lang, choose: (unit: Unit) => void): TemplateResult {
  const { unit: legend, units } = panelWords[lang];
  const options = UNITS.map((unit) => ({ value: unit, label: units[unit] }));
  return choiceRow({ name: 'unit', legend, value, options, choose });
}
