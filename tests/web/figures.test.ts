// Data to SVG, read back from the templates: what is drawn, and what is said to those who do not see it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance, bars, contributions } from '../../web/figures/index.ts';
import { markup } from './support/markup.ts';

const options = {
  width: 480,
  format: (x: number) => x.toPrecision(3),
  unit: 'nats',
  lang: 'en' as const,
};

function attribute(svg: string, name: string): string {
  return svg.match(new RegExp(`${name}="?([^"]*?)"?\\n`))?.[1] ?? '';
}

const alternative = (svg: string) => attribute(svg, 'aria-label');

/** The heights of the drawn bars of one kind, legend left out. */
function heights(svg: string, mark: string): number[] {
  const rects = [...svg.matchAll(/<rect class="mark (\w+)"[^>]*?height=([\d.]+)></gs)];
  return rects.filter((match) => match[1] === mark).map((match) => Number(match[2]));
}

const noMeaninglessNumbers = (svg: string) => expect(svg).not.toMatch(/NaN|undefined|Infinity/);

describe('bars', () => {
  it('stand as high as the probabilities', () => {
    const svg = markup(bars({ p: [0.4, 0.6], q: [0.3, 0.7] }, options));
    const [first = 0, second = 0] = heights(svg, 'p');
    const [third = 0, fourth = 0] = heights(svg, 'q');
    expect(first / second).toBeCloseTo(4 / 6, 10);
    expect(third / fourth).toBeCloseTo(3 / 7, 10);
    expect(third / first).toBeCloseTo(3 / 4, 10);
  });

  it('show weights as shares of their sums', () => {
    const weights = { p: [2, 2, 1], q: [5, 1, 4], sums: { p: 5, q: 10 } };
    const shares = { p: [0.4, 0.4, 0.2], q: [0.5, 0.1, 0.4] };
    expect(heights(markup(bars(weights, options)), 'q')).toEqual(
      heights(markup(bars(shares, options)), 'q'),
    );
  });

  it('say where P and Q differ most', () => {
    const svg = markup(bars({ p: [0.5, 0.3, 0.2], q: [0.6, 0.4, 0] }, options));
    expect(alternative(svg)).toBe(
      'Bars of P and Q over 3 outcomes. They differ most at outcome 2: P has 0.200, Q has 0.00.',
    );
  });

  it('say when P and Q are the same', () => {
    expect(alternative(markup(bars({ p: [1], q: [1] }, options)))).toBe(
      'Bars of P and Q over 1 outcome. They are the same.',
    );
  });

  it('become two outlines when ten thousand outcomes leave no room for bars', () => {
    const p = Array.from({ length: 10_000 }, () => 1e-4);
    const svg = markup(bars({ p, q: p }, options));
    expect(svg.match(/<path class="curve/g)).toHaveLength(2);
    expect(svg.match(/<rect class="mark/g)).toHaveLength(2); // those of the legend
    noMeaninglessNumbers(svg);
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

describe('contributions', () => {
  it('stand above zero where they add and below where they take away', () => {
    const svg = markup(contributions([0.2, -0.1], options));
    const [gain = 0] = heights(svg, 'gain').slice(-1);
    const [loss = 0] = heights(svg, 'loss').slice(-1);
    expect(gain / loss).toBeCloseTo(2, 10);
    expect(alternative(svg)).toContain('Outcome 0 adds most, 0.200 nats');
    expect(alternative(svg)).toContain('outcome 1 takes away most, -0.100 nats');
  });

  it('leave the drawing with an arrow where one is infinite, and keep a scale for the others', () => {
    const svg = markup(contributions([-0.1, -0.05, Infinity], options));
    expect(svg).toContain('>∞</text>');
    const [first = 0, second = 0] = heights(svg, 'loss').slice(-2);
    expect(first / second).toBeCloseTo(2, 10);
    expect(svg.replace(alternative(svg), '')).not.toMatch(/NaN|Infinity/);
  });

  it('say that every one is 0 for identical distributions', () => {
    const svg = markup(contributions([0, 0, 0], options));
    expect(alternative(svg)).toContain('Every one is 0.');
    noMeaninglessNumbers(svg);
  });

  it('show both signs also when drawn as areas', () => {
    const svg = markup(
      contributions(
        Array.from({ length: 2000 }, (_, i) => (i % 2 ? -1e-5 : 2e-5)),
        options,
      ),
    );
    expect(svg).toContain('<path class="mark gain"');
    expect(svg).toContain('<path class="mark loss"');
  });
});

describe('the balance', () => {
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
    noMeaninglessNumbers(svg);
  });
});

describe('whatever doubles are given', () => {
  const positive = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const drawn = (svg: string) => svg.replaceAll(/aria-label=.*/g, '');

  it('weights and contributions are drawn', () => {
    const term = fc.oneof(finite, fc.constant(Infinity));
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1 }), (p) => {
        const sum = p.reduce((a, b) => a + b, 0);
        noMeaninglessNumbers(drawn(markup(bars({ p, q: p, sums: { p: sum, q: sum } }, options))));
      }),
    );
    fc.assert(
      fc.property(fc.array(term, { minLength: 1 }), (terms) => {
        noMeaninglessNumbers(drawn(markup(contributions(terms, options))));
      }),
      { examples: [[[5e-324]], [[-1e-310, Infinity]]] },
    );
  });

  it('two divergences are balanced', () => {
    const value = fc.oneof(positive, fc.constantFrom(0, Infinity, Number.MAX_VALUE));
    fc.assert(
      fc.property(value, value, (forward, reverse) => {
        const asymmetry = forward === reverse ? 0 : forward - reverse; // 0 for ∞ and ∞
        noMeaninglessNumbers(drawn(markup(balance({ forward, reverse, asymmetry }, options))));
      }),
    );
  });
});
