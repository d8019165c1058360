import {
  type Comparison,
  type Distribution,
  diagonalNormal,
  klDivergence,
  multivariateNormal,
  normal,
} from '../../core/index.ts';
import type { Dimensions, NormalCurve, Parts, PartsOfBoth } from '../../figures/index.ts';
import type { Table } from '../result.ts';

/**
 * D of two normal distributions is a sum of two divergences: D of those with both means equal, and D of those with both
 * covariances Q's.
 */
type Split = (base: number) => Parts;

function both(
  kind: PartsOfBoth['kind'],
  { forward, reverse, base }: Comparison,
  splits: { forward: Split; reverse: Split },
): PartsOfBoth {
  return {
    kind,
    forward: { total: forward.value, ...splits.forward(base) },
    reverse: { total: reverse.value, ...splits.reverse(base) },
  };
}

const split =
  (spread: [Distribution, Distribution], means: [Distribution, Distribution]): Split =>
  (base) => ({
    spread: klDivergence(...spread, { base }),
    means: klDivergence(...means, { base }),
  });

export function normalParts(p: NormalCurve, q: NormalCurve, comparison: Comparison): PartsOfBoth {
  const of = (a: NormalCurve, b: NormalCurve) =>
    split(
      [normal(0, a.scale), normal(0, b.scale)],
      [normal(a.loc, b.scale), normal(b.loc, b.scale)],
    );
  return both('spread', comparison, { forward: of(p, q), reverse: of(q, p) });
}

/** Of several dimensions; `shape` is a covariance matrix, or another of its forms. */
export interface MultivariateCurve {
  loc: readonly number[];
  shape: Parameters<typeof multivariateNormal>[1];
}

export function multivariateParts(
  p: MultivariateCurve,
  q: MultivariateCurve,
  comparison: Comparison,
): PartsOfBoth {
  const zero = p.loc.map(() => 0);
  const of = (a: MultivariateCurve, b: MultivariateCurve) =>
    split(
      [multivariateNormal(zero, a.shape), multivariateNormal(zero, b.shape)],
      [multivariateNormal(a.loc, b.shape), multivariateNormal(b.loc, b.shape)],
    );
  return both('shape', comparison, { forward: of(p, q), reverse: of(q, p) });
}

/** Independent dimensions. */
export interface DiagonalCurve {
  loc: readonly number[];
  scale: readonly number[];
}

export function diagonalParts(
  p: DiagonalCurve,
  q: DiagonalCurve,
  comparison: Comparison,
): PartsOfBoth {
  const zero = p.loc.map(() => 0);
  const of = (a: DiagonalCurve, b: DiagonalCurve) =>
    split(
      [diagonalNormal(zero, a.scale), diagonalNormal(zero, b.scale)],
      [diagonalNormal(a.loc, b.scale), diagonalNormal(b.loc, b.scale)],
    );
  return both('spread', comparison, { forward: of(p, q), reverse: of(q, p) });
}

/** D of independent dimensions is the sum of theirs. */
export function partsByDimension(p: DiagonalCurve, q: DiagonalCurve, base: number): Dimensions {
  const of = (a: DiagonalCurve, b: DiagonalCurve) =>
    a.loc.map((mean, i) => {
      const [wide, model] = [a.scale[i] ?? 1, b.scale[i] ?? 1];
      return split(
        [normal(0, wide), normal(0, model)],
        [normal(mean, model), normal(b.loc[i] ?? 0, model)],
      )(base);
    });
  return { forward: of(p, q), reverse: of(q, p) };
}

/** The parts as a table has them. */
export function rowsOfParts(
  { forward, reverse }: PartsOfBoth,
  spread: 'widths' | 'covariances',
): Table {
  return [
    [`forward from ${spread}`, forward.spread],
    ['forward from means', forward.means],
    [`reverse from ${spread}`, reverse.spread],
    ['reverse from means', reverse.means],
  ];
}
