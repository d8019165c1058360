// Theorems, held against numbers that nobody chose.
import fc from 'fast-check';
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
} from '../../web/core/index.ts';
import { asymmetryMaxUlp, finiteMaxUlp, normalMaxUlp, ulpError } from './support/core.ts';
import { counts, hasWeight, holds, pairOf, positive } from './support/properties.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };
const positiveCounts = pairOf(positive, { min: 2 });
const normals = fc
  .tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  )
  .map(([loc, scale]) => normal(loc, scale));

describe('the divergence', () => {
  it('is positive between weights that are not proportional', () => {
    holds(pairOf(counts), ([p, q]) => {
      const proportional = p.every((x, i) =>
        p.every((y, j) => x * (q[j] as number) === y * (q[i] as number)),
      );
      expect(klDivergence(p, q, weights) === 0).toBe(proportional);
    });
  });

  it('is infinite just where P has an outcome that Q lacks', () => {
    holds(pairOf(counts), ([p, q]) => {
      const outcome = p.findIndex((x, i) => x > 0 && q[i] === 0);
      const { forward } = compare(p, q, weights);
      expect(forward.value === Number.POSITIVE_INFINITY).toBe(outcome >= 0);
      expect(forward.outcome).toBe(outcome >= 0 ? outcome : undefined);
    });
  });

  it('to another base is the same divided by the logarithm of the base', () => {
    const bases = fc.constantFrom(2, 10, 3, 1.5, 0.5, 1e6);
    holds(fc.tuple(positiveCounts, bases), ([[p, q], base]) => {
      const want = klDivergence(p, q, weights) / Math.log(base);
      const got = klDivergence(p, q, { ...weights, base });
      expect(ulpError(got, want)).toBeLessThanOrEqual(4);
    });
  });

  it('of weights as given is that of probabilities, times the sum of P, plus that of the sums', () => {
    holds(positiveCounts, ([p, q]) => {
      const [pSum, qSum] = [p, q].map((x) => x.reduce((a, b) => a + b, 0)) as [number, number];
      const want = pSum * (klDivergence(p, q, weights) + Math.log(pSum / qSum));
      const got = klDivergence(p, q, { normalize: false });
      expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-13 * pSum * (1 + Math.abs(want / pSum)));
      expect(generalizedKlDivergence(p, q)).toBeGreaterThanOrEqual(0);
    });
  });
});

describe('the asymmetry', () => {
  it('changes its sign when P and Q change places', () => {
    holds(positiveCounts, ([p, q]) => {
      const sum = asymmetry(p, q, weights) + asymmetry(q, p, weights);
      const bound = 2 * asymmetryMaxUlp * 2 ** -52 * jeffreysDivergence(p, q, weights);
      expect(Math.abs(sum)).toBeLessThanOrEqual(bound);
    });
  });

  it('is infinite, or 0 where both directions are, exactly the other way round', () => {
    const lacking = fc.integer({ min: 2, max: 10 }).chain((n) => fc.tuple(counts(n), counts(n)));
    holds(lacking, ([p, q]) => {
      p[0] = 0;
      q[0] = 1;
      if (!hasWeight(p)) return;
      expect(asymmetry(p, q, weights) === -asymmetry(q, p, weights)).toBe(true);
    });
  });

  it('is the difference of the two directions', () => {
    holds(positiveCounts, ([p, q]) => {
      const [forward, reverse] = [klDivergence(p, q, weights), klDivergence(q, p, weights)];
      const got = asymmetry(p, q, weights);
      expect(Math.abs(got - (forward - reverse))).toBeLessThanOrEqual(1e-14 * (forward + reverse));
    });
  });
});

