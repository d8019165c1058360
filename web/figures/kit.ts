import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Lang } from '../words/index.ts';
import { type Handle, handle } from './handle.ts';
import { tickLabels } from './number-axis.ts';
import { widthOf } from './text-width.ts';

/** What every figure is told besides its data. */
export interface FigureOptions {
  /** Of the place it stands in, in CSS pixels: text keeps its size on a phone. */
  width: number;
  /** How numbers are written in the text alternative and on the bars. */
  format: (x: number) => string;
  /** Of the divergence, as it is called in that language: nats, bits, bans. */
  unit: string;
  lang: Lang;
}

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The drawing area of a figure: room at the left for tick labels, above for the legend. */
export function frame(width: number, height: number): Frame {
  return { width, height, left: 50, right: width - 4, top: 30, bottom: height - 22 };
}

/**
 * The outer svg: one image with one text alternative. Its parts are not announced one by one, but for the handles, if it has
 * any: then it is a group of sliders.
 */
export function picture(
  name: string,
  { width, height }: Frame,
  alternative: string,
  body: unknown,
  handles: readonly Handle[] = [],
): TemplateResult {
  return html`<svg
    class="figure ${name}"
    role=${handles.length > 0 ? 'group' : 'img'}
    aria-label=${alternative}
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
  >
    ${body}${handles.map(handle)}
  </svg>`;
}

const HATCH = 6; // px between the lines that mark Q, so that P and Q differ without colour

/** The pattern that fills Q. Its id is only looked up inside the same shadow root. */
export function hatch(id: string, line = 'q'): TemplateResult {
  return svg`<defs>
    <pattern id=${id} width=${HATCH} height=${HATCH} patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)">
      <rect class="wash ${line}" width=${HATCH} height=${HATCH}></rect>
      <line class="hatch ${line}" y2=${HATCH}></line>
    </pattern>
  </defs>`;
}

// Outside, the powers of ten that ticks are made of overflow.
const SMALLEST = 1e-290;
const LARGEST = 1e300;

/**
 * From least to most, upwards, with 0 inside and round ends. Where there is nothing to see, or
 * nothing that a double can divide into ticks, from 0 to 1.
 */
export function valueScale(
  least: number,
  most: number,
  [bottom, top]: [number, number],
  count: number,
): ScaleLinear<number, number> {
  const seen = Math.max(-least, most);
  const ends = seen > SMALLEST && seen < LARGEST ? [Math.min(0, least), Math.max(0, most)] : [0, 1];
  return scaleLinear(ends, [bottom, top]).nice(count).clamp(true);
}

/** Horizontal grid lines with their values. */
export function valueAxis(
  y: ScaleLinear<number, number>,
  { left, right }: Frame,
  count = 4,
): TemplateResult {
  const ticks = y.ticks(count);
  const written = tickLabels(ticks);
  const label = (tick: number) => (tick === 0 ? '0' : written(tick));
  return svg`<g class="axis" aria-hidden="true">${ticks.map(
    (tick) => svg`<line class=${tick === 0 ? 'zero' : 'grid'} x1=${left} x2=${right}
        y1=${y(tick)} y2=${y(tick)}></line>
      <text x=${left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${label(tick)}</text>`,
  )}</g>`;
}

/** What a swatch stands for. `fill` is a pattern or nothing, the rest is the class's business. */
export interface Key {
  name: string;
  mark: string;
  fill?: string;
}

const NARROW = 400; // px; below it a long title would run into the legend

/** The legend, right-aligned above the drawing; the title at its left says what is drawn. */
export function heading(
  title: string,
  shortTitle: string,
  keys: Key[],
  { left, right, width: whole }: Frame,
): TemplateResult {
  const width = (key: Key) => 24 + 1.1 * widthOf(key.name);
  const start = keys.map((_, i) => right - keys.slice(i).reduce((sum, k) => sum + width(k), 0));
  return svg`<g class="heading" aria-hidden="true">
    <text class="title" x=${left - 46} y="14">${whole < NARROW ? shortTitle : title}</text>
    ${keys.map(
      (
        key,
        i,
      ) => svg`<rect class="mark ${key.mark}" fill=${key.fill ?? nothing} x=${(start[i] ?? 0) + 4}
          y="5" width="11" height="10"></rect>
        <text x=${(start[i] ?? 0) + 19} y="14">${key.name}</text>`,
    )}
  </g>`;
}
