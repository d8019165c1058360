// The figures of normal distributions, read back from the templates: what is drawn, what is said, and where handles lead.
import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  along,
  contributionsOf,
  dimensions,
  ellipses,
  heatMaps,
  integrands,
  margins,
  type Normals,
  normalCurves,
  normalDensities,
  type PlaneMoves,
  type PlaneNormal,
  type PlaneNormals,
  parts,
} from '../../web/figures/index.ts';
import { grid, logDensity, span } from '../../web/figures/normal-curve.ts';
import { pixelOf, rounded, tickLabels } from '../../web/figures/number-axis.ts';
import { areaPath, linePath } from '../../web/figures/paths.ts';
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
    meaningful(markup(normalDensities(narrow, options)));
    meaningful(markup(integrands(normalCurves({ p: narrow.q, q: narrow.p }), figures, options)));
  });

  it('stay inside the axes they are held to', () => {
    const [from, to] = span(normals);
    const far = { p: { loc: 40, scale: 1 }, q: normals.q };
    expect(grid(far, [from, to]).every((x) => x >= from && x <= to)).toBe(true);
    meaningful(markup(normalDensities(far, options, undefined, normals)));
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
    meaningful(svg);
  });

  it('say that they are 0 for identical distributions', () => {
    const same = { p: normals.p, q: normals.p };
    const svg = markup(
      integrands(normalCurves(same), { forward: 0, reverse: 0, asymmetry: 0 }, options),
    );
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
});

describe('two covariance matrices', () => {
  const p = [
    [2, -1],
    [-1, 1],
  ];
  const q = [
    [1, 0],
    [0, 4],
  ];

  it('say their extremes and carry their numbers', () => {
    const svg = markup(heatMaps({ p, q }, options));
    expect(alternative(svg)).toBe(
      'Heat map of the 2 × 2 covariance matrix of P: elements from -1.00 to 2.00. ' +
        'Heat map of the 2 × 2 covariance matrix of Q: elements from 0.00 to 4.00.',
    );
    expect(svg.match(/dy="0.35em"[^>]*>-1</g)).toHaveLength(2);
  });

  it('are darker for more, on one scale, and hatched below 0', () => {
    const svg = markup(heatMaps({ p, q }, options));
    const opacities = [...svg.matchAll(/class="cells (\w+)"[^>]*fill-opacity=([\d.]+)/g)];
    const most = (mark: string) =>
      Math.max(...opacities.filter((m) => m[1] === mark).map((m) => Number(m[2])));
    expect(most('p') / most('q')).toBeCloseTo(2 / 4, 10);
    expect(svg).toContain('class="cells loss" fill=url(#kl-heat-negative)');
  });

  it('of a hundred rows are some paths, not ten thousand cells', () => {
    const large = Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) => Math.cos(i - j)),
    );
    expect(markup(heatMaps({ p: large, q: large }, options)).match(/<path/g)?.length).toBeLessThan(
      30,
    );
  });

  it('of zeros and of large numbers are drawn', () => {
    const wide = [
      [1e308, 0],
      [0, 5e-324],
    ];
    meaningful(markup(heatMaps({ p: wide, q: wide }, options)));
  });
});

describe('the parts of dimensions', () => {
  const each = [
    { spread: 1, means: 1 },
    { spread: 0, means: 0 },
    { spread: 4, means: 1 },
  ];

  it('say which adds most', () => {
    const svg = markup(dimensions({ forward: each, reverse: [...each].reverse() }, options));
    expect(alternative(svg)).toContain('D(P‖Q). Dimension 2 adds most, 5.00 nats.');
    expect(alternative(svg)).toContain('D(Q‖P). Dimension 0 adds most, 5.00 nats.');
    meaningful(svg);
  });

  it('are four paths, however many dimensions there are', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ spread: i, means: 1 }));
    const svg = markup(dimensions({ forward: many, reverse: many }, options));
    expect(svg.match(/<path/g)).toHaveLength(4);
    meaningful(svg);
  });
});

describe('what each axis alone tells', () => {
  it('is drawn and told for both axes and both directions, on one scale', () => {
    const seen = {
      first: { forward: 0, reverse: 0 },
      second: { forward: 1, reverse: 2 },
      both: { forward: 3, reverse: 4 },
    };
    const svg = markup(margins(seen, options));
    expect(alternative(svg)).toContain('Seen of x₂ alone: D(P‖Q) 1.00, D(Q‖P) 2.00 nats.');
    const widths = (mark: string) =>
      [...svg.matchAll(/<rect class="mark (\w+)"[^>]*?y=[\d.]+ width=([\d.]+)/gs)]
        .filter((match) => match[1] === mark)
        .map((match) => Number(match[2]));
    const [none, one = 0, three = 0] = widths('p').slice(-3);
    expect(none).toBe(0);
    expect(three / one).toBeCloseTo(3, 10);
    const [, two = 0] = widths('q').slice(-3);
    expect(two / one).toBeCloseTo(2, 10);
  });

  it('is drawn where it is 0 and where it is infinite', () => {
    const none = { forward: 0, reverse: 0 };
    const endless = { forward: Infinity, reverse: Infinity };
    const svg = markup(margins({ first: none, second: endless, both: endless }, options));
    expect(svg).not.toMatch(/(x|width)=(NaN|Infinity)/);
  });
});

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

describe('a path', () => {
  it('goes through all points that bend it', () => {
    expect(linePath([0, 1, 2], [0, 5, 0])).toBe('M0,0L1,5L2,0');
    expect(areaPath([0, 1, 2], [0, 5, 0], 0)).toBe('M0,0L1,5L2,0V0H0Z');
  });

  it('leaves out those on a flat line and those that are one to the eye', () => {
    expect(linePath([0, 10, 20, 30, 40], [7, 7, 7, 7, 0])).toBe('M0,7L30,7L40,0');
    expect(linePath([0, 0.1, 0.2, 5], [0, 0.1, 0.1, 5])).toBe('M0,0L5,5');
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
        meaningful(drawn(markup(normalDensities({ p, q }, options))));
        meaningful(drawn(markup(integrands(normalCurves({ p, q }), figures, options))));
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

  it('two ellipses are drawn, or said to be beyond drawing', () => {
    const plane: fc.Arbitrary<PlaneNormal> = fc.record({
      x: finite,
      y: finite,
      sx: positive,
      sy: positive,
      rho: fc.double({ min: -1, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(plane, plane, (p, q) => {
        meaningful(drawn(markup(ellipses({ p, q }, options))));
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
