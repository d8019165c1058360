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

describe('a wrong shape', () => {
  const covariance = (matrix: unknown) => ({
    family: 'MultivariateNormal',
    loc: [0, 0],
    covarianceMatrix: matrix,
  });
  const lowRank = (factor: unknown, diagonal: unknown = [1, 1, 1]) => ({
    family: 'LowRankMultivariateNormal',
    loc: [0, 0, 0],
    covFactor: factor,
    covDiag: diagonal,
  });
  const standard = kl.normal(0, 1);

  it.each<[string, object, string]>([
    [
      'a number for a vector',
      { family: 'Dirichlet', concentration: 3 },
      'P.concentration is 3: it must be an array of numbers.',
    ],
    [
      'nothing for a vector',
      { family: 'Dirichlet' },
      'P.concentration is undefined: it must be an array of numbers.',
    ],
    [
      'text for a vector',
      { family: 'Dirichlet', concentration: '1 2' },
      'P.concentration is "1 2": it must be an array of numbers.',
    ],
    [
      'an empty vector',
      kl.dirichlet([]),
      'P.concentration is an empty array: it must be an array of numbers.',
    ],
    [
      'a length that is none',
      { family: 'Dirichlet', concentration: { length: -1 } },
      'P.concentration is an empty array: it must be an array of numbers.',
    ],
    [
      'vectors of two lengths',
      kl.diagonalNormal([0, 0], [1, 1, 1]),
      'P.scale has 3 numbers: with 2 dimensions it needs 2.',
    ],
    [
      'too few numbers',
      covariance([1, 0, 1]),
      'P.covarianceMatrix has 3 numbers: with 2 dimensions it needs 4.',
    ],
    [
      'too few rows',
      covariance([[1, 0, 0, 1]]),
      'P.covarianceMatrix has 1 row: with 2 dimensions it needs 2.',
    ],
    ['a short row', covariance([[1, 0], [1]]), 'P.covarianceMatrix[1] has 1 number: it needs 2.'],
    [
      'a row that is none',
      covariance([[1, 0], 1]),
      'P.covarianceMatrix[1] is 1: it must be a row of numbers.',
    ],
    [
      'a row among numbers',
      covariance([1, 0, 0, [1]]),
      'P.covarianceMatrix[3] is an array (object): every element must be a number.',
    ],
    [
      'no matrix',
      covariance(1),
      'P.covarianceMatrix is 1: it must be an array of rows of numbers.',
    ],
    [
      'a factor lying down',
      lowRank([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      'P.covFactor has 2 rows: with 3 dimensions it needs 3.',
    ],
    [
      'a factor of unequal rows',
      lowRank([[1, 2], [3], [4, 5]]),
      'P.covFactor[1] has 1 number: it needs 2.',
    ],
    [
      'half a column',
      lowRank([1, 2, 3, 4]),
      'P.covFactor has 4 numbers: with 3 dimensions it needs a multiple of 3.',
    ],
    [
      'a short diagonal',
      lowRank([1, 2, 3], [1, 1]),
      'P.covDiag has 2 numbers: with 3 dimensions it needs 3.',
    ],
    [
      'no components',
      kl.independent([]),
      'P.components is an empty array: it must be an array of distributions.',
    ],
    [
      'one weight for two',
      kl.mixture([1], [standard, standard]),
      'P.components has 2 distributions: with 1 weight it needs 1.',
    ],
  ])('is %s', (_, wrong, message) => {
    const error = failure(() => klDivergence(untyped(wrong), standard));
    expect([
      error.code === 'not-a-number' ? 'shape-not-usable' : error.code,
      error.message,
    ]).toEqual(['shape-not-usable', message]);
  });

  it('is one number where two are needed', () => {
    expect(failure(() => klDivergence(kl.dirichlet([1]), kl.dirichlet([1])))).toMatchObject({
      code: 'too-few-dimensions',
      argument: 'p.concentration',
      message:
        'P.concentration has too few elements: a distribution of this family needs at least two.',
    });
  });

  it('is another number of dimensions', () => {
    expect(failure(() => klDivergence(kl.dirichlet([1, 2]), standard))).toMatchObject({
      code: 'dimensions-differ',
      argument: 'q',
      message: 'Q has 1 dimension, and P another number: both must have as many.',
    });
  });
});

describe('components', () => {
  const standard = kl.normal(0, 1);
  const wrong = kl.normal(0, -1);

  it.each<[string, kl.Distribution, string]>([
    ['in a mixture', kl.mixture([1, 1], [standard, wrong]), 'components[1]'],
    ['in a product', kl.independent([standard, standard, wrong]), 'components[2]'],
    [
      'in a mixture in a product',
      kl.independent([kl.mixture([1, 1], [standard, wrong]), standard]),
      'components[0].components[1]',
    ],
  ])('that are wrong are found %s', (_, whole, path) => {
    expect(failure(() => klDivergence(whole, whole))).toMatchObject({
      code: 'parameter-not-positive',
      argument: `p.${path}.scale`,
      message: `P.${path}.scale is -1: this parameter must be greater than 0.`,
    });
  });

  it('that are of another family, or none, are named', () => {
    const mixture = {
      family: 'Mixture',
      weights: [1, 1],
      components: [standard, { family: 'Gauss' }],
    };
    expect(failure(() => klDivergence(untyped(mixture), standard)).argument).toBe(
      'p.components[1].family',
    );
    const numbers = { family: 'Independent', components: [standard, 3] };
    expect(failure(() => klDivergence(untyped(numbers), standard))).toMatchObject({
      code: 'not-a-distribution',
      argument: 'p.components[1]',
      message: 'P.components[1] is 3: it must be a distribution, an object with a family.',
    });
  });

  it('that cannot be mixed are named', () => {
    const mixture = kl.mixture([1, 1], [standard, kl.poisson(1)]);
    expect(failure(() => klDivergence(mixture, standard))).toMatchObject({
      code: 'components-differ',
      argument: 'p.components[1]',
      message:
        'P.components[1] is of another kind than the first component: all must be discrete, or all continuous, of one dimension.',
    });
  });

  it('may be nested, but not without end', () => {
    const nested = (depth: number): kl.Distribution =>
      depth === 0 ? standard : { family: 'Independent', components: [nested(depth - 1)] };
    expect(klDivergence(nested(32), nested(32))).toBe(0);
    const endless: { family: string; components: unknown[] } = {
      family: 'Independent',
      components: [],
    };
    endless.components.push(endless);
    for (const deep of [nested(33), nested(3000), untyped(endless)]) {
      expect(failure(() => klDivergence(standard, deep))).toMatchObject({
        code: 'shape-not-usable',
        argument: 'q',
        message: 'Q is nested deeper: components may be nested 32 deep.',
      });
    }
    expect(klDivergence(standard, kl.normal(1, 1))).toBe(0.5);
  });
});

describe('pairs of distributions', () => {
  it('of several dimensions without a closed form point to monteCarlo', () => {
    const [p, q] = [kl.dirichlet([1, 2]), kl.diagonalNormal([0, 0], [1, 1])];
    const error = failure(() => compare(p, q));
    expect(error).toMatchObject({
      code: 'no-closed-form',
      message:
        'P and Q are multivariate, and there is no closed form for their families: monteCarlo(p, q) estimates it.',
    });
    expect(error.argument).toBeUndefined();
  });
});
