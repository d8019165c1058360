import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import { type FigureOptions, type Frame, hatch, heading, picture } from './kit.ts';

const TOP = 26;
const ROW = { height: 24, bar: 14 };
const LABELS = { left: 58, right: 74 }; // px for the names and for the totals

/** The two divergences that D of two normal distributions is the sum of. */
export interface Parts {
  /** As if the means were the same. */
  spread: number;
  /** As if the covariances were those of the model. */
  means: number;
}

export interface PartsOfBoth {
  forward: Parts & { total: number };
  reverse: Parts & { total: number };
  /** What the spread is called: the widths of curves, or covariances. */
  kind: 'spread' | 'shape';
}

/** D(P‖Q) and D(Q‖P) as bars on one scale, each split into what comes from the spread and what from the means. */
export function parts(
  { forward, reverse, kind }: PartsOfBoth,
  options: FigureOptions,
): TemplateResult {
  const { width, format, unit, lang } = options;
  const said = gaussianFigureWords[lang];
  const rows = [
    { name: 'D(P‖Q)', ...forward },
    { name: 'D(Q‖P)', ...reverse },
  ];
  const height = TOP + rows.length * ROW.height;
  const box: Frame = {
    width,
    height,
    left: LABELS.left,
    right: width - LABELS.right,
    top: TOP,
    bottom: height,
  };
  const finite = rows.map(({ total }) => total).filter(Number.isFinite);
  const x = scaleLinear([0, max(finite) || 1], [box.left, box.right]).clamp(true);
  const row = ({ name, spread, means, total }: (typeof rows)[number], i: number) => {
    const top = TOP + i * ROW.height + (ROW.height - ROW.bar) / 2;
    const middle = top + ROW.bar / 2;
    const [split, end] = [x(spread), x(total)];
    // Beyond the largest double nothing can be split.
    const bars = Number.isFinite(total)
      ? svg`<rect class="mark loss" fill="url(#kl-parts-spread)" x=${box.left} y=${top}
            width=${split - box.left} height=${ROW.bar}></rect>
          <rect class="mark gain" x=${split} y=${top} width=${Math.max(0, end - split)}
            height=${ROW.bar}></rect>`
      : nothing;
    return svg`<g data-spread=${spread} data-means=${means}>
      <text x="4" y=${middle} dy="0.34em">${name}</text>${bars}
      <text class="value" x=${(Number.isFinite(total) ? end : box.left) + 7} y=${middle} dy="0.34em">${format(total)}</text>
    </g>`;
  };
  const alternative = rows
    .map(({ name, total, spread, means }) =>
      said.partsSay(name, format(total), unit, format(spread), format(means)),
    )
    .join(' ');
  return picture('parts', box, alternative, [
    hatch('kl-parts-spread', 'loss'),
    heading(
      said.partsTitle,
      said.partsShort,
      [
        { name: said.parts[kind], mark: 'loss', fill: 'url(#kl-parts-spread)' },
        { name: said.parts.means, mark: 'gain' },
      ],
      { ...box, left: 50, right: width - 4 },
    ),
    svg`<g aria-hidden="true">${rows.map(row)}</g>`,
  ]);
}
