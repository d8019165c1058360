import { extent, quantile } from 'd3-array';
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { familiesWords } from '../words/index.ts';
import type { Balance } from './balance.ts';
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
import { abscissa, rounded } from './number-axis.ts';
import { areaPieces, linePath } from './paths.ts';

const HEIGHT = 208;
const DECADES = 6; // of a density on a logarithmic scale

/** Two densities over one number, at ascending points. */
export interface Curves {
  /** What is shown of the line. */
  interval: readonly [number, number];
  x: ArrayLike<number>;
  /** Logarithms of the densities, in nats; −Infinity outside the support. */
  logP: ArrayLike<number>;
  logQ: ArrayLike<number>;
  /** The height to be shown: that of the higher peak; poles go beyond. */
  top: number;
}

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
  move: (x: number) => void;
  step: (direction: number, size: StepSize) => void;
  done: () => void;
}

function isDrawable({ interval: [from, to], x }: Curves): boolean {
  const grain = Number.EPSILON * Math.max(Math.abs(from), Math.abs(to));
  return Number.isFinite(to - from) && to - from > 64 * grain && x.length > 1;
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
 * @param names how P and Q are called in the text alternative
 */
export function densityPair(
  curves: Curves,
  names: readonly [string, string],
  options: FigureOptions & { logarithmic: boolean },
  grips: readonly CurveGrip[] = [],
): TemplateResult {
  const { lang, width, logarithmic, format } = options;
  const said = familiesWords[lang].figures;
  if (!isDrawable(curves)) return notDrawn('densities', HEIGHT, options);
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
  const handles = grips.map((grip): Handle => {
    const inside = Math.min(box.right, Math.max(box.left, x(grip.x)));
    return {
      name: grip.name,
      text: grip.text,
      value: grip.value,
      mark: grip.which,
      at: { x: inside, y: heightOf(grip.logDensity) },
      along: 'x',
      move: (to) => grip.move(rounded(x.invert(to.x), x)),
      step: (by, size) => grip.step(by.x, size),
      done: grip.done,
    };
  });
  const [from, to] = curves.interval;
  return picture(
    'densities',
    box,
    said.densities(names[0], names[1], format(from), format(to)),
    [
      hatch('kl-pair-q'),
      heading(
        logarithmic ? said.logDensity : said.density,
        logarithmic ? said.logDensity : said.density,
        [
          { name: 'P', mark: 'p' },
          { name: 'Q', mark: 'q', fill: 'url(#kl-pair-q)' },
        ],
        box,
      ),
      logarithmic ? logAxis(y, box) : valueAxis(y as ReturnType<typeof valueScale>, box, 3),
      svg`<path class="under q" fill="url(#kl-pair-q)" d=${q.under}></path>
        <path class="under p" d=${p.under}></path>
        <path class="curve q" d=${q.along}></path>
        <path class="curve p" d=${p.along}></path>`,
      abscissa(x, box),
    ],
    handles,
  );
}

const TOP = 28; // of the first strip: below the heading
const STRIP = { height: 92, title: 20 };
const STRIPS_HEIGHT = TOP + 3 * STRIP.height + 22;
const POLE = 4; // times the height below which 97 % of the points are: beyond it is cut off

/**
 * What every x adds, in three strips on one scale: p log(p/q), whose area is D(P‖Q); q log(q/p), whose area is D(Q‖P); and
 * their difference. Where one density ends before the other, the integrand has no upper end.
 */
export function integrandPair(
  curves: Curves,
  { forward, reverse, asymmetry }: Balance,
  options: FigureOptions & { base: number },
): TemplateResult {
  const { lang, width, base, format, unit } = options;
  const said = familiesWords[lang].figures;
  if (!isDrawable(curves)) return notDrawn('integrands', STRIPS_HEIGHT, options);
  const box: Frame = {
    width,
    height: STRIPS_HEIGHT,
    left: 50,
    right: width - 4,
    top: TOP,
    bottom: STRIPS_HEIGHT - 22,
  };
  const nats = Math.log(base);
  const integrand = (logP: number, logQ: number) =>
    logP === -Infinity ? 0 : (Math.exp(logP) * (logP - logQ)) / nats;
  const logQ = Array.from(curves.logQ);
  const logP = Array.from(curves.logP);
  const forwards = logP.map((log, i) => integrand(log, logQ[i] as number));
  const reverses = logQ.map((log, i) => integrand(log, logP[i] as number));
  const differences = forwards.map((value, i) =>
    value === reverses[i] ? 0 : value - (reverses[i] as number),
  );
  const strips = [
    { heights: forwards, formula: 'p log(p/q)', name: 'D(P‖Q)', value: forward },
    { heights: reverses, formula: 'q log(q/p)', name: 'D(Q‖P)', value: reverse },
    { heights: differences, formula: '(p+q) log(p/q)', name: said.asymmetry, value: asymmetry },
  ];
  const finite = [...forwards, ...reverses, ...differences].filter(Number.isFinite);
  const limit = POLE * (quantile(Float64Array.from(finite, Math.abs), 0.97) ?? 0);
  const [least = 0, most = 0] = extent(finite);
  const [low, high] = limit > 0 ? [Math.max(least, -limit), Math.min(most, limit)] : [least, most];
  const x = scaleLinear(curves.interval, [box.left, box.right]);
  const places = Array.from(curves.x, (t) => x(t));
  const strip = ({ heights, formula, name, value }: (typeof strips)[number], i: number) => {
    const top = TOP + i * STRIP.height;
    const y = valueScale(low, high, [top + STRIP.height - 6, top + STRIP.title + 4], 5);
    const zero = y(0);
    const ys = heights.map((height) => y(height));
    const gain = ys.map((at) => Math.min(at, zero)); // upwards in the figure
    const loss = ys.map((at) => Math.max(at, zero));
    return [
      valueAxis(y, box, 3),
      svg`<path class="mark gain" d=${areaPieces(places, gain, zero)}></path>
        <path class="mark loss" fill="url(#kl-pair-loss)" d=${areaPieces(places, loss, zero)}></path>
        <g aria-hidden="true"><text x=${box.left} y=${top + 12}>${formula}</text>
        <text class="value" x=${box.right} y=${top + 12} text-anchor="end">${name} = ${format(value)}</text></g>`,
    ];
  };
  return picture(
    'integrands',
    box,
    said.integrandsSay(format(forward), format(reverse), format(asymmetry), unit),
    [
      hatch('kl-pair-loss', 'loss'),
      heading(
        `${said.integrands}, ${unit}`,
        said.integrands,
        [
          { name: said.adds, mark: 'gain' },
          { name: said.takes, mark: 'loss', fill: 'url(#kl-pair-loss)' },
        ],
        box,
      ),
      strips.map(strip),
      abscissa(x, box),
    ],
  );
}
