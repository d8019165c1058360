import { quantile } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { familiesWords } from '../words/index.ts';
import { type FigureOptions, frame, heading, picture, valueAxis } from './kit.ts';
import { crosses, discs } from './marks.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa } from './number-axis.ts';

const HEIGHT = 300;
const OUTLIERS = 0.01; // of the draws at each end, which are not shown
const SIZE = 2.6; // px

/** Draws of two distributions of several numbers: the first two of each. */
interface Clouds {
  p: readonly (readonly [number, number])[];
  q: readonly (readonly [number, number])[];
  dimension: number;
}

function axisOf(values: number[], range: [number, number]): ScaleLinear<number, number> {
  const finite = values.filter(Number.isFinite);
  const [low = 0, high = 1] = [quantile(finite, OUTLIERS), quantile(finite, 1 - OUTLIERS)];
  const margin = 0.06 * (high - low) || 0.5;
  return scaleLinear([low - margin, high + margin], range);
}

/** Draws of P as discs and of Q as crosses. */
export function scatter(
  { p, q, dimension }: Clouds,
  names: readonly [string, string],
  options: FigureOptions,
): TemplateResult {
  const said = familiesWords[options.lang].figures;
  const box = frame(options.width, HEIGHT);
  const both = [...p, ...q];
  const x = axisOf(
    both.map(([first]) => first),
    [box.left, box.right],
  );
  const y = axisOf(
    both.map(([, second]) => second),
    [box.bottom, box.top],
  );
  if (![...x.domain(), ...y.domain()].every(Number.isFinite)) {
    return notDrawn('scatter', HEIGHT, options);
  }
  const inside = ([a, b]: readonly [number, number]) => {
    const [left = 0, right = 0] = x.domain();
    const [low = 0, high = 0] = y.domain();
    return a >= left && a <= right && b >= low && b <= high;
  };
  const placed = (points: Clouds['p']) =>
    points.filter(inside).map(([a, b]) => [x(a), y(b)] as const);
  return picture('scatter', box, said.scatterSay(names[0], names[1], dimension), [
    heading(
      said.scatter(dimension),
      said.scatter(dimension),
      [
        { name: 'P ●', mark: 'p' },
        { name: 'Q ×', mark: 'q', fill: 'none' },
      ],
      box,
    ),
    valueAxis(y, box, 5),
    svg`<path class="dots p" d=${discs(placed(p), SIZE)}></path>
    <path class="crosses q" d=${crosses(placed(q), SIZE)}></path>`,
    abscissa(x, box),
  ]);
}
