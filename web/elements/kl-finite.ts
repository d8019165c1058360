import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { type Comparison, compare, type Form } from '../core/index.ts';
import {
  asymmetries,
  balance,
  bars,
  contributions,
  type FigureOptions,
  type Grip,
  outcomeStyles,
} from '../figures/index.ts';
import { finiteSnippets, parseOutcomes, parseTable } from '../text/index.ts';
import { finiteWords } from '../words/index.ts';
import { define } from './define.ts';
import { startFinite } from './engine.ts';
import { listField } from './field.ts';
import { echo, lack, type Said } from './finite/echo.ts';
import { coreForm, type FiniteForm, FORMS, formOf, type Which } from './finite/form.ts';
import { sums } from './finite/formula.ts';
import { Gesture } from './finite/gesture.ts';
import { type Lists, sharesOf } from './finite/lists.ts';
import { memo } from './finite/memo.ts';
import type { Mended } from './finite/mend.ts';
import { mendView } from './finite/mend-view.ts';
import { mendsAt } from './finite/mends.ts';
import { Pointing } from './finite/pointing.ts';
import { Reader } from './finite/reader.ts';
import { finiteStyles } from './finite/styles.ts';
import { tableOf } from './finite/table.ts';
import { written } from './finite/write.ts';
import { FINITE_PRESETS } from './finite-presets.ts';
import { formChoiceStyles } from './form-choice-styles.ts';
import { KlPanel, type Table, textOf } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import type { Snippet } from './state.ts';
import { termsTable } from './terms-table.ts';
import { choiceRow, type Unit, unitOf } from './unit.ts';

const LONGEST_CODE = 1000; // outcomes; more are for the CSV file

type Numbers = ArrayLike<number>;
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
  static override fields = { p: '0.4, 0.6', q: '0.3, 0.7', form: 'probabilities' };
  static override presets = FINITE_PRESETS;
  static override load = startFinite;
  static override properties: PropertyDeclarations = {
    p: {},
    q: {},
    form: { converter: formOf },
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

  #gesture: Gesture | undefined;
  #isHeld = false;
  #note: { at: Which; text: string } | undefined;
  #isTableOpen = false;

  readonly #reader = new Reader();
  readonly #pointing = new Pointing(this);
  readonly #texts = { p: memo(textOf), q: memo(textOf) };
  readonly #shares = { p: memo(sharesOf), q: memo(sharesOf) };
  readonly #snippets = memo((p: Numbers, q: Numbers, form: Form, unit: Unit, labels?: string[]) =>
    finiteSnippets({ p, q, form, unit: unitOf(unit), labels }),
  );
  readonly #echoes = { p: memo(echo), q: memo(echo) };

  get #said(): Said {
    return finiteWords[this.language];
  }

  #text(id: Which): string {
    return this.#texts[id](this[id]);
  }

  protected override read(problems: Problems): Lists | undefined {
    const texts = { p: this.#text('p'), q: this.#text('q') };
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
    const table = this.form === 'samples' ? undefined : parseTable(text);
    if (!table) return false;
    const { labels } = table;
    const filled = (column: string) =>
      labels ? written({ values: parseOutcomes(column, '').values, labels }) : column;
    this.#change({ p: filled(table.p), q: filled(table.q) });
    this.settle();
    return true;
  }

  #field(id: Which): TemplateResult {
    const said = this.#said;
    const form = formOf(this.form);
    const given = this.#reader.given[id];
    const problem = this.problems.get(id);
    const lists = this.problems.size === 0 ? this.inputs : undefined;
    const groups = mendsAt(
      id,
      {
        form,
        texts: { p: this.#text('p'), q: this.#text('q') },
        given: this.#reader.given,
        problem,
        lists,
        comparison: this.comparison,
      },
      said,
    );
    const note = this.#note?.at === id ? this.#note.text : undefined;
    const mends = mendView(lists ? lack(lists, id, said) : '', groups, note, said, (mended) =>
      this.#mend(id, mended),
    );
    return listField({
      id,
      label: id.toUpperCase(),
      hint: said.roles[id],
      echo: given ? this.#echoes[id](given, form, said) : '',
      text: this.#text(id),
      problem,
      mends,
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
    const gesture = (which: Which, outcome: number, top: number) => {
      const text = this.#text(which);
      if (!this.#gesture?.isOf(lists, which, outcome, text)) {
        this.#gesture = new Gesture(lists, which, outcome, text, top);
      }
      return this.#gesture;
    };
    return {
      move: (which, outcome, share, top) => {
        this.#isHeld = true;
        this.#change({ [which]: gesture(which, outcome, top).to(share) });
      },
      step: (which, outcome, direction, size) =>
        this.#change({ [which]: gesture(which, outcome, 0).step(lists, direction, size) }),
      done: () => {
        if (!this.#isHeld) return;
        this.#isHeld = false;
        this.#gesture = undefined;
        this.requestUpdate();
        this.settle();
      },
    };
  }

  protected override renderFigures(
    lists: Lists,
    { forward, reverse, asymmetry, terms }: Comparison,
    options: Options,
  ): TemplateResult {
    const { form, labels } = lists;
    const named = { labels, highlighted: this.#pointing.outcome };
    const shares = { p: this.#shares.p(lists.p, form), q: this.#shares.q(lists.q, form) };
    const ghost = this.#isHeld ? this.#gesture : undefined;
    const drawn = terms && { ...terms, ...named };
    return html`${balance({ forward: forward.value, reverse: reverse.value, asymmetry }, options)}
      ${bars({ ...shares, ...named, ghost, grip: this.#grip(lists) }, options)}
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
    const { forward, reverse, asymmetry, terms } = comparison;
    const { form, labels } = lists;
    const data = {
      p: this.#shares.p(lists.p, form),
      q: this.#shares.q(lists.q, form),
      labels,
      highlighted: this.#pointing.outcome,
      unitName,
    };
    const total = { forward: forward.value, reverse: reverse.value, asymmetry };
    const toggle = (open: boolean) => {
      this.#isTableOpen = open;
      this.requestUpdate();
    };
    return html`${sums({ ...data, comparison, unit: unitOf(this.unit) }, this.#said)}
      ${terms ? termsTable({ ...data, ...terms, total }, this.#said, this.#isTableOpen, toggle) : nothing}`;
  }

  protected override snippets({ p, q, form, labels }: Lists): readonly Snippet[] {
    if (p.length > LONGEST_CODE) return [];
    return this.#snippets(p, q, coreForm(form), this.unit, labels);
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
