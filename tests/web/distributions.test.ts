// Distributions with parameters: plain objects, the ways to give one, and what klDivergence and compare say of them.
import { beforeAll, describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { above, ulpError } from './support/core.ts';
import { familyNames, type Pair, pairs } from './support/families.ts';

beforeAll(kl.initSync);

const { compare, klDivergence, normal } = kl;
const relative = (got: number, want: number) => Math.abs(got / want - 1);
const pairOf = (family: string) => pairs[family] as Pair;

function isFrozen(x: unknown): boolean {
  return (
    typeof x !== 'object' || (Object.isFrozen(x) && Object.values(x as object).every(isFrozen))
  );
}

describe.each(familyNames)('%s', (family) => {
  const [p, q] = pairOf(family);

  it('is a plain object, frozen through and through', () => {
    expect(Object.getPrototypeOf(p)).toBe(Object.prototype);
    expect(p.family).toBe(family);
    expect(isFrozen(p)).toBe(true);
  });

  it('survives JSON, and gives the same bits', () => {
    const copies = [p, q].map((x): kl.Distribution => JSON.parse(JSON.stringify(x)));
    expect(copies).toEqual([p, q]);
    const [pCopy, qCopy] = copies as Pair;
    expect(klDivergence(pCopy, qCopy)).toBe(klDivergence(p, q));
  });

  it('has the divergence that compare says, positive and finite', () => {
    const { forward, reverse } = compare(p, q);
    expect(klDivergence(p, q)).toBe(forward.value);
    expect(klDivergence(q, p)).toBe(reverse.value);
    expect(compare(q, p).forward).toEqual(reverse);
    expect(forward.value).toBeGreaterThan(0);
    expect(forward.value).toBeLessThan(Infinity);
    expect(forward.error).toBeLessThanOrEqual(1e-12 * forward.value);
    expect(forward.reason).toBeUndefined();
  });

  it('has divergence 0 from itself', () => {
    expect(klDivergence(p, p)).toBe(0);
    expect(compare(p, p).asymmetry).toBe(0);
  });

  it('has the same figures to another base', () => {
    const nats = compare(p, q);
    for (const base of [2, 10, 0.5]) {
      const other = compare(p, q, { base });
      const inNats = (x: number) => x * Math.log(base);
      expect(other.base).toBe(base);
      expect(klDivergence(p, q, { base })).toBe(other.forward.value);
      expect(relative(inNats(other.forward.value), nats.forward.value)).toBeLessThan(1e-15);
      expect(inNats(other.crossEntropy.forward)).toBeCloseTo(nats.crossEntropy.forward, 13);
      expect(inNats(other.entropy.p)).toBeCloseTo(nats.entropy.p, 13);
    }
  });

  it('has figures that belong together', () => {
    const { forward, reverse, asymmetry, jeffreys, crossEntropy, entropy } = compare(p, q);
    const size = forward.value + reverse.value;
    const near = (got: number, want: number, scale: number) =>
      expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-12 * scale);
    near(crossEntropy.forward, entropy.p + forward.value, Math.abs(entropy.p) + forward.value);
    const swapped = compare(q, p);
    expect(swapped.jeffreys).toBe(jeffreys);
    expect(swapped.entropy).toEqual({ p: entropy.q, q: entropy.p });
    expect(swapped.crossEntropy.forward).toBe(crossEntropy.reverse);
    expect(swapped.crossEntropy.reverse).toBe(crossEntropy.forward);
    if (size === Infinity) {
      expect([asymmetry, jeffreys, crossEntropy.reverse]).toEqual([-Infinity, Infinity, Infinity]);
      expect(swapped.asymmetry).toBe(Infinity);
    } else {
      expect(jeffreys).toBe(size);
      near(asymmetry, forward.value - reverse.value, size);
      near(swapped.asymmetry, -asymmetry, size);
      near(crossEntropy.reverse, entropy.q + reverse.value, Math.abs(entropy.q) + reverse.value);
    }
  });
});

