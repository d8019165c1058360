// What has no divergence: each wrong input is told apart, and the message names the place, the value and the rule.

import { beforeAll, describe, expect, it } from 'vitest';
import base64 from '#kl-base64';
import createKl from '#kl-glue';
import { messages } from '../../web/core/errors.ts';
import {
  asymmetry,
  compare,
  crossEntropy,
  type Distribution,
  DivergenceError,
  entropy,
  generalizedKlDivergence,
  initSync,
  jeffreysDivergence,
  klDivergence,
  normal,
  type Options,
  type Vector,
} from '../../web/core/index.ts';
import { failure } from './support/core.ts';

beforeAll(initSync);

/** What JavaScript may pass and the types would not allow. */
const untyped = (x: unknown) => x as never;

type Measure = (p: Vector, q: Vector, options?: Options) => unknown;
const measures: [string, Measure][] = [
  ['klDivergence', klDivergence],
  ['compare', compare],
  ['asymmetry', asymmetry],
  ['jeffreysDivergence', jeffreysDivergence],
  ['crossEntropy', crossEntropy],
];
const good = [0.5, 0.5];

interface Wrong {
  what: string;
  x: unknown;
  code: string;
  index?: number;
  message: (name: string) => string;
}

const weightRule = 'weights must be finite and at least 0.';
const outcomeRule = 'every outcome needs a number.';
const arrayRule = 'it must be an array of numbers.';
const sumRule =
  'probabilities must sum to 1 within 0.000001. ' +
  'Pass normalize: true to divide by the sum, or normalize: false to take the numbers as they are.';

