import { extent, max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import type { Balance } from './balance.ts';
import {
  type FigureOptions,
  type Frame,
  hatch,
  heading,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import { drawable, grid, integrand, type Normals, span } from './normal-curve.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa } from './number-axis.ts';
import { areaPath } from './paths.ts';

const TOP = 28; // of the first strip: below the heading
const STRIP = { height: 106, title: 20, gap: 18 };
const HEIGHT = TOP + 3 * STRIP.height + 14;

/**
 * What every x adds, in three strips on one scale: p log(p/q), whose area is D(P‖Q); q log(q/p), whose area is D(Q‖P); and
 * their difference, whose area is the asymmetry.
 */
export function integrands(
  normals: Normals,
  { forward, reverse, asymmetry }: Balance,
  options: FigureOptions & { base: number },
  axes = normals,
): TemplateResult {
  const { width, format, unit, lang, base } = options;
  const said = gaussianFigureWords[lang];
  const interval = span(axes);
  if (!drawable(normals, interval)) return notDrawn('integrands', HEIGHT, options);
  const { p, q } = normals;
  const points = grid(normals, interval);
  const nats = Math.log(base);
  const forwards = points.map((t) => integrand(t, normals) / nats);
  const reverses = points.map((t) => integrand(t, { p: q, q: p }) / nats);
  const differences = forwards.map((height, i) => height - (reverses[i] ?? 0));
  const strips = [
    { heights: forwards, formula: 'p log(p/q)', name: 'D(P‖Q)', value: forward },
    { heights: reverses, formula: 'q log(q/p)', name: 'D(Q‖P)', value: reverse },
    { heights: differences, formula: '(p + q) log(p/q)', name: said.asymmetry, value: asymmetry },
  ];
  const [least = 0, most = 0] = extent([...forwards, ...reverses, ...differences]);
  const box: Frame = {
    width,
    height: HEIGHT,
    left: 50,
    right: width - 4,
    top: TOP,
    bottom: HEIGHT - 22,
  };
  const x = scaleLinear(interval, [box.left, box.right]);
  const xs = points.map((t) => x(t));

  const strip = ({ heights, formula, name, value }: (typeof strips)[number], i: number) => {
    const top = TOP + i * STRIP.height;
    const y = valueScale(least, most, [top + STRIP.height - STRIP.gap, top + STRIP.title], 2);
    const part = (keep: (height: number) => number) =>
      areaPath(
        xs,
        heights.map((height) => y(keep(height))),
        y(0),
      );
    return [
      valueAxis(y, box, 2),
      svg`<path class="mark gain" d=${part((height) => Math.max(0, height))}></path>
        <path class="mark loss" fill="url(#kl-integrands-loss)"
          d=${part((height) => Math.min(0, height))}></path>
        <g aria-hidden="true"><text x="4" y=${top + 9}>${formula}</text>
        <text class="value" x=${box.right} y=${top + 9} text-anchor="end">${said.area(name, format(value))}</text></g>`,
    ];
  };

  const flat = (max([-least, most]) ?? 0) === 0;
  const alternative = flat
    ? said.integrandsFlat
    : said.integrandsSay(format(forward), format(reverse), format(asymmetry), unit);
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
