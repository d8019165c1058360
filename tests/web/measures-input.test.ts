// Every measure takes every kind of array, named outcomes and every form, and what is the same is the same to the bit.
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, initSync, type Options, type Outcomes } from '../../web/core/index.ts';
import { cases, generalized, measures, titleOf } from './support/measures.ts';

beforeAll(initSync);

/** Numbers that every typed array holds as they are, and what may be said of them. */
const numbers: [string, number[], number[], Options][] = [
  ['weights', [2, 0, 3, 5, 100], [1, 7, 4, 6, 255], { form: 'weights' }],
  ['probabilities', [1, 0, 0], [1, 0, 0], { form: 'probabilities' }],
  ['logits', [2, 0, 3, 5, 100], [1, 7, 4, 6, 90], { form: 'logits' }],
  ['log-probabilities', [0], [0], { form: 'log-probabilities' }],
];

const kinds: [string, (x: number[]) => Outcomes][] = [
  ['Float64Array', (x) => Float64Array.from(x)],
  ['Float32Array', (x) => Float32Array.from(x)],
  ['Int32Array', (x) => Int32Array.from(x)],
  ['Uint8Array', (x) => Uint8Array.from(x)],
  ['a Float64Array that begins later in its buffer', (x) => Float64Array.of(9, ...x).subarray(1)],
];

const all = [...measures.map((measure) => [titleOf(measure), measure] as const)];

describe.each(all)('%s', (_, { of }) => {
  it.each(kinds)('takes a %s, beside another or a plain array', (_, kind) => {
    for (const [, p, q, options] of numbers) {
      const want = of(p, q, options);
      expect(of(kind(p), kind(q), options)).toBe(want);
      expect(of(kind(p), q, options)).toBe(want);
      expect(of(p, kind(q), options)).toBe(want);
    }
  });

  it('takes fractions in a Float32Array for what they are', () => {
    const [p, q] = [Float32Array.of(0.1, 0.2, 0.7), Float32Array.of(0.3, 0.3, 0.4)];
    expect(of(p, q)).toBe(of([...p], [...q]));
    expect(of(p, q, { form: 'logits' })).toBe(of([...p], [...q], { form: 'logits' }));
  });

  it('aligns named outcomes, and one that is missing has no weight', () => {
    const p = { sun: 2, rain: 3, snow: 4 };
    const q = new Map([
      ['snow', 1],
      ['fog', 5],
      ['sun', 6],
      ['rain', 2],
    ]);
    for (const [form, none] of [
      ['weights', 0],
      ['logits', Number.NEGATIVE_INFINITY],
    ] as const) {
      const want = of([2, 3, 4, none], [6, 2, 1, 5], { form });
      expect(of(p, q, { form })).toBe(want);
      expect(of(new Map(Object.entries(p)), Object.fromEntries(q), { form })).toBe(want);
    }
  });

  it('leaves its input as it was', () => {
    const [p, q] = [Float64Array.of(0.25, 0.75), Object.freeze([0.5, 0.5])];
    of(p, q);
    expect(p).toEqual(Float64Array.of(0.25, 0.75));
  });

  it('has Math.E for its base, unless another is given', () => {
    const [p, q] = [
      [0.4, 0.6],
      [0.3, 0.7],
    ];
    expect(of(p, q)).toBe(of(p, q, { base: Math.E, form: 'probabilities' }));
  });

  it('takes the same numbers the same way, whatever they are called', () => {
    for (const { form, p, q } of cases) {
      if (form === 'probabilities') {
        const want = of(p, q);
        expect(of(p, q, { form: 'weights' })).toBe(want);
        expect(of(p, q, { normalize: true })).toBe(want);
      }
      if (form === 'log-probabilities') {
        expect(of(p, q, { form })).toBe(of(p, q, { form: 'logits' }));
        expect(of(p, q, { form, normalize: true })).toBe(of(p, q, { form }));
      }
    }
  });
});

describe('compare', () => {
  it.each(kinds)('takes a %s', (_, kind) => {
    for (const [, p, q, options] of numbers) {
      expect(compare(kind(p), kind(q), options)).toEqual(compare(p, q, options));
    }
  });
});

describe('generalizedKlDivergence', () => {
  it.each(kinds)('takes a %s', (_, kind) => {
    const [p, q] = [
      [2, 0, 3],
      [1, 7, 4],
    ];
    expect(generalized.of(kind(p), kind(q))).toBe(generalized.of(p, q));
  });

  it('takes named outcomes', () => {
    expect(generalized.of({ sun: 2, rain: 3 }, { rain: 1, sun: 4, fog: 5 })).toBe(
      generalized.of([2, 3, 0], [4, 1, 5]),
    );
  });
});
