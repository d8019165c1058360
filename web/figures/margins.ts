import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import { type FigureOptions, type Frame, hatch, heading, picture } from './kit.ts';

const TOP = 26;
const ROW = { height: 39, bar: 13, gap: 2 };
const LABELS = { left: 78, right: 74 }; // px for the names and for the numbers

/** Both divergences of what is seen of two distributions. */
export interface Seen {
  forward: number;
  reverse: number;
}

/** Of the first number alone, of the second alone, and of both together. */
export interface Margins {
  first: Seen;
  second: Seen;
  both: Seen;
}

/**
 * What each axis alone tells of P against Q, beside what both tell together. No margin tells more than the whole; both may
 * tell nothing where all the difference is in how the numbers hang together.
 */
export function margins({ first, second, both }: Margins, options: FigureOptions): TemplateResult {
  const { width, format, unit, lang } = options;
  const said = gaussianFigureWords[lang];
  const rows = [
    { name: said.alone('x₁'), ...first },
    { name: said.alone('x₂'), ...second },
    { name: said.together, ...both },
  ];
  const height = TOP + rows.length * ROW.height;
  const [left, right] = [LABELS.left, width - LABELS.right];
  const box: Frame = { width, height, left: 50, right: width - 4, top: TOP, bottom: height };
  const finite = rows.flatMap(({ forward, reverse }) => [forward, reverse]).filter(Number.isFinite);
  const x = scaleLinear([0, max(finite) || 1], [left, right]).clamp(true);
  const bar = (value: number, which: 'p' | 'q', top: number) => {
    const end = Number.isFinite(value) ? x(value) : right;
    return svg`<rect class="mark ${which}" fill=${which === 'q' ? 'url(#kl-margins-q)' : 'none'} x=${left}
        y=${top} width=${end - left} height=${ROW.bar}></rect>
      <text class="value" x=${end + 7} y=${top + ROW.bar / 2} dy="0.34em">${format(value)}</text>`;
  };
  const row = ({ name, forward, reverse }: (typeof rows)[number], i: number) => {
    const top = TOP + i * ROW.height;
    return svg`<text x="4" y=${top + ROW.bar + ROW.gap / 2} dy="0.34em">${name}</text>
      ${bar(forward, 'p', top)}${bar(reverse, 'q', top + ROW.bar + ROW.gap)}`;
  };
  const alternative = rows
    .map(({ name, forward, reverse }) =>
      said.marginSay(name, format(forward), format(reverse), unit),
    )
    .join(' ');
  return picture('margins', box, alternative, [
    hatch('kl-margins-q'),
    heading(
      `${said.margins}, ${unit}`,
      said.marginsShort,
      [
        { name: 'D(P‖Q)', mark: 'p' },
        { name: 'D(Q‖P)', mark: 'q', fill: 'url(#kl-margins-q)' },
      ],
      box,
    ),
    svg`<g aria-hidden="true">${rows.map(row)}</g>`,
  ]);
}
