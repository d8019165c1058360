// Estimates from draws: which are right, how far off they are, and which are a mistake.
import { beforeAll, describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { familyNames, type Pair, pairs } from './support/families.ts';
import { untyped } from './support/wrong-input.ts';

beforeAll(kl.initSync);

const { klDivergence, monteCarlo, normal } = kl;
const standard = normal(0, 1);
const nearby: Pair = [standard, normal(0.02, 1)];

/** How many standard errors an estimate is from what it estimates. */
const distance = ({ value, standardError }: kl.Estimate, want: number) =>
  value === want ? 0 : Math.abs(value - want) / standardError;

// Draws from Q = N(μ, 1), and the mean of log q/p with P = N(0, 1): D(Q‖P) = μ²/2.
describe.each([100, 10_000])('%d draws at each of 101 means', (samples) => {
  const means = Array.from({ length: 101 }, (_, i) => (i - 50) / 10);
  const estimatesBy = (estimator: kl.Estimator) =>
    means.map((mean, seed): [number, kl.Estimate] => [
      mean,
      monteCarlo(normal(mean, 1), standard, { samples, seed, estimator }),
    ]);

  it('estimate the closed form by the mean of log q/p', () => {
    for (const mean of means)
      expect(klDivergence(normal(mean, 1), standard)).toBeCloseTo(mean ** 2 / 2, 14);
    const estimates = estimatesBy('k1');
    const within = estimates.filter(([mean, estimate]) => distance(estimate, mean ** 2 / 2) <= 4);
    expect(within.length).toBeGreaterThanOrEqual(0.99 * means.length);
    for (const [mean, { standardError }] of estimates) {
      expect(standardError).toBeLessThan((1.5 * Math.abs(mean)) / Math.sqrt(samples) + 1e-300);
    }
  });

  it('estimate something else where they are weighted by the density once more', () => {
    const far = estimatesBy('density-weighted').filter(([mean]) => Math.abs(mean) > 1);
    expect(far.length).toBe(80);
    for (const [mean, estimate] of far) {
      expect(estimate.value).toBeLessThan(mean ** 2 / 4);
      expect(distance(estimate, mean ** 2 / 2)).toBeGreaterThan(4);
    }
  });
});

describe('the standard error', () => {
  it.each<[string, Pair, number]>([
    ['normal', [normal(0.5, 1), standard], 200],
    ['gamma', [kl.gamma(3, 1), kl.gamma(4, 1.5)], 1000],
    ['poisson', [kl.poisson(8), kl.poisson(9)], 1000],
  ])('makes, for %s distributions, intervals of 95 %% that hold', (_, [p, q], samples) => {
    const want = klDivergence(p, q);
    const seeds = Array.from({ length: 1000 }, (_, seed) => seed);
    const covered = seeds.filter(
      (seed) => distance(monteCarlo(p, q, { samples, seed }), want) <= 1.96,
    );
    expect(covered.length).toBeGreaterThanOrEqual(930);
    expect(covered.length).toBeLessThanOrEqual(970);
  });

  it('is Infinity for one draw, and falls as one over the root of their number', () => {
    expect(monteCarlo(...nearby, { samples: 1 }).standardError).toBe(Infinity);
    const [few, many] = [1e4, 1e6].map((samples) => monteCarlo(...nearby, { samples }));
    const ratio = (few as kl.Estimate).standardError / (many as kl.Estimate).standardError;
    expect(ratio).toBeGreaterThan(9);
    expect(ratio).toBeLessThan(11);
  });
});

describe('the estimators', () => {
  const want = 0.0002; // ½ · 0.02²

  it('k1 and k3 estimate the divergence without bias, k3 with far less variance', () => {
    const [k1, k3] = (['k1', 'k3'] as const).map((estimator) =>
      monteCarlo(...nearby, { samples: 1e6, estimator }),
    ) as [kl.Estimate, kl.Estimate];
    expect(distance(k1, want)).toBeLessThan(4);
    expect(distance(k3, want)).toBeLessThan(4);
    expect(k3.standardError).toBeLessThan(k1.standardError / 20);
    const wide: Pair = [standard, normal(1, 1.5)];
    const estimate = monteCarlo(...wide, { samples: 1e5, estimator: 'k3' });
    expect(distance(estimate, klDivergence(...wide))).toBeLessThan(4);
  });

  it('k2 and k3 are never negative, as k1 may be', () => {
    const seeds = Array.from({ length: 500 }, (_, seed) => seed);
    const valuesBy = (estimator: kl.Estimator) =>
      seeds.map((seed) => monteCarlo(...nearby, { samples: 3, seed, estimator }).value);
    expect(Math.min(...valuesBy('k2'))).toBeGreaterThanOrEqual(0);
    expect(Math.min(...valuesBy('k3'))).toBeGreaterThanOrEqual(0);
    expect(Math.min(...valuesBy('k1'))).toBeLessThan(0);
  });

  it('k2 is near for near distributions, and off for others', () => {
    const near = monteCarlo(...nearby, { samples: 1e6, estimator: 'k2' });
    expect(Math.abs(near.value / want - 1)).toBeLessThan(0.01);
    // E l²/2 = D + D²/2 · … for normal distributions one apart: l = x + ½ at x ~ N(0, 1), half of 1 + ¼.
    const far = monteCarlo(standard, normal(-1, 1), { samples: 1e6, estimator: 'k2' });
    expect(distance(far, 0.625)).toBeLessThan(4);
    expect(distance(far, 0.5)).toBeGreaterThan(50);
  });

  it('agree with the closed form, sum or quadrature for each family', () => {
    for (const family of familyNames) {
      const [p, q] = pairs[family] as Pair;
      const { value, standardError } = monteCarlo(p, q, { samples: 20_000, seed: 2 });
      const difference = Math.abs(value - klDivergence(p, q));
      // Where log p/q is the same everywhere, the standard error is only that of rounding.
      expect([family, difference < 4 * standardError + 1e-13]).toEqual([family, true]);
    }
  });

  it('estimate what has no closed form', () => {
    const two = [kl.diagonalNormal([0, 0], [1, 1]), kl.diagonalNormal([1, 2], [1, 1])];
    const [mixture, single] = [kl.mixture([1, 1], two), two[0] as kl.Distribution];
    expect(failure(() => klDivergence(single, mixture)).code).toBe('no-closed-form');
    const { value, standardError } = monteCarlo(single, mixture);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(Math.LN2); // D(P‖½P + ½R) ≤ log 2
    expect(standardError).toBeLessThan(0.01);
  });
});

describe('an estimate', () => {
  it('says how it was made', () => {
    const { value, standardError, ...rest } = monteCarlo(...nearby, {
      samples: 50,
      seed: 9,
      estimator: 'k3',
    });
    expect(rest).toEqual({ samples: 50, seed: 9, estimator: 'k3' });
    expect(monteCarlo(...nearby)).toMatchObject({ samples: 10_000, seed: 0, estimator: 'k1' });
    expect(monteCarlo(...nearby, { samples: 50, seed: 9, estimator: 'k3' })).toMatchObject({
      value,
      standardError,
    });
    expect(monteCarlo(...nearby, { samples: 50, seed: 10 }).value).not.toBe(
      monteCarlo(...nearby, { samples: 50, seed: 9 }).value,
    );
  });

  it('has a trace of running estimates, which ends in it', () => {
    const { trace, value, standardError } = monteCarlo(...nearby, { samples: 20_000, trace: 30 });
    const counts = Array.from(trace?.samples ?? []);
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.length).toBeLessThanOrEqual(30);
    expect(trace?.value).toHaveLength(counts.length);
    expect(trace?.standardError).toHaveLength(counts.length);
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
    expect([counts.at(-1), trace?.value.at(-1), trace?.standardError.at(-1)]).toEqual([
      20_000,
      value,
      standardError,
    ]);
    for (const [i, samples] of counts.entries()) {
      const alone = monteCarlo(...nearby, { samples });
      expect(trace?.value[i]).toBeCloseTo(alone.value, 14);
      if (samples > 1) expect(trace?.standardError[i]).toBeCloseTo(alone.standardError, 14);
    }
  });

  it('has at most as many points as draws', () => {
    const { trace } = monteCarlo(...nearby, { samples: 3, trace: 100 });
    expect(Array.from(trace?.samples ?? [])).toEqual([1, 2, 3]);
    expect(monteCarlo(...nearby, { trace: 1 }).trace?.samples).toEqual(Float64Array.of(10_000));
    expect(monteCarlo(...nearby)).not.toHaveProperty('trace');
  });

  it('is Infinity from the draw on that shows that P has mass where Q has none', () => {
    const { value, standardError, trace } = monteCarlo(kl.uniform(0, 1), kl.uniform(0, 0.99), {
      trace: 200,
    });
    expect([value, standardError]).toEqual([Infinity, Infinity]);
    const values = Array.from(trace?.value ?? []);
    const first = values.indexOf(Infinity);
    expect(first).toBeGreaterThan(0);
    expect(values.slice(first).every((x) => x === Infinity)).toBe(true);
    expect(Math.abs((values[0] as number) - Math.log(0.99))).toBeLessThan(1e-15);
    for (const estimator of ['k2', 'k3'] as const) {
      expect(monteCarlo(kl.poisson(5), kl.binomial(5, 0.5), { estimator }).value).toBe(Infinity);
    }
  });

  it.each<[string, kl.Distribution, kl.Distribution]>([
    ['draws that are too large for a double', kl.logNormal(0, 1000), kl.logNormal(1, 1000)],
    ['draws at the poles of a density', kl.dirichlet([0.001, 0.001]), kl.dirichlet([0.002, 0.001])],
    ['draws too near to 0', kl.chi2(0.001), kl.chi2(0.002)],
    [
      'densities too small for a double',
      kl.diagonalNormal(new Array(1000).fill(0), new Array(1000).fill(1)),
      kl.independent(new Array(1000).fill(kl.uniform(0, 1))),
    ],
  ])('is never NaN, for %s', (_, p, q) => {
    for (const estimator of ['k1', 'k2', 'k3', 'density-weighted'] as const) {
      const { value, standardError } = monteCarlo(p, q, { estimator });
      expect([estimator, Number.isNaN(value), Number.isNaN(standardError)]).toEqual([
        estimator,
        false,
        false,
      ]);
    }
  });
});

