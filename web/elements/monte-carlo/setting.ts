import { type Distribution, type Estimator, monteCarlo } from '../../core/index.ts';
import type { Estimates } from './outcome.ts';
import { seedAt } from './sweep.ts';

/** Of which distributions. */
export type Of = 'example' | 'any';

/** What is estimated, and how. */
export interface Setting {
  of: Of;
  p: Distribution;
  q: Distribution;
  mu: number;
  samples: number;
  seed: number;
  estimator: Estimator;
}

const TRACE = 160; // points of the running estimate: at 640 px no corner is seen

/** The seed of the draws for what is shown: that of its point in the figure over μ. */
export function seedOf({ of, mu, seed }: Setting): number {
  return of === 'example' ? seedAt(seed, mu) : seed;
}

/** By the same draws all that is shown of a setting. */
export function estimatesOf(setting: Setting): Estimates {
  const { p, q, samples, estimator } = setting;
  const draws = { samples, seed: seedOf(setting) };
  // The trace is another call: sums in other parts end with other last digits.
  const { trace } = monteCarlo(q, p, { ...draws, estimator, trace: TRACE });
  return {
    chosen: monteCarlo(q, p, { ...draws, estimator }),
    weighted: monteCarlo(q, p, { ...draws, estimator: 'density-weighted' }),
    trace: trace as Estimates['trace'],
  };
}
