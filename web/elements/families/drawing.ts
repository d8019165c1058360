import { css, html, type TemplateResult } from 'lit';
import { type Comparison, type Distribution, type Finding, sample } from '../../core/index.ts';
import {
  bars,
  type CurveGrip,
  contributions,
  contributionsOf,
  densities,
  type FigureOptions,
  integrands,
  scatter,
} from '../../figures/index.ts';
import { distributionText } from '../../text/index.ts';
import { curveFigureWords, familiesWords } from '../../words/index.ts';
import { balanceOf } from '../result.ts';
import { curvesOf, massesOf } from './curves.ts';
import { kindOf } from './family-table.ts';

export interface Pair {
  p: Distribution;
  q: Distribution;
}

type Options = FigureOptions & { base: number };

/** How densities are drawn: on which axis, how high, and what of them can be moved. */
interface Drawing {
  interval: readonly [number, number] | undefined;
  logarithmic: boolean;
  grips: readonly CurveGrip[];
  /** A figure by its class, drawn now or, out of sight, later. */
  whenSeen: (name: string, draw: () => unknown) => unknown;
}

const DRAWS = 250;
const SEEDS = { p: 1, q: 2 };

const namesOf = ({ p, q }: Pair) => [distributionText(p), distributionText(q)] as const;

function clouds(pair: Pair, options: Options): TemplateResult {
  const points = (of: Distribution, seed: number) => {
    const draws = sample(of, DRAWS, seed);
    const dimension = draws.length / DRAWS;
    const at = (i: number) => [draws[i * dimension] ?? 0, draws[i * dimension + 1] ?? 0] as const;
    return { dimension, points: Array.from({ length: DRAWS }, (_, i) => at(i)) };
  };
  const [p, q] = [points(pair.p, SEEDS.p), points(pair.q, SEEDS.q)];
  const { dimension } = p;
  return scatter({ p: p.points, q: q.points, dimension }, namesOf(pair), options);
}

function masses({ p, q }: Pair, options: Options): TemplateResult {
  const found = massesOf(p, q);
  if (!found) return html`<p class="note">${familiesWords[options.lang].tooMany}</p>`;
  const { first, logP, logQ } = found;
  const labels = Array.from(logP, (_, i) => String(first + i));
  const nats = Math.log(options.base);
  const { forward, reverse } = contributionsOf(found);
  const inUnit = (values: readonly number[]) => values.map((value) => value / nats);
  return html`${bars({ p: logP.map(Math.exp), q: logQ.map(Math.exp), labels }, options)}
    ${contributions({ forward: inUnit(forward), reverse: inUnit(reverse), labels }, options)}`;
}

/** P and Q as they are best seen: as densities, as bars, or, if they are of several numbers, as draws. */
export function drawing(
  pair: Pair,
  comparison: Comparison,
  options: Options,
  { interval, logarithmic, grips, whenSeen }: Drawing,
): TemplateResult {
  const { p, q } = pair;
  const [kind, other] = [kindOf(p), kindOf(q)];
  if (kind === 'vector' || other === 'vector') return clouds(pair, options);
  if (kind !== other) {
    return html`<p class="note">${familiesWords[options.lang].notComparable}</p>`;
  }
  if (kind === 'mass') return masses(pair, options);
  const places = grips.map(({ x }) => x);
  const curves = curvesOf(p, q, interval, places);
  const { lang, format } = options;
  const [from, to] = curves.interval;
  const alternative = curveFigureWords[lang].densities(...namesOf(pair), format(from), format(to));
  return html`${densities(curves, alternative, { ...options, logarithmic }, grips)}
    ${whenSeen('integrands', () => integrands(curves, balanceOf(comparison), options))}`;
}

/** How both numbers were found, and how far off they may be. */
export function foundTexts(
  { forward, reverse }: Comparison,
  { lang, format, unit }: FigureOptions,
): TemplateResult {
  const said = familiesWords[lang];
  const way = (p: string, q: string, { method, error }: Finding) => {
    const off = method === 'infinite' ? '' : said.off(format(error), unit, method === 'quadrature');
    return html`<p><b>D(${p}‖${q})</b>: ${said.ways(p, q)[method]} ${off}</p>`;
  };
  return html`<section class="ways">
    <h3>${said.found}</h3>
    ${way('P', 'Q', forward)}${way('Q', 'P', reverse)}
  </section>`;
}

export const drawingStyles = css`
  .scatter .dots {
    opacity: 0.55;
  }
  .ways {
    display: grid;
    gap: 0.5rem;
    font-size: 0.9375rem;
  }
`;
