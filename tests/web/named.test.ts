// Outcomes by name: aligned by label, named in findings and errors, and safe from hostile keys.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compare,
  crossEntropy,
  entropy,
  initSync,
  jeffreysDivergence,
  klDivergence,
  normal,
  type Outcomes,
} from '../../web/core/index.ts';
import { failure } from './support/core.ts';

beforeAll(initSync);

const p = { sun: 0.5, rain: 0.3, snow: 0.2 };
const q = { snow: 0.1, sun: 0.6, rain: 0.3 };
const [pNumbers, qNumbers] = [
  [0.5, 0.3, 0.2],
  [0.6, 0.3, 0.1],
];

describe('named outcomes', () => {
  it('are aligned by name, whatever their order', () => {
    const want = klDivergence(pNumbers, qNumbers);
    expect(klDivergence(p, q)).toBe(want);
    expect(klDivergence(new Map(Object.entries(p)), q)).toBe(want);
    expect(klDivergence(new Map(Object.entries(p)), new Map(Object.entries(q)))).toBe(want);
    expect(jeffreysDivergence(p, q)).toBe(jeffreysDivergence(pNumbers, qNumbers));
    expect(crossEntropy(p, q)).toBe(crossEntropy(pNumbers, qNumbers));
    expect(entropy(p)).toBe(entropy(pNumbers));
  });

  it('that one of them lacks count as 0 there', () => {
    const got = compare({ sun: 0.5, rain: 0.5 }, { fog: 0.25, rain: 0.25, sun: 0.5 });
    expect(got.labels).toEqual(['sun', 'rain', 'fog']);
    expect(got.forward.value).toBe(klDivergence([0.5, 0.5, 0], [0.5, 0.25, 0.25]));
    expect(got.reverse).toMatchObject({ value: Infinity, outcome: 2, label: 'fog' });
    expect(got.forward).not.toHaveProperty('label');
    expect(got.terms?.forward).toHaveLength(3);
  });

  it('name the outcome that makes a divergence infinite', () => {
    const { forward } = compare({ snow: 0.2, sun: 0.8 }, { sun: 1 });
    expect(forward).toMatchObject({ value: Infinity, outcome: 0, label: 'snow' });
  });

  it('leave no names behind for the next call', () => {
    compare({ a: 0, b: 1 }, { a: 1, b: 0 });
    expect(compare([0.5, 0.5], [1, 0])).not.toHaveProperty('labels');
    expect(compare([0.5, 0.5], [1, 0]).forward).not.toHaveProperty('label');
    failure(() => klDivergence({ a: -1, b: 2 }, { a: 1 }));
    expect(failure(() => klDivergence([-1, 2], [1, 0]))).not.toHaveProperty('label');
    expect(compare(normal(0, 1), normal(1, 1))).not.toHaveProperty('labels');
  });

  it.each<[Outcomes, Outcomes, object]>([
    [
      { sun: 1.1, snow: -0.1 },
      { sun: 1 },
      { code: 'negative', argument: 'p', index: 1, label: 'snow' },
    ],
    [{ sun: 1 }, { sun: 1, fog: Number.NaN }, { code: 'not-finite', argument: 'q', label: 'fog' }],
    [
      { sun: 1 },
      { sun: '1' } as unknown as Outcomes,
      { code: 'not-a-number', argument: 'q', label: 'sun' },
    ],
    [{}, {}, { code: 'empty', argument: 'p' }],
    [{ sun: 0.7 }, { sun: 1 }, { code: 'sum-is-not-one', argument: 'p' }],
    [{ sun: 1 }, [1], { code: 'kinds-differ', argument: 'q' }],
    [[1], new Map([['sun', 1]]), { code: 'kinds-differ', argument: 'p' }],
    [new Map([[1, 1]]) as unknown as Outcomes, { sun: 1 }, { code: 'not-a-label', argument: 'p' }],
    [new Set([1]) as unknown as Outcomes, [1], { code: 'not-an-array', argument: 'p' }],
    [new Date() as unknown as Outcomes, [1], { code: 'not-an-array', argument: 'p' }],
  ])('%o and %o are refused: %o', (some, other, want) => {
    expect(failure(() => klDivergence(some, other))).toMatchObject(want);
  });

  it('stand in messages with their names', () => {
    expect(failure(() => klDivergence({ sun: 1.1, snow: -0.1 }, { sun: 1 })).message).toBe(
      'P["snow"] is -0.1: weights must be finite and at least 0.',
    );
    expect(failure(() => klDivergence({ 'a "b"\n': -1 }, { x: 1 })).message).toMatch(
      /^P\["a \\"b\\"\\n"\] is -1: /,
    );
  });

  it('may have any name that an object or a Map can hold', () => {
    const hostile = JSON.parse('{"__proto__": 0.25, "constructor": 0.25, "toString": 0.5}');
    const other = new Map([
      ['toString', 0.25],
      ['__proto__', 0.5],
      ['constructor', 0.25],
    ]);
    expect(compare(hostile, other).labels).toEqual(['__proto__', 'constructor', 'toString']);
    expect(klDivergence(hostile, other)).toBe(klDivergence([0.25, 0.25, 0.5], [0.5, 0.25, 0.25]));
    expect(compare({ family: 0.4, friends: 0.6 }, { friends: 0.7, family: 0.3 }).labels).toEqual([
      'family',
      'friends',
    ]);
    expect(compare({ length: 0.4, width: 0.6 }, { length: 0.5, width: 0.5 }).labels).toEqual([
      'length',
      'width',
    ]);
    expect(
      compare({ length: 2, width: 3 }, { length: 1, width: 1 }, { form: 'weights' }).labels,
    ).toHaveLength(2);
    expect(({} as Record<string, unknown>).snow).toBeUndefined();
  });

  it('that look like numbers are names, not places', () => {
    const got = compare({ 10: 0.5, 2: 0.5 }, { 2: 0.25, 3: 0.25, 10: 0.5 });
    expect(got.labels).toEqual(['2', '10', '3']); // an object's own order
    expect(
      compare(
        new Map([
          ['10', 0.5],
          ['2', 0.5],
        ]),
        { 2: 1 },
      ).labels,
    ).toEqual(['10', '2']);
  });

  it('are own and enumerable: inherited ones and symbols do not count', () => {
    const bare: Record<string, number> = Object.create(null);
    bare.sun = 1;
    Object.defineProperty(bare, 'hidden', { value: 5, enumerable: false });
    expect(compare(bare, { sun: 1, [Symbol('x') as unknown as string]: 2 }).labels).toEqual([
      'sun',
    ]);
  });

  it('leave arrays, lists and distributions what they are', () => {
    const list = { length: 2, 0: 0.4, 1: 0.6 };
    expect(klDivergence(list, [0.3, 0.7])).toBe(klDivergence([0.4, 0.6], [0.3, 0.7]));
    expect(klDivergence(new Float32Array([0.25, 0.75]), [0.25, 0.75])).toBe(0);
    expect(klDivergence(normal(0, 1), { family: 'Normal', loc: 1, scale: 1 })).toBe(0.5);
    expect(
      failure(() => klDivergence(normal(0, 1), { sun: 1 } as unknown as ReturnType<typeof normal>)),
    ).toMatchObject({ code: 'kinds-differ' });
  });

  it('may be more than fit into one piece of memory', () => {
    const many = new Map(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1 + (i % 3)]));
    const reversed = new Map([...many].reverse());
    expect(klDivergence(many, reversed, { form: 'weights' })).toBe(0);
    reversed.delete('k4999');
    const { forward } = compare(many, reversed, { form: 'weights' });
    expect(forward).toMatchObject({ outcome: 4999, label: 'k4999' });
  });
});
