// Data to SVG, read back from the templates: what is drawn, and what is said to those who do not see it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asymmetries, balance, bars, contributions } from '../../web/figures/index.ts';
import { extremes, fitted } from '../../web/figures/outcomes.ts';
import { alternative, drawn, expectMeaningful, options } from './support/figures.ts';
import { markup } from './support/markup.ts';

/** The heights of the drawn bars of one kind, legend left out. */
function heights(svg: string, mark: string): number[] {
  const rects = [...svg.matchAll(/<rect class="mark (\w+)"[^>]*?height=([\d.]+)></gs)];
  return rects.filter((match) => match[1] === mark).map((match) => Number(match[2]));
}

/** The same of contributions, which are paths from 0. */
function lengths(svg: string, mark: string): number[] {
  const paths = [...svg.matchAll(/<path class="mark (\w+)"[^>]*? d=M[\d.]+,([\d.]+)V([\d.]+)H/gs)];
  return paths
    .filter((match) => match[1] === mark)
    .map((match) => Math.abs(Number(match[2]) - Number(match[3])));
}

describe('bars', () => {
  it('stand as high as the probabilities', () => {
    const svg = markup(bars({ p: [0.4, 0.6], q: [0.3, 0.7] }, options));
    const [first = 0, second = 0] = heights(svg, 'p');
    const [third = 0, fourth = 0] = heights(svg, 'q');
    expect(first / second).toBeCloseTo(4 / 6, 10);
    expect(third / fourth).toBeCloseTo(3 / 7, 10);
    expect(third / first).toBeCloseTo(3 / 4, 10);
  });

  it('say where P and Q differ most', () => {
    const svg = markup(bars({ p: [0.5, 0.3, 0.2], q: [0.6, 0.4, 0] }, options));
    expect(alternative(svg)).toBe(
      'Bars of P and Q over 3 outcomes. They differ most at outcome 2: P has 0.200, Q has 0.00.',
    );
  });

  it('call outcomes by their labels, below the bars and in words, also in Chinese', () => {
    const labelled = { p: [0.5, 0.3, 0.2], q: [0.2, 0.4, 0.4], labels: ['sun', 'rain', 'fog'] };
    const svg = markup(bars(labelled, options));
    expect(svg).toMatch(/text-anchor="middle">sun</);
    expect(alternative(svg)).toContain('at outcome sun: P has 0.500, Q has 0.200.');
    const zh = alternative(markup(bars(labelled, { ...options, lang: 'zh' })));
    expect(zh).toBe(
      'P 与 Q 在 3 个结果上的条形图。 差别最大的是结果 sun：P 为 0.500，Q 为 0.200。',
    );
  });

  it('have a handle each that reads the share off the drawing, while they are few', () => {
    const moved: unknown[] = [];
    const grip = {
      move: (...told: unknown[]) => moved.push(told),
      step: () => {},
      done: () => {},
    };
    const handles = (n: number) => {
      const p = Array.from({ length: n }, () => 1 / n);
      return markup(bars({ p, q: p, grip }, { ...options, width: 640 })).match(/role="slider"/g);
    };
    expect(handles(3)).toHaveLength(6);
    expect(handles(24)).toHaveLength(48);
    expect(handles(25)).toBeNull();
    expect(markup(bars({ p: [1], q: [1] }, options))).not.toContain('slider');
  });

  it('keep their scale under the hand, and show how they stood before', () => {
    const ghost = { which: 'p' as const, shares: [0.4, 0.6], top: 0.8 };
    const ticks = (svg: string) =>
      [...svg.matchAll(/text-anchor="end">([\d.]+)</g)].map((m) => m[1]);
    const before = markup(bars({ p: [0.4, 0.6], q: [0.3, 0.7] }, options));
    const during = markup(bars({ p: [0.9, 0.1], q: [0.3, 0.7], ghost }, options));
    const after = markup(bars({ p: [0.2, 0.2], q: [0.3, 0.3], ghost }, options));
    expect(during.match(/<path class="ghost p"/g)).toHaveLength(2);
    expect(before).not.toContain('class="ghost');
    expect(ticks(after)).toEqual(ticks(before));
  });

  it('say when P and Q are the same', () => {
    expect(alternative(markup(bars({ p: [1], q: [1] }, options)))).toBe(
      'Bars of P and Q over 1 outcome. They are the same.',
    );
  });

  it('are drawn as one path for P and one for Q when they are many, with a width to point at', () => {
    const p = Array.from({ length: 100 }, () => 0.01);
    const svg = markup(bars({ p, q: p, highlighted: 3 }, { ...options, width: 640 }));
    expect(svg.match(/<path class="mark/g)).toHaveLength(2);
    expect(svg.match(/V[\d.]+h[\d.]+V/g)).toHaveLength(200);
    expect(svg.match(/data-outcomes=100/g)).toHaveLength(1);
    expect(svg.match(/class="lit-place"/g)).toHaveLength(1);
  });

  it('become two outlines when ten thousand outcomes leave no room for bars', () => {
    const p = Array.from({ length: 10_000 }, () => 1e-4);
    const svg = markup(bars({ p, q: p }, options));
    expect(svg.match(/<path class="curve/g)).toHaveLength(2);
    expect(svg.match(/<rect class="mark/g)).toHaveLength(2); // those of the legend
    expectMeaningful(svg);
  });

  it('number the outcomes from 0, as the messages do, and never crowd', () => {
    const numbers = (n: number) => {
      const p = Array.from({ length: n }, () => 1 / n);
      const svg = markup(bars({ p, q: p }, options));
      return [...svg.matchAll(/text-anchor="middle">(\d+)</g)].map((match) => Number(match[1]));
    };
    expect(numbers(60).slice(0, 3)).toEqual([0, 5, 10]);
    expect(numbers(1000).length).toBeLessThan(12);
  });
});

describe('the outcomes of a figure', () => {
  it('keep every peak when they are drawn together', () => {
    const values = Array.from({ length: 10_000 }, (_, i) =>
      i === 4321 ? 9 : i === 77 ? -5 : i % 3,
    );
    const pairs = extremes(values, 500);
    expect(pairs).toHaveLength(500);
    expect(Math.max(...pairs.map(([high]) => high))).toBe(9);
    expect(Math.min(...pairs.map(([, low]) => low))).toBe(-5);
    expect(extremes([3, 1, 2], 500)).toEqual([
      [3, 3],
      [1, 1],
      [2, 2],
    ]);
  });

  it('have labels cut to their room', () => {
    expect(fitted('rain', 40)).toBe('rain');
    expect(fitted('thunderstorm', 40)).toMatch(/^thu\w*…$/);
    expect(fitted('雷阵雨转多云', 40)).toBe('雷阵…');
  });

  it('are marked where one is pointed at, and only there', () => {
    const data = { p: [0.5, 0.5], q: [0.5, 0.5] };
    expect(markup(bars(data, options))).not.toContain('outcome lit');
    expect(markup(bars({ ...data, highlighted: 1 }, options))).toMatch(
      /class=outcome lit data-outcome=1>/,
    );
  });
});

describe('contributions', () => {
  // 0.4 log(0.4/0.3) …
  const terms = { forward: [0.2, -0.1], reverse: [-0.15, 0.12] };

  it('stand above zero where they add and below where they take away, of both directions', () => {
    const svg = markup(contributions(terms, options));
    const [gain = 0, loss = 0] = lengths(svg, 'p');
    expect(gain / loss).toBeCloseTo(2, 10);
    const [taken = 0, given = 0] = lengths(svg, 'q');
    expect(taken / given).toBeCloseTo(0.15 / 0.12, 10);
    expect(alternative(svg)).toContain('To D(P‖Q), outcome 0 adds most, 0.200 nats');
    expect(alternative(svg)).toContain('outcome 1 takes away most, -0.100 nats');
    expect(alternative(svg)).toContain('To D(Q‖P), outcome 1 adds most, 0.120 nats');
  });

  it('leave the drawing with an arrow where one is infinite, and keep a scale for the others', () => {
    const infinite = { forward: [-0.1, -0.05, Infinity], reverse: [0.2, 0.1, 0] };
    const svg = markup(contributions(infinite, options));
    expect(svg).toContain('>∞</text>');
    const [first = 0, second = 0] = lengths(svg, 'p');
    expect(first / second).toBeCloseTo(2, 10);
    expect(svg.replace(alternative(svg), '')).not.toMatch(/NaN|Infinity/);
  });

  it('say that every one is 0 for identical distributions', () => {
    const svg = markup(contributions({ forward: [0, 0], reverse: [0, 0] }, options));
    expect(alternative(svg)).toContain('Every one is 0.');
    expectMeaningful(svg);
  });

  it('show both signs also when drawn as areas', () => {
    const forward = Array.from({ length: 2000 }, (_, i) => (i % 2 ? -1e-5 : 2e-5));
    const svg = markup(contributions({ forward, reverse: forward.map((x) => -x) }, options));
    expect(svg.match(/<path class="mark p"/g)).toHaveLength(2);
    expect(svg.match(/<path class="mark q"/g)).toHaveLength(2);
  });
});

describe('asymmetries', () => {
  it('are the difference of both contributions, on the side of the larger', () => {
    const svg = markup(asymmetries({ forward: [0.2, -0.1], reverse: [-0.15, 0.12] }, options));
    const [up = 0] = lengths(svg, 'p');
    const [down = 0] = lengths(svg, 'q');
    expect(up / down).toBeCloseTo(0.35 / 0.22, 10);
    expect(alternative(svg)).toContain('Most at outcome 0: 0.350 nats.');
  });

  it('point upwards and downwards without end', () => {
    const svg = markup(asymmetries({ forward: [Infinity, 0], reverse: [0, Infinity] }, options));
    expect(svg.match(/>∞<\/text>/g)).toHaveLength(2);
    expectMeaningful(drawn(svg));
  });
});

describe('the balance', () => {
  it('has a title, by which it is saved', () => {
    const none = { forward: 0, reverse: 0, asymmetry: 0 };
    expect(markup(balance(none, options))).toMatch(/class="title"[^>]*>Balance</);
    expect(markup(balance(none, { ...options, lang: 'zh' }))).toMatch(/class="title"[^>]*>对比</);
  });

  const marker = (svg: string) => Number(svg.match(/class="marker" d="M([\d.]+)/)?.[1]);

  it('leans to the larger side', () => {
    const right = markup(balance({ forward: 2, reverse: 1, asymmetry: 1 }, options));
    const left = markup(balance({ forward: 1, reverse: 2, asymmetry: -1 }, options));
    expect(marker(right)).toBeGreaterThan(240);
    expect(marker(left)).toBeCloseTo(480 - marker(right), 10);
    expect(alternative(right)).toBe('D(P‖Q) exceeds D(Q‖P) by 1.00 nats.');
    expect(alternative(left)).toBe('D(Q‖P) exceeds D(P‖Q) by 1.00 nats.');
  });

  it('stands in the middle when both are equal', () => {
    const svg = markup(balance({ forward: 0, reverse: 0, asymmetry: 0 }, options));
    expect(marker(svg)).toBe(240);
    expect(alternative(svg)).toBe('D(P‖Q) and D(Q‖P) are equal, 0.00 nats.');
  });

  it('fills a side that is infinite and only half of the other', () => {
    const svg = markup(balance({ forward: Infinity, reverse: 1, asymmetry: Infinity }, options));
    expect(marker(svg)).toBe(472);
    expect(svg).toContain('M240,22H124L');
  });

  it('says that both are infinite', () => {
    const both = { forward: Infinity, reverse: Infinity, asymmetry: 0 };
    const svg = markup(balance(both, options));
    expect(alternative(svg)).toBe('Both divergences are infinite.');
    expectMeaningful(svg);
  });
});

describe('whatever doubles are given', () => {
  const positive = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

  it('probabilities and contributions are drawn', () => {
    // The two contributions of an outcome are of opposite signs.
    const term = fc.oneof(finite, fc.constantFrom(Infinity, -Infinity));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const size = fc.oneof(positive, fc.constant(0));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), (p) => {
        expectMeaningful(drawn(markup(bars({ p, q: p }, options))));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(term, size), { minLength: 1 }), (terms) => {
        const forward = terms.map(([own]) => own);
        const reverse = terms.map(([own, its]) => (own > 0 ? -its : its));
        expectMeaningful(drawn(markup(contributions({ forward, reverse }, options))));
        expectMeaningful(drawn(markup(asymmetries({ forward, reverse }, options))));
      }),
      {
        examples: [
          [[[5e-324, 0]]],
          [
            [
              [-1e-310, 5e-324],
              [Infinity, 0],
            ],
          ],
        ],
      },
    );
  });

  it('two divergences are balanced', () => {
    const value = fc.oneof(positive, fc.constantFrom(0, Infinity, Number.MAX_VALUE));
    fc.assert(
      fc.property(value, value, (forward, reverse) => {
        const asymmetry = forward === reverse ? 0 : forward - reverse; // 0 for ∞ and ∞
        expectMeaningful(drawn(markup(balance({ forward, reverse, asymmetry }, options))));
      }),
    );
  });
});
