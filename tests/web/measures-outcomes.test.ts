// What happens to the measures when outcomes are merged, split, moved or added.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync, jeffreysDivergence, klDivergence, type Options } from '../../web/core/index.ts';
import { above, finiteMaxUlp, ulp, ulpError } from './support/core.ts';
import { type Measure, measures, titleOf } from './support/measures.ts';
import {
  counts,
  holds,
  nearPair,
  ordinaryPair,
  type Pair,
  pairOf,
  positive,
} from './support/properties.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };
const titled = (some: Measure[]) => some.map((measure) => [titleOf(measure), measure] as const);

/** Twice the bound, as either side may be off by it; of an asymmetry in units of the sum of its terms' sizes. */
function expectAgreement({ name, of, maxUlp }: Measure, one: Pair, other: Pair): void {
  const [got, want] = [of(...one, weights), of(...other, weights)];
  if (name !== 'asymmetry' || !Number.isFinite(want)) {
    expect(ulpError(got, want)).toBeLessThanOrEqual(2 * maxUlp);
    return;
  }
  // The terms of an asymmetry are no larger than those of both directions, which are all positive.
  const size = jeffreysDivergence(...other, weights);
  const unit = ulp(Number.isFinite(size) ? size : 1);
  expect(Math.abs(got - want)).toBeLessThanOrEqual(2 * maxUlp * unit);
}

/** Those that merging outcomes cannot raise. */
const monotone = measures.filter(({ name }) => !/asymmetry|[eE]ntropy/.test(name));

describe.each(titled(monotone))('%s', (_, { of, maxUlp }) => {
  const whole = fc.oneof(pairOf(counts, { min: 2 }), pairOf(positive, { min: 2 }));

  it('does not grow when outcomes are merged', () => {
    // Whole numbers, whose sums are exact. The slack is the bound of either side.
    holds(fc.tuple(whole, fc.nat(), fc.nat()), ([[p, q], i, j]) => {
      const [from, into] = [i % p.length, j % (p.length - 1)];
      const merge = (x: number[]) => {
        const rest = x.filter((_, k) => k !== from);
        return rest.with(into, (rest[into] as number) + (x[from] as number));
      };
      const merged = of(merge(p), merge(q), weights);
      expect(merged).toBeLessThanOrEqual(above(of(p, q, weights), 2 * maxUlp));
    });
  });
});

describe('the divergence', () => {
  it('is that of the rows’ sums and those within the rows, weighted by P (the chain rule)', () => {
    const joint = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.tuple(fc.constant(columns), positive(rows * columns), positive(rows * columns)),
      );
    holds(joint, ([columns, p, q]) => {
      const sums = (x: number[]) =>
        Array.from({ length: x.length / columns }, (_, row) =>
          x.slice(row * columns, (row + 1) * columns).reduce((a, b) => a + b),
        );
      const [pSums, pSum] = [sums(p), p.reduce((a, b) => a + b)];
      const within = klDivergence(p, q, { ...weights, columns });
      const mean = pSums.reduce((sum, weight, row) => sum + weight * (within[row] ?? 0), 0) / pSum;
      const parts = klDivergence(pSums, sums(q), weights) + mean;
      const whole = klDivergence(p, q, weights);
      // Both sides' bounds, and a rounding of each row's sum and product, of the quotient and of the last sum.
      const slack = 2 * finiteMaxUlp + 2 * pSums.length + 2;
      expect(whole).toBeLessThanOrEqual(above(parts, slack));
      expect(parts).toBeLessThanOrEqual(above(whole, slack));
    });
  });
});

describe.each(titled(measures))('%s', (_, measure) => {
  it('does not depend on the order of outcomes beyond its bound', () => {
    const shuffled = ordinaryPair.chain(([p, q]) => {
      const places = p.map((_, i) => i);
      const order = fc.shuffledSubarray(places, { minLength: p.length, maxLength: p.length });
      return fc.tuple(fc.constant<Pair>([p, q]), order);
    });
    holds(shuffled, ([[p, q], order]) => {
      const inOrder = (x: number[]) => order.map((i) => x[i] as number);
      expectAgreement(measure, [inOrder(p), inOrder(q)], [p, q]);
    });
  });

  it('does not depend on outcomes that neither has', () => {
    holds(fc.oneof(pairOf(counts), nearPair), ([p, q]) => {
      const added = (x: number[]) => [0, ...x, 0, 0];
      expectAgreement(measure, [added(p), added(q)], [p, q]);
    });
  });
});
