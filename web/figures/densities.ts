import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { curveFigureWords } from '../words/index.ts';
import { type Curves, isDrawable } from './curves.ts';
import type { Handle, StepSize } from './handle.ts';
import {
  type FigureOptions,
  type Frame,
  frame,
  hatch,
  heading,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa, pixelOf } from './number-axis.ts';
import { areaPieces, linePath } from './paths.ts';

const HEIGHT = 208;
const DECADES = 6; // of a density on a logarithmic scale

/** A point of a curve that a person moves: it stands for a parameter. */
export interface CurveGrip {
  which: 'p' | 'q';
  /** What it is, for screen readers, and its value in words. */
  name: string;
  text: string;
  value: number;
  /** Where it is, and the log density there. */
  x: number;
  logDensity: number;
  /** Where the pointer took it, and how much of the line is a pixel there. */
  move: (x: number, pixel: number) => void;
  step: (direction: number, size: StepSize) => void;
  done: () => void;
}

/** Ticks at powers of ten, every second or third where they are many. */
function logAxis(
  y: ScaleContinuousNumeric<number, number>,
  { left, right }: Frame,
): TemplateResult {
  const [low = 1, high = 1] = y.domain().map(Math.log10);
  const powers = Array.from(
    { length: Math.floor(high) - Math.ceil(low) + 1 },
    (_, i) => Math.ceil(low) + i,
  );
  const shown = powers.filter((power) => (Math.floor(high) - power) % 2 === 0);
  const label = (power: number) =>
    Math.abs(power) > 3 ? `1e${power}`.replace('-', '−') : String(Number(`1e${power}`));
  return svg`<g class="axis" aria-hidden="true">${shown.map((power) => {
    const at = y(10 ** power);
    return svg`<line class="grid" x1=${left} x2=${right} y1=${at} y2=${at}></line>
      <text x=${left - 8} y=${at} dy="0.32em" text-anchor="end">${label(power)}</text>`;
  })}</g>`;
}

/**
 * The densities of P (filled) and of Q (dashed), of any families over one number; on a logarithmic scale tails are seen.
 *
 * @param alternative the same in words
 */
export function densities(
  curves: Curves,
  alternative: string,
  options: FigureOptions & { logarithmic?: boolean },
  grips: readonly CurveGrip[] = [],
): TemplateResult {
  const { lang, width, logarithmic } = options;
  if (!isDrawable(curves)) return notDrawn('densities', HEIGHT, options);
  const said = curveFigureWords[lang];
  const box = frame(width, HEIGHT);
  const peak = curves.top;
  const x = scaleLinear(curves.interval, [box.left, box.right]);
  const heightRange: [number, number] = [box.bottom, box.top + 4];
  const y = logarithmic
    ? scaleLog([peak / 10 ** DECADES, peak * 1.2], heightRange).clamp(true)
    : valueScale(0, peak, heightRange, 4);
  const bottom = box.bottom;
  const heightOf = (log: number) => {
    const density = Math.exp(log);
    return density > 0 ? y(density) : bottom;
  };
  const places = Array.from(curves.x, (t) => x(t));
  const shape = (logs: ArrayLike<number>) => {
    const heights = Array.from(logs, heightOf);
    return { under: areaPieces(places, heights, bottom), along: linePath(places, heights) };
  };
  const [p, q] = [shape(curves.logP), shape(curves.logQ)];
  const pixel = pixelOf(x);
  const handles = grips.map((grip): Handle => {
    const inside = Math.min(box.right, Math.max(box.left, x(grip.x)));
    return {
      name: grip.name,
      text: grip.text,
      value: grip.value,
      mark: grip.which,
      at: { x: inside, y: heightOf(grip.logDensity) },
      along: 'x',
      move: (to) => grip.move(x.invert(to.x), pixel),
      step: (by, size) => grip.step(by.x, size),
      done: grip.done,
    };
  });
  const title = logarithmic ? said.logDensity : said.density;
  return picture(
    'densities',
    box,
    alternative,
    [
      hatch('kl-densities-q'),
      heading(
        title,
        title,
        [
          { name: 'P', mark: 'p' },
          { name: 'Q', mark: 'q', fill: 'url(#kl-densities-q)' },
        ],
        box,
      ),
      logarithmic ? logAxis(y, box) : valueAxis(y as ReturnType<typeof valueScale>, box, 3),
      svg`<path class="under q" fill="url(#kl-densities-q)" d=${q.under}></path>
        <path class="under p" d=${p.under}></path>
        <path class="curve q" d=${q.along}></path>
        <path class="curve p" d=${p.along}></path>`,
      abscissa(x, box),
    ],
    handles,
  );
}
