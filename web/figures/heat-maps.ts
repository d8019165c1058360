import { nothing, svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import { type FigureOptions, type Frame, hatch, heading, picture } from './kit.ts';

const TOP = 44; // px: heading, and the names of the maps
const GAP = 20;
const LARGEST = 300; // px, of one map
const LEVELS = 6;
const DARKEST = 0.5; // opacity: numbers on it can be read
const NUMBERS_FROM = 40; // px a cell must have to carry its number

type Matrix = readonly ArrayLike<number>[];

/** One path for all cells of one level, so that ten thousand cells are twelve paths. */
function levels(rows: Matrix, most: number, cell: number): Map<number, string> {
  const paths = new Map<number, string[]>();
  const round = (x: number) => Math.round(x * 100) / 100;
  const size = round(cell * (cell > 8 ? 0.96 : 1));
  rows.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) {
      const x = row[j] ?? 0;
      const level = Math.sign(x) * Math.ceil((Math.abs(x) / most) * LEVELS);
      if (!Number.isFinite(level) || level === 0) continue;
      const path = paths.get(level) ?? [];
      path.push(`M${round(j * cell)},${round(i * cell)}h${size}v${size}h${-size}z`);
      paths.set(level, path);
    }
  });
  return new Map(Array.from(paths, ([level, path]) => [level, path.join('')]));
}

function extremes(rows: Matrix): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const row of rows) {
    for (let j = 0; j < row.length; j++) {
      least = Math.min(least, row[j] ?? 0);
      most = Math.max(most, row[j] ?? 0);
    }
  }
  return [least, most];
}

/**
 * Two matrices as maps beside each other, on one scale: the larger an element the darker, negative ones hatched. Small
 * matrices carry their numbers.
 */
export function heatMaps(
  { p, q }: { p: Matrix; q: Matrix },
  { width, format, lang }: FigureOptions,
): TemplateResult {
  const said = gaussianFigureWords[lang];
  const n = p.length;
  const side = Math.min(LARGEST, (width - GAP - 8) / 2);
  const cell = side / n;
  const height = TOP + side + 4;
  const box: Frame = { width, height, left: 50, right: width - 4, top: TOP, bottom: height };
  const [ofP, ofQ] = [extremes(p), extremes(q)];
  const most = Math.max(...[...ofP, ...ofQ].map(Math.abs)) || 1;
  const numbers = (rows: Matrix) =>
    rows.map((row, i) =>
      Array.from(
        row,
        (x, j) => svg`<text class="value" x=${(j + 0.48) * cell} y=${(i + 0.48) * cell}
          dy="0.35em" text-anchor="middle">${Number(x.toPrecision(2))}</text>`,
      ),
    );
  const map = (rows: Matrix, which: 'p' | 'q', left: number) => {
    const paths = Array.from(levels(rows, most, cell), ([level, d]) => {
      const fill = level < 0 ? 'url(#kl-heat-negative)' : nothing;
      const opacity = (level < 0 ? 1 : DARKEST) * (Math.abs(level) / LEVELS);
      return svg`<path class="cells ${level < 0 ? 'loss' : which}" fill=${fill}
        fill-opacity=${opacity} d=${d}></path>`;
    });
    return svg`<g transform="translate(${left} ${TOP})">
      <text class=${which} x="0" y="-7">${which.toUpperCase()}</text>
      <rect class="map" width=${side} height=${side}></rect>${paths}
      ${cell >= NUMBERS_FROM ? numbers(rows) : nothing}</g>`;
  };
  const alternative = (
    [
      ['P', ofP],
      ['Q', ofQ],
    ] as const
  )
    .map(([name, [low, high]]) => said.heatMap(name, n, format(low), format(high)))
    .join(' ');
  return picture('heat-maps', box, alternative, [
    hatch('kl-heat-negative', 'loss'),
    heading(
      said.covariances,
      said.covariances,
      Math.min(ofP[0], ofQ[0]) < 0
        ? [{ name: said.negative, mark: 'loss', fill: 'url(#kl-heat-negative)' }]
        : [],
      box,
    ),
    svg`<g aria-hidden="true">${map(p, 'p', 4)}${map(q, 'q', 4 + side + GAP)}</g>`,
  ]);
}
