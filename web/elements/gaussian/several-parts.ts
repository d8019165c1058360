import {
  type Comparison,
  type Distribution,
  diagonalNormal,
  multivariateNormal,
} from '../../core/index.ts';
import type { Dimensions, PartsOfBoth } from '../../figures/index.ts';
import type { Table } from '../result.ts';
import { MOST_WRITTEN } from './multivariate-derivation.ts';
import {
  type DiagonalCurve,
  diagonalParts,
  multivariateParts,
  partsByDimension,
  rowsOfParts,
} from './parts.ts';
import type { Several } from './several.ts';

/** A full matrix of more dimensions is not split into parts: that would take as long again four times. */
export const MOST_SPLIT = 32;
/** Independent dimensions are shown one by one up to here. */
const MOST_SHOWN = 500;

/** Where D comes from, as far as that is computed. */
export interface Split {
  parts?: PartsOfBoth;
  byDimension?: Dimensions;
}

export const diagonal = ({ mean, deviations = [] }: Several): DiagonalCurve => ({
  loc: mean,
  scale: deviations,
});

/** For the formula, which writes small matrices only. */
export function numbersOf({ mean, deviations = [], covariance }: Several) {
  const written = mean.length <= MOST_WRITTEN ? deviations : [];
  const square = written.map((own, i) => written.map((_, j) => (i === j ? own * own : 0)));
  return { mean, covariance: covariance ?? square };
}

/** The same for the module. */
export function severalDistribution({ mean, deviations, covariance }: Several): Distribution {
  return covariance ? multivariateNormal(mean, covariance) : diagonalNormal(mean, deviations ?? []);
}

export function splitOf(p: Several, q: Several, comparison: Comparison): Split {
  const n = p.mean.length;
  if (p.covariance && q.covariance) {
    if (n > MOST_SPLIT) return {};
    const [ofP, ofQ] = [
      { loc: p.mean, shape: p.covariance },
      { loc: q.mean, shape: q.covariance },
    ];
    return { parts: multivariateParts(ofP, ofQ, comparison) };
  }
  const [ofP, ofQ] = [diagonal(p), diagonal(q)];
  return {
    parts: diagonalParts(ofP, ofQ, comparison),
    ...(n <= MOST_SHOWN && { byDimension: partsByDimension(ofP, ofQ, comparison.base) }),
  };
}

/** As a table has it. */
export function rowsOfSplit({ parts, byDimension }: Split): Table {
  const ofDimensions = byDimension
    ? (['forward', 'reverse'] as const).flatMap((direction) =>
        byDimension[direction].map(
          ({ spread, means }, i) => [`${direction} of dimension ${i}`, spread + means] as const,
        ),
      )
    : [];
  return [...(parts ? rowsOfParts(parts, 'covariances') : []), ...ofDimensions];
}
