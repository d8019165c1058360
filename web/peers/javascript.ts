/**
 * Packages of npm, bit for bit.
 *
 * Source   mathjs 15.2 kldivergence.js; ml-distance 5.0 kullbackLeibler.js; recorded in tests/vectors/peers_javascript.json
 */
import { shares, sumOfTerms } from './arithmetic.ts';

const term = (p: number, q: number) => p * Math.log(p / q);

/** `mathjs.kldivergence(P, Q)`: divides by the sums, silently. NaN where P has a zero, as 0 · log 0 is. */
export function mathjsKldivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return sumOfTerms(shares(p), shares(q), term);
}

/** `distance.kullbackLeibler(P, Q)` of ml-distance: normalises nothing; NaN where P has a zero. */
export function mlDistanceKullbackLeibler(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return sumOfTerms(p, q, term);
}
