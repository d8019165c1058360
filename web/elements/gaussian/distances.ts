import {
  bhattacharyyaDistance,
  type Comparison,
  type Distribution,
  hellingerDistance,
  wassersteinDistance,
} from '../../core/index.ts';
import type { Measured } from '../results.ts';

/** With the other measures that normal distributions have closed forms for. */
export function withDistances(comparison: Comparison, p: Distribution, q: Distribution): Measured {
  const { base } = comparison;
  return {
    ...comparison,
    hellinger: hellingerDistance(p, q),
    bhattacharyya: bhattacharyyaDistance(p, q, { base }),
    wasserstein: wassersteinDistance(p, q),
  };
}
