import { fsum } from 'd3-array';
import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Comparison } from '../core/index.ts';
import { torch } from '../peers/index.ts';
import { finiteSnippets, formatNumber, parseTable } from '../text/index.ts';
import { torchWords } from '../words/index.ts';
import { define } from './define.ts';
import { startFinite } from './engine.ts';
import { listField } from './field.ts';
import { textOf } from './fields.ts';
import { memo } from './finite/memo.ts';
import { formChoiceStyles } from './form-choice-styles.ts';
import { KlPanel } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import { compareBatch } from './pytorch/batch.ts';
import { callsFor } from './pytorch/calls.ts';
import { callsView, verdictText } from './pytorch/calls-view.ts';
import { type Batch, sizeOf, TORCH_FORMS, type TorchForm, torchFormOf } from './pytorch/form.ts';
import { TORCH_PRESETS } from './pytorch/presets.ts';
import { parseRows } from './pytorch/rows.ts';
import { torchStyles } from './pytorch/styles.ts';
import { Tensors } from './pytorch/tensors.ts';
import { type Judged, judgeCalls, yardstick } from './pytorch/verdict.ts';
import type { Table } from './result.ts';
import type { Snippet } from './state.ts';
import { BASES, choiceRow, type Unit, unitOf } from './unit.ts';

type Which = 'p' | 'q';

/** Each call, what it returns for these rows, and what that is. */
function judgedCalls(batch: Batch, unit: Unit): Judged[] {
  const tensors = {
    double: new Tensors(batch, 'float64'),
    single: new Tensors(batch, 'float32'),
  };
  const nats = compareBatch(batch, Math.E);
  const scale = Math.log(BASES[unit]);
  return judgeCalls(callsFor(batch, unit), tensors, yardstick(batch, nats), scale, formatNumber);
}

