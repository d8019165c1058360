import type { ScaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import type { Frame } from './kit.ts';

const ROOM = 80; // px a number may take

/** The numbers under a figure over x. */
export function abscissa(
  x: ScaleLinear<number, number>,
  { left, right, bottom }: Pick<Frame, 'left' | 'right' | 'bottom'>,
): TemplateResult {
  const count = Math.max(2, Math.round((right - left) / ROOM));
  const reach = Math.max(...x.domain().map(Math.abs));
  // Beyond these, decimals take more room than there is.
  const label = x.tickFormat(count, reach < 1e-3 || reach >= 1e5 ? '~e' : undefined);
  return svg`<g class="axis" aria-hidden="true">${x
    .ticks(count)
    .map(
      (tick) => svg`<text x=${x(tick)} y=${bottom + 16} text-anchor="middle">${label(tick)}</text>`,
    )}</g>`;
}

/** A place under the pointer as a person would write it: no digits that a pixel cannot tell. */
export function rounded(value: number, scale: ScaleLinear<number, number>): number {
  const pixel = Math.abs(scale.invert(1) - scale.invert(0));
  const digits = -Math.floor(Math.log10(pixel));
  if (!Number.isFinite(digits)) return value;
  const step = 10 ** -digits;
  return Number((Math.round(value / step) * step).toPrecision(12));
}
