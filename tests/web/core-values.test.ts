// D(P‖Q) against the reference values of tests/vectors, and what a comparison says beside its figures.
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, initSync, klDivergence, normal, type Options } from '../../web/core/index.ts';
import {
  finiteMaxUlp,
  hexDouble,
  normalMaxUlp,
  reference,
  ulpError,
  vectors,
} from './support/core.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };

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
