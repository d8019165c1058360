import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { type Comparison, compare } from '../core/index.ts';
import {
  asymmetries,
  balance,
  bars,
  contributions,
  type FigureOptions,
  type Grip,
  outcomeStyles,
} from '../figures/index.ts';
import { finiteWords } from '../words/index.ts';
import { define } from './define.ts';
import { startFinite } from './engine.ts';
import { listField } from './field.ts';
import { textOf } from './fields.ts';
import { codeOf } from './finite/code.ts';
import { echo, type Said } from './finite/echo.ts';
import { coreForm, type FiniteForm, FORMS, formOf, type Which } from './finite/form.ts';
import { sums } from './finite/formula.ts';
import { Grasp } from './finite/grasp.ts';
import { type Lists, sharesOf } from './finite/lists.ts';
import { memo } from './finite/memo.ts';
import type { Mended } from './finite/mend.ts';
import { mendView } from './finite/mend-view.ts';
import { columnsIn } from './finite/paste.ts';
import { Pointing } from './finite/pointing.ts';
import { Reader } from './finite/reader.ts';
import { finiteStyles } from './finite/styles.ts';
import { tableOf } from './finite/table.ts';
import { FINITE_PRESETS } from './finite-presets.ts';
import { formChoiceStyles } from './form-choice-styles.ts';
import { KlPanel } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import { balanceOf, type Table } from './result.ts';
import type { Snippet } from './state.ts';
import { termsTable } from './terms-table.ts';
import { choiceRow, unitOf } from './unit.ts';

type Options = FigureOptions & { base: number };

