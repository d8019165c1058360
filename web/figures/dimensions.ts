import { max, tickStep } from 'd3-array';
import { svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import {
  type FigureOptions,
  type Frame,
  hatch,
  heading,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import type { Parts } from './parts.ts';

const TOP = 28;
const STRIP = { height: 116, title: 20, gap: 22 };
const HEIGHT = TOP + 2 * STRIP.height;
const FILLED = 0.76; // of the place of a dimension

/** What each dimension adds, in both directions. */
export interface Dimensions {
  forward: readonly Parts[];
  reverse: readonly Parts[];
}

const totalOf = ({ spread, means }: Parts) => spread + means;

/**
 * D(P‖Q) and D(Q‖P) of independent dimensions, each bar split into what comes from the width and what from the mean. Each
 * direction has a scale of its own: they may differ by orders of magnitude.
 */
export function dimensions(
  { forward, reverse }: Dimensions,
  options: FigureOptions,
): TemplateResult {
  const { width, format, unit, lang } = options;
  const said = gaussianFigureWords[lang];
  const n = forward.length;
  const box: Frame = {
    width,
    height: HEIGHT,
    left: 50,
    right: width - 4,
    top: TOP,
    bottom: HEIGHT - 22,
  };
  const strips = [
    { name: 'D(P‖Q)', bars: forward },
    { name: 'D(Q‖P)', bars: reverse },
  ];
  const place = (box.right - box.left) / n;
  const room = 14 + 7 * String(n).length; // px a number needs
  const every = Math.max(1, tickStep(0, n, Math.max(1, Math.floor((n * place) / room))));
  const round = (x: number) => Math.round(x * 100) / 100;

  const strip = ({ name, bars }: (typeof strips)[number], k: number) => {
    const top = TOP + k * STRIP.height;
    const bottom = top + STRIP.height - STRIP.gap;
    const finite = bars.map(totalOf).filter(Number.isFinite);
    const y = valueScale(0, max(finite) ?? 0, [bottom, top + STRIP.title], 2);
    // One path a kind, however many dimensions there are.
    const path = (from: (of: Parts) => number, to: (of: Parts) => number) =>
      bars
        .map((of, i) => {
          const left = round(box.left + (i + (1 - FILLED) / 2) * place);
          const [low, high] = [round(y(from(of))), round(y(to(of)))];
          return `M${left},${low}V${high}h${round(FILLED * place)}V${low}Z`;
        })
        .join('');
    return [
      valueAxis(y, box, 2),
      svg`<path class="cells loss" fill="url(#kl-dimensions-spread)" d=${path(
        () => 0,
        (of) => of.spread,
      )}></path>
        <path class="cells gain" d=${path((of) => of.spread, totalOf)}></path>
        <text aria-hidden="true" x=${box.left} y=${top + 12}>${said.perDimension(name, unit)}</text>`,
    ];
  };
  const axis = Array.from({ length: Math.ceil(n / every) }, (_, k) => k * every).map(
    (i) =>
      svg`<text x=${box.left + (i + 0.5) * place} y=${HEIGHT - 6} text-anchor="middle">${i}</text>`,
  );
  const alternative = strips
    .map(({ name, bars }) => {
      const totals = bars.map(totalOf);
      const most = Math.max(...totals);
      return said.perDimensionSay(name, n, totals.indexOf(most), format(most), unit);
    })
    .join(' ');
  return picture('dimensions', box, alternative, [
    hatch('kl-dimensions-spread', 'loss'),
    heading(
      said.dimensionsTitle,
      said.dimensionsTitle,
      [
        { name: said.parts.spread, mark: 'loss', fill: 'url(#kl-dimensions-spread)' },
        { name: said.parts.means, mark: 'gain' },
      ],
      box,
    ),
    strips.map(strip),
    svg`<g class="axis" aria-hidden="true">${axis}</g>`,
  ]);
}
