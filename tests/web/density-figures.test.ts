// The figures of two densities, read back from the templates: what is drawn, and what is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributionsOf,
  integrands,
  type Normals,
  normalCurves,
  normalDensities,
} from '../../web/figures/index.ts';
import { grid, logDensity, span } from '../../web/figures/normal-curve.ts';
import { alternative, drawn, expectMeaningful, options } from './support/figures.ts';
import { markup } from './support/markup.ts';

const chinese = { ...options, unit: '奈特', lang: 'zh' as const };
const normals: Normals = { p: { loc: 0, scale: 1 }, q: { loc: 1, scale: 2 } };
const figures = { forward: 0.443147, reverse: 1.30685, asymmetry: -0.863706 };

/** The area under heights at ascending places, by trapezoids. */
function area(xs: ArrayLike<number>, heights: readonly number[]): number {
  return heights.slice(1).reduce((sum, height, i) => {
    const width = (xs[i + 1] ?? 0) - (xs[i] ?? 0);
    return sum + (width * (height + (heights[i] ?? 0))) / 2;
  }, 0);
}

describe('two normal densities', () => {
  it('say their parameters and which is wider', () => {
    expect(alternative(markup(normalDensities(normals, options)))).toBe(
      'Densities of P, normal with mean 0.00 and standard deviation 1.00, ' +
        'and of Q, with mean 1.00 and standard deviation 2.00. P is narrower than Q.',
    );
    expect(alternative(markup(normalDensities(normals, chinese)))).toContain('P 比 Q 窄');
  });

  it('keep the peak of a curve a million times narrower than the other', () => {
    const narrow = { p: { loc: 0.3, scale: 1e-6 }, q: normals.q };
    const highest = Math.max(...grid(narrow, span(narrow)).map((x) => logDensity(x, narrow.p)));
    expect(highest).toBeGreaterThan(logDensity(0.3, narrow.p) + Math.log(0.99));
    expectMeaningful(markup(normalDensities(narrow, options)));
    expectMeaningful(
      markup(integrands(normalCurves({ p: narrow.q, q: narrow.p }), figures, options)),
    );
  });

  it('stay inside the axes they are held to', () => {
    const [from, to] = span(normals);
    const far = { p: { loc: 40, scale: 1 }, q: normals.q };
    expect(grid(far, [from, to]).every((x) => x >= from && x <= to)).toBe(true);
    expectMeaningful(markup(normalDensities(far, options, undefined, normals)));
  });
});

describe('the integrands', () => {
  it('have the divergences as their areas, but for what lies beyond four σ', () => {
    const curves = normalCurves(normals);
    const { forward, reverse, asymmetry } = contributionsOf(curves);
    expect(area(curves.x, forward)).toBeCloseTo(figures.forward, 2);
    expect(area(curves.x, reverse)).toBeCloseTo(figures.reverse, 2);
    expect(area(curves.x, asymmetry)).toBeCloseTo(figures.asymmetry, 2);
  });

  it('tell the areas', () => {
    const svg = markup(integrands(normalCurves(normals), figures, options));
    expect(alternative(svg)).toContain('p log(p/q) has D(P‖Q), 0.443 nats;');
    expect(alternative(svg)).toContain('q log(q/p) has D(Q‖P), 1.31 nats;');
    expect(alternative(svg)).toContain('the asymmetry, -0.864 nats.');
    expectMeaningful(svg);
  });

  it('say that they are 0 for identical distributions', () => {
    const same = { p: normals.p, q: normals.p };
    const svg = markup(
      integrands(normalCurves(same), { forward: 0, reverse: 0, asymmetry: 0 }, options),
    );
    expect(alternative(svg)).toContain('are 0 everywhere');
    expectMeaningful(svg);
  });
});

describe('what a point adds', () => {
  it('is 0 where neither has mass, and infinite where one alone has', () => {
    const points = {
      logP: [0, -Infinity, -Infinity, -2000],
      logQ: [-Infinity, 0, -Infinity, -Infinity],
    };
    expect(contributionsOf(points)).toEqual({
      forward: [Infinity, 0, 0, 0], // e⁻²⁰⁰⁰ is no double
      reverse: [0, Infinity, 0, 0],
      asymmetry: [Infinity, -Infinity, 0, 0],
    });
  });
});

describe('whatever doubles are given', () => {
  const positive = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

  it('two normal distributions are drawn, or said to be beyond drawing', () => {
    const curve = fc.record({ loc: finite, scale: positive });
    fc.assert(
      fc.property(curve, curve, (p, q) => {
        expectMeaningful(drawn(markup(normalDensities({ p, q }, options))));
        expectMeaningful(drawn(markup(integrands(normalCurves({ p, q }), figures, options))));
      }),
      {
        examples: [
          [
            { loc: 0, scale: 1 },
            { loc: 1e300, scale: 1e-300 },
          ],
        ],
      },
    );
  });
});