/**
 * What PyTorch's calls, and those of other libraries, return for P and Q, and which of them is the divergence.
 *
 * @element kl-pytorch
 * @attr {string} p - numbers, or rows of them in lines or brackets; of the form 'arguments' the target
 * @attr {string} q - the same of the model; of the form 'arguments' the input
 * @attr {'probabilities'|'weights'|'logits'|'arguments'} form - 'arguments': P and Q go into F.kl_div as they are
 * @attr {string} call - the call that is marked
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-change - after the user changed something: detail {forward, reverse, asymmetry, unit}
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlPytorch extends KlPanel<Batch> {
  static override fields = { p: '0.4, 0.6', q: '0.3, 0.7', form: 'probabilities', call: '' };
  static override presets = TORCH_PRESETS;
  static override load = startFinite;
  static override properties: PropertyDeclarations = {
    p: {},
    q: {},
    form: { converter: torchFormOf },
    call: {},
  };
  static override styles: CSSResultGroup = [KlPanel.styles, formChoiceStyles, torchStyles];

  /** As typed, or an array. */
  declare p: string | ArrayLike<number>;
  declare q: string | ArrayLike<number>;
  declare form: TorchForm;
  declare call: string;

  readonly #rows = { p: memo(parseRows), q: memo(parseRows) };
  readonly #batch = memo(
    (p: number[][], q: number[][], form: TorchForm): Batch => ({ p, q, form }),
  );
  readonly #judged = memo(judgedCalls);

  get #said() {
    return torchWords[this.language];
  }

  /** The rows of a field, if they are of one length. */
  #read(id: Which, problems: Problems): number[][] | undefined {
    const name = id.toUpperCase();
    const read = () => this.#rows[id](textOf(this[id]), name);
    const rows = attempt(problems, () => id, read);
    const columns = rows?.[0]?.length;
    const odd = rows?.findIndex((row) => row.length !== columns) ?? -1;
    if (!rows || odd < 0) return rows;
    const [row, n, first] = [odd, rows[odd]?.length ?? 0, columns ?? 0].map(String);
    const message = this.#said.rowsDiffer(name, row ?? '', n ?? '', first ?? '');
    problems.set(id, { code: 'rows-differ', message });
    return undefined;
  }

  protected override read(problems: Problems): Batch | undefined {
    const [p, q] = [this.#read('p', problems), this.#read('q', problems)];
    if (!p || !q) return undefined;
    const fits = p[0]?.length === q[0]?.length;
    if (fits && (p.length === q.length || p.length === 1 || q.length === 1)) {
      return this.#batch(p, q, torchFormOf(this.form));
    }
    const shape = (rows: number[][]) => `${rows.length} × ${rows[0]?.length}`;
    const message = this.#said.shapesDiffer(shape(p), shape(q));
    problems.set('q', { code: 'lengths-differ', message });
    return undefined;
  }

  protected override compare(
    batch: Batch,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    const place = (argument: string | undefined) => (argument === 'p' ? 'p' : 'q');
    return attempt(problems, place, () => compareBatch(batch, base));
  }

  /** How the text was read, so that a slip is seen at once. */
  #echo(id: Which): string {
    const rows = this.problems.has(id) ? undefined : this.inputs?.[id];
    const first = rows?.[0];
    if (!rows || !first) return '';
    const n = formatNumber(first.length);
    if (rows.length > 1) return this.#said.rows(formatNumber(rows.length), n);
    const form = torchFormOf(this.form);
    if (form === 'logits' || (form === 'arguments' && id === 'q')) return this.#said.scores(n);
    return this.#said.outcomes(n, formatNumber(Number(fsum(first).toPrecision(12))));
  }

  #mends(id: Which): TemplateResult | typeof nothing {
    const code = this.problems.get(id)?.code;
    const read = (form: TorchForm, label: string) =>
      html`<button type="button" class="mend" @click=${() => this.edit(() => (this.form = form))}
        >${label}</button>`;
    if (code === 'sum-is-not-one') return read('weights', this.#said.asCounts);
    return code === 'negative' ? read('logits', this.#said.asLogits) : nothing;
  }

  #take(text: string): boolean {
    const table = parseTable(text);
    if (!table) return false;
    this.edit(() => Object.assign(this, { p: table.p, q: table.q }));
    return true;
  }

  #field(id: Which): TemplateResult {
    const form = torchFormOf(this.form);
    const { roles, arguments: names } = this.#said;
    return listField({
      id,
      label: id.toUpperCase(),
      hint: (form === 'arguments' ? names : roles)[id],
      echo: this.#echo(id),
      text: textOf(this[id]),
      problem: this.problems.get(id),
      mends: this.#mends(id),
      edit: (text) => this.edit(() => (this[id] = text)),
      take: (text) => this.#take(text),
    });
  }

  protected override renderInputs(): TemplateResult {
    const { forms, readAs } = this.#said;
    return html`${this.#field('p')}${this.#field('q')}
      ${choiceRow<TorchForm>({
        name: 'form',
        legend: readAs,
        value: torchFormOf(this.form),
        options: TORCH_FORMS.map((value) => ({ value, label: forms[value] })),
        choose: (form) => this.edit(() => (this.form = form)),
      })}`;
  }

  /** Which row of the input is none of logarithms of probabilities, if any. */
  #noLogarithms({ q, form }: Batch): string[] {
    if (form !== 'arguments') return [];
    const sums = torch.sumOfPowers(torch.tensor(q, 'float64'));
    const row = sums.findIndex((sum) => !(Math.abs(sum - 1) < 1e-6));
    const sum = formatNumber(sums[row] ?? 1);
    return row < 0 ? [] : [this.#said.noLogarithms(formatNumber(row), sum)];
  }

  protected override renderFigures(batch: Batch): TemplateResult {
    const { rows } = sizeOf(batch);
    const unit = unitOf(this.unit);
    const notes = [
      ...(rows > 1 ? [this.#said.meanOfRows(formatNumber(rows))] : []),
      ...(unit === 'nats' ? [] : [this.#said.inNats]),
      ...this.#noLogarithms(batch),
    ];
    const { call, language } = this;
    const judged = this.#judged(batch, unit);
    // While P or Q cannot be used the rows stay the same, to the last digit.
    return html`${guard([judged, call, notes.join('\n'), language], () => callsView(judged, call, notes, language))}`;
  }

  protected override snippets({ p, q, form }: Batch): readonly Snippet[] {
    const [x, y] = [p[0], q[0]];
    if (p.length > 1 || q.length > 1 || form === 'arguments' || !x || !y) return [];
    return finiteSnippets({ p: x, q: y, form, unit: unitOf(this.unit) });
  }

  /** A line a call. */
  override get table(): Table | undefined {
    const { inputs, comparison } = this;
    if (!inputs || !comparison) return undefined;
    return [
      ['call', 'returns', 'which is'],
      ...this.#judged(inputs, unitOf(this.unit)).map(({ call, values, verdict }) => [
        call.code,
        values.length === 1 ? (values[0] as number) : Array.from(values).join(' '),
        verdictText(verdict, 'en'),
      ]),
    ];
  }
}

define('kl-pytorch', KlPytorch);

declare global {
  interface HTMLElementTagNameMap {
    'kl-pytorch': KlPytorch;
  }
}
