// Every measure at the ends of what a double can be: the least weights, one logit far below many others, and logits so far
// apart that no power of e between them is a number.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, initSync, type Options } from '../../web/core/index.ts';
import { caseTitle, expectRecorded, extremes, measures, titleOf } from './support/measures.ts';
import { holds, type Pair, pairOf } from './support/properties.ts';

beforeAll(initSync);

describe.each(extremes.map((one) => [caseTitle(one), one] as const))('%s', (_, one) => {
  it.each(measures.map((measure) => [titleOf(measure), measure] as const))('%s', (_, measure) => {
    expectRecorded(measure, one);
  });
});

describe('logits of any size', () => {
  const logit = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -2000, max: 2000, noNaN: true }),
    fc.constant(Number.NEGATIVE_INFINITY),
  );
  const some = (n: number) =>
    fc
      .array(logit, { minLength: n, maxLength: n })
      .filter((x) => x.some((a) => a > Number.NEGATIVE_INFINITY));
  const pairs = pairOf(some, { max: 6 });
  const options: Options = { form: 'logits' };

  it.each(
    measures
      .filter(({ name }) => name !== 'asymmetry')
      .map((measure) => [titleOf(measure), measure] as const),
  )('have a %s that is neither NaN nor negative', (_, { of }) => {
    holds(pairs, (pair) => {
      expect(of(...pair, options)).toBeGreaterThanOrEqual(0);
    });
  });

  it.each([
    ['logits', options],
    ['log-probabilities as they are', { form: 'log-probabilities', normalize: false }],
  ] as [string, Options][])('have a comparison without NaN: %s', (_, options) => {
    const numbersIn = (x: unknown): number[] =>
      typeof x === 'number'
        ? [x]
        : typeof x === 'object' && x !== null
          ? Object.values(x).flatMap(numbersIn)
          : [];
    holds(pairs, ([p, q]: Pair) => {
      expect(numbersIn(compare(p, q, options))).not.toContain(Number.NaN);
    });
  });
});
