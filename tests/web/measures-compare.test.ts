// The figures of one comparison are those of the single functions.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, compare, initSync, type Options } from '../../web/core/index.ts';
import { ulp, ulpError } from './support/core.ts';
import { cases, caseTitle, errorOf, type Measure, measures, rowOf } from './support/measures.ts';
import { anySize, holds, ordinaryPair, type Pair, pairOf } from './support/properties.ts';

beforeAll(initSync);

/** Which figure is which function's: of P and Q, and of Q and P where that is another. */
const figures: Record<string, [(x: Comparison) => unknown, ((x: Comparison) => unknown)?]> = {
  klDivergence: [(x) => x.forward.value, (x) => x.reverse.value],
  jeffreysDivergence: [(x) => x.jeffreys],
  asymmetry: [(x) => x.asymmetry],
  jensenShannonDivergence: [(x) => x.jensenShannon],
  totalVariationDistance: [(x) => x.totalVariation],
  hellingerDistance: [(x) => x.hellinger],
  bhattacharyyaDistance: [(x) => x.bhattacharyya],
  chiSquaredDivergence: [(x) => x.chiSquared?.forward, (x) => x.chiSquared?.reverse],
  crossEntropy: [(x) => x.crossEntropy.forward, (x) => x.crossEntropy.reverse],
  entropy: [(x) => x.entropy.p, (x) => x.entropy.q],
};
const compared = Object.entries(figures).map(([name, [forward, reverse]]) => {
  const measure = measures.find((one) => one.name === name) as Measure;
  return { name, measure, forward, reverse };
});

describe('a comparison', () => {
  it.each(cases.map((one) => [caseTitle(one), one] as const))(
    'of %s is within the bounds of the definitions',
    (_, { p, q, form, forward, reverse }) => {
      for (const [base, recorded] of [
        [Math.E, 'e'],
        [2, '2'],
        [10, '10'],
      ] as const) {
        const all = compare(p, q, { form, base });
        for (const { measure, ...figure } of compared) {
          const error = (got: unknown, rows: typeof forward) =>
            errorOf(got as number, rowOf(rows, measure), recorded);
          expect(error(figure.forward(all), forward)).toBeLessThanOrEqual(measure.maxUlp);
          if (!figure.reverse) continue;
          expect(error(figure.reverse(all), reverse)).toBeLessThanOrEqual(measure.maxUlp);
        }
      }
    },
  );
});

describe.each(compared)('$name', ({ name, measure, forward, reverse }) => {
  /** Either may be off by its bound; of an asymmetry in units of the sum of both directions. */
  function expectSame([p, q]: Pair, options: Options): void {
    const all = compare(p, q, options);
    const unit = name === 'asymmetry' && Number.isFinite(all.jeffreys) ? ulp(all.jeffreys) : 0;
    const expectNear = (got: unknown, want: number) => {
      const error = ulpError(got as number, want);
      const units = unit > 0 ? (error * ulp(want)) / unit : error;
      expect(units).toBeLessThanOrEqual(2 * measure.maxUlp);
    };
    expectNear(forward(all), measure.of(p, q, options));
    if (reverse) expectNear(reverse(all), measure.of(q, p, options));
  }
  const bases = fc.constantFrom(Math.E, 2, 10, 0.5);

  it('is in the comparison of weights', () => {
    const anyPair = fc.oneof(ordinaryPair, pairOf(anySize));
    holds(fc.tuple(anyPair, bases), ([pair, base]) => {
      expectSame(pair, { form: 'weights', base });
    });
  });

  it('is in the comparison of logits', () => {
    const logit = fc.oneof(
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
    );
    const some = (n: number) => fc.array(logit, { minLength: n, maxLength: n });
    holds(fc.tuple(pairOf(some), bases), ([pair, base]) => {
      expectSame(pair, { form: 'logits', base });
    });
  });
});
