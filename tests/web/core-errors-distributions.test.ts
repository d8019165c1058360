// Parameters that no distribution has, and what is no distribution.
import { beforeAll, describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { familyNames } from './support/families.ts';
import { good, untyped } from './support/wrong-input.ts';

beforeAll(kl.initSync);

const { compare, klDivergence, normal } = kl;

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
    ['scale', '"1"', normal(0, untyped('1')), 'string'],
    ['loc', undefined, untyped({ family: 'Normal', scale: 1 }), 'undefined'],
    ['loc', 0n, normal(untyped(0n), 1), 'bigint'],
    ['loc', null, JSON.parse('{"family": "Normal", "loc": null, "scale": 1}'), 'object'],
    ['scale', 'an array', normal(0, untyped([1])), 'object'],
    ['scale', 'an object', normal(0, untyped({ value: 1 })), 'object'],
  ])('refuse %s = %s, which is no number', (parameter, value, wrong, type) => {
    expect(failure(() => klDivergence(wrong as kl.Distribution, standard))).toMatchObject({
      code: 'not-a-number',
      argument: `p.${parameter}`,
      message: `P.${parameter} is ${value} (${type}): a parameter must be a number.`,
    });
  });

  it.each([
    ['Gauss', '"Gauss"'],
    ['normal', '"normal"'],
    ['toString', '"toString"'],
    ['constructor', '"constructor"'],
    ['__proto__', '"__proto__"'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Object.create(null), 'an object'],
  ])('refuse the unknown family %o', (family, shown) => {
    const unknown = untyped({ family, loc: 0, scale: 1 });
    const error = failure(() => klDivergence(standard, unknown));
    expect(error).toMatchObject({ code: 'not-a-distribution', argument: 'q.family' });
    expect(error.message).toBe(
      `Q.family is ${shown}: it must be one of ${familyNames.join(', ')}.`,
    );
  });

  it.each<[string, object, string]>([
    [
      'one that is none',
      { family: 'Normal', loc: 0, scale: 1, df: 3 },
      'P.df is no parameter of Normal: it takes loc, scale.',
    ],
    ['another spelling', { family: 'Chi2', Df: 3 }, 'P.Df is no parameter of Chi2: it takes df.'],
    [
      'two for one',
      { family: 'Bernoulli', probs: 0.5, logits: 0 },
      'P has the parameters probs, logits: it takes probs or logits.',
    ],
    ['none', { family: 'Bernoulli' }, 'P has no parameters: it takes probs or logits.'],
    [
      'too few',
      { family: 'MultivariateNormal', loc: [0] },
      'P has the parameters loc: it takes loc, covarianceMatrix or loc, scaleTril or loc, precisionMatrix.',
    ],
  ])('refuse parameters: %s', (_, wrong, message) => {
    const error = failure(() => compare(untyped(wrong), standard));
    expect(error).toMatchObject({ code: 'parameter-unknown', message });
  });

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
        kl.DivergenceError,
      );
    },
  );
});

describe('a wrong number of a parameter', () => {
  const standard = kl.normal(0, 1);
  const plane = (matrix: kl.Matrix | { scaleTril: kl.Matrix }) =>
    kl.multivariateNormal([0, 0], matrix as kl.Matrix);

  it.each<[string, unknown, string, string, number | undefined]>([
    [
      'of a vector',
      kl.dirichlet([1, 2, 3, -1]),
      'p.concentration',
      'P.concentration[3] is -1: this parameter must be greater than 0.',
      3,
    ],
    [
      'of a vector that is text',
      kl.dirichlet(untyped([1, '2'])),
      'p.concentration',
      'P.concentration[1] is "2" (string): every element must be a number.',
      1,
    ],
    [
      'of a nested matrix',
      plane([
        [1, 0],
        [Number.NaN, 1],
      ]),
      'p.covarianceMatrix',
      'P.covarianceMatrix[1][0] is NaN: a parameter must be finite.',
      2,
    ],
    [
      'of a flat matrix',
      plane([1, 0, Infinity, 1]),
      'p.covarianceMatrix',
      'P.covarianceMatrix[1][0] is Infinity: a parameter must be finite.',
      2,
    ],
    [
      'of a nested matrix that is text',
      plane(
        untyped([
          [1, 0],
          [0, '1'],
        ]),
      ),
      'p.covarianceMatrix',
      'P.covarianceMatrix[1][1] is "1" (string): every element must be a number.',
      3,
    ],
    [
      'of a matrix that is not symmetric',
      plane([1, 0.5, 0.25, 1]),
      'p.covarianceMatrix',
      'P.covarianceMatrix[0][1] is 0.5, and not as its mirror image: the matrix must be symmetric.',
      1,
    ],
    [
      'of a matrix that is not positive definite',
      plane([1, 2, 2, 1]),
      'p.covarianceMatrix',
      'P.covarianceMatrix[1][1] leaves the pivot -3: the matrix must be positive definite.',
      3,
    ],
    [
      'of a factor above the diagonal',
      plane({ scaleTril: [1, 2, 0, 1] }),
      'p.scaleTril',
      'P.scaleTril[0][1] is 2: a triangular factor must be 0 above its diagonal.',
      1,
    ],
    [
      'of a factor with more columns than rows',
      kl.lowRankMultivariateNormal(
        [0, 0],
        [
          [1, 2, 3],
          [4, Number.NaN, 6],
        ],
        [1, 1],
      ),
      'p.covFactor',
      'P.covFactor[1][1] is NaN: a parameter must be finite.',
      4,
    ],
    [
      'of a pair of bounds',
      kl.uniform(1, 0),
      'p.high',
      'P.high is 0: it must be greater than low.',
      undefined,
    ],
    [
      'that is no probability',
      kl.binomial(3, 1.5),
      'p.probs',
      'P.probs is 1.5: a probability must be from 0 to 1.',
      undefined,
    ],
    [
      'that is no count',
      kl.binomial(2.5, 0.5),
      'p.totalCount',
      'P.totalCount is 2.5: a count must be a whole number from 0 to 2^53.',
      undefined,
    ],
    [
      'of weights that are all 0',
      kl.mixture([0, 0], [standard, standard]),
      'p.weights',
      'P.weights sums to 0: at least one outcome must have positive weight.',
      undefined,
    ],
  ])('%s', (_, wrong, argument, message, index) => {
    const error = failure(() => klDivergence(untyped(wrong), standard));
    expect([error.message, error.argument, error.index]).toEqual([message, argument, index]);
    const other = failure(() => klDivergence(standard, untyped(wrong)));
    expect([other.message, other.argument, other.index]).toEqual([
      message.replace('P', 'Q'),
      argument.replace('p', 'q'),
      index,
    ]);
  });
});
