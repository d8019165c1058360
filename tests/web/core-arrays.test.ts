// What klDivergence takes for an array, and the bases that it may count in.
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync, klDivergence, normal, type Options, type Vector } from '../../web/core/index.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };

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
