// Smoothing and counts: reference values, what the note says, and the choices that are refused.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  fromSamples,
  initSync,
  klDivergence,
  type SmoothingOptions,
  smooth,
} from '../../web/core/index.ts';
import { constantOf, failure, ulpError } from './support/core.ts';

beforeAll(initSync);

const maxUlp = constantOf('measures/smoothing.h', 'kSmoothingMaxUlp');
const counts = [4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1];
const pseudocount = (value: unknown) =>
  ({ method: 'pseudocount', pseudocount: value }) as SmoothingOptions;

describe('smooth', () => {
  // Of mpmath with 40 digits: the formulas of the R package `entropy` (freqs.Dirichlet, freqs.shrink).
  it.each<[SmoothingOptions, number, number[]]>([
    [
      pseudocount('laplace'),
      0.36666666666666664,
      [0.16666666666666666, 0.1, 0.13333333333333333, 0.03333333333333333],
    ],
    [
      pseudocount('jeffreys'),
      0.22448979591836735,
      [0.1836734693877551, 0.10204081632653061, 0.14285714285714285, 0.02040816326530612],
    ],
    [
      pseudocount('schurmann-grassberger'),
      0.05,
      [0.20454545454545456, 0.10454545454545454, 0.15454545454545454, 0.004545454545454545],
    ],
    [
      pseudocount('minimax'),
      0.18660549686337075,
      [0.1882050841072523, 0.10258461009287027, 0.1453948471000613, 0.016964136078488252],
    ],
    [
      { method: 'shrinkage' },
      0.7663934426229508,
      [0.11885245901639344, 0.0942622950819672, 0.10655737704918032, 0.06967213114754098],
    ],
  ])('with %o gives the published estimator', (options, lambda, first) => {
    const got = smooth(counts, options);
    expect(ulpError(got.lambda, lambda)).toBeLessThanOrEqual(8);
    first.forEach((want, i) => {
      const allowed = options.method === 'shrinkage' ? 16 : maxUlp;
      expect(ulpError(got.probabilities[i] as number, want)).toBeLessThanOrEqual(allowed);
    });
    expect(got.method).toBe(options.method);
    expect(got.sum).toBe(19);
  });

  it.each<SmoothingOptions>([
    pseudocount(0.1),
    { method: 'shrinkage', lambda: 0.3 },
    { method: 'epsilon', epsilon: 1e-9 },
    { method: 'mix', weight: 0.01 },
  ])('with %o gives probabilities that sum to 1, none of them 0', (options) => {
    const { probabilities } = smooth(counts, options);
    expect(Math.min(...probabilities)).toBeGreaterThan(0);
    expect(Math.abs(probabilities.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-15);
    expect(klDivergence(probabilities, new Float64Array(11).fill(1 / 11))).toBeGreaterThan(0);
  });

  it('makes a divergence finite, which otherwise is infinite and stays so', () => {
    const [p, q] = [
      [2, 2, 1],
      [5, 0, 4],
    ];
    expect(klDivergence(p, q, { form: 'weights' })).toBe(Infinity);
    const { probabilities } = smooth(q, pseudocount('laplace'));
    expect(klDivergence(smooth(p, pseudocount(0)).probabilities, probabilities)).toBeLessThan(1);
  });

  it('says what it did, in a sentence', () => {
    expect(smooth([1, 2, 7, 0], pseudocount('laplace')).note).toBe(
      '1 was added to each of the 4 weights (the rule of Laplace), and their new sum, 14, was divided out.',
    );
    expect(smooth([1, 2, 7, 0], { method: 'epsilon', epsilon: 0.25 })).toMatchObject({
      added: 2.5,
      lambda: 0.5,
      note: '0.25 was added to each of the 4 probabilities, and their new sum, 2, was divided out.',
    });
    const shrunk = smooth([1, 2, 7, 0], { method: 'shrinkage' });
    expect(shrunk.note).toContain('which has the share 0.176245 that the counts suggest');
    expect(shrunk).not.toHaveProperty('added');
  });

  it('keeps the names of outcomes', () => {
    const got = smooth({ sun: 3, rain: 1, snow: 0 }, pseudocount('laplace'));
    expect(got.labels).toEqual(['sun', 'rain', 'snow']);
    expect([...got.probabilities]).toEqual([4 / 7, 2 / 7, 1 / 7]);
  });

  it('of long arrays is of every outcome', () => {
    const long = Float64Array.from({ length: 9001 }, (_, i) => i % 3);
    const { probabilities } = smooth(long, pseudocount(1));
    const sum = long.reduce((a, b) => a + b) + 9001;
    for (const i of [0, 1, 4096, 8192, 9000])
      expect(probabilities[i]).toBe(((long[i] as number) + 1) / sum);
  });

  it.each<[unknown, string, string]>([
    [{ method: 'laplace' }, 'option-not-usable', 'method'],
    [{ method: 'constructor' }, 'option-not-usable', 'method'],
    [{}, 'option-not-usable', 'method'],
    [undefined, 'option-not-usable', 'method'],
    [{ method: 'pseudocount' }, 'option-not-usable', 'pseudocount'],
    [pseudocount('bayes'), 'option-not-usable', 'pseudocount'],
    [pseudocount(-1), 'option-not-usable', 'pseudocount'],
    [pseudocount(Infinity), 'option-not-usable', 'pseudocount'],
    [{ method: 'shrinkage', lambda: 1.1 }, 'option-not-usable', 'lambda'],
    [{ method: 'epsilon', epsilon: '1e-9' }, 'option-not-usable', 'epsilon'],
    [{ method: 'epsilon', epsilon: Number.NaN }, 'option-not-usable', 'epsilon'],
    [{ method: 'mix', weight: -0.1 }, 'option-not-usable', 'weight'],
    [{ method: 'mix', lambda: 0.1 }, 'option-unknown', 'lambda'],
  ])('refuses %o', (options, code, argument) => {
    expect(failure(() => smooth(counts, options as SmoothingOptions))).toMatchObject({
      code,
      argument,
    });
  });

  it('refuses what are no weights', () => {
    const options = pseudocount(1);
    expect(failure(() => smooth([1, -2], options))).toMatchObject({ code: 'negative', index: 1 });
    expect(failure(() => smooth([], options)).code).toBe('empty');
    expect(failure(() => smooth([0, 0], pseudocount(0))).code).toBe('sum-is-zero');
    expect([...smooth([0, 0], options).probabilities]).toEqual([0.5, 0.5]);
  });
});

describe('fromSamples', () => {
  it('counts every value of either sample', () => {
    const got = fromSamples(['a', 'b', 'a', 'c', 'b'], ['c', 'a', 'd']);
    expect(got.values).toEqual(['a', 'b', 'c', 'd']);
    expect([...got.p]).toEqual([2, 2, 1, 0]);
    expect([...got.q]).toEqual([1, 0, 1, 1]);
  });

  it('puts numbers in order, and takes 0 and −0 for one', () => {
    const got = fromSamples([10, 9, -0, 2], new Float64Array([0, 2, 100]));
    expect(got.values).toEqual([0, 2, 9, 10, 100]);
    expect([...got.p]).toEqual([1, 1, 1, 1, 0]);
    expect([...got.q]).toEqual([1, 1, 0, 0, 1]);
  });

  it('gives counts that a divergence takes as weights', () => {
    const { p, q } = fromSamples([1, 1, 2, 2, 3], [1, 1, 1, 1, 1, 2, 3, 3, 3, 3]);
    expect(klDivergence(p, q, { form: 'weights' }).toFixed(4)).toBe('0.3266');
  });

  it('is safe from names that objects have', () => {
    const got = fromSamples(['__proto__', 'constructor'], ['__proto__']);
    expect(got.values).toEqual(['__proto__', 'constructor']);
    expect([...got.q]).toEqual([1, 0]);
  });

  it('refuses samples that are empty, mixed or none', () => {
    expect(failure(() => fromSamples([], [1]))).toMatchObject({ code: 'empty', argument: 'x' });
    expect(failure(() => fromSamples<string | number>(['1'], [1]))).toMatchObject({
      code: 'observations-differ',
      argument: 'y',
      index: 0,
    });
    expect(failure(() => fromSamples([1, Number.NaN], [1])).index).toBe(1);
    expect(failure(() => fromSamples([null] as unknown as string[], ['a'])).code).toBe(
      'observations-differ',
    );
    expect(failure(() => fromSamples(7 as unknown as number[], [1])).code).toBe('not-an-array');
  });
});
