import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Comparison, compare } from '../core/index.ts';
import { balance, bars, contributions, type FigureOptions } from '../figures/index.ts';
import { formatNumber, parseColumns, parseVector } from '../text/index.ts';
import { define } from './define.ts';
import { listField } from './field.ts';
import { FINITE_PRESETS } from './finite-presets.ts';
import { KlPanel, textOf } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import { termsTable } from './terms-table.ts';
import { choiceRow, unitOf } from './unit.ts';

type Form = 'probabilities' | 'weights';

interface Lists {
  p: number[];
  q: number[];
  form: Form;
}

const FORMS = [
  { value: 'probabilities', label: 'probabilities' },
  { value: 'weights', label: 'counts or weights' },
] as const;

const ROLES = { p: 'the truth', q: 'the model' } as const;

function formOf(text: string | null | undefined): Form {
  return text === 'weights' ? 'weights' : 'probabilities';
}

/**
 * Two finite distributions and their divergence, live.
 *
 * @element kl-finite
 * @attr {string} p - numbers, one an outcome, in any notation people paste
 * @attr {string} q - the same of the model
 * @attr {'probabilities'|'weights'} form - weights are divided by their sum, probabilities never
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-change - after the user changed something: detail {forward, reverse, asymmetry, unit}
 * @csspart inputs @csspart result @csspart figure
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlFinite extends KlPanel<Lists> {
  static override fields = { p: '0.4, 0.6', q: '0.3, 0.7', form: 'probabilities' };
  static override presets = FINITE_PRESETS;
  static override properties: PropertyDeclarations = {
    p: {},
    q: {},
    form: { converter: formOf },
  };

  /** As typed, or an array. */
  declare p: string | ArrayLike<number>;
  declare q: string | ArrayLike<number>;
  declare form: Form;

  protected override read(problems: Problems): Lists | undefined {
    const list = (id: 'p' | 'q') => {
      const given = this[id];
      return attempt(
        problems,
        () => id,
        () =>
          typeof given === 'string' ? parseVector(given, id.toUpperCase()) : Array.from(given),
      );
    };
    const [p, q] = [list('p'), list('q')];
    return p && q && { p, q, form: formOf(this.form) };
  }

  protected override compare(
    { p, q, form }: Lists,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    // What concerns both lists, such as their lengths, stands at the second.
    const place = (argument: string | undefined) => (argument === 'p' ? 'p' : 'q');
    return attempt(problems, place, () => compare(p, q, { base, form }));
  }

  #paste(event: ClipboardEvent): void {
    const columns = parseColumns(event.clipboardData?.getData('text/plain') ?? '');
    if (!columns) return; // an ordinary paste into one field
    event.preventDefault();
    this.edit(() => Object.assign(this, columns));
  }

  #mend(id: 'p' | 'q'): TemplateResult | typeof nothing {
    if (this.problems.get(id)?.code !== 'sum-is-not-one') return nothing;
    return html`<button type="button" class="mend"
      @click=${() => this.edit(() => (this.form = 'weights'))}>Read both as weights</button>`;
  }

  /** How the text was read, so that a slip is seen at once. */
  #echo(id: 'p' | 'q'): string {
    const sum = this.comparison?.sums?.[id];
    if (!this.inputs || sum === undefined || this.problems.has(id)) return '';
    const count = this.inputs[id].length;
    return `${count} ${count === 1 ? 'outcome' : 'outcomes'}, sum ${formatNumber(sum)}`;
  }

  #field(id: 'p' | 'q'): TemplateResult {
    return listField({
      id,
      label: id.toUpperCase(),
      hint: ROLES[id],
      echo: this.#echo(id),
      text: textOf(this[id]),
      problem: this.problems.get(id),
      mend: this.#mend(id),
      edit: (text) => this.edit(() => (this[id] = text)),
      paste: (event) => this.#paste(event),
    });
  }

  protected override renderInputs(): TemplateResult {
    return html`${this.#field('p')}${this.#field('q')}
      ${choiceRow<Form>({
        name: 'form',
        legend: 'Read the numbers as',
        value: formOf(this.form),
        options: FORMS,
        choose: (form) => this.edit(() => (this.form = form)),
      })}`;
  }

  protected override renderFigures(
    { p, q, form }: Lists,
    comparison: Comparison,
    options: FigureOptions,
  ): TemplateResult {
    const { forward, reverse, asymmetry, terms, sums } = comparison;
    const shares = form === 'weights' && sums ? { p, q, sums } : { p, q };
    return html`${balance({ forward: forward.value, reverse: reverse.value, asymmetry }, options)}
      ${bars(shares, options)}
      ${terms ? contributions(terms.forward, options) : nothing}
      ${terms ? termsTable(p, q, terms, unitOf(this.unit)) : nothing}`;
  }
}

define('kl-finite', KlFinite);

declare global {
  interface HTMLElementTagNameMap {
    'kl-finite': KlFinite;
  }
}
