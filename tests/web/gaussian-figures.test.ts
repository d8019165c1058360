// Where the divergence of normal distributions comes from, in figures read back from the templates: what is drawn, and what is said.
import { describe, expect, it } from 'vitest';
import { along, dimensions, heatMaps, margins, parts } from '../../web/figures/index.ts';
import { alternative, expectMeaningful, options } from './support/figures.ts';
import { markup } from './support/markup.ts';

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
    expectMeaningful(markup(parts({ kind: 'shape', forward: none, reverse: none }, options)));
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
    expectMeaningful(markup(along([sweep, { ...sweep, symbol: 'σ of P' }], options)));
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
    expectMeaningful(markup(heatMaps({ p: wide, q: wide }, options)));
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
    expectMeaningful(svg);
  });

  it('are four paths, however many dimensions there are', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ spread: i, means: 1 }));
    const svg = markup(dimensions({ forward: many, reverse: many }, options));
    expect(svg.match(/<path/g)).toHaveLength(4);
    expectMeaningful(svg);
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
