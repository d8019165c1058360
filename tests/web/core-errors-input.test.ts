// Wrong weights are told apart, and the message names the place, the value and the rule.
import { beforeAll, describe, expect, it } from 'vitest';
import { entropy, generalizedKlDivergence, initSync } from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { good, measures, untyped, weightRule, wrongWeights } from './support/wrong-input.ts';

beforeAll(initSync);

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
