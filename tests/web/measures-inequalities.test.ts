// What is never more than what: inequalities between the measures of one pair, each with the slack that both sides' bounds
// leave it. A side with a bound of b units has b of them; its square 2b; a rounding of the test's own arithmetic one.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  bhattacharyyaDistance,
  chiSquaredDivergence,
  hellingerDistance,
  initSync,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  type Options,
  renyiDivergence,
  totalVariationDistance,
} from '../../web/core/index.ts';
import { above, alphaMaxUlp, distanceMaxUlp, finiteMaxUlp } from './support/core.ts';
import { generalized, measures, orders } from './support/measures.ts';
import {
  anySize,
  counts,
  fractions,
  holds,
  ordinaryPair,
  type Pair,
  pairOf,
} from './support/properties.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };
const anyPair = fc.oneof(ordinaryPair, pairOf(anySize));
/** On a grid, since the squares that distances are roots of are 0 for logits that differ by less than 1e-162. */
const logits = fc
  .constantFrom(2 ** 13, 8, 2 ** -10)
  .chain((unit) =>
    pairOf((n) =>
      fc
        .array(fc.maxSafeInteger(), { minLength: n, maxLength: n })
        .map((x) => x.map((k) => k * 2 ** -53 * unit)),
    ),
  );
const bases = fc.constantFrom(Math.E, 2, 10);

/** The asymmetry alone has a sign. */
const unsigned = measures.filter(({ name }) => name !== 'asymmetry');

describe('no measure', () => {
  it('is negative or NaN, of weights of any size', () => {
    holds(fc.tuple(anyPair, bases), ([[p, q], base]) => {
      for (const { of } of unsigned) {
        expect(of(p, q, { ...weights, base })).toBeGreaterThanOrEqual(0);
      }
      expect(generalized.of(p, q, { base })).toBeGreaterThanOrEqual(0);
    });
  });

  it('is negative or NaN, of logits', () => {
    holds(fc.tuple(logits, bases), ([[p, q], base]) => {
      for (const { of } of unsigned) {
        expect(of(p, q, { form: 'logits', base })).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('is positive to a base below 1, where logarithms change their signs', () => {
    holds(ordinaryPair, ([p, q]) => {
      for (const { name, of } of unsigned) {
        const hasBase = !/Variation|hellinger|chiSquared/.test(name);
        const got = of(p, q, { ...weights, base: 0.5 });
        expect(hasBase ? -got : got).toBeGreaterThanOrEqual(0);
      }
    });
  });
});

describe('the greatest', () => {
  it('Jensen–Shannon divergence is log 2', () => {
    holds(fc.tuple(anyPair, bases), ([[p, q], base]) => {
      const most = Math.LN2 / Math.log(base);
      const got = jensenShannonDivergence(p, q, { ...weights, base });
      expect(got).toBeLessThanOrEqual(above(most, finiteMaxUlp + 3));
    });
  });

  it('total variation and Hellinger distance are 1', () => {
    holds(anyPair, ([p, q]) => {
      for (const distance of [totalVariationDistance, hellingerDistance]) {
        expect(distance(p, q, weights)).toBeLessThanOrEqual(above(1, distanceMaxUlp));
      }
    });
  });
});

describe('of one pair', () => {
  const all = ([p, q]: Pair, options: Options) => ({
    kl: klDivergence(p, q, options),
    js: jensenShannonDivergence(p, q, options),
    tv: totalVariationDistance(p, q, options),
    h: hellingerDistance(p, q, options),
    chiSquared: chiSquaredDivergence(p, q, options),
    bhattacharyya: bhattacharyyaDistance(p, q, options),
  });
  type All = ReturnType<typeof all>;

  it.each<[string, (x: All) => number, (x: All) => number, number]>([
    [
      'twice the squared total variation is at most the divergence (Pinsker)',
      ({ tv }) => 2 * tv * tv,
      ({ kl }) => kl,
      2 * distanceMaxUlp + 1 + finiteMaxUlp,
    ],
    [
      'the squared Hellinger distance is at most the total variation',
      ({ h }) => h * h,
      ({ tv }) => tv,
      2 * distanceMaxUlp + 1 + distanceMaxUlp,
    ],
    [
      'the total variation is at most √2 Hellinger distances',
      ({ tv }) => tv,
      ({ h }) => Math.SQRT2 * h,
      distanceMaxUlp + distanceMaxUlp + 2,
    ],
    [
      'the Jensen–Shannon divergence is at most log 2 times the total variation',
      ({ js }) => js,
      ({ tv }) => Math.LN2 * tv,
      finiteMaxUlp + distanceMaxUlp + 2,
    ],
    [
      'the squared Hellinger distance is at most the Bhattacharyya distance',
      ({ h }) => h * h,
      ({ bhattacharyya }) => bhattacharyya,
      2 * distanceMaxUlp + 1 + distanceMaxUlp,
    ],
    [
      'twice the Bhattacharyya distance is at most the divergence',
      ({ bhattacharyya }) => 2 * bhattacharyya,
      ({ kl }) => kl,
      distanceMaxUlp + finiteMaxUlp,
    ],
    [
      'the divergence is at most log(1 + χ²)',
      ({ kl }) => kl,
      ({ chiSquared }) => Math.log1p(chiSquared),
      finiteMaxUlp + distanceMaxUlp + 1,
    ],
  ])('%s', (_, less, more, slack) => {
    const expectLess = (pair: Pair, options: Options) => {
      const measured = all(pair, options);
      expect(less(measured)).toBeLessThanOrEqual(above(more(measured), slack));
    };
    holds(ordinaryPair, (pair) => expectLess(pair, weights));
    holds(logits, (pair) => expectLess(pair, { form: 'logits' }));
  });

  it('the Rényi divergence grows with its order', () => {
    const expectAscending = ([p, q]: Pair, options: Options) => {
      const ascending = orders.map((alpha) => renyiDivergence(p, q, { ...options, alpha }));
      ascending.slice(1).forEach((next, i) => {
        expect(ascending[i]).toBeLessThanOrEqual(above(next, 2 * alphaMaxUlp));
      });
    };
    holds(anyPair, (pair) => expectAscending(pair, weights));
    holds(logits, (pair) => expectAscending(pair, { form: 'logits' }));
  });
});

describe('a metric', () => {
  const three = fc
    .integer({ min: 1, max: 20 })
    .chain((n) =>
      fc.oneof(
        fc.tuple(counts(n), counts(n), counts(n)),
        fc.tuple(fractions(n), fractions(n), fractions(n)),
      ),
    );

  it.each([
    ['Jensen–Shannon distance', jensenShannonDistance],
    ['Hellinger distance', hellingerDistance],
    ['total variation', totalVariationDistance],
  ])('the %s is no longer by way of a third distribution', (_, distance) => {
    holds(three, ([p, q, r]) => {
      const way = distance(p, r, weights) + distance(r, q, weights);
      expect(distance(p, q, weights)).toBeLessThanOrEqual(above(way, 2 * distanceMaxUlp + 1));
    });
  });
});
