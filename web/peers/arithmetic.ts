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

/** Each number over the sum of all. */
export function shares(xs: ArrayLike<number>, round: Round = ROUNDS.float64): number[] {
  const total = sum(xs, round);
  return Array.from(xs, (x) => round(x / total));
}

/** Σ term(pᵢ, qᵢ), added up in the order of the outcomes. */
export function sumOfTerms(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  term: (p: number, q: number) => number,
  round: Round = ROUNDS.float64,
): number {
  return sum(
    Array.from(p, (x, i) => term(x, q[i] as number)),
    round,
  );
}
