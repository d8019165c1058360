// Measures and gradients of distributions with parameters: theorems, and their relations to each other.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  bernoulli,
  bhattacharyyaDistance,
  type Distribution,
  diagonalNormal,
  entropy,
  exponential,
  gamma,
  gradient,
  hellingerDistance,
  initSync,
  jeffreysDivergence,
  jensenShannonDivergence,
  klDivergence,
  laplace,
  mixture,
  multivariateNormal,
  normal,
  poisson,
  renyiDivergence,
  uniform,
  wassersteinDistance,
} from '../../web/core/index.ts';
import { failure } from './support/core.ts';

beforeAll(initSync);

const ulp = 2 ** -52;
function expectNear(got: number, want: number, units = 16): void {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(units * ulp * Math.abs(want));
}

describe('normal distributions of one width', () => {
  const [p, q] = [normal(0, 2), normal(3, 2)];
  const z = 9 / 4; // the squared standardized difference

  it("have Rényi's divergence α z/2", () => {
    for (const alpha of [0.1, 0.5, 2, 7]) {
      expectNear(renyiDivergence(p, q, { alpha }), (alpha * z) / 2);
      expectNear(renyiDivergence(p, q, { alpha, base: 2 }), (alpha * z) / 2 / Math.LN2);
    }
    expect(renyiDivergence(p, q, { alpha: 1 })).toBe(klDivergence(p, q));
    expect(renyiDivergence(p, q, { alpha: Number.POSITIVE_INFINITY })).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it("have Bhattacharyya's distance z/8, and Hellinger's made of it", () => {
    expectNear(bhattacharyyaDistance(p, q), z / 8);
    expectNear(hellingerDistance(p, q), Math.sqrt(-Math.expm1(-z / 8)));
    expect(hellingerDistance(p, p)).toBe(0);
  });

  it('are transported by a shift', () => {
    expect(wassersteinDistance(p, q)).toBe(3);
    expectNear(wassersteinDistance(normal(0, 1), normal(3, 5)), 5);
    const identity = { scaleTril: [1, 0, 0, 1] };
    const far = diagonalNormal([3, 4], [1, 1]);
    expectNear(wassersteinDistance(multivariateNormal([0, 0], identity), far), 5);
  });
});

describe('the Jensen–Shannon divergence', () => {
  it('is that of the probabilities where there are two outcomes', () => {
    const finite = jensenShannonDivergence([0.3, 0.7], [0.6, 0.4]);
    expectNear(jensenShannonDivergence(bernoulli(0.7), bernoulli(0.4)), finite, 64);
    const bits = jensenShannonDivergence([0.3, 0.7], [0.6, 0.4], { base: 2 });
    expectNear(jensenShannonDivergence(bernoulli(0.7), bernoulli(0.4), { base: 2 }), bits, 64);
  });

  it('is log 2 for distributions that share no point', () => {
    expect(jensenShannonDivergence(poisson(3), normal(3, 1))).toBe(Math.LN2);
    expectNear(jensenShannonDivergence(uniform(0, 1), uniform(2, 3)), Math.LN2);
  });

  it('is symmetric, and less than either half of the mean divergences', () => {
    const [p, q] = [gamma(2, 1), exponential(0.7)];
    const found = jensenShannonDivergence(p, q);
    expectNear(jensenShannonDivergence(q, p), found, 1e4);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(jeffreysDivergence(p, q) / 4);
  });
});

describe('Jeffreys’ divergence and entropy', () => {
  it('are the sum of both directions, and −E log p', () => {
    const [p, q] = [laplace(0, 1), normal(0.5, 2)];
    expectNear(jeffreysDivergence(p, q), klDivergence(p, q) + klDivergence(q, p));
    expectNear(entropy(normal(5, 1)), 0.5 * Math.log(2 * Math.PI * Math.E));
    expectNear(entropy(uniform(0, 8), { base: 2 }), 3);
    expect(entropy(uniform(0, 0.5))).toBeLessThan(0);
  });

  it('of a mixture lies between that of its components and log of their number more', () => {
    const parts: Distribution[] = [normal(-2, 1), normal(2, 1)];
    const mixed = entropy(mixture([1, 1], parts));
    expect(mixed).toBeGreaterThan(entropy(normal(0, 1)));
    expect(mixed).toBeLessThan(entropy(normal(0, 1)) + Math.LN2);
  });
});

describe('the gradient', () => {
  it('of two normal distributions is that of the closed form', () => {
    const { p, q } = gradient(normal(1, 2), normal(0, 3));
    expectNear(p.loc as number, 1 / 9);
    expectNear(p.scale as number, 2 / 9 - 1 / 2);
    expectNear(q.loc as number, -1 / 9);
    expectNear(q.scale as number, 1 / 3 - (4 + 1) / 27);
    expect(gradient(normal(1, 2), normal(1, 2))).toEqual({
      p: { loc: 0, scale: 0 },
      q: { loc: 0, scale: 0 },
    });
  });

  it('is what differences of the divergence tend to, by parameters of two families', () => {
    const step = 1e-5;
    const at = (concentration: number, scale: number) =>
      klDivergence(gamma(concentration, 2), normal(1, scale));
    const { p, q } = gradient(gamma(3, 2), normal(1, 1.5));
    const byConcentration = (at(3 + step, 1.5) - at(3 - step, 1.5)) / (2 * step);
    const byScale = (at(3, 1.5 + step) - at(3, 1.5 - step)) / (2 * step);
    expect(p.concentration).toBeCloseTo(byConcentration, 8);
    expect(q.scale).toBeCloseTo(byScale, 8);
  });

  it('has the shape of the parameters, and the unit of the base', () => {
    const p = multivariateNormal(
      [0, 0],
      [
        [2, 0],
        [0, 1],
      ],
    );
    const q = multivariateNormal(
      [1, 0],
      [
        [1, 0],
        [0, 1],
      ],
    );
    const nats = gradient(p, q);
    expect(Array.from(nats.p.loc as Float64Array)).toEqual([-1, 0]);
    expect(Array.from(nats.p.covarianceMatrix as Float64Array)).toEqual([0.25, 0, 0, 0]);
    const bits = gradient(p, q, { base: 2 });
    expectNear((bits.p.loc as Float64Array)[0] as number, -1 / Math.LN2);
    const mixed = gradient(mixture([1, 3], [normal(0, 1), normal(2, 1)]), normal(1, 2)).p;
    expect(mixed.weights).toHaveLength(2);
    expect(mixed.components).toHaveLength(2);
    expect(Object.keys((mixed.components as object[])[0] as object)).toEqual(['loc', 'scale']);
  });
});

describe('what cannot be', () => {
  it('is an error that says so', () => {
    expect(failure(() => wassersteinDistance(gamma(1, 2), normal(0, 1))).code).toBe(
      'no-closed-form',
    );
    expect(failure(() => gradient(normal(0, 1), uniform(0, 1))).code).toBe(
      'divergence-is-infinite',
    );
    expect(failure(() => renyiDivergence(normal(0, 1), normal(1, 1), {} as never)).argument).toBe(
      'alpha',
    );
    expect(failure(() => hellingerDistance(normal(0, 1), [0.5, 0.5] as never)).code).toBe(
      'kinds-differ',
    );
    expect(
      failure(() => jeffreysDivergence(normal(0, 1), normal(1, 1), { normalise: true } as never))
        .code,
    ).toBe('option-unknown');
  });
});
