import { tickStep } from 'd3-array';
import type { ScaleLinear } from 'd3-scale';
import { css, nothing, svg, type TemplateResult } from 'lit';
import type { Frame } from './kit.ts';
import { widthOf } from './text-width.ts';

const GAP = 0.24; // of the place of an outcome, half at each side

/** What figures over outcomes are told beside their numbers. */
export interface Named {
  /** One a place; without them, outcomes are numbered from 0. */
  labels?: readonly string[] | undefined;
  /** The outcome that is pointed at, in a table for instance. */
  highlighted?: number | undefined;
}

/** Where outcomes stand: side by side, all of one width. */
export interface Places {
  count: number;
  step: number;
  width: number;
  left: (i: number) => number;
}

export function placesOf(count: number, { left, right }: Frame): Places {
  const step = (right - left) / count;
  return { count, step, width: step * (1 - GAP), left: (i) => left + (i + GAP / 2) * step };
}

/** How an outcome is called: by its label, or by its number, as in `P[0]`. */
export function nameOf(labels: readonly string[] | undefined, i: number): string {
  return labels?.[i] ?? String(i);
}

/**
 * What is drawn of one outcome, over its whole place: whoever places the figure can tell by `data-outcome` what is pointed at.
 */
export function outcome(
  i: number,
  { left, step }: Places,
  { top, bottom }: Frame,
  highlighted: number | undefined,
  marks: unknown,
): TemplateResult {
  return svg`<g class=${i === highlighted ? 'outcome lit' : 'outcome'} data-outcome=${i}>
    <rect class="place" x=${left(i) - (step * GAP) / 2} width=${step} y=${top} height=${bottom - top}></rect>${marks}</g>`;
}

/** More outcomes than this are drawn together, one path for each of P and Q: it is laid out and painted several times as fast. */
export const FEW = 8;

/** What is drawn of many outcomes. `data-outcomes` says how many share its width, for those who can tell where in it a pointer is. */
export function together(
  { left, step, count }: Places,
  { left: from, right, top, bottom }: Frame,
  highlighted: number | undefined,
  marks: unknown,
): TemplateResult {
  const lit =
    highlighted === undefined || highlighted >= count
      ? nothing
      : svg`<rect class="lit-place" x=${left(highlighted) - (step * GAP) / 2} width=${Math.max(2, step)}
          y=${top} height=${bottom - top}></rect>`;
  return svg`${lit}${marks}<rect class="place" data-outcomes=${count} x=${from} width=${right - from}
    y=${top} height=${bottom - top}></rect>`;
}

/** So much of a label as fits, with an ellipsis for the rest. */
export function fitted(label: string, room: number): string {
  if (widthOf(label) <= room) return label;
  let text = '';
  let width = widthOf('…');
  for (const letter of label) {
    width += widthOf(letter);
    if (width > room) break;
    text += letter;
  }
  return `${text}…`;
}

const SHORTEST = 24; // px that a cut label needs to say anything

/** Under the figure: labels or numbers of all outcomes, or of every second, fifth, tenth … where room is short. */
export function outcomeAxis(
  { count, step, left, width }: Places,
  { bottom }: Frame,
  labels?: readonly string[],
): TemplateResult {
  const longest = labels
    ? Math.max(SHORTEST, Math.min(48, ...labels.slice(0, 200).map(widthOf)))
    : 9 + 7 * String(count - 1).length;
  const most = Math.max(1, Math.floor((count * step) / (longest + 6)));
  const every = count <= most ? 1 : Math.max(1, tickStep(0, count, most));
  const shown = Array.from({ length: Math.ceil(count / every) }, (_, k) => k * every);
  return svg`<g class="axis" aria-hidden="true">${shown.map(
    (i) => svg`<text x=${left(i) + width / 2} y=${bottom + 16}
      text-anchor="middle">${fitted(nameOf(labels, i), every * step - 4)}</text>`,
  )}</g>`;
}

/** Outcomes are drawn no finer, in pixels. */
export const FINEST = 1.5;

/**
 * The highest and the lowest of neighbours, so that no more than `most` pairs are drawn and still every peak is seen; of each
 * number twice itself where all have room.
 */
export function extremes(values: ArrayLike<number>, most: number): [number, number][] {
  const count = Math.min(values.length, Math.max(1, Math.floor(most)));
  return Array.from({ length: count }, (_, k) => {
    const from = Math.floor((k * values.length) / count);
    const to = Math.floor(((k + 1) * values.length) / count);
    let high = values[from] ?? 0;
    let low = high;
    for (let i = from + 1; i < to; i++) {
      const value = values[i] as number;
      if (value > high) high = value;
      if (value < low) low = value;
    }
    return [high, low];
  });
}

/** The same as the scale, and several times as fast: for thousands of points. */
export function quick(y: ScaleLinear<number, number>): (value: number) => number {
  const [from = 0, to = 1] = y.domain();
  const [bottom = 0, top = 0] = y.range();
  const slope = (top - bottom) / (to - from);
  return (value) => {
    const inside = value < from ? from : value > to ? to : value;
    return Math.round((bottom + (inside - from) * slope) * 100) / 100;
  };
}

/** A stepped line along numbers, from edge to edge of each place; of the drawing from `left` to `right`. */
export function steps(
  values: ArrayLike<number>,
  { left, right }: Frame,
  y: ScaleLinear<number, number>,
): string {
  const height = quick(y);
  const pairs = extremes(values, (right - left) / FINEST);
  const wide = (right - left) / pairs.length;
  const round = (x: number) => Math.round(x * 100) / 100;
  let path = `M${left},${height(pairs[0]?.[0] ?? 0)}`;
  pairs.forEach(([high, low], k) => {
    path += `V${height(high)}L${round(left + (k + 1) * wide)},${height(low)}`;
  });
  return path;
}

/** For those who place figures over outcomes, beside `figureStyles`. */
export const outcomeStyles = css`
  .place {
    fill: transparent;
  }
  .outcome.lit .place {
    fill: light-dark(#1d222b14, #e6e9ee1f);
  }
  .lit-place {
    fill: light-dark(#1d222b33, #e6e9ee3d);
  }
  .ghost {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.25;
    stroke-dasharray: 3 3;
  }
  .mark.ghost.p,
  .mark.ghost.q {
    fill: none;
  }
`;
