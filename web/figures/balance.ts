import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { finiteFigureWords } from '../words/index.ts';
import { type FigureOptions, type Frame, hatch, picture } from './kit.ts';

const HEIGHT = 54;
const BAR = { top: 22, height: 14 };
const ARROW = 6; // px

/** The two divergences and their signed difference. */
export interface Balance {
  forward: number;
  reverse: number;
  asymmetry: number;
}

function describe(
  { forward, reverse, asymmetry }: Balance,
  { format, unit, lang }: FigureOptions,
): string {
  const said = finiteFigureWords[lang];
  if (forward === Infinity && reverse === Infinity) return said.bothInfinite;
  if (asymmetry === 0) return said.equal(format(forward), unit);
  const [more, less] =
    asymmetry > 0 ? (['D(P‖Q)', 'D(Q‖P)'] as const) : (['D(Q‖P)', 'D(P‖Q)'] as const);
  return said.exceeds(more, less, format(Math.abs(asymmetry)), unit);
}

/**
 * D(Q‖P) to the left and D(P‖Q) to the right of zero on one scale, and a marker at their
 * difference: it stands on the side that is larger. An infinite one fills its side, with an arrow.
 */
export function balance(values: Balance, options: FigureOptions): TemplateResult {
  const { forward, reverse, asymmetry } = values;
  const box: Frame = {
    width: options.width,
    height: HEIGHT,
    left: 8,
    right: options.width - 8,
    top: 0,
    bottom: HEIGHT,
  };
  const finite = [forward, reverse].filter(Number.isFinite);
  // Beside an infinite one, a finite one fills half its side: any share would be as true.
  const reach = Math.min(
    (Math.max(...finite, 0) || 1) * (finite.length < 2 ? 2 : 1),
    Number.MAX_VALUE,
  );
  const share = scaleLinear([-1, 1], [box.left, box.right]).clamp(true);
  const middle = share(0);
  const bar = (value: number, direction: 1 | -1) => {
    const endless = value === Infinity;
    const end = share(direction * (endless ? 1 : value / reach));
    const neck = endless ? end - direction * ARROW : end;
    const { top, height } = BAR;
    return `M${middle},${top}H${neck}L${end},${top + height / 2}L${neck},${top + height}H${middle}Z`;
  };
  const marker = share(asymmetry / reach);

  return picture('balance', box, describe(values, options), [
    hatch('kl-balance-q'),
    svg`<g aria-hidden="true">
      <text x=${box.left} y="13">D(Q‖P)</text>
      <text class="title" x=${middle} y="13" text-anchor="middle">${finiteFigureWords[options.lang].balance}</text>
      <text x=${box.right} y="13" text-anchor="end">D(P‖Q)</text>
      <path class="mark q" fill="url(#kl-balance-q)" d=${bar(reverse, -1)}></path>
      <path class="mark p" d=${bar(forward, 1)}></path>
      <line class="zero" x1=${middle} x2=${middle} y1=${BAR.top - 5} y2=${BAR.top + BAR.height + 5}></line>
      <path class="marker" d="M${marker},${BAR.top + BAR.height + 3}l5,9h-10Z"></path>
    </g>`,
  ]);
}
