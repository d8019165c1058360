// Numbers as they are shown.
import { describe, expect, it } from 'vitest';
import { exactNumber, formatNumber, parseNumber, parseVector } from '../../web/text/index.ts';

describe('a number for reading', () => {
  it.each<[number, string]>([
    [0.022582421084357, '0.0225824'],
    [0.4431471805599453, '0.443147'],
    [1.3068528194400546, '1.30685'],
    [0.5, '0.5'],
    [2, '2'],
    [0, '0'],
    [-0, '0'],
    [0.1 + 0.2, '0.3'],
    [-0.8637056, '−0.863706'],
    [123456.7, '123457'],
    [999999.7, '1e6'],
    [1234567, '1.23457e6'],
    [0.0001, '0.0001'],
    [0.00009999999, '0.0001'],
    [0.0000123, '1.23e-5'],
    [-2.5e-17, '−2.5e-17'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.79769e308'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [Number.NaN, 'undefined'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('can be pasted back, minus sign and all', () => {
    for (const x of [0.0225824, -0.863706, 1.25e-9, -3e12]) {
      expect(parseVector(formatNumber(x), 'P')).toEqual([x]);
    }
  });
});

it('a number for reading is read back as what it was to six digits, whatever its size', () => {
  const bits = new DataView(new ArrayBuffer(8));
  // Bit patterns evenly: every power of two from the smallest double to the largest, both signs.
  for (let high = 0; high < 0x7ff00000; high += 0x2f1b7) {
    bits.setUint32(0, high);
    bits.setUint32(4, Math.imul(high, 0x9e3779b1));
    const x = bits.getFloat64(0);
    for (const value of [x, -x]) {
      const read = parseNumber(formatNumber(value), 'x');
      // Halves of numbers below the normal ones are rounded to the spacing of doubles there.
      expect(Math.abs(read - value)).toBeLessThanOrEqual(5.0001e-6 * Math.abs(value) + 5e-324);
      expect(formatNumber(read)).toBe(formatNumber(value));
    }
  }
});

it('an exact number gives the same double back', () => {
  for (const x of [0.1 + 0.2, 1 / 3, 5e-324, Math.PI * 1e300, Infinity]) {
    expect(Number(exactNumber(x))).toBe(x);
  }
});