describe('estimates refuse', () => {
  it.each<[string, kl.MonteCarloOptions, string]>([
    ['samples', { samples: 0 }, 'samples is 0: it must be a whole number of at least 1.'],
    ['samples', { samples: 1.5 }, 'samples is 1.5: it must be a whole number of at least 1.'],
    ['seed', { seed: -1 }, 'seed is -1: it must be a whole number of at least 0.'],
    ['trace', { trace: Number.NaN }, 'trace is NaN: it must be a whole number of at least 0.'],
    [
      'estimator',
      { estimator: untyped('k4') },
      'estimator is k4: it must be one of "k1", "k2", "k3", "density-weighted".',
    ],
  ])('a wrong %s', (argument, options, message) => {
    const error = failure(() => monteCarlo(...nearby, options));
    expect(error).toMatchObject({ code: 'option-not-usable', argument, message });
  });

  it('an option that is none', () => {
    expect(failure(() => monteCarlo(...nearby, untyped({ n: 3 }))).code).toBe('option-unknown');
  });

  it('a wrong parameter, other dimensions, and a density against none', () => {
    expect(failure(() => monteCarlo(standard, normal(0, -1)))).toMatchObject({
      code: 'parameter-not-positive',
      argument: 'q.scale',
    });
    expect(failure(() => monteCarlo(kl.dirichlet([1, 2]), kl.dirichlet([1, 2, 3])))).toMatchObject({
      code: 'dimensions-differ',
      argument: 'q',
      message: 'Q has 3 dimensions, and P another number: both must have as many.',
    });
    expect(failure(() => monteCarlo(standard, kl.poisson(1))).code).toBe('one-is-discrete');
  });
});
