import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Distribution } from '../../core/index.ts';
import { familiesWords, type Lang } from '../../words/index.ts';
import { numberField } from '../field.ts';
import type { Problem, Problems } from '../problem.ts';
import { choiceRow } from '../unit.ts';
import { initialText, withFamily, withParameter, withWay } from './choosing.ts';
import { FAMILY_TABLE, type FamilyName, GROUPS, rangeOf } from './family-table.ts';
import { fieldId, formOfText, type ParameterField, type Side } from './reading.ts';

/** One distribution to be chosen: its text, and what is told when that changes. */
interface SideView {
  side: Side;
  text: string;
  /** What the text was read as, last time it could be. */
  distribution: Distribution | undefined;
  problems: Problems;
  lang: Lang;
  edit: (text: string) => void;
}

const NAMES = Object.keys(FAMILY_TABLE) as FamilyName[];

function familyChoice(
  { side, text, lang, edit }: SideView,
  shown: FamilyName | undefined,
): TemplateResult {
  const said = familiesWords[lang];
  const choose = (event: Event) => {
    const name = (event.target as HTMLSelectElement).value as FamilyName;
    edit(withFamily(formOfText(text), name));
  };
  return html`<select aria-label=${said.family(side.toUpperCase())} .value=${live(shown ?? '')} @change=${choose}>
    ${shown ? nothing : html`<option value="" hidden selected></option>`}
    ${guard([shown, lang], () =>
      GROUPS.map(
        (group) => html`<optgroup label=${said.groups[group]}>
        ${NAMES.filter((name) => FAMILY_TABLE[name].group === group).map(
          (name) => html`<option value=${name} ?selected=${name === shown}>${name}</option>`,
        )}
      </optgroup>`,
      ),
    )}
  </select>`;
}

interface TextField {
  id: string;
  label: string;
  text: string;
  problem: Problem | undefined;
  edit: (text: string) => void;
}

function complaint({ id, problem }: TextField): unknown {
  return problem ? html`<p class="problem" id="${id}-problem">${problem.message}</p>` : nothing;
}

/** A list of numbers, or of rows. */
function listOfNumbers(field: TextField): TemplateResult {
  const { id, label, text, problem, edit } = field;
  return html`<div class="field wide">
    <label for=${id}>${label}</label>
    <input id=${id} autocomplete="off" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby=${problem ? `${id}-problem` : nothing} .value=${live(text)}
      @input=${(event: InputEvent) => edit((event.target as HTMLInputElement).value)} />
    ${complaint(field)}
  </div>`;
}

/** The distribution as a line of text, to be pasted, typed or copied; `text-hint` is the panel's. */
function asText(field: TextField): TemplateResult {
  const { id, label, text, problem, edit } = field;
  const described = ['text-hint', problem && `${id}-problem`].filter(Boolean).join(' ');
  return html`<div class="field wide">
    <label for=${id}>${label}</label>
    <textarea class="line" id=${id} rows="1" spellcheck="false" autocomplete="off" autocapitalize="off"
      aria-invalid=${problem ? 'true' : 'false'} aria-describedby=${described} .value=${live(text)}
      @input=${(event: InputEvent) => edit((event.target as HTMLTextAreaElement).value)}></textarea>
    ${complaint(field)}
  </div>`;
}

/** Family, parameters and text of P or of Q. */
export function sideView(view: SideView): TemplateResult {
  const { side, text, distribution, problems, lang, edit } = view;
  const said = familiesWords[lang];
  const name = side.toUpperCase();
  const form = formOfText(text);
  const parameter = (field: ParameterField) => {
    const id = fieldId(side, field.name);
    const common = {
      id,
      label: said.parameter(field.name, name),
      text: field.text,
      problem: problems.get(id),
      edit: (typed: string) => form && edit(withParameter(form, field.name, typed)),
    };
    if (field.shape !== 'scalar') return listOfNumbers(common);
    const { min, max, step, lowest, sizes } = rangeOf(field.name);
    const slider = { name: said.slider(field.name, name), min, max, step };
    return numberField({
      ...common,
      lowest,
      sizes,
      slider: { ...slider, value: Number(field.text) || 0 },
    });
  };
  const ways = form && form.ways.length > 1 ? form : undefined;
  return html`<fieldset class="pair side ${side}">
    <legend>${name} <span class="role">${said.roles[side]}</span></legend>
    <div class="wide">${familyChoice(view, form?.family ?? distribution?.family)}</div>
    ${
      ways
        ? html`<div class="wide">${choiceRow({
            name: `${side}-way`,
            legend: said.given(name),
            value: String(ways.way),
            options: ways.ways.map((way, i) => ({ value: String(i), label: way })),
            choose: (way) => edit(withWay(ways, Number(way), distribution)),
          })}</div>`
        : nothing
    }
    ${form?.parameters.map(parameter) ?? nothing}
    ${asText({ id: side, label: said.asText(name), text, problem: problems.get(side), edit })}
  </fieldset>`;
}

/** The text that stands in a field before the user changes it. */
export const DEFAULTS = { p: initialText('Normal'), q: initialText('Laplace') };

export const sideStyles = css`
  .side {
    gap: 0.6rem 1.25rem;
  }
  .side .wide {
    grid-column: 1 / -1;
  }
  .side .choice legend {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .side.p .options input:checked + span {
    background: var(--of-p);
  }
  .side.q .options input:checked + span {
    background: var(--of-q);
  }
  .role {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }
  select {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.3rem 0.6rem;
    border: 1px solid light-dark(#878e9a, #6f7785);
    border-radius: 0.5rem;
    background: var(--well);
    color: inherit;
    font: inherit;
  }
  textarea.line {
    min-block-size: 2.5rem;
    font-size: 0.875rem;
  }
  .hint {
    color: var(--quiet);
    font-size: 0.8125rem;
  }
`;
