import { distributionProblem, offerDistributions } from './distributions.ts';
import { DivergenceError } from './errors.ts';
import type { Distribution } from './families.ts';
import type { EstimatorName } from './kl-glue.d.ts';
import { requireEngine } from './load.ts';
import { requireKnown } from './options.ts';
import { requireWhole } from './sampling.ts';

/** What is averaged over draws x from P; see `monteCarlo`. */
export type Estimator = EstimatorName;

/** What `monteCarlo` may be told. */
export interface MonteCarloOptions {
  /** How many draws: default 10,000. */
  samples?: number;
  /** A whole number, default 0. The same estimates for a seed on every machine. */
  seed?: number;
  /** What is averaged; see `monteCarlo`. Default 'k1'. */
  estimator?: Estimator;
  /** How many points of the running estimate to give, at most: default none. */
  trace?: number;
}

/** An estimate and what it may be off. */
export interface Estimate {
  /** In nats. Infinity once a draw has shown that P has mass where Q has none. */
  value: number;
  /** Of the value; Infinity for fewer than two draws, and where the value is infinite. */
  standardError: number;
  /** How many draws it is the mean of. */
  samples: number;
  /** What was averaged. */
  estimator: Estimator;
  /** With it, the same draws come again. */
  seed: number;
  /** The running estimate after ever more draws, if asked for: the counts grow by a constant factor. */
  trace?: { samples: Float64Array; value: Float64Array; standardError: Float64Array };
}

const estimators: readonly Estimator[] = ['k1', 'k2', 'k3', 'density-weighted'];

/** Up to `points` different counts from 1 to n, each about the same factor above the one before. */
function checkpoints(n: number, points: number): number[] {
  const length = Math.min(points, n);
  const counts = Array.from({ length }, (_, i) => Math.round(n ** ((i + 1) / length)));
  return [...new Set(counts)];
}

/**
 * D(P‖Q) in nats as a mean over draws x from P, with l = log p(x)/q(x):
 *
 *   'k1'                l: unbiased, may be negative
 *   'k2'                l²/2: biased, but of low variance where Q is near P, and never negative
 *   'k3'                e^(−l) − 1 + l: unbiased where P has all of Q's support, and never negative
 *   'density-weighted'  p(x) l: a mistake that is often made; what comes from P already must not be weighted by P again
 *
 * Domain   P and Q of equally many dimensions, both with a density or both discrete
 * Edges    Infinity once a draw has shown that P has mass where Q has none
 * Error    the standard error, where draws are many enough for their mean to be nearly normal; none of P's draws may be
 *          too small or too large for a double
 * Throws   DivergenceError
 * Source   k1, k2, k3: J. Schulman, "Approximating KL divergence", 2020
 */
export function monteCarlo(
  p: Distribution,
  q: Distribution,
  options: MonteCarloOptions = {},
): Estimate {
  const engine = requireEngine();
  requireKnown(options, ['samples', 'seed', 'estimator', 'trace']);
  const { samples = 10_000, seed = 0, estimator = 'k1', trace = 0 } = options;
  requireWhole('samples', samples, 1);
  requireWhole('seed', seed, 0);
  requireWhole('trace', trace, 0);
  if (!estimators.includes(estimator)) {
    throw new DivergenceError(
      'option-not-usable',
      `estimator is ${String(estimator)}: it must be one of ${estimators.map((name) => `"${name}"`).join(', ')}.`,
      { argument: 'estimator' },
    );
  }
  const { calls } = engine;
  const total = offerDistributions(engine, { p, q });
  if (calls._startMonteCarlo(total, calls.Estimator[estimator].value, seed) === 0) {
    throw distributionProblem(engine, { p, q });
  }
  const counts = trace > 0 ? checkpoints(samples, trace) : [samples];
  const [value, standardError] = [new Float64Array(counts.length), new Float64Array(counts.length)];
  let done = 0;
  for (const [i, count] of counts.entries()) {
    calls._advanceMonteCarlo(total, count - done);
    done = count;
    value[i] = engine.figure(0);
    standardError[i] = engine.figure(1);
  }
  return {
    value: value.at(-1) as number,
    standardError: standardError.at(-1) as number,
    samples,
    estimator,
    seed,
    ...(trace > 0 && { trace: { samples: Float64Array.from(counts), value, standardError } }),
  };
}
