/**
 * Of JAX, Julia and R, as their sources read; values that follow from those by hand are in tests/web/peers.test.ts.
 *
 * Source   optax 0.2 losses/_classification.py; StatsBase.jl scalarstats.jl; philentropy 0.10 distances.h; LaplacesDemon 16 KLD.R
 */
import { shares, sumOfTerms } from './arithmetic.ts';

type Numbers = ArrayLike<number>;

/**
 * `optax.kl_divergence(log_predictions, targets)`: Σ target (log target − log prediction), the model first and in
 * logarithms, as in PyTorch. Nothing is normalised.
 *
 * Edges    target 0 adds 0, but NaN where the prediction is log 0
 */
export function optaxKlDivergence(logPredictions: Numbers, targets: Numbers): number {
  return sumOfTerms(targets, logPredictions, (target, log) => {
    return target * ((target === 0 ? 0 : Math.log(target)) - log);
  });
}

/** `kldivergence(P, Q)` of StatsBase.jl: Σ p log(p/q) of the numbers as they are; 0 for p = 0. */
export function statsBaseKldivergence(p: Numbers, q: Numbers): number {
  return sumOfTerms(p, q, (x, y) => (x === 0 ? 0 : x * Math.log(x / y)));
}

/** What philentropy puts for a zero in Q. */
const PHILENTROPY_EPSILON = 1e-5;

/** `philentropy::KL(rbind(P, Q), unit = "log")`: a zero in Q counts as 1e-5, so that the value stays finite. */
export function philentropyKl(p: Numbers, q: Numbers): number {
  return sumOfTerms(p, q, (x, y) => {
    return x === 0 ? 0 : x * Math.log(x / (y === 0 ? PHILENTROPY_EPSILON : y));
  });
}

/** R's .Machine$double.xmin. */
const LEAST_NORMAL = 2 ** -1022;

/**
 * `LaplacesDemon::KLD(P, Q)$sum.KLD.px.py`: divides by the sums; and with any number ≤ 0 in it, a list is taken for
 * logarithms: e to the power of each.
 */
export function laplacesDemonKld(p: Numbers, q: Numbers): number {
  const read = (xs: Numbers) => {
    const given = Array.from(xs);
    const powers = given.some((x) => x <= 0) ? given.map(Math.exp) : given;
    return shares(powers.map((x) => Math.max(x, LEAST_NORMAL)));
  };
  return sumOfTerms(read(p), read(q), (x, y) => x * (Math.log(x) - Math.log(y)));
}
