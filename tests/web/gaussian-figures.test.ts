// The figures of normal distributions, read back from the templates: what is drawn, what is said, and where handles lead.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, densities, integrands, type Normals, parts } from '../../web/figures/index.ts';
import { density, grid, integrand, span } from '../../web/figures/normal-curve.ts';
import { markup } from './support/markup.ts';

const options = {
  width: 480,
  format: (x: number) => x.toPrecision(3),
  unit: 'nats',
  lang: 'en' as const,
  base: Math.E,
};
const chinese = { ...options, unit: '奈特', lang: 'zh' as const };
const normals: Normals = { p: { loc: 0, scale: 1 }, q: { loc: 1, scale: 2 } };
const figures = { forward: 0.443147, reverse: 1.30685, asymmetry: -0.863706 };

const alternative = (svg: string) => svg.match(/aria-label="?([^"]*?)"?\n/)?.[1] ?? '';
const meaningful = (svg: string) => expect(svg).not.toMatch(/NaN|undefined|Infinity/);

/** The area under a function over a grid, by trapezoids. */
function area(f: (x: number) => number, of: Normals): number {
  const xs = grid(of, span(of));
  return xs.slice(1).reduce((sum, x, i) => {
    const before = xs[i] ?? x;
    return sum + ((x - before) * (f(x) + f(before))) / 2;
  }, 0);
}

describe('two normal densities', () => {
  it('say their parameters and which is wider', () => {
    expect(alternative(markup(densities(normals, options)))).toBe(
      'Densities of P, normal with mean 0.00 and standard deviation 1.00, ' +
        'and of Q, with mean 1.00 and standard deviation 2.00. P is narrower than Q.',
    );
    expect(alternative(markup(densities(normals, chinese)))).toContain('P 比 Q 窄');
  });

  it('keep the peak of a curve a million times narrower than the other', () => {
    const narrow = { p: { loc: 0.3, scale: 1e-6 }, q: normals.q };
    const highest = Math.max(...grid(narrow, span(narrow)).map((x) => density(x, narrow.p)));
    expect(highest).toBeGreaterThan(0.99 * density(0.3, narrow.p));
    meaningful(markup(densities(narrow, options)));
    meaningful(markup(integrands({ p: narrow.q, q: narrow.p }, figures, options)));
  });

  it('stay inside the axes they are held to', () => {
    const [from, to] = span(normals);
    const far = { p: { loc: 40, scale: 1 }, q: normals.q };
    expect(grid(far, [from, to]).every((x) => x >= from && x <= to)).toBe(true);
    meaningful(markup(densities(far, options, undefined, normals)));
  });
});

describe('the integrands', () => {
  it('have the divergences as their areas, but for what lies beyond four σ', () => {
    const swapped = { p: normals.q, q: normals.p };
    expect(area((x) => integrand(x, normals), normals)).toBeCloseTo(figures.forward, 2);
    expect(area((x) => integrand(x, swapped), normals)).toBeCloseTo(figures.reverse, 2);
  });

  it('tell the areas', () => {
    const svg = markup(integrands(normals, figures, options));
    expect(alternative(svg)).toContain('p log(p/q) has D(P‖Q), 0.443 nats;');
    expect(alternative(svg)).toContain('q log(q/p) has D(Q‖P), 1.31 nats;');
    expect(alternative(svg)).toContain('the asymmetry, -0.864 nats.');
    meaningful(svg);
  });

  it('say that they are 0 for identical distributions', () => {
    const same = { p: normals.p, q: normals.p };
    const svg = markup(integrands(same, { forward: 0, reverse: 0, asymmetry: 0 }, options));
    expect(alternative(svg)).toContain('are 0 everywhere');
    meaningful(svg);
  });
});

describe('the parts of a divergence', () => {
  const widths = (svg: string, mark: string) =>
    [...svg.matchAll(/<rect class="mark (\w+)"[^>]*?width=([\d.]+)\s/gs)]
      .filter((match) => match[1] === mark)
      .map((match) => Number(match[2]));

  it('are as long as they are large', () => {
    const svg = markup(
      parts(
        {
          kind: 'spread',
          forward: { spread: 3, means: 1, total: 4 },
          reverse: { spread: 1, means: 1, total: 2 },
        },
        options,
      ),
    );
    const [spread = 0, reverseSpread = 0] = widths(svg, 'loss').slice(-2);
    const [means = 0, reverseMeans = 0] = widths(svg, 'gain').slice(-2);
    expect(spread / means).toBeCloseTo(3, 10);
    expect(reverseSpread / reverseMeans).toBeCloseTo(1, 10);
    expect(spread / reverseSpread).toBeCloseTo(3, 10);
    expect(alternative(svg)).toContain(
      'D(P‖Q), 4.00 nats: 3.00 from the spread, 1.00 from the means.',
    );
  });

  it('are drawn where they are 0 and where they are infinite', () => {
    const none = { spread: 0, means: 0, total: 0 };
    const endless = { spread: Infinity, means: 0, total: Infinity };
    meaningful(markup(parts({ kind: 'shape', forward: none, reverse: none }, options)));
    const svg = markup(parts({ kind: 'shape', forward: endless, reverse: none }, options));
    expect(svg).not.toMatch(/(x|width)=(NaN|Infinity)/);
  });
});

describe('the curves over a parameter', () => {
  const sweep = {
    symbol: 'μ of P',
    at: [-1, 0, 1, 2],
    forward: [2, 1, 0.5, 1],
    reverse: [Infinity, 4, 1, 3],
    now: { at: 0, forward: 1, reverse: 4 },
  };

  it('say where the parameter is and where the divergence is least', () => {
    const said = alternative(markup(along([sweep, sweep], options)));
    expect(said).toContain('At μ of P = 0.00 they are 1.00 and 4.00 nats.');
    expect(said).toContain('D(P‖Q) is least near μ of P = 1.00.');
  });

  it('leave out what is infinite', () => {
    meaningful(markup(along([sweep, { ...sweep, symbol: 'σ of P' }], options)));
  });
});

describe('whatever doubles are given', () => {
  const positive = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const drawn = (svg: string) => svg.replaceAll(/aria-label=.*/g, '');

  it('two normal distributions are drawn, or said to be beyond drawing', () => {
    const curve = fc.record({ loc: finite, scale: positive });
    fc.assert(
      fc.property(curve, curve, (p, q) => {
        meaningful(drawn(markup(densities({ p, q }, options))));
        meaningful(drawn(markup(integrands({ p, q }, figures, options))));
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
