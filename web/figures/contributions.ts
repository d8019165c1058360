import { extent } from 'd3-array';
import { scaleBand } from 'd3-scale';
import { area as areaShape } from 'd3-shape';
import { nothing, svg, type TemplateResult } from 'lit';
import {
  type FigureOptions,
  frame,
  hatch,
  heading,
  outcomeAxis,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';

const HEIGHT = 178;
const NARROWEST_BAR = 2; // px
const ARROW = 12; // px: the head of a bar that has no end

/** The alternative in words: the outcome that adds most and the one that takes most away. */
function describe(terms: number[], { format, unit }: FigureOptions): string {
  const [least = 0, most = 0] = extent(terms);
  const start = 'Contribution of each outcome to D(P‖Q), p log(p/q).';
  if (least === 0 && most === 0) return `${start} Every one is 0.`;
  const adds = `Outcome ${terms.indexOf(most)} adds most, ${format(most)} ${unit}`;
  const takes =
    least < 0 ? `; outcome ${terms.indexOf(least)} takes away most, ${format(least)} ${unit}` : '';
  return `${start} ${adds}${takes}.`;
}

/**
 * What each outcome adds to D(P‖Q), above or below zero. A contribution of ∞ is a bar that leaves
 * the drawing with an arrow; the others keep a scale of their own.
 */
export function contributions(given: ArrayLike<number>, options: FigureOptions): TemplateResult {
  const terms = Array.from(given);
  const box = frame(options.width, HEIGHT);
  const [least = 0, most = 0] = extent(terms.filter(Number.isFinite));
  const endless = terms.includes(Infinity);
  const top = endless ? Math.max(most, -least) : Math.max(0, most); // room for the arrow's shaft
  const y = valueScale(least, top, [box.bottom, box.top + (endless ? ARROW : 4)], 4);
  const x = scaleBand(
    terms.map((_, i) => i),
    [box.left, box.right],
  ).padding(0.24);

  const bar = (term: number, i: number) => {
    const left = x(i) ?? 0;
    const right = left + x.bandwidth();
    if (term === Infinity) {
      const tip = box.top - 4;
      const neck = tip + ARROW;
      return svg`<path class="mark gain" d="M${left},${y(0)}V${neck}L${(left + right) / 2},${tip}L${right},${neck}V${y(0)}Z"></path>
        <text class="value endless" x=${left - 6} y=${neck + 6} text-anchor="end">∞</text>`;
    }
    const loss = term < 0;
    return svg`<rect class="mark ${loss ? 'loss' : 'gain'}" fill=${loss ? 'url(#kl-terms-loss)' : nothing}
        x=${left} width=${right - left} y=${Math.min(y(term), y(0))} height=${Math.abs(y(term) - y(0))}></rect>`;
  };
  const filled = (keep: (term: number) => number) =>
    areaShape<number>()
      .x((_, j) => (x(j >> 1) ?? 0) + (j & 1 ? x.step() : 0))
      .y0(y(0))
      .y1((term) => (Number.isFinite(term) ? y(keep(term)) : box.top))(
      terms.flatMap((term) => [term, term]),
    );
  const marks =
    x.bandwidth() >= NARROWEST_BAR
      ? terms.map(bar)
      : svg`<path class="mark gain" d=${filled((term) => Math.max(0, term))}></path>
          <path class="mark loss" fill="url(#kl-terms-loss)"
            d=${filled((term) => Math.min(0, term))}></path>`;

  return picture('contributions', box, describe(terms, options), [
    hatch('kl-terms-loss', 'loss'),
    heading(
      `Contribution to D(P‖Q), ${options.unit}`,
      `p log(p/q), ${options.unit}`,
      [
        { name: 'adds', mark: 'gain' },
        { name: 'takes away', mark: 'loss', fill: 'url(#kl-terms-loss)' },
      ],
      box,
    ),
    valueAxis(y, box, 3),
    marks,
    outcomeAxis(x, box),
  ]);
}
