import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { monteCarloWords } from '../words/index.ts';
import { band, clipping, heightsBetween } from './estimates.ts';
import type { Handle, StepSize } from './handle.ts';
import { type FigureOptions, frame, heading, picture, valueAxis } from './kit.ts';
import { crosses, discs } from './marks.ts';
import { abscissa } from './number-axis.ts';
import { linePath } from './paths.ts';

const HEIGHT = 260;
const HEADROOM = 1.25; // above the exact curve: estimates beyond leave the figure
const DOT = 2.4; // px
const CROSS = 2.6;

/** Estimates of D(Q‖P) of N(μ, 1) and N(0, 1), in nats, for each of many μ, or for the first of them. */
export interface Sweep {
  mu: readonly number[];
  exact: ArrayLike<number>;
  value: ArrayLike<number>;
  standardError: ArrayLike<number>;
  /** Those that weight draws by their density once more. */
  weighted: ArrayLike<number>;
}

/** The μ that is looked at, and how it is moved. */
export interface MuGrip {
  mu: number;
  /** The divergence there, to the base of the figure. */
  exact: number;
  name: string;
  move: (mu: number) => void;
  step: (direction: number, size: StepSize) => void;
  done: () => void;
}

/**
 * Over μ: the exact curve, the means with a band of one standard error to each side (dots), and the means weighted by the
 * density (crosses).
 */
export function sweep(
  { mu, exact, value, standardError, weighted }: Sweep,
  estimator: string,
  samples: number,
  isWrong: boolean,
  options: FigureOptions & { base: number },
  grip: MuGrip,
): TemplateResult {
  const { lang, width, format, unit, base } = options;
  const said = monteCarloWords[lang];
  const nats = Math.log(base);
  const box = frame(width, HEIGHT);
  const inUnit = (numbers: ArrayLike<number>) => Array.from(numbers, (number) => number / nats);
  const [curve, means, errors, wrong] = [exact, value, standardError, weighted].map(inUnit) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const x = scaleLinear([mu[0] ?? 0, mu.at(-1) ?? 1], [box.left, box.right]);
  const highest = HEADROOM * Math.max(...curve);
  const seen = isWrong ? [] : means.filter((mean) => mean < highest);
  const [least = 0, most = 0] = extent([...curve, ...seen]);
  const y = heightsBetween(least, most, box);
  const xs = mu.map((one) => x(one));
  const points = (heights: readonly number[]) =>
    heights.flatMap((height, i) =>
      Number.isFinite(height) ? [[xs[i] ?? 0, y(height)] as const] : [],
    );
  const finite = (number: number) => (Number.isFinite(number) ? number : 0);
  const shifted = (by: 1 | -1) =>
    means.map((mean, i) => y(finite(mean) + by * finite(errors[i] ?? 0)));
  const handles: Handle[] = [
    {
      name: grip.name,
      at: {
        x: Math.min(box.right, Math.max(box.left, x(grip.mu))),
        y: Math.max(box.top, y(grip.exact)),
      },
      along: 'x',
      value: grip.mu,
      text: said.muIs(format(grip.mu), format(grip.exact)),
      mark: 'p',
      move: (to) => grip.move(Math.round(x.invert(to.x) * 10) / 10),
      step: (by, size) => grip.step(by.x, size),
      done: grip.done,
    },
  ];
  const keys = [
    { name: said.keys.exact, mark: 'exact' },
    ...(isWrong ? [] : [{ name: said.keys.estimate, mark: 'gain' }]),
    { name: 'q·r', mark: 'loss', fill: 'none' },
  ];
  return picture(
    'sweep',
    box,
    said.sweepSay(
      format(samples),
      format(curve.at(-1) ?? 0),
      [
        ...(isWrong ? [] : [said.meanIs(estimator, format(means.at(-1) ?? 0))]),
        said.meanIs('q·r', format(wrong.at(-1) ?? 0)),
      ].join(said.and),
    ),
    [
      clipping('kl-sweep-box', box),
      heading(said.sweep(unit), said.sweepShort(unit), keys, box),
      valueAxis(y, box, 4),
      svg`<line class="now-line" x1=${x(grip.mu)} x2=${x(grip.mu)} y1=${box.top} y2=${box.bottom}></line>
        <g clip-path="url(#kl-sweep-box)">
        ${isWrong ? nothing : svg`<path class="band gain" d=${band(xs.slice(0, means.length), shifted(-1), shifted(1))}></path>`}
        <path class="curve exact" d=${linePath(
          xs,
          curve.map((height) => y(height)),
        )}></path>
        <path class="crosses loss" d=${crosses(points(wrong), CROSS)}></path>
        ${isWrong ? nothing : svg`<path class="dots gain" d=${discs(points(means), DOT)}></path>`}</g>`,
      abscissa(x, box),
    ],
    handles,
  );
}
