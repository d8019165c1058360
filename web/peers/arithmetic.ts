/** In which numbers a library computes. Every operation is rounded to them, as theirs are. */
export type Precision = 'float64' | 'float32';

export type Round = (x: number) => number;

const ROUNDS: Readonly<Record<Precision, Round>> = { float64: (x) => x, float32: Math.fround };

export function roundTo(precision: Precision): Round {
  return ROUNDS[precision];
}

export function sum(xs: ArrayLike<number>, round: Round = ROUNDS.float64): number {
  let total = 0;
  for (let i = 0; i < xs.length; i++) total = round(total + (xs[i] as number));
  return total;
}

/** Each number changed; doubles hold single floats as well. */
export function each(xs: ArrayLike<number>, change: (x: number) => number): Float64Array {
  const changed = new Float64Array(xs.length);
  for (let i = 0; i < xs.length; i++) changed[i] = change(xs[i] as number);
  return changed;
}

/** Each number over the sum of all. */
export function shares(xs: ArrayLike<number>, round: Round = ROUNDS.float64): Float64Array {
  const total = sum(xs, round);
  return each(xs, (x) => round(x / total));
}

/** Σ term(pᵢ, qᵢ), added up in the order of the outcomes. */
export function sumOfTerms(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  term: (p: number, q: number) => number,
  round: Round = ROUNDS.float64,
): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    total = round(total + term(p[i] as number, q[i] as number));
  }
  return total;
}
