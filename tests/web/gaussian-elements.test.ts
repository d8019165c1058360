// What of the Gaussian panels needs no browser: their examples, and how a divergence is taken apart.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import init, { compare, diagonalNormal, multivariateNormal, normal } from '../../web/core/index.ts';
import {
  diagonalParts,
  multivariateParts,
  normalParts,
  partsByDimension,
} from '../../web/elements/gaussian/parts.ts';
import { isSymmetric, symmetrised } from '../../web/elements/gaussian/several.ts';
import { KlGaussian } from '../../web/elements/kl-gaussian.ts';
import { KlGaussian2d } from '../../web/elements/kl-gaussian-2d.ts';
import { KlGaussianNd } from '../../web/elements/kl-gaussian-nd.ts';
import { type Preset, type State, swapped } from '../../web/elements/state.ts';
import { parseMatrix, parseNumber, parseVector } from '../../web/text/index.ts';

beforeAll(() => init());

describe.each<[string, { fields: State; presets: readonly Preset[] }]>([
  ['kl-gaussian', KlGaussian],
  ['kl-gaussian-2d', KlGaussian2d],
  ['kl-gaussian-nd', KlGaussianNd],
])('the examples of %s', (tag, { fields, presets }) => {
  it('set all fields, and the first is what stands there at first', () => {
    for (const { state } of presets) {
      expect(Object.keys(state).sort()).toEqual(Object.keys(fields).sort());
    }
    expect(presets[0]?.state).toEqual(fields);
  });

  it('ask a question each, in both languages, and are called differently', () => {
    for (const { question } of presets) {
      expect(question.en).toMatch(/\?$/);
      expect(question.zh).toMatch(/？$/);
    }
    for (const lang of ['en', 'zh'] as const) {
      expect(new Set(presets.map(({ name }) => name[lang])).size).toBe(presets.length);
    }
  });

  it('change sides as a whole', () => {
    const partner = (name: string) => name.replace(/[PQ]$/, (side) => (side === 'P' ? 'Q' : 'P'));
    for (const { state } of presets) {
      for (const [name, value] of Object.entries(swapped(state))) {
        expect(value).toBe(state[partner(name)]);
      }
    }
  });

  it('hold what the fields take', () => {
    for (const { state } of presets) {
      const { form, ...texts } = state;
      for (const [name, text] of Object.entries(texts)) {
        if (tag !== 'kl-gaussian-nd') expect(parseNumber(text, name)).toBeTypeOf('number');
        else if (form !== 'covariance' || name.startsWith('mu')) parseVector(text, name);
        else expect(isSymmetric(parseMatrix(text, name))).toBe(true);
      }
    }
  });
});

describe('D as D of the spreads and D of the means', () => {
  const mean = fc.double({ min: -10, max: 10, noNaN: true });
  const scale = fc.double({ min: 0.05, max: 20, noNaN: true });
  const rho = fc.double({ min: -0.98, max: 0.98, noNaN: true });
  /** Both parts add up to the whole, within roundings of its size. */
  const addsUp = ({ spread, means, total }: { spread: number; means: number; total: number }) => {
    expect(spread).toBeGreaterThanOrEqual(0);
    expect(means).toBeGreaterThanOrEqual(0);
    expect(Math.abs(spread + means - total)).toBeLessThanOrEqual(1e-12 * total);
  };

  it('is exact in one dimension', () => {
    const curve = fc.record({ loc: mean, scale });
    fc.assert(
      fc.property(curve, curve, (p, q) => {
        const whole = compare(normal(p.loc, p.scale), normal(q.loc, q.scale));
        const { forward, reverse } = normalParts(p, q, whole);
        addsUp(forward);
        addsUp(reverse);
      }),
    );
  });

  it('is exact in the plane', () => {
    const plane = fc
      .record({ x: mean, y: mean, sx: scale, sy: scale, rho })
      .map(({ x, y, sx, sy, rho: r }) => ({
        loc: [x, y],
        shape: {
          scaleTril: [
            [sx, 0],
            [r * sy, Math.sqrt((1 - r) * (1 + r)) * sy],
          ],
        },
      }));
    fc.assert(
      fc.property(plane, plane, (p, q) => {
        const whole = compare(
          multivariateNormal(p.loc, p.shape),
          multivariateNormal(q.loc, q.shape),
        );
        const { forward, reverse } = multivariateParts(p, q, whole);
        addsUp(forward);
        addsUp(reverse);
      }),
    );
  });

  it('is exact for each of many independent dimensions, and for all', () => {
    const curves = fc
      .array(fc.tuple(mean, scale, mean, scale), { minLength: 1, maxLength: 12 })
      .map((rows) => ({
        p: { loc: rows.map(([m]) => m), scale: rows.map(([, s]) => s) },
        q: { loc: rows.map(([, , m]) => m), scale: rows.map(([, , , s]) => s) },
      }));
    fc.assert(
      fc.property(curves, ({ p, q }) => {
        const whole = compare(diagonalNormal(p.loc, p.scale), diagonalNormal(q.loc, q.scale));
        addsUp(diagonalParts(p, q, whole).forward);
        const each = partsByDimension(p, q, Math.E).forward;
        const sum = each.reduce((total, { spread, means }) => total + spread + means, 0);
        expect(Math.abs(sum - whole.forward.value)).toBeLessThanOrEqual(
          1e-12 * whole.forward.value,
        );
      }),
    );
  });

  it('keeps its digits where P and Q nearly agree', () => {
    const [p, q] = [
      { loc: 0, scale: 1 },
      { loc: 1e-9, scale: 1.00000001 },
    ];
    const { forward } = normalParts(p, q, compare(normal(0, 1), normal(1e-9, 1.00000001)));
    // By mpmath with 40 digits: of 1 and the double 1.00000001; ½ (1e-9/1.00000001)².
    expect(forward.spread / 9.99999971178392e-17).toBeCloseTo(1, 12);
    expect(forward.means / 4.9999999e-19).toBeCloseTo(1, 8);
  });
});

describe('the mean of a matrix and its mirror image', () => {
  it('is symmetric, and the matrix itself if that is', () => {
    const entry = fc.double({ noNaN: true, noDefaultInfinity: true });
    const square = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(square, (rows) => {
        const mended = symmetrised(rows);
        expect(isSymmetric(mended)).toBe(true);
        expect(symmetrised(mended)).toEqual(mended);
      }),
    );
    expect(
      symmetrised([
        [1, 0.2],
        [0.3, 1],
      ]),
    ).toEqual([
      [1, 0.25],
      [0.25, 1],
    ]);
  });
});
