import { extent } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { css, nothing, svg, type TemplateResult } from 'lit';
import { monteCarloWords } from '../words/index.ts';
import type { Handle, StepSize } from './handle.ts';
import { type FigureOptions, type Frame, frame, heading, picture, valueAxis } from './kit.ts';
import { abscissa } from './number-axis.ts';
import { linePath } from './paths.ts';

const SWEEP_HEIGHT = 260;
const RUNNING_HEIGHT = 200;
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

/** Points to a band from its lower to its upper side. */
function band(xs: readonly number[], low: readonly number[], high: readonly number[]): string {
  const back = linePath([...xs].reverse(), [...low].reverse());
  return `${linePath(xs, high)}${back.replace('M', 'L')}Z`;
}

const dots = (points: readonly (readonly [number, number])[]) =>
  points
    .map(
      ([x, y]) =>
        `M${(x - DOT).toFixed(1)},${y.toFixed(1)}a${DOT},${DOT} 0 1 0 ${2 * DOT},0a${DOT},${DOT} 0 1 0 ${-2 * DOT},0`,
    )
    .join('');

const crosses = (points: readonly (readonly [number, number])[]) =>
  points
    .map(
      ([x, y]) =>
        `M${(x - CROSS).toFixed(1)},${(y - CROSS).toFixed(1)}l${2 * CROSS},${2 * CROSS}m0,${-2 * CROSS}l${-2 * CROSS},${2 * CROSS}`,
    )
    .join('');

/** With 0 inside, and not rounded: estimates a little below 0 take little room. */
function heightsBetween(least: number, most: number, { bottom, top }: Frame) {
  return scaleLinear([Math.min(0, least), Math.max(0, most) || 1], [bottom - 2, top + 4]);
}

function clipping(id: string, { left, right, top, bottom }: Frame): TemplateResult {
  return svg`<clipPath id=${id}><rect x=${left} y=${top - 4} width=${right - left} height=${bottom - top + 8}></rect></clipPath>`;
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
  const box = frame(width, SWEEP_HEIGHT);
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
        <path class="crosses loss" d=${crosses(points(wrong))}></path>
        ${isWrong ? nothing : svg`<path class="dots gain" d=${dots(points(means))}></path>`}</g>`,
      abscissa(x, box),
    ],
    handles,
  );
}

/** A running estimate and its standard error, in nats, after ever more draws. */
export interface Running {
  samples: ArrayLike<number>;
  value: ArrayLike<number>;
  standardError: ArrayLike<number>;
  /** The divergence itself, to the base of the figure. */
  exact: number;
}

const SETTLED = 8; // draws: before, a mean says little and its height would squeeze all others

/** The running estimate (line) with a band of one standard error to each side, and the exact value (dashes). */
export function running(
  { samples, value, standardError, exact }: Running,
  options: FigureOptions & { base: number },
): TemplateResult {
  const { lang, width, format, unit, base } = options;
  const said = monteCarloWords[lang];
  const nats = Math.log(base);
  const box = frame(width, RUNNING_HEIGHT);
  const counts = Array.from(samples);
  const means = Array.from(value, (one) => one / nats);
  const errors = Array.from(standardError, (one) => one / nats);
  const last = counts.at(-1) ?? 1;
  const [mean = 0, error = 0] = [means.at(-1), errors.at(-1)];
  if (!Number.isFinite(mean)) {
    const words = said.runningInfinite;
    return picture(
      'running',
      box,
      words,
      svg`<text x=${box.left} y=${RUNNING_HEIGHT / 2}>${width < 520 ? '∞' : words}</text>`,
    );
  }
  const shown = means.flatMap((one, i) => {
    const off = errors[i] ?? 0;
    return (counts[i] ?? 0) >= Math.min(SETTLED, last) && Number.isFinite(one)
      ? [one - finiteOr(off, 0), one + finiteOr(off, 0)]
      : [];
  });
  const [least = 0, most = 0] = extent([...shown, ...(Number.isFinite(exact) ? [exact] : []), 0]);
  const x = scaleLog([1, Math.max(2, last)], [box.left, box.right]);
  const y = heightsBetween(least, most, box);
  const xs = counts.map((count) => x(count));
  const edge = (by: 1 | -1) =>
    means.map((one, i) => y(finiteOr(one, mean) + by * finiteOr(errors[i] ?? 0, most - least)));
  // Those that leave room for the last count.
  const powers = Array.from({ length: Math.ceil(Math.log10(last / 2.5)) }, (_, i) => 10 ** i);
  return picture(
    'running',
    box,
    said.runningSay(format(last), format(mean), format(error), format(exact), unit),
    [
      clipping('kl-running-box', box),
      heading(
        said.running(unit),
        said.runningShort(unit),
        [
          { name: said.keys.exact, mark: 'exact' },
          { name: said.keys.estimate, mark: 'gain' },
        ],
        box,
      ),
      valueAxis(y, box, 4),
      svg`<g clip-path="url(#kl-running-box)">
        <path class="band gain" d=${band(xs, edge(-1), edge(1))}></path>
        <path class="curve gain" d=${linePath(
          xs,
          means.map((one) => y(finiteOr(one, mean))),
        )}></path>
        ${
          Number.isFinite(exact)
            ? svg`<line class="curve exact" x1=${box.left} x2=${box.right} y1=${y(exact)} y2=${y(exact)}></line>`
            : nothing
        }</g>
        <g class="axis" aria-hidden="true">${powers.map(
          (power) =>
            svg`<text x=${x(power)} y=${box.bottom + 16} text-anchor=${power === 1 ? 'start' : 'middle'}>${format(power)}</text>`,
        )}<text x=${box.right} y=${box.bottom + 16} text-anchor="end">${said.draws(format(last))}</text></g>`,
    ],
  );
}

function finiteOr(number: number, other: number): number {
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
  .dots {
    fill: var(--ink);
  }
  .crosses {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .now-line {
    stroke: light-dark(#8a919d, #7b8290);
    stroke-dasharray: 2 3;
  }
`;
