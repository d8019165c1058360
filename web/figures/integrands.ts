import { extent, quantile } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { curveFigureWords } from '../words/index.ts';
import type { Balance } from './balance.ts';
import { type Curves, contributionsOf, isDrawable } from './curves.ts';
import {
  type FigureOptions,
  type Frame,
  hatch,
  heading,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa } from './number-axis.ts';
import { areaPieces } from './paths.ts';

const TOP = 28; // of the first strip: below the heading
const STRIP = { height: 100, title: 20 };
const HEIGHT = TOP + 3 * STRIP.height + 22;
const POLE = 4; // times the height below which 97 % of the points are: beyond it is cut off

/**
 * What every x adds, in three strips on one scale: p log(p/q), whose area is D(P‖Q); q log(q/p), whose area is D(Q‖P); and
 * their difference, whose area is the asymmetry. Where one density ends before the other, the integrand has no upper end.
 */
export function integrands(
  curves: Curves,
  totals: Balance,
  options: FigureOptions & { base: number },
): TemplateResult {
  const { lang, width, base, format, unit } = options;
  const said = curveFigureWords[lang];
  if (!isDrawable(curves)) return notDrawn('integrands', HEIGHT, options);
  const box: Frame = {
    width,
    height: HEIGHT,
    left: 50,
    right: width - 4,
    top: TOP,
    bottom: HEIGHT - 22,
  };
  const nats = Math.log(base);
  const all = contributionsOf(curves);
  const strips = [
    { which: 'forward', formula: 'p log(p/q)', name: 'D(P‖Q)' },
    { which: 'reverse', formula: 'q log(q/p)', name: 'D(Q‖P)' },
    { which: 'asymmetry', formula: '(p + q) log(p/q)', name: said.asymmetry },
  ] as const;
  const heightsOf = strips.map(({ which }) => all[which].map((height) => height / nats));
  const finite = heightsOf.flat().filter(Number.isFinite);
  const limit = POLE * (quantile(Float64Array.from(finite, Math.abs), 0.97) ?? 0);
  const [least = 0, most = 0] = extent(finite);
  const [low, high] = limit > 0 ? [Math.max(least, -limit), Math.min(most, limit)] : [least, most];
  const x = scaleLinear(curves.interval, [box.left, box.right]);
  const places = Array.from(curves.x, (t) => x(t));
  const strip = ({ which, formula, name }: (typeof strips)[number], i: number) => {
    const top = TOP + i * STRIP.height;
    const y = valueScale(low, high, [top + STRIP.height - 6, top + STRIP.title + 4], 5);
    const zero = y(0);
    const ys = (heightsOf[i] as number[]).map((height) => y(height));
    const gain = ys.map((at) => Math.min(at, zero)); // upwards in the figure
    const loss = ys.map((at) => Math.max(at, zero));
    return [
      valueAxis(y, box, 3),
      svg`<path class="mark gain" d=${areaPieces(places, gain, zero)}></path>
        <path class="mark loss" fill="url(#kl-integrands-loss)" d=${areaPieces(places, loss, zero)}></path>
        <g aria-hidden="true"><text x=${box.left} y=${top + 12}>${formula}</text>
        <text class="value" x=${box.right} y=${top + 12} text-anchor="end">${said.area(name, format(totals[which]))}</text></g>`,
    ];
  };
  const isFlat = least === 0 && most === 0;
  const alternative = isFlat
    ? said.integrandsFlat
    : said.integrandsSay(
        format(totals.forward),
        format(totals.reverse),
        format(totals.asymmetry),
        unit,
      );
  return picture('integrands', box, alternative, [
    hatch('kl-integrands-loss', 'loss'),
    heading(
      `${said.integrands}, ${unit}`,
      said.integrands,
      [
        { name: said.adds, mark: 'gain' },
        { name: said.takes, mark: 'loss', fill: 'url(#kl-integrands-loss)' },
      ],
      box,
    ),
    strips.map(strip),
    abscissa(x, box),
  ]);
}
