import { max } from 'd3-array';
import { scaleBand } from 'd3-scale';
import { line } from 'd3-shape';
import { nothing, svg, type TemplateResult } from 'lit';
import {
  type FigureOptions,
  frame,
  hatch,
  heading,
  outcomeAxis,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';

const HEIGHT = 208;
const NARROWEST_BAR = 2; // px; below it, outlines are drawn instead of bars
const LABEL_WIDTH = 30; // px; a bar at least so wide carries its value

/** P and Q, outcome by outcome. */
export interface BarsData {
  p: ArrayLike<number>;
  q: ArrayLike<number>;
  /** Where weights are given: each distribution is drawn as shares of its sum. */
  sums?: { p: number; q: number };
}

/** The alternative in words: how many outcomes, and where the two differ most. */
function describe(p: number[], q: number[], format: FigureOptions['format']): string {
  const gaps = p.map((value, i) => Math.abs(value - (q[i] ?? 0)));
  const widest = gaps.indexOf(max(gaps) ?? 0);
  const start = `Bars of P and Q over ${p.length} ${p.length === 1 ? 'outcome' : 'outcomes'}.`;
  if (!(gaps[widest] ?? 0)) return `${start} They are the same.`;
  const [inP, inQ] = [format(p[widest] ?? 0), format(q[widest] ?? 0)];
  return `${start} They differ most at outcome ${widest}: P has ${inP}, Q has ${inQ}.`;
}

/**
 * The probabilities of P and Q beside each other; two stepped outlines when the outcomes are too
 * many for bars, so that ten thousand cost two paths.
 */
export function bars({ p, q, sums }: BarsData, options: FigureOptions): TemplateResult {
  const shares = [
    Array.from(p, (value) => value / (sums?.p ?? 1)),
    Array.from(q, (value) => value / (sums?.q ?? 1)),
  ] as const;
  const area = frame(options.width, HEIGHT);
  const y = valueScale(0, max(shares.flat()) ?? 0, [area.bottom, area.top + 8], 4);
  const x = scaleBand(
    shares[0].map((_, i) => i),
    [area.left, area.right],
  ).padding(0.24);
  const width = x.bandwidth() / 2;
  const fills = [undefined, 'url(#kl-bars-q)'];

  const bar = (value: number, i: number, which: 0 | 1) => {
    const left = (x(i) ?? 0) + which * width;
    const top = y(value);
    const label =
      width >= LABEL_WIDTH
        ? svg`<text class="value" x=${left + width / 2} y=${top - 5}
            text-anchor="middle">${Number(value.toPrecision(3))}</text>`
        : nothing;
    return svg`<rect class="mark ${which ? 'q' : 'p'}" fill=${fills[which] ?? nothing} x=${left}
        y=${top} width=${width} height=${Math.max(0, area.bottom - top)}></rect>${label}`;
  };
  // A step from edge to edge of each outcome: twice the points, no interpolation.
  const outline = line<number>()
    .x((_, j) => (x(j >> 1) ?? 0) + (j & 1 ? x.step() : 0))
    .y((value) => y(value));
  const marks =
    width >= NARROWEST_BAR
      ? shares.map((values, which) => values.map((value, i) => bar(value, i, which ? 1 : 0)))
      : shares.map(
          (values, which) =>
            svg`<path class="curve ${which ? 'q' : 'p'}"
              d=${outline(values.flatMap((value) => [value, value]))}></path>`,
        );

  return picture('bars', area, describe(...shares, options.format), [
    hatch('kl-bars-q'),
    heading(
      'Probability',
      'Probability',
      [
        { name: 'P', mark: 'p' },
        { name: 'Q', mark: 'q', fill: 'url(#kl-bars-q)' },
      ],
      area,
    ),
    valueAxis(y, area),
    marks,
    outcomeAxis(x, area),
  ]);
}
