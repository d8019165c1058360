// Parameters of a shape that no distribution has, and components that do not go together.
import { beforeAll, describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { untyped } from './support/wrong-input.ts';

beforeAll(kl.initSync);

const { compare, klDivergence } = kl;

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
