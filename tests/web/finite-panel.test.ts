// What moving one outcome does to the others, and that what the panel writes is what it reads.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import init, { klDivergence } from '../../web/core/index.ts';
import { dragged, steppedAlone, steppedShare } from '../../web/elements/finite/drag.ts';
import { listsOf, listsOfSamples, sharesOf, without } from '../../web/elements/finite/lists.ts';
import { plain, written } from '../../web/elements/finite/write.ts';
import { parseOutcomes } from '../../web/text/index.ts';

beforeAll(() => init());

const sum = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0);
const weights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
  minLength: 2,
  maxLength: 24,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const read = (values: readonly number[]) => parseOutcomes(written({ values }), 'P').values;

describe('a probability that is moved', () => {
  const moved = fc.tuple(weights, share, fc.nat(23)).map(([list, to, at]) => {
    const before = sharesOf(list, 'probabilities');
    const i = at % before.length;
    return { before, i, after: read(dragged(before, i, to, 'probabilities')), to };
  });

  it('leaves probabilities, as they are written, that the module takes', () => {
    fc.assert(
      fc.property(moved, ({ before, after }) => {
        expect(Math.abs(sum(after) - 1)).toBeLessThan(2.5e-7); // of the 1e-6 that it allows
        expect(klDivergence(after, Array.from(before))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('comes where it was moved, and the others keep their ratios to four digits', () => {
    fc.assert(
      fc.property(moved, ({ before, after, i, to }) => {
        expect(after[i]).toBeCloseTo(to, 2.9);
        const rest = 1 - (after[i] as number);
        const others = 1 - (before[i] as number);
        after.forEach((x, j) => {
          const want = ((before[j] as number) / others) * rest;
          if (j !== i && rest > 0) expect(Math.abs(x - want)).toBeLessThan(0.002);
          if (j !== i && rest > 0.01) expect(x).toBeGreaterThan(0); // or a divergence became infinite
        });
      }),
    );
  });

  it('is shared equally where the others had nothing', () => {
    expect(dragged([1, 0, 0], 0, 0.5, 'probabilities')).toEqual([0.5, 0.25, 0.25]);
    expect(dragged([0.2, 0.3, 0.5], 2, 1, 'probabilities')).toEqual([0, 0, 1]);
  });

  it('as a logarithm leaves log-probabilities that the module takes', () => {
    fc.assert(
      fc.property(weights, share, fc.nat(23), (list, to, at) => {
        const logs = Array.from(sharesOf(list, 'weights'), Math.log);
        const after = read(dragged(logs, at % logs.length, to, 'log-probabilities'));
        expect(Math.abs(sum(after.map(Math.exp)) - 1)).toBeLessThan(5e-7);
      }),
    );
  });
});

describe('a number that is moved alone', () => {
  it('has the share asked for, of weights and of logits', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (list, to) => {
        const byWeight = dragged(list, 0, to, 'weights');
        expect(byWeight.slice(1)).toEqual(list.slice(1));
        expect(sharesOf(byWeight, 'weights')[0]).toBeCloseTo(to, 2);
        const byLogit = dragged(list, 0, to, 'logits');
        expect(byLogit.slice(1)).toEqual(list.slice(1));
        expect(sharesOf(byLogit, 'logits')[0]).toBeCloseTo(to, 2);
      }),
    );
  });

  it('stays whole where all are', () => {
    expect(dragged([5, 1, 4], 1, 0.3, 'weights')).toEqual([5, 4, 4]);
    expect(steppedAlone([5, 1, 4], 1, -1, 'usual', 'weights')).toEqual([5, 0, 4]);
    expect(steppedAlone([5, 0, 4], 1, -1, 'usual', 'weights')).toEqual([5, 0, 4]);
    expect(steppedAlone([5, 1, 4], 1, 1, 'large', 'weights')).toEqual([5, 11, 4]);
  });

  it('is stepped in parts of the largest where they are not', () => {
    expect(steppedAlone([0.5, 20.5], 0, 1, 'usual', 'weights')).toEqual([0.6, 20.5]);
    expect(steppedAlone([0.2, 0], 0, 1, 'small', 'logits')).toEqual([0.201, 0]);
  });

  it('cannot change where the others are nothing', () => {
    expect(dragged([3, 0], 0, 0.5, 'weights')).toEqual([3, 0]);
    expect(dragged([3, -Infinity], 0, 0.5, 'logits')).toEqual([3, -Infinity]);
    expect(dragged([0, -Infinity], 1, 0.5, 'logits')).toEqual([0, 0]);
  });

  it('stops at 0 and 1 under the keys', () => {
    expect(steppedShare(0.005, -1, 'usual')).toBe(0);
    expect(steppedShare(0.95, 1, 'large')).toBe(1);
    expect(steppedShare(0.5, 1, 'small')).toBe(0.501);
  });
});

describe('what is written', () => {
  it('is read again, whatever the labels', () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() === text && !/[\p{C}\p{Z}]/u.test(text.replaceAll(' ', '')));
    fc.assert(
      fc.property(
        fc.uniqueArray(label, { minLength: 2, maxLength: 6, selector: (text) => text.normalize() }),
        (labels) => {
          const values = labels.map((_, i) => i / 8);
          expect(parseOutcomes(written({ values, labels }), 'P')).toEqual({ values, labels });
        },
      ),
      { examples: [[['light rain', 'a: b']], [['"', '\\']], [['p', 'q']], [['1', '2']]] },
    );
  });

  it('is short', () => {
    expect(plain(0.1 + 0.2)).toBe('0.3');
    expect(plain(-0)).toBe('0');
    expect(plain(-Infinity)).toBe('-inf');
    expect(plain(123456789012345)).toBe('123456789012345');
  });
});

describe('lists', () => {
  it('are brought together by label, and say what is lacking', () => {
    const given = {
      p: { values: [0.5, 0.5], labels: ['sun', 'snow'] },
      q: { values: [0.7, 0.3], labels: ['rain', 'sun'] },
    };
    const lists = listsOf(given, 'probabilities');
    expect(lists.labels).toEqual(['sun', 'snow', 'rain']);
    expect(Array.from(lists.q)).toEqual([0.3, 0, 0.7]);
    expect(lists.lacking).toEqual({ p: ['rain'], q: ['snow'] });
    expect(Array.from(listsOf(given, 'logits').q)).toEqual([0.3, -Infinity, 0.7]);
  });

  it('of samples are counts, of numbers in their order', () => {
    const lists = listsOfSamples(['10', '9', '9'], ['9', '11']);
    expect(lists.labels).toEqual(['9', '10', '11']);
    expect(Array.from(lists.p)).toEqual([2, 1, 0]);
    expect(listsOfSamples(['b', 'a'], ['1']).labels).toEqual(['b', 'a', '1']);
  });

  it('lose outcomes together with their labels', () => {
    const given = { values: [1, 2, 3], labels: ['a', 'b', 'c'] };
    expect(without(given, (i) => i === 1)).toEqual({ values: [1, 3], labels: ['a', 'c'] });
    expect(without({ values: [1, 2] }, (i) => i === 0)).toEqual({ values: [2] });
  });

  it('have shares that sum to 1, also where the sum is beyond doubles', () => {
    expect(Array.from(sharesOf([1e308, 1e308], 'weights')).every(Number.isFinite)).toBe(true);
    expect(Array.from(sharesOf([1000, 1000], 'logits'))).toEqual([0.5, 0.5]);
    expect(Array.from(sharesOf([0, -Infinity], 'logits'))).toEqual([1, 0]);
  });
});
