/**
 * What of PyTorch stands around `F.kl_div`, whose values the module itself has as `klDiv`. Tensors have one row, or several;
 * all goes along the last axis. A tensor of Float32Array is computed in float32.
 *
 * Source   torch 1.13: torch/distributions/kl.py, utils.py (clamp_probs); recorded in tests/vectors/peers_python.json
 */
import { klDiv, type Reduction, type Tensor } from '../core/index.ts';
import { type Precision, type Round, roundTo, shares, sum } from './arithmetic.ts';

/** Rows of numbers as `torch.tensor` makes one; a single row has one dimension. */
export function tensor(rows: readonly ArrayLike<number>[], precision: Precision): Tensor {
  const numbers = rows.flatMap((row) => Array.from(row));
  const columns = rows[0]?.length ?? 0;
  return {
    data: precision === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers),
    shape: rows.length === 1 ? [columns] : [rows.length, columns],
  };
}

function roundOf({ data }: Tensor): Round {
  return roundTo(data instanceof Float32Array ? 'float32' : 'float64');
}

function like({ data, shape }: Tensor, numbers: Iterable<number>): Tensor {
  return {
    data: data instanceof Float32Array ? Float32Array.from(numbers) : Float64Array.from(numbers),
    shape,
  };
}

function rowsOf({ data, shape }: Tensor): number[][] {
  const columns = shape.at(-1) ?? 1;
  const numbers = Array.from(data);
  return Array.from({ length: numbers.length / columns }, (_, i) =>
    numbers.slice(i * columns, (i + 1) * columns),
  );
}

function byRows(x: Tensor, change: (row: number[], round: Round) => number[]): Tensor {
  const round = roundOf(x);
  return like(
    x,
    rowsOf(x).flatMap((row) => change(row, round)),
  );
}

/** `x.log()`. */
export function log(x: Tensor): Tensor {
  return like(x, Array.from(x.data, Math.log));
}

/** `x / x.sum(-1, keepdim=True)`. */
export function normalized(x: Tensor): Tensor {
  return byRows(x, shares);
}

/** `x.softmax(-1)`. */
export function softmax(x: Tensor): Tensor {
  return byRows(x, (row, round) => {
    const greatest = Math.max(...row);
    return shares(
      row.map((value) => round(Math.exp(round(value - greatest)))),
      round,
    );
  });
}

function logSoftmaxOf(row: readonly number[], round: Round): number[] {
  const greatest = row.reduce((a, b) => Math.max(a, b), -Infinity);
  const shifted = row.map((value) => round(value - greatest));
  const logSum = round(
    Math.log(
      sum(
        shifted.map((value) => round(Math.exp(value))),
        round,
      ),
    ),
  );
  return shifted.map((value) => round(value - logSum));
}

/** `x.log_softmax(-1)`. */
export function logSoftmax(x: Tensor): Tensor {
  return byRows(x, logSoftmaxOf);
}

/** What a Categorical holds of one row: probabilities, and logits, of which it makes one from the other. */
interface Categorical {
  probs: number[];
  logits: number[];
}

function categorical(row: number[], parameter: 'probs' | 'logits', round: Round): Categorical {
  if (parameter === 'logits') {
    const logits = logSoftmaxOf(row, round);
    return { logits, probs: logits.map((value) => round(Math.exp(value))) };
  }
  const probs = shares(row, round);
  // clamp_probs: no probability below the spacing of numbers at 1.
  const least = round === Math.fround ? 2 ** -23 : Number.EPSILON;
  const clamped = probs.map((x) => Math.min(Math.max(x, least), round(1 - least)));
  return { probs, logits: clamped.map((x) => round(Math.log(x))) };
}

/**
 * `torch.distributions.kl_divergence(Categorical(…), Categorical(…))` in nats, one value a row.
 *
 *   Σ pᵢ (logit pᵢ − logit qᵢ)
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
  const ofQ = rowsOf(q);
  return rowsOf(p).map((row, i) => {
    const [a, b] = [row, ofQ[i] as number[]].map((x) => categorical(x, parameter, round));
    const term = (x: number, j: number, mine: Categorical, other: Categorical) => {
      if (x === 0) return 0;
      if (other.probs[j] === 0) return Infinity;
      return round(x * round((mine.logits[j] as number) - (other.logits[j] as number)));
    };
    const [mine, other] = [a as Categorical, b as Categorical];
    return sum(
      mine.probs.map((x, j) => term(x, j, mine, other)),
      round,
    );
  });
}

/** `nn.KLDivLoss(reduction=…)(input, target)`: F.kl_div, by default with the mean over all elements. */
export function klDivLoss(input: Tensor, target: Tensor, reduction: Reduction = 'mean') {
  return klDiv(input, target, { reduction });
}