describe('two ways to give a distribution', () => {
  const logit = (x: number) => Math.log(x) - Math.log1p(-x);
  const [a, b] = [0.3, 0.65];

  it.each<[string, (probs: number) => kl.Distribution, (logits: number) => kl.Distribution]>([
    ['Bernoulli', kl.bernoulli, (logits) => kl.bernoulli({ logits })],
    ['ContinuousBernoulli', kl.continuousBernoulli, (logits) => kl.continuousBernoulli({ logits })],
    ['Geometric', kl.geometric, (logits) => kl.geometric({ logits })],
    ['Binomial', (x) => kl.binomial(7, x), (logits) => kl.binomial(7, { logits })],
    [
      'NegativeBinomial',
      (x) => kl.negativeBinomial(7, x),
      (logits) => kl.negativeBinomial(7, { logits }),
    ],
  ])('%s by probs and by logits agree', (_, byProbs, byLogits) => {
    const want = klDivergence(byProbs(a), byProbs(b));
    for (const p of [byProbs(a), byLogits(logit(a))]) {
      for (const q of [byProbs(b), byLogits(logit(b))]) {
        expect(relative(klDivergence(p, q), want)).toBeLessThan(1e-14);
      }
    }
  });

  it('Categorical by probs, in any units, and by logits agree', () => {
    const [p, q] = [
      [1, 2, 5],
      [3, 3, 2],
    ] as const;
    const ways = (x: readonly number[]) => [
      kl.categorical(x),
      kl.categorical(x.map((weight) => weight / 8)),
      kl.categorical({ logits: x.map(Math.log) }),
    ];
    const want = klDivergence([...p], [...q], { form: 'weights' });
    for (const x of ways(p)) {
      for (const y of ways(q)) expect(relative(klDivergence(x, y), want)).toBeLessThan(1e-14);
    }
  });

  const covariance = [
    [2.25, 0.75],
    [0.75, 1.25],
  ];
  const factor = [
    [1.5, 0],
    [0.5, 1],
  ];
  const precision = [
    [5 / 9, -1 / 3],
    [-1 / 3, 1],
  ];
  const other = kl.multivariateNormal([1, -1], [3, 1, 1, 2]);

  it('MultivariateNormal by covariance, by its factor and by its inverse agree', () => {
    const want = klDivergence(kl.multivariateNormal([0, 0], covariance), other);
    const back = klDivergence(other, kl.multivariateNormal([0, 0], covariance));
    for (const way of [{ scaleTril: factor }, { precisionMatrix: precision }]) {
      const p = kl.multivariateNormal([0, 0], way);
      expect(relative(klDivergence(p, other), want)).toBeLessThan(1e-14);
      expect(relative(klDivergence(other, p), back)).toBeLessThan(1e-14);
    }
  });

  it('a matrix by rows, by typed rows, flat and flat in a typed array is the same', () => {
    const want = klDivergence(kl.multivariateNormal([0, 0], covariance), other);
    for (const matrix of [
      covariance.map((row) => Float64Array.from(row)),
      covariance.flat(),
      Float64Array.from(covariance.flat()),
    ]) {
      expect(klDivergence(kl.multivariateNormal([0, 0], matrix), other)).toBe(want);
    }
    const wide = [
      [1, 2, 0.5],
      [3, -1, 2],
    ];
    const lowRank = (factorOf: kl.Matrix) => kl.lowRankMultivariateNormal([0, 0], factorOf, [1, 2]);
    expect(klDivergence(lowRank(wide), other)).toBe(klDivergence(lowRank(wide.flat()), other));
    const full = kl.multivariateNormal([0, 0], [6.25, 2, 2, 16]); // W Wᵀ + diag(1, 2)
    expect(relative(klDivergence(lowRank(wide), other), klDivergence(full, other))).toBeLessThan(
      1e-13,
    );
  });

  it('normal distributions agree in all their families', () => {
    const [p, q]: Pair = [normal(1, 2), normal(-0.5, 3)];
    const want = klDivergence(p, q);
    const as = (loc: number, scale: number) => [
      kl.diagonalNormal([loc], [scale]),
      kl.multivariateNormal([loc], [scale * scale]),
      kl.independent([normal(loc, scale)]),
    ];
    for (const x of as(1, 2)) {
      for (const y of as(-0.5, 3)) expect(relative(klDivergence(x, y), want)).toBeLessThan(1e-14);
    }
  });
});

describe('an infinite divergence says why', () => {
  it.each<[string, kl.Distribution, kl.Distribution, string]>([
    [
      'support',
      normal(0, 1),
      kl.exponential(1),
      'one distribution has mass where the other has none',
    ],
    [
      'discrete, continuous',
      kl.poisson(1),
      normal(0, 1),
      'one distribution has a density and the other has not',
    ],
    [
      'continuous, discrete',
      normal(0, 1),
      kl.poisson(1),
      'one distribution has a density and the other has not',
    ],
    [
      'tails',
      kl.cauchy(0, 1),
      normal(0, 1),
      'the tails are too heavy: the expectation of the log density diverges',
    ],
    ['size', normal(1e200, 1), normal(0, 1), 'the divergence exceeds the largest double'],
  ])('of %s', (_, p, q, reason) => {
    const want = { value: Infinity, method: 'infinite', error: 0, reason };
    expect(compare(p, q).forward).toMatchObject(want);
    expect(compare(q, p).reverse).toMatchObject(want);
    expect(klDivergence(p, q)).toBe(Infinity);
  });
});

// Decimals are of mpmath: quadrature of the definition, or the closed form, with 50 digits.
describe('where PyTorch 1.13 answers inf, nan, 0 or less than 0', () => {
  const uniform = kl.uniform(0, 1);
  const near = 3 * (1 + 1e-9);

  it.each<[string, kl.Distribution, kl.Distribution, number, number]>([
    [
      'ContinuousBernoulli‖Uniform that touch',
      kl.continuousBernoulli(0.3),
      uniform,
      0.029386202232129087,
      64,
    ],
    [
      'Uniform‖ContinuousBernoulli that touch',
      uniform,
      kl.continuousBernoulli(0.3),
      0.029736123251875437,
      64,
    ],
    [
      'ContinuousBernoulli‖a wider Uniform',
      kl.continuousBernoulli(0.3),
      kl.uniform(-1, 2),
      1.1279984909002387,
      8,
    ],
    ['Uniform‖Beta', uniform, kl.beta(2, 3), 0.5150933502119996, 8],
    ['Uniform‖Gamma', uniform, kl.gamma(2, 3), 0.3027754226637806, 8],
    ['a certain Binomial', kl.binomial(5, 1), kl.binomial(5, 0.5), 3.4657359027997265, 8],
    ['Binomial‖one of p = 0', kl.binomial(5, 0.5), kl.binomial(5, 0), Infinity, 0],
    ['Poisson(0)‖Poisson', kl.poisson(0), kl.poisson(2), 2, 8],
    ['Gamma as Q → P', kl.gamma(3, 1), kl.gamma(near, 1), 1.7772035942164396e-18, 128],
    ['Normal as Q → P', normal(0, 1), normal(1e-9, 1), 5e-19, 8],
  ])('%s is right', (_, p, q, want, units) => {
    const { value, error } = compare(p, q).forward;
    expect(ulpError(value, want)).toBeLessThanOrEqual(units);
    if (value < Infinity) expect(Math.abs(value - want)).toBeLessThanOrEqual(above(error, 1));
  });
});