const wrongWeights: Wrong[] = [
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

describe.each(measures)('%s refuses', (_, measure) => {
  it.each(wrongWeights)('$what', ({ x, code, index, message }) => {
    for (const name of ['p', 'q'] as const) {
      const error = failure(() =>
        name === 'p' ? measure(untyped(x), good) : measure(good, untyped(x)),
      );
      const { message: text } = error;
      expect([error.code, error.argument, error.index, text]).toEqual([
        code,
        name,
        index,
        message(name.toUpperCase()),
      ]);
    }
  });

  it('arrays of different lengths, either way', () => {
    expect(failure(() => measure([0.2, 0.3, 0.5], good))).toMatchObject({
      code: 'lengths-differ',
      argument: 'q',
      index: 2,
      message: 'P has 3 outcomes but Q has 2: both must describe the same outcomes.',
    });
    expect(failure(() => measure(good, [0.2, 0.3, 0.5])).code).toBe('lengths-differ');
    expect(failure(() => measure(good, [1])).code).toBe('lengths-differ');
    expect(failure(() => measure([], good)).code).toBe('lengths-differ');
  });

  it('arrays without outcomes', () => {
    for (const empty of [[], new Float64Array(0)]) {
      expect(failure(() => measure(empty, empty))).toMatchObject({
        code: 'empty',
        argument: 'p',
        message: 'P has no outcomes: a distribution needs at least one.',
      });
    }
  });

  it.each([0, 1, -2, Number.NaN, Number.POSITIVE_INFINITY])('%d as a base', (base) => {
    expect(failure(() => measure(good, good, { base }))).toMatchObject({
      code: 'base-not-usable',
      argument: 'base',
      message: `base is ${base}: a logarithm's base must be finite, greater than 0, and not 1.`,
    });
  });

  it.each([['2'], [2n], [true]])('%s as a base, since it is no number', (base) => {
    expect(failure(() => measure(good, good, { base: untyped(base) }))).toMatchObject({
      code: 'option-not-usable',
      argument: 'base',
      message: expect.stringMatching(/^base is .*: it must be a number\.$/),
    });
  });

  it.each(['normalise', 'Base', 'weights', 'epsilon'])('the unknown option %s', (name) => {
    expect(failure(() => measure(good, good, untyped({ [name]: true })))).toMatchObject({
      code: 'option-unknown',
      argument: name,
      message: expect.stringMatching(
        new RegExp(`^${name} is no option: there are base, form, normalize(, columns)?\\.$`),
      ),
    });
  });

  it.each([['counts'], [null], [1]])('%j as a form', (form) => {
    expect(failure(() => measure(good, good, { form: untyped(form) }))).toMatchObject({
      code: 'option-not-usable',
      argument: 'form',
      message: `form is ${form}: it must be "probabilities", "weights", "logits" or "log-probabilities".`,
    });
  });

  it.each([['yes'], [0], [null]])('%j as normalize', (normalize) => {
    expect(failure(() => measure(good, good, { normalize: untyped(normalize) }))).toMatchObject({
      code: 'option-not-usable',
      argument: 'normalize',
      message: `normalize is ${normalize}: it must be true or false, or be left out.`,
    });
  });

  it('weights that are not to be normalised', () => {
    expect(
      failure(() => measure([1, 2], [3, 4], { form: 'weights', normalize: false })),
    ).toMatchObject({ code: 'option-not-usable', argument: 'normalize' });
  });

  it('P before Q, and the first outcome of several', () => {
    expect(failure(() => measure([0.5, -1, -2], [-3, 1, 1]))).toMatchObject({
      argument: 'p',
      index: 1,
    });
    expect(failure(() => measure([1, 1, 1], [0, Number.NaN, -2]))).toMatchObject({
      code: 'not-finite',
      argument: 'q',
      index: 1,
    });
  });
});

describe.each(measures.slice(0, 2))('%s refuses what the types forbid', (_, measure) => {
  it.each([
    ['a base in their place', 2],
    ['a unit in their place', 'bits'],
    ['null', null],
    ['an array', []],
    ['a function', () => 2],
    ['a base of null', { base: null }],
  ])('as options: %s', (_, options) => {
    expect(failure(() => measure(good, good, untyped(options)))).toMatchObject({
      code: expect.stringMatching(/^option-/),
    });
  });

  it.each([-1, 2.5, Number.NaN])('something like an array of length %d', (length) => {
    const x = { length, 0: 0.5, 1: 0.25, 2: 0.25 };
    expect(failure(() => measure(x, x))).toMatchObject({ code: 'not-an-array', argument: 'p' });
  });
});

describe('measures of one or of other input refuse the same', () => {
  it('entropy names P', () => {
    expect(failure(() => entropy([1, -1]))).toMatchObject({
      code: 'negative',
      argument: 'p',
      index: 1,
      message: `P[1] is -1: ${weightRule}`,
    });
    expect(failure(() => entropy([])).code).toBe('empty');
    expect(failure(() => entropy([0.5, 0.6])).code).toBe('sum-is-not-one');
  });

  it('generalizedKlDivergence takes any sum, and no wish to change it', () => {
    expect(failure(() => generalizedKlDivergence([1, -1], [1, 1])).code).toBe('negative');
    expect(failure(() => generalizedKlDivergence([], [])).code).toBe('empty');
    expect(failure(() => generalizedKlDivergence([1], [1], { base: 1 })).code).toBe(
      'base-not-usable',
    );
    for (const name of ['normalize', 'form']) {
      const options = { [name]: name === 'form' ? 'weights' : true };
      expect(failure(() => generalizedKlDivergence([1], [2], untyped(options)))).toMatchObject({
        argument: name,
      });
    }
  });
});

describe('distributions with parameters', () => {
  const standard = normal(0, 1);

  it.each([
    ['scale', 0, normal(0, 0), 'parameter-not-positive', 'this parameter must be greater than 0.'],
    [
      'scale',
      -1,
      normal(0, -1),
      'parameter-not-positive',
      'this parameter must be greater than 0.',
    ],
    [
      'scale',
      Number.NaN,
      normal(0, Number.NaN),
      'parameter-not-finite',
      'a parameter must be finite.',
    ],
    ['scale', Infinity, normal(0, Infinity), 'parameter-not-finite', 'a parameter must be finite.'],
    [
      'loc',
      Number.NaN,
      normal(Number.NaN, 1),
      'parameter-not-finite',
      'a parameter must be finite.',
    ],
    ['loc', -Infinity, normal(-Infinity, 1), 'parameter-not-finite', 'a parameter must be finite.'],
  ])('refuse %s = %d', (parameter, value, wrong, code, rule) => {
    for (const measure of [klDivergence, compare]) {
      for (const name of ['p', 'q']) {
        const error = failure(() =>
          name === 'p' ? measure(wrong, standard) : measure(standard, wrong),
        );
        expect(error).toMatchObject({
          code,
          argument: `${name}.${parameter}`,
          message: `${name.toUpperCase()}.${parameter} is ${value}: ${rule}`,
        });
        expect(error.index).toBeUndefined();
      }
    }
  });

  it.each([
    ['scale', '1', normal(0, untyped('1')), 'string'],
    ['loc', undefined, untyped({ family: 'Normal', scale: 1 }), 'undefined'],
    ['loc', 0n, normal(untyped(0n), 1), 'bigint'],
  ])('refuse %s = %s, which is no number', (parameter, value, wrong, type) => {
    expect(failure(() => klDivergence(wrong as Distribution, standard))).toMatchObject({
      code: 'not-a-number',
      argument: `p.${parameter}`,
      message: `P.${parameter} is ${value} (${type}): a parameter must be a number.`,
    });
  });

  it.each(['Gauss', 'normal', 'toString', 'constructor', '__proto__', undefined])(
    'refuse the unknown family %s',
    (family) => {
      const unknown = untyped({ family, loc: 0, scale: 1 });
      expect(failure(() => klDivergence(standard, unknown))).toMatchObject({
        code: 'not-a-distribution',
        argument: 'q.family',
        message: `Q.family is ${family}: it must be Normal.`,
      });
    },
  );

  it('refuse to be compared with an array', () => {
    expect(failure(() => klDivergence(standard, untyped(good)))).toMatchObject({
      code: 'kinds-differ',
      argument: 'q',
      message:
        'P is a distribution with parameters but Q is not: ' +
        'both must be arrays of numbers, or both distributions.',
    });
    expect(failure(() => compare(untyped(good), standard))).toMatchObject({
      code: 'kinds-differ',
      argument: 'p',
    });
  });

  it('refuse a base that is none', () => {
    expect(failure(() => klDivergence(standard, standard, { base: 1 }))).toMatchObject({
      code: 'base-not-usable',
      argument: 'base',
    });
  });

  it.each([{ normalise: true }, { form: 'weights' }, { normalize: true }, 2])(
    'refuse the options %j, which are not theirs',
    (options) => {
      expect(failure(() => compare(standard, standard, untyped(options)))).toBeInstanceOf(
        DivergenceError,
      );
    },
  );
});

describe('an error', () => {
  const error = () => failure(() => klDivergence([1.1, -0.1], good));

  it('is a RangeError of its own name, with code, argument and index', () => {
    expect(error()).toBeInstanceOf(RangeError);
    expect(error().name).toBe('DivergenceError');
    expect(error().toString()).toBe(`DivergenceError: P[1] is -0.1: ${weightRule}`);
  });

  it('leaves out an index where no outcome is at fault', () => {
    expect(failure(() => klDivergence([0, 0], good))).not.toHaveProperty('index');
  });

  it('does not disturb the next call', () => {
    const want = klDivergence([0.4, 0.6], [0.3, 0.7]);
    error();
    expect(klDivergence([0.4, 0.6], [0.3, 0.7])).toBe(want);
  });
});

describe('the statuses of C++', () => {
  const names = async () => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const { Status } = await createKl({ wasmBinary: bytes });
    return Object.entries(Status)
      .filter(([, entry]) => typeof entry?.value === 'number')
      .map(([name]) => name)
      .filter((name) => name !== 'ok');
  };

  it('have a message each, and there is no message without a status', async () => {
    expect(Object.keys(messages).sort()).toEqual((await names()).sort());
  });

  it('have messages of a fact that begins with the place, and a rule', () => {
    for (const message of Object.values(messages)) {
      const text = message({ place: 'P[7]', value: -0.25, sumTolerance: 1e-6 });
      expect(text).toMatch(/^P\[7\] (is -0\.25|sums to|has no outcomes)[^:]*: .+\.$/);
      expect(text).not.toMatch(/invalid|please|undefined|NaN/i);
    }
  });
});