/**
 * Two finite distributions and their divergence, live.
 *
 * @element kl-finite
 * @attr {string} p - numbers, one an outcome, with labels or without, in any notation people paste; or observations
 * @attr {string} q - the same of the model
 * @attr {'probabilities'|'weights'|'samples'|'logits'|'log-probabilities'} form - probabilities must sum to 1; weights are divided
 *   by their sum, samples are counted, logits go through softmax
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-change - after the user changed something: detail {forward, reverse, asymmetry, unit}
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlFinite extends KlPanel<Lists> {
  static override fields = { p: '0.4, 0.6', q: '0.3, 0.7', form: 'probabilities', labels: '' };
  static override presets = FINITE_PRESETS;
  static override load = startFinite;
  static override properties: PropertyDeclarations = {
    p: {},
    q: {},
    form: { converter: formOf },
    labels: {},
  };
  static override styles: CSSResultGroup = [
    KlPanel.styles,
    formChoiceStyles,
    outcomeStyles,
    finiteStyles,
  ];

  /** As typed, or an array. */
  declare p: string | ArrayLike<number>;
  declare q: string | ArrayLike<number>;
  declare form: FiniteForm;
  /** Of outcomes that have none with their numbers. */
  declare labels: string;

  #note: { at: Which; text: string } | undefined;
  #isTableOpen = false;

  readonly #reader = new Reader();
  readonly #pointing = new Pointing(this);
  readonly #grasp = new Grasp({
    text: (which) => this.#text(which),
    change: (which, text) => this.#change({ [which]: text }),
    done: () => {
      this.requestUpdate();
      this.settle();
    },
  });
  readonly #texts = { p: memo(textOf), q: memo(textOf) };
  readonly #shares = { p: memo(sharesOf), q: memo(sharesOf) };
  readonly #code = memo(codeOf);
  readonly #echoes = { p: memo(echo), q: memo(echo) };

  get #said(): Said {
    return finiteWords[this.language];
  }

  #text(id: Which): string {
    return this.#texts[id](this[id]);
  }

  protected override read(problems: Problems): Lists | undefined {
    const texts = { p: this.#text('p'), q: this.#text('q'), labels: this.labels ?? '' };
    return this.#reader.read(texts, formOf(this.form), problems);
  }

  protected override compare(
    { form, offered, labels }: Lists,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    // What concerns both lists, such as their lengths, stands at the second.
    const place = (argument: string | undefined) => (argument === 'p' ? 'p' : 'q');
    const options = { base, form: coreForm(form) };
    const step = () => compare(offered.p, offered.q, options);
    const comparison = attempt(problems, place, step);
    if (comparison && labels) comparison.labels ??= labels;
    return comparison;
  }

  /** What was typed or chosen; a note about an earlier mend is of no use then. */
  #change(
    fields: Partial<Record<Which | 'form', string>>,
    note?: { at: Which; text: string },
  ): void {
    this.edit(() => {
      Object.assign(this, fields);
      this.#note = note;
    });
  }

  #mend(at: Which, { fields, note }: Mended): void {
    this.#change(fields, { at, text: note });
    this.settle();
  }

  /** A table with both columns fills both fields. */
  #take(text: string): boolean {
    const columns = this.form === 'samples' ? undefined : columnsIn(text);
    if (!columns) return false;
    this.#change(columns);
    this.settle();
    return true;
  }

  #field(id: Which): TemplateResult {
    const said = this.#said;
    const form = formOf(this.form);
    const given = this.#reader.given[id];
    const problem = this.problems.get(id);
    const situation = {
      form,
      texts: { p: this.#text('p'), q: this.#text('q') },
      given: this.#reader.given,
      problem,
      lists: this.problems.size === 0 ? this.inputs : undefined,
      comparison: this.comparison,
    };
    const note = this.#note?.at === id ? this.#note.text : undefined;
    return listField({
      id,
      label: id.toUpperCase(),
      hint: said.roles[id],
      echo: given ? this.#echoes[id](given, form, said) : '',
      text: this.#text(id),
      problem,
      mends: mendView(id, situation, note, said, (mended) => this.#mend(id, mended)),
      edit: (text) => this.#change({ [id]: text }),
      take: (text) => this.#take(text),
    });
  }

  protected override renderInputs(): TemplateResult {
    const { forms, readAs } = this.#said;
    return html`${this.#field('p')}${this.#field('q')}
      ${choiceRow<FiniteForm>({
        name: 'form',
        legend: readAs,
        value: formOf(this.form),
        options: FORMS.map((value) => ({ value, label: forms[value] })),
        choose: (form) => this.#change({ form }),
      })}`;
  }

  #grip(lists: Lists): Grip | undefined {
    const isUsable = this.problems.size === 0 && lists.form !== 'samples' && lists.p.length > 1;
    if (!isUsable || this.readonly) return undefined;
    return this.#grasp.grip(lists);
  }

  /** P and Q as shares of the whole, and the outcome that is pointed at. */
  #shown({ p, q, form, labels }: Lists) {
    const shares = { p: this.#shares.p(p, form), q: this.#shares.q(q, form) };
    return { ...shares, labels, highlighted: this.#pointing.outcome };
  }

  protected override renderFigures(
    lists: Lists,
    comparison: Comparison,
    options: Options,
  ): TemplateResult {
    const { terms } = comparison;
    const shown = this.#shown(lists);
    const drawn = terms && { ...shown, ...terms };
    return html`${balance(balanceOf(comparison), options)}
      ${bars({ ...shown, ghost: this.#grasp.ghost, grip: this.#grip(lists) }, options)}
      ${
        drawn
          ? [
              this.whenSeen('contributions', () => contributions(drawn, options)),
              this.whenSeen('asymmetries', () => asymmetries(drawn, options)),
            ]
          : nothing
      }`;
  }

  protected override renderExplanation(
    lists: Lists,
    comparison: Comparison,
    { unit: unitName }: Options,
  ): unknown {
    const { terms } = comparison;
    const data = { ...this.#shown(lists), unitName };
    const total = balanceOf(comparison);
    const toggle = (open: boolean) => {
      this.#isTableOpen = open;
      this.requestUpdate();
    };
    return html`${sums({ ...data, comparison, unit: unitOf(this.unit) }, this.#said)}
      ${terms ? termsTable({ ...data, ...terms, total }, this.#said, this.#isTableOpen, toggle) : nothing}`;
  }

  protected override snippets({ p, q, form, labels }: Lists): readonly Snippet[] {
    return this.#code(p, q, form, this.unit, labels);
  }

  override get table(): Table | undefined {
    const { inputs, comparison } = this;
    return inputs && comparison && tableOf(inputs, comparison);
  }
}

define('kl-finite', KlFinite);

declare global {
  interface HTMLElementTagNameMap {
    'kl-finite': KlFinite;
  }
}
