// What is exact: units of weight that are powers of two, distributions that are equal; and how nearly P and Q change places.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync, type Options } from '../../web/core/index.ts';
import { ulpError } from './support/core.ts';
import { generalized, type Measure, measures, titleOf } from './support/measures.ts';
import { anySize, counts, fractions, holds, ordinaryPair, pairOf } from './support/properties.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };
const titled = (some: Measure[]) => some.map((measure) => [titleOf(measure), measure] as const);
const scaled = (x: number[], k: number) => x.map((weight) => weight * 2 ** k);
const power = fc.integer({ min: -300, max: 300 });

/** Those that are 0 for equal distributions. */
const differences = measures.filter(({ name }) => !/[eE]ntropy/.test(name));

describe.each(titled(measures))('%s', (_, { name, alpha, of, maxUlp }) => {
  it('does not change by a bit when both are given in another unit, a power of two', () => {
    holds(fc.tuple(ordinaryPair, power), ([[p, q], k]) => {
      expect(of(scaled(p, k), scaled(q, k), weights)).toBe(of(p, q, weights));
    });
  });

  // D(P‖Q) has a shorter way for sums that are near each other: not the same bits.
  const units = name === 'klDivergence' || alpha === 1 ? 2 * maxUlp : 0;
  it(`does not change by more than ${units} units when each is given in its own`, () => {
    holds(fc.tuple(ordinaryPair, power, power), ([[p, q], j, k]) => {
      const got = of(scaled(p, j), scaled(q, k), weights);
      expect(ulpError(got, of(p, q, weights))).toBeLessThanOrEqual(units);
    });
  });
});

describe.each(titled(differences))('%s is exactly 0', (_, { of }) => {
  it('from P to P, whatever the weights', () => {
    holds(pairOf(anySize), ([p]) => {
      expect(of(p, p, weights) === 0).toBe(true);
      expect(of(p, [...p], weights) === 0).toBe(true);
    });
  });

  it('from P to P in another unit, a power of two', () => {
    holds(fc.tuple(pairOf(fractions), power), ([[p], k]) => {
      expect(of(p, scaled(p, k), weights) === 0).toBe(true);
      expect(of(scaled(p, k), p, weights) === 0).toBe(true);
    });
  });

  it('from counts to a whole multiple of them', () => {
    holds(fc.tuple(pairOf(counts), fc.integer({ min: 1, max: 1e9 })), ([[p], factor]) => {
      const multiple = p.map((x) => factor * x);
      expect(of(p, multiple, weights) === 0).toBe(true);
      expect(of(multiple, p, weights) === 0).toBe(true);
    });
  });

  it('from logits to the same on another level', () => {
    const logit = fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((x) => x * 2 ** -20);
    const level = fc.integer({ min: -1e4, max: 1e4 });
    const row = fc.array(logit, { minLength: 1, maxLength: 20 });
    holds(fc.tuple(row, level), ([p, k]) => {
      const other = p.map((x) => x + k);
      expect(of(p, other, { form: 'logits' }) === 0).toBe(true);
    });
  });
});

describe('generalizedKlDivergence', () => {
  it('is exactly 0 for equal weights, and only for them', () => {
    holds(ordinaryPair, ([p, q]) => {
      expect(generalized.of(p, p)).toBe(0);
      expect(generalized.of(p, q) === 0).toBe(p.every((x, i) => x === q[i]));
    });
  });

  it('is in the unit of its weights: a power of two multiplies it exactly', () => {
    holds(fc.tuple(ordinaryPair, power), ([[p, q], k]) => {
      expect(generalized.of(scaled(p, k), scaled(q, k))).toBe(generalized.of(p, q) * 2 ** k);
    });
  });
});

/** Those that are the same of P and Q as of Q and P: to the bit only sums of terms that are so themselves. */
const symmetric = measures.filter(({ name }) =>
  /jeffreys|jensenShannon|totalVariation|hellinger|bhattacharyya/.test(name),
);
const ofOrderOneHalf = measures.filter(({ alpha }) => alpha === 0.5);

describe.each(titled([...symmetric, ...ofOrderOneHalf]))('%s', (_, { of, maxUlp }) => {
  // Weights are compared in the unit of P, and so with other roundings: within either side's bound.
  it(`is the same of Q and P, within ${2 * maxUlp} units`, () => {
    holds(ordinaryPair, ([p, q]) => {
      const error = ulpError(of(q, p, weights), of(p, q, weights));
      expect(error).toBeLessThanOrEqual(2 * maxUlp);
    });
  });
});

describe.each(titled(symmetric))('%s', (_, { of }) => {
  it('is the same of Q and P to the bit, where both sum to 1', () => {
    // Of counts over a power of two, whose sum is exact.
    const shares = (n: number) =>
      fc
        .array(fc.nat({ max: 100 }), { minLength: n, maxLength: n })
        .map((x) => [...x, 2 ** 12 - x.reduce((a, b) => a + b, 0)].map((k) => k * 2 ** -12));
    holds(pairOf(shares), ([p, q]) => {
      expect(of(q, p)).toBe(of(p, q));
    });
  });
});
