// Cases that other libraries answer with NaN, with a negative number or with no digit that is right.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  asymmetry,
  crossEntropy,
  entropy,
  generalizedKlDivergence,
  initSync,
  jeffreysDivergence,
  klDivergence,
  normal,
  type Options,
  type Vector,
} from '../../web/core/index.ts';
import { entropyMaxUlp, finiteMaxUlp, ulpError } from './support/core.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };

// Decimals are of mpmath, from the definitions with 60 digits (of 1e-320: 800), for the doubles as they are.

describe('cases that other libraries answer with NaN, a negative number or silence', () => {
  it.each<[string, Vector, Vector, Options, number]>([
    ['probabilities', [0.1, 0.2, 0.7], [0.3, 0.3, 0.4], {}, 0.20077680106635198],
    ['weights', [1, 2, 7], [3, 3, 4], weights, 0.20077680106635204],
    ['weights as given', [1, 2, 7], [3, 3, 4], { normalize: false }, 2.0077680106635203],
    ['proportional weights', [1, 2, 3], [10, 20, 30], weights, 0],
    [
      'proportional weights as given',
      [1, 2, 3],
      [10, 20, 30],
      { normalize: false },
      -13.815510557964274,
    ],
    ['uniform weights', [0.5, 0.5], [0.3, 0.3], { normalize: true }, 0],
    ['half against 0.3 as given', [0.5, 0.5], [0.3, 0.3], { normalize: false }, 0.5108256237659907],
    ['an outcome that Q lacks', [0.2, 0.3, 0.5], [0, 0.5, 0.5], {}, Number.POSITIVE_INFINITY],
    ['an outcome that P lacks', [0, 0.5, 0.5], [0.2, 0.3, 0.5], {}, 0.25541281188299536],
    ['an outcome that both lack', [0, 0.5, 0.5], [0, 0.4, 0.6], {}, 0.020410997260127555],
    [
      'a Float64Array',
      Float64Array.of(0.5, 0.5),
      Float64Array.of(0.4, 0.6),
      {},
      0.020410997260127555,
    ],
    [
      'Q a billionth from P',
      [0.1, 0.2, 0.7],
      [0.10000000009000001, 0.19999999998, 0.69999999993],
      {},
      4.500000742263369e-20,
    ],
    [
      'P a billionth from Q',
      [0.10000000009000001, 0.19999999998, 0.69999999993],
      [0.1, 0.2, 0.7],
      {},
      4.500000743463369e-20,
    ],
    ['subnormal probabilities', [1e-320, 1], [1e-310, 1], {}, 9.9999999759745e-311],
    ['the least double in Q', [1, 0], [5e-324, 1], {}, 744.4400719213813],
    ['one outcome', [1], [1], {}, 0],
    ['one outcome of weight', [3], [7], weights, 0],
    [
      'sums that are 1 but for seven digits printed',
      [0.3333333, 0.3333333, 0.3333333],
      [1 / 3, 1 / 3, 1 / 3],
      {},
      0,
    ],
    ['negative zero', [-0, 1], [0.5, 0.5], {}, Math.LN2],
  ])('are right for %s', (_, p, q, options, want) => {
    expect(ulpError(klDivergence(p, q, options), want)).toBeLessThanOrEqual(finiteMaxUlp);
  });

  it('never take a zero weight for a zero divergence: a subnormal outcome counts', () => {
    expect(klDivergence([5e-324, 1], [0, 1])).toBe(Number.POSITIVE_INFINITY);
    expect(klDivergence([0, 1], [5e-324, 1])).toBeGreaterThanOrEqual(0);
  });
});

describe('the other measures', () => {
  it('give the entropy in bits of a fair coin and of {2, 2, 1}', () => {
    expect(entropy([0.5, 0.5], { base: 2 })).toBe(1);
    const got = entropy([2, 2, 1], { form: 'weights', base: 2 });
    expect(ulpError(got, 1.5219280948873624)).toBeLessThanOrEqual(entropyMaxUlp);
    expect(entropy([1, 0])).toBe(0);
  });

  it('give the cross-entropy, infinite where Q lacks an outcome of P', () => {
    const got = crossEntropy([0.5, 0.5], [0.25, 0.75], { base: 2 });
    expect(ulpError(got, 1.207518749639422)).toBeLessThanOrEqual(entropyMaxUlp);
    expect(crossEntropy([0.5, 0.5], [1, 0])).toBe(Number.POSITIVE_INFINITY);
  });

  it('give the generalised divergence of weights as they are', () => {
    // log(1/2) + 2 log(2/3) + 2
    const got = generalizedKlDivergence([1, 2], [2, 3]);
    expect(ulpError(got, 0.4959226032237259)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(generalizedKlDivergence([0, 0], [1, 2])).toBe(3);
    expect(generalizedKlDivergence([1, 2], [0, 3])).toBe(Number.POSITIVE_INFINITY);
    expect(generalizedKlDivergence([1, 2, 3], [1, 2, 3])).toBe(0);
  });

  it('give an asymmetry without the digits that subtracting loses', () => {
    // [0.5 + d, 0.5 − d] against [0.5, 0.5]: D(P‖Q) − D(Q‖P) = −8d⁴/3 − O(d⁶)
    const d = 2 ** -20;
    const got = asymmetry([0.5 + d, 0.5 - d], [0.5, 0.5]);
    expect(got / ((-8 / 3) * d ** 4)).toBeCloseTo(1, 10);
  });

  it('give the sum of both directions', () => {
    const both = klDivergence([0.4, 0.6], [0.3, 0.7]) + klDivergence([0.3, 0.7], [0.4, 0.6]);
    expect(jeffreysDivergence([0.4, 0.6], [0.3, 0.7])).toBeCloseTo(both, 16);
  });
});

describe('a normal distribution', () => {
  it('is a plain frozen object that survives JSON', () => {
    const distribution = normal(0.5, 2);
    expect(Object.isFrozen(distribution)).toBe(true);
    expect(distribution).toEqual({ family: 'Normal', loc: 0.5, scale: 2 });
    const copy = JSON.parse(JSON.stringify(distribution));
    expect(klDivergence(copy, distribution)).toBe(0);
  });

  it('stays finite and non-negative while Q is dragged onto P', () => {
    for (const sigma of [2, 1.5, 1.1, 1.001, 1.00000001, 1 + 2 ** -52]) {
      expect(klDivergence(normal(0, 1), normal(0, sigma))).toBeGreaterThan(0);
    }
    expect(klDivergence(normal(0, 1), normal(0, 1))).toBe(0);
  });
});
