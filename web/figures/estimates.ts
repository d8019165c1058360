import { scaleLinear } from 'd3-scale';
import { css, svg, type TemplateResult } from 'lit';
import type { Frame } from './kit.ts';
import { linePath } from './paths.ts';

/** Points to a band from its lower to its upper side. */
export function band(
  xs: readonly number[],
  low: readonly number[],
  high: readonly number[],
): string {
  const back = linePath([...xs].reverse(), [...low].reverse());
  return `${linePath(xs, high)}${back.replace('M', 'L')}Z`;
}

/** With 0 inside, and not rounded: estimates a little below 0 take little room. */
export function heightsBetween(least: number, most: number, { bottom, top }: Frame) {
  return scaleLinear([Math.min(0, least), Math.max(0, most) || 1], [bottom - 2, top + 4]);
}

/** What leaves the drawing is not seen. */
export function clipping(id: string, { left, right, top, bottom }: Frame): TemplateResult {
  return svg`<clipPath id=${id}><rect x=${left} y=${top - 4} width=${right - left} height=${bottom - top + 8}></rect></clipPath>`;
}

export function finiteOr(number: number, other: number): number {
  return Number.isFinite(number) ? number : other;
}

/** For those who place these figures, beside `figureStyles`. */
export const monteCarloStyles = css`
  .exact {
    --ink: light-dark(#2a303a, #dde1e8);
  }
  .mark.exact {
    fill: var(--ink);
  }
  .curve.exact {
    stroke-width: 1.5;
    stroke-dasharray: 7 4;
  }
  .band {
    fill: var(--ink);
    opacity: 0.22;
  }
  .now-line {
    stroke: light-dark(#8a919d, #7b8290);
    stroke-dasharray: 2 3;
  }
`;