describe('a comparison', () => {
  it('holds what the single functions give: to the bit, but for rounding in either direction', () => {
    holds(fc.tuple(pairOf(counts), fc.constantFrom(Math.E, 2, 10)), ([[p, q], base]) => {
      const options: Options = { ...weights, base };
      const all = compare(p, q, options);
      expect({
        jeffreys: all.jeffreys,
        asymmetry: all.asymmetry,
        forward: all.crossEntropy.forward,
        entropy: all.entropy.p,
      }).toEqual({
        jeffreys: jeffreysDivergence(p, q, options),
        asymmetry: asymmetry(p, q, options),
        forward: crossEntropy(p, q, options),
        entropy: entropy(p, options),
      });
      const agrees = (got: number, want: number) =>
        expect(ulpError(got, want)).toBeLessThanOrEqual(2 * finiteMaxUlp);
      agrees(all.forward.value, klDivergence(p, q, options));
      agrees(all.reverse.value, klDivergence(q, p, options));
      agrees(all.crossEntropy.reverse, crossEntropy(q, p, options));
      agrees(all.entropy.q, entropy(q, options));
    });
  });

  it('has the sum of its two directions', () => {
    holds(pairOf(counts), ([p, q]) => {
      const { forward, reverse, jeffreys } = compare(p, q, weights);
      expect(jeffreys).toBe(forward.value + reverse.value);
    });
  });

  it('of Q with P is that of P with Q, the other way round', () => {
    holds(pairOf(counts), ([p, q]) => {
      const [there, back] = [compare(p, q, weights), compare(q, p, weights)];
      const agrees = (got: number, want: number) =>
        expect(ulpError(got, want)).toBeLessThanOrEqual(2 * finiteMaxUlp);
      agrees(there.forward.value, back.reverse.value);
      agrees(there.reverse.value, back.forward.value);
      agrees(there.jeffreys, back.jeffreys);
      expect(there.forward.outcome).toBe(back.reverse.outcome);
      expect(there.forward.reason).toBe(back.reverse.reason);
      expect(there.sums?.p).toBe(back.sums?.q);
    });
  });

  it('has a cross-entropy that is the entropy and the divergence together', () => {
    holds(positiveCounts, ([p, q]) => {
      const { crossEntropy, entropy, forward } = compare(p, q, weights);
      expect(crossEntropy.forward).toBeCloseTo(entropy.p + forward.value, 12);
    });
  });
});

describe('normal distributions', () => {
  it('have a divergence that is never negative, and 0 only where the next to it underflows', () => {
    holds(fc.tuple(normals, normals), ([p, q]) => {
      expect(klDivergence(p, p)).toBe(0);
      const got = klDivergence(p, q);
      expect(got).toBeGreaterThanOrEqual(0);
      if (got > 0) return;
      expect(p.scale).toBe(q.scale);
      expect(Math.abs(p.loc - q.loc)).toBeLessThan(1e-160 * p.scale);
    });
  });

  it('are compared with exactly what klDivergence gives', () => {
    holds(fc.tuple(normals, normals), ([p, q]) => {
      const { forward, reverse, jeffreys, asymmetry } = compare(p, q);
      expect(forward.value).toBe(klDivergence(p, q));
      expect(reverse.value).toBe(klDivergence(q, p));
      expect(jeffreys).toBe(forward.value + reverse.value);
      const sum = asymmetry + compare(q, p).asymmetry;
      expect(Math.abs(sum)).toBeLessThanOrEqual(4 * normalMaxUlp * 2 ** -52 * jeffreys);
    });
  });

  it('have the divergence of their shapes, wherever both are and however measured', () => {
    holds(fc.tuple(normals, normals, fc.integer({ min: -30, max: 30 })), ([p, q, k]) => {
      const scaled = (x: typeof p) => normal(x.loc * 2 ** k, x.scale * 2 ** k);
      const mirrored = (x: typeof p) => normal(-x.loc, x.scale);
      const want = klDivergence(p, q);
      expect(ulpError(klDivergence(scaled(p), scaled(q)), want)).toBeLessThanOrEqual(normalMaxUlp);
      expect(klDivergence(mirrored(p), mirrored(q))).toBe(want);
    });
  });
});
