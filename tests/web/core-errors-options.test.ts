// Options that do not exist, and values that they cannot have.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  initSync,
  klDivergence,
  renyiDivergence,
  tsallisDivergence,
} from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { good, measures, untyped } from './support/wrong-input.ts';

beforeAll(initSync);

describe.each(measures)('%s refuses', (_, measure) => {
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
        new RegExp(
          `^${name} is no option: there are base, form, normalize(, columns)?(, alpha)?\\.$`,
        ),
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
});

describe.each([
  ['renyiDivergence', renyiDivergence],
  ['tsallisDivergence', tsallisDivergence],
])('%s refuses', (_, measure) => {
  it.each([undefined, {}, { base: 2 }])('to guess an order from the options %o', (options) => {
    expect(failure(() => measure(good, good, untyped(options)))).toMatchObject({
      code: 'option-not-usable',
      argument: 'alpha',
      message: 'alpha is missing: a divergence of order alpha needs one, at least 0.',
    });
  });

  it.each([-1, -5e-324, Number.NEGATIVE_INFINITY, Number.NaN])('%d as an order', (alpha) => {
    expect(failure(() => measure(good, good, { alpha }))).toMatchObject({
      code: 'alpha-not-usable',
      argument: 'alpha',
      message: `alpha is ${alpha}: the order of a divergence must be at least 0; Infinity is allowed.`,
    });
  });

  it.each([['2'], [2n], [null]])('%s as an order, since it is no number', (alpha) => {
    expect(failure(() => measure(good, good, { alpha: untyped(alpha) }))).toMatchObject({
      code: 'option-not-usable',
      argument: 'alpha',
      message: `alpha is ${alpha}: it must be a number.`,
    });
  });
});

describe('klDivergence', () => {
  it('refuses an order, which it does not have', () => {
    expect(failure(() => klDivergence(good, good, untyped({ alpha: 2 })))).toMatchObject({
      code: 'option-unknown',
      argument: 'alpha',
    });
  });
});
