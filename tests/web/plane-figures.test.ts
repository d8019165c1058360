// The ellipses of two normal distributions in the plane, read back from the template.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ellipses,
  type PlaneMoves,
  type PlaneNormal,
  type PlaneNormals,
} from '../../web/figures/index.ts';
import { alternative, drawn, expectMeaningful, options } from './support/figures.ts';
import { markup } from './support/markup.ts';

const positive = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('two ellipses', () => {
  const plane: PlaneNormals = {
    p: { x: 0, y: 0, sx: 1, sy: 2, rho: 0.5 },
    q: { x: 1, y: 1, sx: 1, sy: 1, rho: 0 },
  };
  const silent: PlaneMoves = { move: () => {}, step: () => {}, done: () => {} };
  /** The points of the first path of a class, in pixels. */
  const points = (svg: string, mark: string) => {
    const d = svg.match(new RegExp(`class="contour ${mark}"[^>]*d=M([^Z]*)Z`))?.[1] ?? '';
    return d.split('L').map((point) => point.split(',').map(Number) as [number, number]);
  };

  it('say their parameters', () => {
    expect(alternative(markup(ellipses(plane, options)))).toContain(
      'P: centre (0.00, 0.00), standard deviations 1.00 and 2.00, correlation 0.500.',
    );
  });

  it('are drawn to one scale, so that a circle is round', () => {
    const circle = points(markup(ellipses(plane, options)), 'q');
    const spread = (k: 0 | 1) =>
      Math.max(...circle.map((point) => point[k])) - Math.min(...circle.map((point) => point[k]));
    expect(spread(0)).toBeCloseTo(spread(1), 0);
    const tall = points(markup(ellipses(plane, options)), 'p');
    const [xs, ys] = [tall.map(([x]) => x), tall.map(([, y]) => y)];
    expect((Math.max(...ys) - Math.min(...ys)) / (Math.max(...xs) - Math.min(...xs))).toBeCloseTo(
      2,
      1,
    );
  });

  /** The handles as the figure gives them to be drawn. */
  function handlesOf(of: PlaneNormals, moves: PlaneMoves): Map<string, { x: number; y: number }> {
    const svg = markup(ellipses(of, options, moves));
    const groups = svg.matchAll(
      /aria-label=([^\n]*)\n[^<]*?aria-valuenow[^<]*?translate\(([-\d.]+) ([-\d.]+)\)/g,
    );
    return new Map(
      Array.from(groups, ([, name = '', x, y]) => [name, { x: Number(x), y: Number(y) }]),
    );
  }

  it('have handles on the inner contour, those of Q opposite to those of P', () => {
    const same = { p: plane.p, q: plane.p };
    const handles = handlesOf(same, silent);
    const at = (name: string) => handles.get(name) ?? { x: Number.NaN, y: Number.NaN };
    const centre = at('Centre of P');
    for (const name of ['Side', 'Top']) {
      const kind = name === 'Side' ? 'σ₁ and ρ' : 'σ₂ and ρ';
      const [p, q] = [at(`${name} of P: ${kind}`), at(`${name} of Q: ${kind}`)];
      expect((p.x + q.x) / 2).toBeCloseTo(centre.x, 8);
      expect((p.y + q.y) / 2).toBeCloseTo(centre.y, 8);
      expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(40);
    }
  });

  it('are drawn, or said to be beyond drawing, whatever doubles are given', () => {
    const plane: fc.Arbitrary<PlaneNormal> = fc.record({
      x: finite,
      y: finite,
      sx: positive,
      sy: positive,
      rho: fc.double({ min: -1, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(plane, plane, (p, q) => {
        expectMeaningful(drawn(markup(ellipses({ p, q }, options))));
      }),
      {
        examples: [
          [
            { x: 0, y: 0, sx: 1, sy: 1, rho: 0 },
            { x: 1e15, y: 0, sx: 1e-3, sy: 1, rho: 0.999999999999 },
          ],
        ],
      },
    );
  });
});
