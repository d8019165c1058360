import { extent, max } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
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
import { density, grid, integrand, type NormalCurve, span } from './normal-curve.ts';

const HEIGHT = 208;
const INTEGRAND_HEIGHT = 178;
const FINEST = 1e-290; // standard deviation; below it a density is above the largest double

/** Two normal distributions. */
export interface Normals {
  p: NormalCurve;
  q: NormalCurve;
}

function abscissa(x: ScaleLinear<number, number>, { left, right, bottom }: Frame): TemplateResult {
  const count = Math.max(2, Math.round((right - left) / 80));
  const label = x.tickFormat(count);
  return svg`<g class="axis" aria-hidden="true">${x
    .ticks(count)
    .map(
      (tick) => svg`<text x=${x(tick)} y=${bottom + 16} text-anchor="middle">${label(tick)}</text>`,
    )}</g>`;
}

function describeNormals({ p, q }: Normals, format: FigureOptions['format']): string {
  const say = ({ loc, scale }: NormalCurve) =>
    `mean ${format(loc)} and standard deviation ${format(scale)}`;
  const ratio = p.scale / q.scale;
  const width = ratio === 1 ? 'as wide as' : ratio < 1 ? 'narrower than' : 'wider than';
  return `Densities of P, normal with ${say(p)}, and of Q, with ${say(q)}. P is ${width} Q.`;
}

/** Whether both curves have finite heights over an interval that doubles can divide. */
function drawable({ p, q }: Normals): boolean {
  const [from, to] = span([p, q]);
  const finest = Math.min(p.scale, q.scale);
  const grain = Number.EPSILON * Math.max(Math.abs(from), Math.abs(to));
  return Number.isFinite(to - from) && finest > 64 * grain && finest > FINEST;
}

function notDrawn(name: string, width: number, height: number): TemplateResult {
  const words = 'Too far apart in size or place to be drawn.';
  const box = frame(width, height);
  const text = svg`<text x=${box.left} y=${height / 2}>${words}</text>`;
  return picture(name, box, words, text);
}

/** The densities of P (filled) and Q (dashed). */
export function densities(normals: Normals, options: FigureOptions): TemplateResult {
  const { p, q } = normals;
  const box = frame(options.width, HEIGHT);
  if (!drawable(normals)) return notDrawn('densities', options.width, HEIGHT);
  const points = grid([p, q]);
  const x = scaleLinear(span([p, q]), [box.left, box.right]);
  const peak = Math.max(density(p.loc, p), density(q.loc, q));
  const y = valueScale(0, peak, [box.bottom, box.top + 4], 4);
  const abscissas = points.map((t) => x(t));
  const shape = (curve: NormalCurve) => {
    const heights = points.map((t) => y(density(t, curve)));
    const at = (_: number, i: number) => abscissas[i] ?? 0;
    return {
      under: area<number>(at, y(0), (height) => height)(heights),
      along: line<number>(at, (height) => height)(heights),
    };
  };
  const [shapeP, shapeQ] = [shape(p), shape(q)];

  return picture('densities', box, describeNormals(normals, options.format), [
    hatch('kl-densities-q'),
    heading(
      'Density',
      'Density',
      [
        { name: 'P', mark: 'p' },
        { name: 'Q', mark: 'q', fill: 'url(#kl-densities-q)' },
      ],
      box,
    ),
    valueAxis(y, box, 3),
    svg`<path class="under q" fill="url(#kl-densities-q)" d=${shapeQ.under}></path>
      <path class="under p" d=${shapeP.under}></path>
      <path class="curve q" d=${shapeQ.along}></path>
      <path class="curve p" d=${shapeP.along}></path>`,
    abscissa(x, box),
  ]);
}

/** What every x adds to D(P‖Q): p log(p/q), its positive and its negative area. */
export function integrandArea(
  normals: Normals,
  value: number,
  { width, format, unit, base }: FigureOptions & { base: number },
): TemplateResult {
  const { p, q } = normals;
  const box = frame(width, INTEGRAND_HEIGHT);
  if (!drawable(normals)) return notDrawn('integrand', width, INTEGRAND_HEIGHT);
  const points = grid([p, q]);
  const heights = points.map((t) => integrand(t, p, q) / Math.log(base));
  const [least = 0, most = 0] = extent(heights);
  const flat = (max([-least, most]) ?? 0) === 0;
  const x = scaleLinear(span([p, q]), [box.left, box.right]);
  const y = valueScale(least, most, [box.bottom, box.top + 4], 3);
  const part = (keep: (height: number) => number) =>
    area<number>(
      (_, i) => x(points[i] ?? 0),
      y(0),
      (height) => y(keep(height)),
    )(heights);

  const alternative = flat
    ? 'The integrand p log(p/q) is 0 everywhere: P and Q are the same.'
    : `The integrand p log(p/q), from ${format(least)} to ${format(most)}. ` +
      `Its positive area less its negative area is D(P‖Q), ${format(value)} ${unit}.`;
  return picture('integrand', box, alternative, [
    hatch('kl-integrand-loss', 'loss'),
    heading(
      `Integrand p log(p/q), ${unit}`,
      `p log(p/q), ${unit}`,
      [
        { name: 'adds', mark: 'gain' },
        { name: 'takes away', mark: 'loss', fill: 'url(#kl-integrand-loss)' },
      ],
      box,
    ),
    valueAxis(y, box, 3),
    svg`<path class="mark gain" d=${part((height) => Math.max(0, height))}></path>
      <path class="mark loss" fill="url(#kl-integrand-loss)"
        d=${part((height) => Math.min(0, height))}></path>`,
    abscissa(x, box),
  ]);
}
