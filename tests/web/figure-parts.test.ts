// What figures are made of: ticks, places under the pointer, and paths.
import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelOf, rounded, tickLabels } from '../../web/figures/number-axis.ts';
import { areaPieces, linePath } from '../../web/figures/paths.ts';

describe('an axis', () => {
  it.each<[string, number[], string[]]>([
    ['whole', [-2, 0, 2], ['−2', '0', '2']],
    ['with the decimals that tell them apart', [0.02, 0.04], ['0.02', '0.04']],
    ['of tenths', [0.8, 1, 1.2], ['0.8', '1.0', '1.2']],
    ['very large', [-1e6, 0, 1e6], ['−1e+6', '0e+0', '1e+6']],
    ['very small', [1e-9, 2e-9], ['1e-9', '2e-9']],
  ])('has ticks %s', (_, ticks, texts) => {
    expect(ticks.map(tickLabels(ticks))).toEqual(texts);
  });

  it('writes ticks as the axes of d3-scale do', () => {
    const end = fc.double({ min: -9e4, max: 9e4, noNaN: true });
    fc.assert(
      fc.property(end, fc.double({ min: 1, max: 9e3, noNaN: true }), (from, length) => {
        const scale = scaleLinear([from, from + length], [0, 500]);
        const ticks = scale.ticks(5);
        fc.pre(Math.max(...ticks.map(Math.abs)) < 1e5);
        const plain = (text: string) => text.replaceAll(',', ''); // d3 groups thousands
        expect(ticks.map(tickLabels(ticks))).toEqual(ticks.map(scale.tickFormat(5)).map(plain));
      }),
    );
  });

  it('gives a place under the pointer no digits that a pixel cannot tell', () => {
    const scale = scaleLinear([-6, 6], [0, 600]); // a pixel is 0.02
    expect(rounded(scale.invert(317), pixelOf(scale))).toBe(0.34);
    expect(rounded(1 / 3, pixelOf(scale))).toBe(0.33);
  });
});

describe('a line', () => {
  it('goes through all points that bend it', () => {
    expect(linePath([0, 1, 2], [0, 5, 0])).toBe('M0,0L1,5L2,0');
  });

  it('leaves out those on a flat line and those that are one to the eye', () => {
    expect(linePath([0, 10, 20, 30, 40], [7, 7, 7, 7, 0])).toBe('M0,7L30,7L40,0');
    expect(linePath([0, 0.1, 0.2, 5], [0, 0.1, 0.1, 5])).toBe('M0,0L5,5');
  });
});

describe('an area', () => {
  it('is between a line and a height', () => {
    expect(areaPieces([0, 1, 2], [0, 5, 0], 0)).toBe('M0,0L1,5L2,0Z');
    expect(areaPieces([0, 2], [5, 3], 7)).toBe('M0,7L0,5L2,3L2,7Z');
  });

  it('is not drawn where the line is at that height', () => {
    expect(areaPieces([0, 1, 2, 3, 4, 5], [0, 0, 5, 0, 0, 0], 0)).toBe('M1,0L2,5L3,0Z');
    expect(areaPieces([0, 1, 2], [4, 4, 4], 4)).toBe('');
  });
});
