// Parameters that no distribution has, and what is no distribution.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compare,
  type Distribution,
  DivergenceError,
  initSync,
  klDivergence,
  normal,
} from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { good, untyped } from './support/wrong-input.ts';

beforeAll(initSync);

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
