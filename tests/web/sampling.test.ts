// Draws and log densities of every family.
import { beforeAll, describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { dimensions, familyNames, logDensities, type Pair, pairs } from './support/families.ts';
import { untyped } from './support/wrong-input.ts';

beforeAll(kl.initSync);

const { logDensity, sample } = kl;
const pairOf = (family: string) => pairs[family] as Pair;

/** FNV-1a of the bytes of the numbers. */
function hashOf(numbers: Float64Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(numbers.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Of 1000 draws with the seed 1: to be recorded anew only when draws are meant to change. */
const recorded: Record<string, string> = {
  Bernoulli: '2355edd8',
  Beta: 'a37cb56a',
  Binomial: 'c3fd7261',
  Categorical: '0df655a5',
  Cauchy: 'a4b48c6b',
  Chi2: 'be1ace80',
  ContinuousBernoulli: '0dfe8e4a',
  DiagonalNormal: '3a8ea164',
  Dirichlet: '6ac23f70',
  Exponential: 'a6b7b421',
  Gamma: '5285fa25',
  Geometric: 'c0ff8af6',
  Gumbel: 'a91c9ebf',
  HalfCauchy: 'a1303e2e',
  HalfNormal: '30f4ffa3',
  Independent: '75a741da',
  InverseGamma: '8a547f5a',
  Kumaraswamy: '5a0d3c08',
  Laplace: '3489c9fe',
  LogNormal: '89588b57',
  LogUniform: '6ac09eb6',
  Logistic: '94b49a26',
  LowRankMultivariateNormal: '1fb24d96',
  Mixture: 'c229110d',
  MultivariateNormal: '8aeb074a',
  NegativeBinomial: 'b92a701c',
  Normal: '1d43b2a3',
  Pareto: '8ebedfea',
  Poisson: '023eeee4',
  Rayleigh: 'efb70a62',
  StudentT: '0ac6798d',
  Uniform: '5a42a7c1',
  VonMises: '52a496cf',
  Weibull: '8104170b',
};

/** These draw many numbers of one component at a time, so that the first draws depend on how many follow. */
const inBatches = ['Independent', 'Mixture'];

describe.each(familyNames)('%s', (family) => {
  const [p] = pairOf(family);
  const dimension = dimensions[family] ?? 1;

  it('gives the numbers of old for a seed', () => {
    expect(hashOf(sample(p, 1000, 1))).toBe(recorded[family]);
  });

  it('gives as many numbers as asked for, by default of the seed 0, others for another', () => {
    expect(sample(p, 10)).toHaveLength(10 * dimension);
    expect(sample(p, 10)).toEqual(sample(p, 10, 0));
    expect(sample(p, 10)).not.toEqual(sample(p, 10, 2 ** 53 - 1));
    expect(sample(p, 0)).toHaveLength(0);
  });

  it('draws what its support holds', () => {
    for (const value of logDensity(p, sample(p, 1000))) expect(value).toBeGreaterThan(-Infinity);
  });

  if (!inBatches.includes(family)) {
    it('begins longer draws with the shorter ones of a seed', () => {
      const many = sample(p, 10_000, 5);
      for (const n of [1, 100, 4096, 5000]) {
        expect(sample(p, n, 5)).toEqual(many.subarray(0, n * dimension));
      }
    });
  }

  it('has the density of the textbook', () => {
    const [points, values] = logDensities[family] as [number[], number[]];
    const found = logDensity(p, points);
    expect(found).toHaveLength(values.length);
    for (const [i, want] of values.entries()) {
      expect(Math.abs((found[i] as number) - want)).toBeLessThanOrEqual(
        1e-14 * Math.max(1, Math.abs(want)),
      );
    }
  });

  it('has the same density in short and in long arrays', () => {
    const points = sample(p, 10_000, 3);
    const all = logDensity(p, points);
    expect(all.subarray(9_990)).toEqual(logDensity(p, points.slice(9_990 * dimension)));
    expect(logDensity(p, Array.from(points))).toEqual(all);
  });

  it('has a log density of any numbers, and it is never NaN', () => {
    const numbers = [
      0,
      -0,
      5e-324,
      -5e-324,
      0.5,
      1,
      1 - 2 ** -53,
      1 + 2 ** -52,
      -1,
      3.5,
      2 ** 53,
      2 ** 60,
    ];
    const extremes = [1e200, -1e200, Number.MAX_VALUE, -Number.MAX_VALUE, Infinity, -Infinity];
    const points = [...numbers, ...extremes].flatMap((x) => new Array<number>(dimension).fill(x));
    const found = logDensity(p, points);
    expect(found.findIndex(Number.isNaN)).toBe(-1);
    expect(Array.from(found.subarray(-2))).toEqual([-Infinity, -Infinity]);
  });
});

describe('draws of several dimensions', () => {
  const covariance = [
    [2, 0.5, -1],
    [0.5, 1, 0.25],
    [-1, 0.25, 3],
  ];
  const loc = [1, -2, 0.5];
  const wide = [
    [1, 2],
    [0, 1],
    [-1, 0.5],
  ];
  const dot = (x: number[], y: number[]) => x.reduce((sum, a, i) => sum + a * (y[i] as number), 0);
  const inverse = (a: number[][]) => {
    const [[p, q, r], [, t, u], [, , v]] = a as [number[], number[], number[]];
    const [P, Q, R, T, U, V] = [p, q, r, t, u, v] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const cofactors = [
      [T * V - U * U, R * U - Q * V, Q * U - R * T],
      [R * U - Q * V, P * V - R * R, R * Q - P * U],
      [Q * U - R * T, R * Q - P * U, P * T - Q * Q],
    ];
    const determinant = dot([P, Q, R], cofactors[0] as number[]);
    return cofactors.map((row) => row.map((x) => x / determinant));
  };
  const ofLowRank = wide.map((x, i) => wide.map((y, j) => dot(x, y) + (i === j ? i + 1 : 0)));
  const a = [1, 2, 4];
  const ofDirichlet = a.map((x, i) => a.map((y, j) => ((i === j ? 7 * x : 0) - x * y) / (49 * 8)));

  it.each<[string, kl.Distribution, number[], number[][]]>([
    ['covarianceMatrix', kl.multivariateNormal(loc, covariance), loc, covariance],
    [
      'precisionMatrix',
      kl.multivariateNormal(loc, { precisionMatrix: inverse(covariance) }),
      loc,
      covariance,
    ],
    ['covFactor', kl.lowRankMultivariateNormal(loc, wide, [1, 2, 3]), loc, ofLowRank],
    [
      'scale',
      kl.diagonalNormal(loc, [1, 2, 3]),
      loc,
      [
        [1, 0, 0],
        [0, 4, 0],
        [0, 0, 9],
      ],
    ],
    ['concentration', kl.dirichlet(a), a.map((x) => x / 7), ofDirichlet],
  ])('by %s have its mean and covariance', (_, p, mean, covarianceOfP) => {
    const n = 40_000;
    const draws = sample(p, n, 11);
    const column = (i: number) => Array.from({ length: n }, (_, k) => draws[3 * k + i] as number);
    const columns = [0, 1, 2].map(column);
    const found = columns.map((x) => x.reduce((sum, value) => sum + value, 0) / n);
    for (const [i, row] of covarianceOfP.entries()) {
      const variance = row[i] as number;
      expect(Math.abs((found[i] as number) - (mean[i] as number))).toBeLessThan(
        4 * Math.sqrt(variance / n),
      );
      for (const [j, want] of row.entries()) {
        const [x, y] = [columns[i] as number[], columns[j] as number[]];
        const sum = x.reduce(
          (s, value, k) =>
            s + (value - (found[i] as number)) * ((y[k] as number) - (found[j] as number)),
          0,
        );
        const others = variance * ((covarianceOfP[j] as number[])[j] as number);
        // The variance of a product of two normal numbers is at most twice that of both together.
        expect(Math.abs(sum / n - want)).toBeLessThan(4 * Math.sqrt((2 * others) / n));
      }
    }
  });
});

describe('draws and densities refuse', () => {
  const standard = kl.normal(0, 1);

  it.each([
    ['n', () => sample(standard, -1), 'n is -1: it must be a whole number of at least 0.'],
    ['n', () => sample(standard, 1.5), 'n is 1.5: it must be a whole number of at least 0.'],
    ['n', () => sample(standard, untyped('3')), 'n is 3: it must be a whole number of at least 0.'],
    ['seed', () => sample(standard, 1, -1), 'seed is -1: it must be a whole number of at least 0.'],
    [
      'seed',
      () => sample(standard, 1, 2 ** 53),
      'seed is 9007199254740992: it must be a whole number of at least 0.',
    ],
  ])('a wrong %s', (argument, call, message) => {
    expect(failure(call)).toMatchObject({ code: 'option-not-usable', argument, message });
  });

  it('a wrong parameter', () => {
    const wrong = kl.normal(0, -1);
    for (const call of [() => sample(wrong, 1), () => logDensity(wrong, [1])]) {
      expect(failure(call)).toMatchObject({ code: 'parameter-not-positive', argument: 'p.scale' });
    }
  });

  it('half a point', () => {
    expect(failure(() => logDensity(kl.diagonalNormal([0, 0], [1, 1]), [1, 2, 3]))).toMatchObject({
      code: 'lengths-differ',
      argument: 'x',
      message: 'X has 3 numbers: points of 2 dimensions need a multiple of 2.',
    });
  });

  it('NaN', () => {
    expect(failure(() => logDensity(standard, [0, Number.NaN]))).toMatchObject({
      code: 'not-a-number',
      argument: 'x',
      index: 1,
      message: 'X[1] is NaN: a point must be made of numbers.',
    });
  });

  it('points of more numbers than fit into memory', () => {
    const zeros = new Float64Array(5000);
    const large = kl.diagonalNormal(zeros, zeros.fill(1));
    for (const call of [() => sample(large, 1), () => logDensity(large, zeros)]) {
      expect(failure(call)).toMatchObject({ code: 'shape-not-usable', argument: 'p' });
    }
  });
});
