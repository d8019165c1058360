import { quantile } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { familiesWords } from '../words/index.ts';
import { type FigureOptions, frame, heading, picture } from './kit.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa } from './number-axis.ts';

const HEIGHT = 300;
const OUTLIERS = 0.01; // of the draws at each end, which are not shown
const SIZE = 2.6; // px

/** Draws of two distributions of several numbers: the first two of each. */
export interface Clouds {
  p: readonly (readonly [number, number])[];
  q: readonly (readonly [number, number])[];
  dimension: number;
}

function axisOf(values: number[], range: [number, number]): ScaleLinear<number, number> {
  const finite = values.filter(Number.isFinite);
  const [low = 0, high = 1] = [quantile(finite, OUTLIERS), quantile(finite, 1 - OUTLIERS)];
  const margin = 0.06 * (high - low) || 0.5;
  return scaleLinear([low - margin, high + margin], range);
}

/** Draws of P as discs and of Q as crosses. */
export function scatter(
  { p, q, dimension }: Clouds,
  names: readonly [string, string],
  options: FigureOptions,
): TemplateResult {
  const said = familiesWords[options.lang].figures;
  const box = frame(options.width, HEIGHT);
  const both = [...p, ...q];
  const x = axisOf(
    both.map(([first]) => first),
    [box.left, box.right],
  );
  const y = axisOf(
    both.map(([, second]) => second),
    [box.bottom, box.top],
  );
  if (![...x.domain(), ...y.domain()].every(Number.isFinite)) {
    return notDrawn('scatter', HEIGHT, options);
  }
  const inside = ([a, b]: readonly [number, number]) => {
    const [left = 0, right = 0] = x.domain();
    const [low = 0, high = 0] = y.domain();
    return a >= left && a <= right && b >= low && b <= high;
  };
  const path = (points: Clouds['p'], mark: (x: string, y: string) => string) =>
    points
      .filter(inside)
      .map(([a, b]) => mark(x(a).toFixed(1), y(b).toFixed(1)))
      .join('');
  const disc = (a: string, b: string) =>
    `M${a},${b}m${-SIZE},0a${SIZE},${SIZE} 0 1 0 ${2 * SIZE},0a${SIZE},${SIZE} 0 1 0 ${-2 * SIZE},0`;
  const cross = (a: string, b: string) =>
    `M${a},${b}m${-SIZE},${-SIZE}l${2 * SIZE},${2 * SIZE}m0,${-2 * SIZE}l${-2 * SIZE},${2 * SIZE}`;
  const ticks = y.ticks(5);
  const label = y.tickFormat(5);
  return picture('scatter', box, said.scatterSay(names[0], names[1], dimension), [
    heading(
      said.scatter(dimension),
      said.scatter(dimension),
      [
        { name: 'P ●', mark: 'p' },
        { name: 'Q ×', mark: 'q', fill: 'none' },
      ],
      box,
    ),
    svg`<g class="axis" aria-hidden="true">${ticks.map(
      (
        tick,
      ) => svg`<line class="grid" x1=${box.left} x2=${box.right} y1=${y(tick)} y2=${y(tick)}></line>
        <text x=${box.left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${label(tick)}</text>`,
    )}</g>
    <path class="dots p" d=${path(p, disc)}></path>
    <path class="crosses q" d=${path(q, cross)}></path>`,
    abscissa(x, box),
  ]);
}
