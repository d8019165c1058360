/**
 * What of PyTorch stands around `F.kl_div`, whose values the module itself has as `klDiv`. Tensors have one row, or several;
 * all goes along the last axis. A tensor of Float32Array is computed in float32.
 *
 * Source   torch 1.13: torch/distributions/kl.py, utils.py (clamp_probs); recorded in tests/vectors/peers_python.json
 */
import { klDiv, type Reduction, type Tensor } from '../core/index.ts';
import { each, type Precision, type Round, roundTo, shares, sum } from './arithmetic.ts';

type Row = Float64Array | Float32Array;

/** Rows of numbers as `torch.tensor` makes one; a single row has one dimension. */
export function tensor(rows: readonly ArrayLike<number>[], precision: Precision): Tensor {
  const columns = rows[0]?.length ?? 0;
  const size = rows.length * columns;
  const data = precision === 'float32' ? new Float32Array(size) : new Float64Array(size);
  rows.forEach((row, i) => {
    data.set(row, i * columns);
  });
  return { data, shape: rows.length === 1 ? [columns] : [rows.length, columns] };
}

function roundOf({ data }: Tensor): Round {
  return roundTo(data instanceof Float32Array ? 'float32' : 'float64');
}

/** The rows of a tensor: views of its numbers. */
export function rowsOf({ data, shape }: Tensor): Row[] {
  const columns = shape.at(-1) ?? 1;
  const numbers = Array.isArray(data) ? Float64Array.from(data) : data;
  return Array.from({ length: numbers.length / columns }, (_, i) =>
    numbers.subarray(i * columns, (i + 1) * columns),
  );
}

/** A tensor of the same numbers' kind and shape, each row changed. */
function byRows(x: Tensor, change: (row: Row, round: Round) => Float64Array): Tensor {
  const round = roundOf(x);
  const changed = tensor(
    rowsOf(x).map((row) => change(row, round)),
    x.data instanceof Float32Array ? 'float32' : 'float64',
  );
  return { ...changed, shape: x.shape };
}

/** `x.log()`. */
export function log(x: Tensor): Tensor {
  return byRows(x, (row) => each(row, Math.log));
}

/** `x / x.sum(-1, keepdim=True)`. */
export function normalized(x: Tensor): Tensor {
  return byRows(x, shares);
}

/** Less the greatest, so that no power of e overflows. */
function lowered(row: Row, round: Round): Float64Array {
  let greatest = -Infinity;
  for (const value of row) greatest = Math.max(greatest, value);
  return each(row, (value) => round(value - greatest));
}

/** `x.softmax(-1)`. */
export function softmax(x: Tensor): Tensor {
  return byRows(x, (row, round) => {
    const powers = each(lowered(row, round), (value) => round(Math.exp(value)));
    return shares(powers, round);
  });
}

function logSoftmaxOf(row: Row, round: Round): Float64Array {
  const shifted = lowered(row, round);
  const powers = each(shifted, (value) => round(Math.exp(value)));
  const logSum = round(Math.log(sum(powers, round)));
  return each(shifted, (value) => round(value - logSum));
}

/** `x.log_softmax(-1)`. */
export function logSoftmax(x: Tensor): Tensor {
  return byRows(x, logSoftmaxOf);
}

/** `x.exp().sum(-1)`, one value a row: 1, if they are logarithms of probabilities. */
export function sumOfPowers(x: Tensor): number[] {
  const round = roundOf(x);
  return rowsOf(x).map((row) =>
    sum(
      each(row, (value) => round(Math.exp(value))),
      round,
    ),
  );
}

/** What a Categorical holds of one row: probabilities, and logits, of which it makes one from the other. */
interface Categorical {
  probs: Float64Array;
  logits: Float64Array;
}

function categorical(row: Row, parameter: 'probs' | 'logits', round: Round): Categorical {
  if (parameter === 'logits') {
    const logits = logSoftmaxOf(row, round);
    return { logits, probs: each(logits, (value) => round(Math.exp(value))) };
  }
  const probs = shares(row, round);
  // clamp_probs: no probability below the spacing of numbers at 1.
  const least = round === Math.fround ? 2 ** -23 : Number.EPSILON;
  const most = round(1 - least);
  const clamped = (x: number) => Math.min(Math.max(x, least), most);
  return { probs, logits: each(probs, (x) => round(Math.log(clamped(x)))) };
}

/** Σ pᵢ (logit pᵢ − logit qᵢ) of one row. */
function ofRow(p: Categorical, q: Categorical, round: Round): number {
  let total = 0;
  for (let i = 0; i < p.probs.length; i++) {
    const x = p.probs[i] as number;
    if (x === 0) continue;
    const difference = round((p.logits[i] as number) - (q.logits[i] as number));
    total = round(total + (q.probs[i] === 0 ? Infinity : round(x * difference)));
  }
  return total;
}

/**
 * `torch.distributions.kl_divergence(Categorical(…), Categorical(…))` in nats, one value a row.
 *
 * Domain   probs are divided by their sum, logits normalised by softmax
 * Edges    pᵢ = 0 adds 0; pᵢ > 0 = qᵢ gives Infinity, also where qᵢ is 0 by underflow only. probs below 2⁻⁵² (2⁻²³ in
 *          float32) count as that, so that the result may be far too small
 */
export function categoricalKlDivergence(
  p: Tensor,
  q: Tensor,
  parameter: 'probs' | 'logits',
): number[] {
  const round = roundOf(p);
  const [ofP, ofQ] = [rowsOf(p), rowsOf(q)];
  // One row is taken for all of the other.
  const rowOf = (rows: Row[], i: number) =>
    categorical(rows[rows.length === 1 ? 0 : i] as Row, parameter, round);
  return Array.from({ length: Math.max(ofP.length, ofQ.length) }, (_, i) =>
    ofRow(rowOf(ofP, i), rowOf(ofQ, i), round),
  );
}

/** `nn.KLDivLoss(reduction=…)(input, target)`: F.kl_div, by default with the mean over all elements. */
export function klDivLoss(input: Tensor, target: Tensor, reduction: Reduction = 'mean') {
  return klDiv(input, target, { reduction });
}
