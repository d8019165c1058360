import type { ScaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import type { Frame } from './kit.ts';

const ROOM = 80; // px a number may take

/**
 * How the ticks of an axis are written: with as many decimals as tell them apart; with powers of ten where decimals would take
 * more room than there is. As tickFormat of d3-scale, which takes longer than all the drawing.
 */
export function tickLabels(ticks: readonly number[]): (tick: number) => string {
  const [first = 0, second = 1] = ticks;
  const reach = Math.max(...ticks.map(Math.abs));
  const withMinus = (text: string) => text.replace(/^-/, '\u2212');
  if (reach < 1e-3 || reach >= 1e5) {
    return (tick) => withMinus(Number(tick.toPrecision(6)).toExponential());
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(second - first) + 1e-9));
  return (tick) => withMinus(tick.toFixed(Math.min(decimals, 20)));
}

/** The numbers under a figure over x. */
export function abscissa(
  x: ScaleLinear<number, number>,
  { left, right, bottom }: Pick<Frame, 'left' | 'right' | 'bottom'>,
): TemplateResult {
  const ticks = x.ticks(Math.max(2, Math.round((right - left) / ROOM)));
  const label = tickLabels(ticks);
  return svg`<g class="axis" aria-hidden="true">${ticks.map(
    (tick) => svg`<text x=${x(tick)} y=${bottom + 16} text-anchor="middle">${label(tick)}</text>`,
  )}</g>`;
}

/** How much of an axis is one pixel. */
export function pixelOf(scale: ScaleLinear<number, number>): number {
  return Math.abs(scale.invert(1) - scale.invert(0));
}

/** A place under the pointer as a person would write it: no digits that a pixel cannot tell. */
export function rounded(value: number, pixel: number): number {
  const digits = -Math.floor(Math.log10(pixel));
  if (!Number.isFinite(digits)) return value;
  const step = 10 ** -digits;
  return Number((Math.round(value / step) * step).toPrecision(12));
}
