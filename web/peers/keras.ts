/**
 * The loss of Keras and TensorFlow.js, of one row: float32, and every number clipped to [1e-7, 1] first.
 *
 * Source   keras/src/losses/losses.py (kl_divergence), as read; @tensorflow/tfjs-layers 4.22 losses.js, recorded in
 *          tests/vectors/peers_javascript.json
 */
import { roundTo, sumOfTerms } from './arithmetic.ts';

const round = roundTo('float32');
const EPSILON = round(1e-7);

const clip = (x: number) => Math.min(Math.max(round(x), EPSILON), 1);
const logRatio = (x: number, y: number) => round(Math.log(round(clip(x) / clip(y))));

/**
 * `keras.losses.kl_divergence(P, Q)`.
 *
 * Edges    pᵢ > 0 = qᵢ gives a finite value; numbers above 1, such as counts, become 1; nothing is normalised
 */
export function kerasKlDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return sumOfTerms(p, q, (x, y) => round(clip(x) * logRatio(x, y)), round);
}

/** `loss: 'kullbackLeiblerDivergence'` of TensorFlow.js: as Keras, but times P as it is. */
export function tfjsKlDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return sumOfTerms(p, q, (x, y) => round(round(x) * logRatio(x, y)), round);
}
