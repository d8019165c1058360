import { extent } from 'd3-array';
import { scaleLog } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { monteCarloWords } from '../words/index.ts';
import { band, clipping, finiteOr, heightsBetween } from './estimates.ts';
import { type FigureOptions, frame, heading, picture, valueAxis } from './kit.ts';
import { linePath } from './paths.ts';

const HEIGHT = 200;
const SETTLED = 8; // draws: before, a mean says little and its height would squeeze all others

/** A running estimate and its standard error, in nats, after ever more draws. */
interface Running {
  samples: ArrayLike<number>;
  value: ArrayLike<number>;
  standardError: ArrayLike<number>;
  /** The divergence itself, to the base of the figure. */
  exact: number;
}

/** The running estimate (line) with a band of one standard error to each side, and the exact value (dashes). */
export function running(
  { samples, value, standardError, exact }: Running,
  options: FigureOptions & { base: number },
): TemplateResult {
  const { lang, width, format, unit, base } = options;
  const said = monteCarloWords[lang];
  const nats = Math.log(base);
  const box = frame(width, HEIGHT);
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
      svg`<text x=${box.left} y=${HEIGHT / 2}>${width < 520 ? '∞' : words}</text>`,
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
