// What the module answers: worked examples, cases other libraries get wrong, and the reference values of tests/vectors.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  asymmetry,
  compare,
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
import {
  entropyMaxUlp,
  finiteMaxUlp,
  hexDouble,
  normalMaxUlp,
  reference,
  ulpError,
  vectors,
} from './support/core.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };

// Decimals are of mpmath, from the definitions with 60 digits (of 1e-320: 800), for the doubles as they are.

describe('the worked examples', () => {
  it('give 0.0226 nats for [0.4, 0.6] against [0.3, 0.7]', () => {
    const forward = klDivergence([0.4, 0.6], [0.3, 0.7]);
    expect(ulpError(forward, 0.022582421084357394)).toBeLessThanOrEqual(finiteMaxUlp);
    const reverse = klDivergence([0.3, 0.7], [0.4, 0.6]);
    expect(ulpError(reverse, 0.021600854143546542)).toBeLessThanOrEqual(finiteMaxUlp);
  });

  it('give 0.4712 bits and 0.3266 nats for counts of two samples', () => {
    const [p, q] = [
      [2, 2, 1],
      [5, 1, 4],
    ];
    const nats = klDivergence(p, q, weights);
    const bits = klDivergence(p, q, { form: 'weights', base: 2 });
    expect(ulpError(nats, 0.3266308878102833)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(ulpError(bits, 0.47122876204505504)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(nats.toFixed(4)).toBe('0.3266');
    expect(bits.toFixed(4)).toBe('0.4712');
  });

  it('give the same for the counts and for their shares, however they are told apart', () => {
    const want = klDivergence([2, 2, 1], [5, 1, 4], weights);
    expect(klDivergence([2, 2, 1], [5, 1, 4], { normalize: true })).toBe(want);
    const shares = klDivergence([0.4, 0.4, 0.2], [0.5, 0.1, 0.4]);
    expect(ulpError(shares, 0.3266308878102833)).toBeLessThanOrEqual(finiteMaxUlp);
  });

  it.each([
    [0, 1, 1, 2, 0.4431471805599453],
    [1, 2, 0, 1, 1.3068528194400546],
    [0.5, 0.8, -0.25, 1.25, 0.3310871026284195],
    [0, 1, 0, 1.00000001, 9.99999971178392e-17],
    [1e-9, 1, 0, 1, 5e-19],
  ])('give the closed form for N(%d, %d²) against N(%d, %d²)', (mp, sp, mq, sq, want) => {
    const got = klDivergence(normal(mp, sp), normal(mq, sq));
    expect(ulpError(got, want)).toBeLessThanOrEqual(normalMaxUlp);
  });

  it.each([
    [0.3, 1.7, 0.45937174893782956],
    [-2, 0.1, 3.807585092994046],
  ])('give the regulariser of a variational autoencoder at μ = %d, σ = %d', (mu, sigma, want) => {
    const got = klDivergence(normal(mu, sigma), normal(0, 1));
    expect(ulpError(got, want)).toBeLessThanOrEqual(normalMaxUlp);
  });

  it('has that regulariser exactly 0 at μ = 0, σ = 1 and positive beside it', () => {
    const standard = normal(0, 1);
    const at = (mu: number, sigma: number) => klDivergence(normal(mu, sigma), standard);
    expect(at(0, 1)).toBe(0);
    for (const mu of [-1, -1e-9, 1e-150, 2]) expect(at(mu, 1)).toBeGreaterThan(0);
    for (const sigma of [0.5, 1 - 2 ** -53, 1 + 2 ** -52, 3])
      expect(at(0, sigma)).toBeGreaterThan(0);
  });
});

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

describe('the reference values', () => {
  const finite = vectors('finite.csv').map((row) => ({
    name: row.case as string,
    p: (row.p as string).split(' ').map(hexDouble),
    q: (row.q as string).split(' ').map(hexDouble),
    forward: reference(row.forward as string),
    reverse: reference(row.reverse as string),
  }));

  it.each(finite)('of finite distributions are met both ways: $name', (row) => {
    const { p, q, forward, reverse } = row;
    const error = (got: number, { want, rest }: typeof forward) => ulpError(got, want, rest);
    expect(error(klDivergence(p, q, weights), forward)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(error(klDivergence(q, p, weights), reverse)).toBeLessThanOrEqual(finiteMaxUlp);
    const both = compare(p, q, weights);
    expect(error(both.forward.value, forward)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(error(both.reverse.value, reverse)).toBeLessThanOrEqual(finiteMaxUlp);
  });

  it('of normal distributions are met both ways, and so is their asymmetry', () => {
    const worst = { forward: 0, reverse: 0, difference: 0 };
    for (const row of vectors('normal.csv')) {
      const [mp, sp, mq, sq] = [row.mu_p, row.sigma_p, row.mu_q, row.sigma_q].map((cell) =>
        hexDouble(cell as string),
      ) as [number, number, number, number];
      const got = compare(normal(mp, sp), normal(mq, sq));
      const note = (name: keyof typeof worst, value: number) => {
        const { want, rest } = reference(row[name] as string);
        worst[name] = Math.max(worst[name], ulpError(value, want, rest));
      };
      note('forward', got.forward.value);
      note('reverse', got.reverse.value);
      note('difference', got.asymmetry);
    }
    expect(worst.forward).toBeLessThanOrEqual(normalMaxUlp);
    expect(worst.reverse).toBeLessThanOrEqual(normalMaxUlp);
    expect(worst.difference).toBeLessThanOrEqual(2 * normalMaxUlp);
  });
});

describe('a finding', () => {
  it('of arrays says that it is a sum, and bounds its error', () => {
    const { forward } = compare([0.4, 0.6], [0.3, 0.7]);
    expect(forward).toEqual({
      value: expect.any(Number),
      method: 'sum',
      error: finiteMaxUlp * 2 ** -52 * forward.value,
    });
  });

  it('of normal distributions says that it is a closed form', () => {
    expect(compare(normal(0, 1), normal(1, 2)).forward.method).toBe('closed form');
  });

  it('that is infinite names the first outcome at fault and the reason', () => {
    const { forward, reverse, jeffreys, asymmetry } = compare(
      [0.5, 0.25, 0.25, 0],
      [0.5, 0.25, 0, 0.25],
    );
    const reason = 'an outcome has positive weight in one distribution and none in the other';
    const infinite = { value: Number.POSITIVE_INFINITY, method: 'infinite', error: 0, reason };
    expect(forward).toEqual({ ...infinite, outcome: 2 });
    expect(reverse).toEqual({ ...infinite, outcome: 3 });
    expect(jeffreys).toBe(Number.POSITIVE_INFINITY);
    expect(asymmetry).toBe(0);
  });

  it('that is too large for a double says so and names no outcome', () => {
    expect(compare(normal(0, 1), normal(1e200, 1)).forward).toEqual({
      value: Number.POSITIVE_INFINITY,
      method: 'infinite',
      error: 0,
      reason: 'the divergence exceeds the largest double',
    });
  });
});

describe('a comparison', () => {
  it('holds contributions whose sum is the divergence, and 0 where there is no weight', () => {
    const { terms, forward } = compare([0, 2, 3], [5, 1, 4], { form: 'weights', base: 2 });
    expect(terms?.forward).toHaveLength(3);
    expect(terms?.forward[0]).toBe(0);
    const sum = terms?.forward.reduce((a, b) => a + b, 0) ?? Number.NaN;
    expect(Math.abs(sum - forward.value)).toBeLessThanOrEqual(1e-15);
  });

  it('holds the sums as given and the base', () => {
    const { sums, base } = compare([1, 2, 7], [3, 3, 14], { form: 'weights', base: 10 });
    expect(sums).toEqual({ p: 10, q: 20 });
    expect(base).toBe(10);
  });

  it('of normal distributions has no outcomes, and entropies that may be negative', () => {
    const got = compare(normal(0, 0.1), normal(0, 1));
    expect(got).not.toHaveProperty('terms');
    expect(got).not.toHaveProperty('sums');
    expect(got.entropy.p).toBeLessThan(0);
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

describe('arrays of every kind', () => {
  const p = [2, 3, 5];
  const q = [1, 4, 6];
  const want = () => klDivergence(p, q, weights);
  const offset = <T>(make: (numbers: number[]) => { subarray(from: number): T }, x: number[]): T =>
    make([9, ...x]).subarray(1);

  it.each<[string, (x: number[]) => Vector]>([
    ['frozen arrays', (x) => Object.freeze([...x])],
    ['Float64Arrays', (x) => Float64Array.from(x)],
    ['Float32Arrays', (x) => Float32Array.from(x)],
    ['Int32Arrays', (x) => Int32Array.from(x)],
    ['Uint8Arrays', (x) => Uint8Array.from(x)],
    ['Uint8ClampedArrays', (x) => Uint8ClampedArray.from(x)],
    ['Int16Arrays', (x) => Int16Array.from(x)],
    [
      'Float64Arrays that begin later in their buffer',
      (x) => offset((y) => Float64Array.from(y), x),
    ],
    [
      'Float32Arrays that begin later in their buffer',
      (x) => offset((y) => Float32Array.from(y), x),
    ],
    [
      'Float64Arrays in shared memory',
      (x) => {
        const shared = new Float64Array(new SharedArrayBuffer(8 * x.length));
        shared.set(x);
        return shared;
      },
    ],
    ['objects that are like arrays', (x) => ({ ...x, length: x.length })],
    ['subclasses of Array', (x) => class Weights extends Array<number> {}.from(x)],
  ])('give the same number: %s', (_, kind) => {
    expect(klDivergence(kind(p), kind(q), weights)).toBe(want());
    expect(klDivergence(kind(p), q, weights)).toBe(want());
    expect(klDivergence(p, kind(q), weights)).toBe(want());
  });

  it('may be the same array twice, which is no divergence', () => {
    const numbers = Float64Array.of(1, 2, 3);
    expect(klDivergence(numbers, numbers, weights)).toBe(0);
    expect(klDivergence(numbers.subarray(0, 2), numbers.subarray(1, 3), weights)).toBeGreaterThan(
      0,
    );
  });

  it('of float32 that sum to 1 only as float32 are probabilities', () => {
    const a = Float32Array.of(0.1, 0.2, 0.7);
    const b = Float32Array.of(0.3, 0.3, 0.4);
    expect(klDivergence(a, b)).toBeCloseTo(0.2007768, 6);
  });
});

describe('the base of the logarithm', () => {
  it('is e unless another is asked for', () => {
    const want = klDivergence([0.4, 0.6], [0.3, 0.7]);
    expect(klDivergence([0.4, 0.6], [0.3, 0.7], { base: Math.E })).toBe(want);
    expect(klDivergence([0.4, 0.6], [0.3, 0.7], {})).toBe(want);
  });

  it('makes bits and bans, of normal distributions as well', () => {
    expect(klDivergence([1, 0], [0.5, 0.5], { base: 2 })).toBe(1);
    expect(klDivergence([1, 0], [0.1, 0.9], { base: 10 })).toBeCloseTo(1, 15);
    const nats = klDivergence(normal(0, 1), normal(1, 1));
    expect(nats).toBe(0.5);
    expect(klDivergence(normal(0, 1), normal(1, 1), { base: 2 })).toBeCloseTo(0.5 / Math.LN2, 15);
  });

  it('below 1 turns the sign', () => {
    expect(klDivergence([1, 0], [0.5, 0.5], { base: 0.5 })).toBe(-1);
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
