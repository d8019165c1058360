// The quick way to read long lists must read what the whole reader reads, to the bit, or leave it to that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOutcomes } from '../../web/text/index.ts';
import { plainNumbers } from '../../web/text/plain-list.ts';

describe('a plain list', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 9_007_199_254_740_991n }), fc.nat(20))
    .map(([isNegative, digits, places]) => {
      const text = String(digits).padStart(places + 1, '0');
      const [whole, rest] = [text.slice(0, text.length - places), text.slice(text.length - places)];
      return `${isNegative ? '-' : ''}${whole}${rest && `.${rest}`}`;
    });

  it('is read as by the language itself, to the bit', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), fc.constantFrom(', ', '\n'), (list, by) => {
        expect(plainNumbers(list.join(by))).toEqual(list.map(Number));
      }),
      { examples: [[['0.1', '.5', '5.', '-0'], ', ']] },
    );
  });

  it('is read as by the whole reader', () => {
    const probability = fc.double({ min: 0.001, max: 1, noNaN: true }).map((x) => x.toFixed(6));
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1 }), (list) => {
        const text = list.join(', ');
        expect({ values: plainNumbers(text) }).toEqual(parseOutcomes(text, 'P'));
      }),
    );
  });

  it.each([
    '',
    ' ',
    '0,4',
    '0.4,0.6',
    '1 000, 2 000',
    '40%, 60%',
    '1/3, 2/3',
    '[0.4, 0.6]',
    '0.4, 0.6, ',
    '0.4.1, 2',
    '1e-3, 2',
    '-, 1',
    '., 1',
    'rain: 1, sun: 2',
    '99999999999999999, 1',
    '0.00000000000000000000000001, 1',
    'nan, 1',
    Array(10_001).fill('1').join(', '),
  ])('leaves everything else to the whole reader: %#', (text) => {
    expect(plainNumbers(text)).toBeUndefined();
  });
});
