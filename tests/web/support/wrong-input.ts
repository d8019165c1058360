// What has no divergence: each wrong weight, and what is said of it.
import { compare, klDivergence, type Options, type Vector } from '../../../web/core/index.ts';
import { measures as all, titleOf } from './measures.ts';

/** What JavaScript may pass and the types would not allow. */
export const untyped = (x: unknown) => x as never;

type Measure = (p: Vector, q: Vector, options?: Options) => unknown;

/** All that take two distributions in any form; those that take distributions with parameters first. */
export const measures: [string, Measure][] = [
  ['klDivergence', klDivergence],
  ['compare', compare],
  ...all
    .filter(({ name }) => name !== 'klDivergence' && name !== 'entropy')
    .map((measure): [string, Measure] => [titleOf(measure), measure.of]),
];
export const good = [0.5, 0.5];

interface Wrong {
  what: string;
  x: unknown;
  code: string;
  index?: number;
  message: (name: string) => string;
}

export const weightRule = 'weights must be finite and at least 0.';
const outcomeRule = 'every outcome needs a number.';
const arrayRule = 'it must be an array of numbers.';
const sumRule =
  'probabilities must sum to 1 within 0.000001. ' +
  'Pass normalize: true to divide by the sum, or normalize: false to take the numbers as they are.';

export const wrongWeights: Wrong[] = [
  {
    what: 'a negative weight',
    x: [1.1, -0.1],
    code: 'negative',
    index: 1,
    message: (n) => `${n}[1] is -0.1: ${weightRule}`,
  },
  {
    what: 'the least negative number',
    x: [-5e-324, 1],
    code: 'negative',
    index: 0,
    message: (n) => `${n}[0] is -5e-324: ${weightRule}`,
  },
  {
    what: 'NaN',
    x: [Number.NaN, 1],
    code: 'not-finite',
    index: 0,
    message: (n) => `${n}[0] is NaN: ${weightRule}`,
  },
  {
    what: 'infinity',
    x: [0.5, Number.POSITIVE_INFINITY],
    code: 'not-finite',
    index: 1,
    message: (n) => `${n}[1] is Infinity: ${weightRule}`,
  },
  {
    what: 'negative infinity',
    x: [Number.NEGATIVE_INFINITY, 1],
    code: 'not-finite',
    index: 0,
    message: (n) => `${n}[0] is -Infinity: ${weightRule}`,
  },
  {
    what: 'NaN in a Float32Array',
    x: Float32Array.of(1, Number.NaN),
    code: 'not-finite',
    index: 1,
    message: (n) => `${n}[1] is NaN: ${weightRule}`,
  },
  {
    what: 'weights that are all 0',
    x: [0, -0],
    code: 'sum-is-zero',
    message: (n) => `${n} sums to 0: at least one outcome must have positive weight.`,
  },
  {
    what: 'a sum above 1',
    x: [0.75, 0.5],
    code: 'sum-is-not-one',
    message: (n) => `${n} sums to 1.25: ${sumRule}`,
  },
  {
    what: 'a sum below 1',
    x: [0.25, 0.25],
    code: 'sum-is-not-one',
    message: (n) => `${n} sums to 0.5: ${sumRule}`,
  },
  {
    what: 'a string among numbers',
    x: [0.5, '0.5'],
    code: 'not-a-number',
    index: 1,
    message: (n) => `${n}[1] is "0.5" (string): ${outcomeRule}`,
  },
  {
    what: 'undefined',
    x: [0.5, undefined],
    code: 'not-a-number',
    index: 1,
    message: (n) => `${n}[1] is undefined (undefined): ${outcomeRule}`,
  },
  {
    what: 'null',
    x: [null, 0.5],
    code: 'not-a-number',
    index: 0,
    message: (n) => `${n}[0] is null (object): ${outcomeRule}`,
  },
  {
    what: 'a hole',
    // biome-ignore lint/suspicious/noSparseArray: the hole is the point
    x: [, 1],
    code: 'not-a-number',
    index: 0,
    message: (n) => `${n}[0] is undefined (undefined): ${outcomeRule}`,
  },
  {
    what: 'a bigint',
    x: [0.5, 1n],
    code: 'not-a-number',
    index: 1,
    message: (n) => `${n}[1] is 1 (bigint): ${outcomeRule}`,
  },
  {
    what: 'a boolean',
    x: [true, 0],
    code: 'not-a-number',
    index: 0,
    message: (n) => `${n}[0] is true (boolean): ${outcomeRule}`,
  },
  {
    what: 'a BigInt64Array',
    x: BigInt64Array.of(1n, 0n),
    code: 'not-a-number',
    index: 0,
    message: (n) => `${n}[0] is 1 (bigint): ${outcomeRule}`,
  },
  {
    what: 'text',
    x: '0.5 0.5',
    code: 'not-an-array',
    message: (n) => `${n} is string: ${arrayRule}`,
  },
  {
    what: 'a number',
    x: 0.5,
    code: 'not-an-array',
    message: (n) => `${n} is number: ${arrayRule}`,
  },
  {
    what: 'nothing',
    x: undefined,
    code: 'not-an-array',
    message: (n) => `${n} is undefined: ${arrayRule}`,
  },
  {
    what: 'null itself',
    x: null,
    code: 'not-an-array',
    message: (n) => `${n} is null: ${arrayRule}`,
  },
  {
    what: 'an object',
    x: new Set([1]),
    code: 'not-an-array',
    message: (n) => `${n} is object: ${arrayRule}`,
  },
  {
    what: 'a DataView',
    x: new DataView(new ArrayBuffer(16)),
    code: 'not-an-array',
    message: (n) => `${n} is object: ${arrayRule}`,
  },
];
