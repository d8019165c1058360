import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import { type FigureOptions, type Frame, heading, picture, valueAxis, valueScale } from './kit.ts';
import { abscissa } from './number-axis.ts';
import { linePath } from './paths.ts';

const HEIGHT = 150;
const SIDE_BY_SIDE = 460; // px; below it the two stand under one another
const GAP = 18;
const HEADROOM = 2.2; // of what is seen at the mark: a curve that leaves the drawing does so soon
const LEAST_SHARE = 0.25; // of the lower curve

/** Both divergences as one parameter moves and all others stay. */
export interface Along {
  /** Of the parameter: `μ_P`. */
  symbol: string;
  /** Its values, ascending. */
  at: readonly number[];
  forward: readonly number[];
  reverse: readonly number[];
  /** Where it is now. */
  now: { at: number; forward: number; reverse: number };
}

/** High enough for the present point, and for something of both curves where that is near 0. */
function top({ now, forward, reverse }: Along): number {
  const highest = (values: readonly number[]) => Math.max(...values.filter(Number.isFinite), 0);
  const seen = highest([now.forward, now.reverse]) * HEADROOM;
  return Math.max(seen, LEAST_SHARE * Math.min(highest(forward), highest(reverse)));
}

function one(sweep: Along, index: number, box: Frame, options: FigureOptions): unknown {
  const { at, forward, reverse, now, symbol } = sweep;
  const x = scaleLinear([at[0] ?? 0, at.at(-1) ?? 1], [box.left, box.right]);
  const y = valueScale(0, top(sweep), [box.bottom, box.top + 4], 3);
  const highest = y.domain()[1] ?? 1;
  const curve = (values: readonly number[]) => {
    const seen = at.flatMap((t, i) => {
      const value = values[i] ?? Infinity;
      return value < 4 * highest ? [{ t, value }] : [];
    });
    return linePath(
      seen.map(({ t }) => x(t)),
      seen.map(({ value }) => box.bottom + ((y(highest) - box.bottom) * value) / highest),
    );
  };
  const clip = `kl-along-${index}`;
  const mark = (value: number, which: 'p' | 'q') =>
    Number.isFinite(value)
      ? svg`<circle class="now ${which}" cx=${x(now.at)} cy=${y(value)} r="4.5"></circle>`
      : nothing;
  return [
    svg`<clipPath id=${clip}><rect x=${box.left} y=${box.top} width=${box.right - box.left}
      height=${box.bottom - box.top + 1}></rect></clipPath>`,
    heading(
      gaussianFigureWords[options.lang].along(symbol, options.unit),
      gaussianFigureWords[options.lang].along(symbol, options.unit),
      [],
      box,
    ),
    valueAxis(y, box, 3),
    svg`<line class="zero" x1=${x(now.at)} x2=${x(now.at)} y1=${box.top} y2=${box.bottom}></line>
      <g clip-path="url(#${clip})"><path class="curve q" d=${curve(reverse)}></path>
      <path class="curve p" d=${curve(forward)}></path></g>
      ${mark(now.reverse, 'q')}${mark(now.forward, 'p')}`,
    abscissa(x, box),
  ];
}

function describe({ symbol, at, forward, now }: Along, options: FigureOptions): string {
  const { format, unit, lang } = options;
  const said = gaussianFigureWords[lang];
  const least = at[forward.indexOf(Math.min(...forward))];
  return (
    said.alongSay(symbol, format(now.at), format(now.forward), format(now.reverse), unit) +
    (least === undefined ? '' : said.alongLeast(symbol, format(least)))
  );
}

/** D(P‖Q) (solid) and D(Q‖P) (dashed) as each of two parameters moves, the present point marked. */
export function along(sweeps: readonly [Along, Along], options: FigureOptions): TemplateResult {
  const { width } = options;
  const isWide = width >= SIDE_BY_SIDE;
  const own = isWide ? (width - GAP) / 2 : width;
  const box: Frame = {
    width: own,
    height: HEIGHT,
    left: 50,
    right: own - 4,
    top: 26,
    bottom: HEIGHT - 22,
  };
  const place = (i: number) => (isWide ? `${i * (own + GAP)} 0` : `0 ${i * (HEIGHT + GAP)}`);
  const height = isWide ? HEIGHT : 2 * HEIGHT + GAP;
  const alternative = sweeps.map((sweep) => describe(sweep, options)).join(' ');
  return picture(
    'along',
    { ...box, width, height },
    alternative,
    sweeps.map(
      (sweep, i) => svg`<g transform="translate(${place(i)})">${one(sweep, i, box, options)}</g>`,
    ),
  );
}
