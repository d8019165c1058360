import type { ScaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { finiteFigureWords } from '../words/index.ts';
import {
  type FigureOptions,
  type Frame,
  frame,
  hatch,
  heading,
  type Key,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import {
  extremes,
  FEW,
  FINEST,
  type Named,
  nameOf,
  outcome,
  outcomeAxis,
  placesOf,
  quick,
  together,
} from './outcomes.ts';

const HEIGHT = 178;
const ASYMMETRY_HEIGHT = 138;
const NARROWEST_BAR = 2; // px
const ARROW = 12; // px: the head of a bar that has no end

/** pᵢ log(pᵢ/qᵢ) and qᵢ log(qᵢ/pᵢ), of each outcome. */
interface ContributionsData extends Named {
  forward: ArrayLike<number>;
  reverse: ArrayLike<number>;
}

/** Numbers to be drawn as bars from 0, upwards and downwards. */
interface Series {
  values: ArrayLike<number>;
  /** The look of what is above 0 and of what is below. */
  look: (value: number) => 'p' | 'q';
}

const FILLS = { p: undefined, q: 'url(#kl-terms-q)' };

/** The least and the greatest finite one, and whether some are not. */
function reachOf(series: readonly Series[]) {
  const reach = { least: 0, most: 0, rises: false, falls: false };
  for (const { values } of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value === Infinity) reach.rises = true;
      else if (value === -Infinity) reach.falls = true;
      else if (value > reach.most) reach.most = value;
      else if (value < reach.least) reach.least = value;
    }
  }
  return reach;
}

/** A bar from 0; one without end leaves the drawing with an arrow. */
function outlineOf(
  value: number,
  [left, right]: [number, number],
  y: ScaleLinear<number, number>,
  { top, bottom }: Frame,
): string {
  if (Number.isFinite(value)) return `M${left},${y(0)}V${y(value)}H${right}V${y(0)}Z`;
  const [tip, neck] = value > 0 ? [top - 4, top - 4 + ARROW] : [bottom + 4, bottom + 4 - ARROW];
  return `M${left},${y(0)}V${neck}L${(left + right) / 2},${tip}L${right},${neck}V${y(0)}Z`;
}

/** Beside an arrow, what it means. */
function endless(value: number, left: number, { top, bottom }: Frame): unknown {
  if (Number.isFinite(value)) return nothing;
  const at = value > 0 ? top + ARROW + 2 : bottom + 4 - ARROW;
  return svg`<text class="value endless" x=${left - 6} y=${at} text-anchor="end">∞</text>`;
}

function markOf(look: 'p' | 'q', path: string): TemplateResult {
  return svg`<path class="mark ${look}" fill=${FILLS[look] ?? nothing} d=${path}></path>`;
}

/** Above and below 0 as two areas, where outcomes are too narrow for bars. */
function areas(
  { values, look }: Series,
  y: ScaleLinear<number, number>,
  { left, right, top, bottom }: Frame,
): TemplateResult[] {
  const pairs = extremes(values, (right - left) / FINEST);
  const step = (right - left) / pairs.length;
  const round = (x: number) => Math.round(x * 100) / 100;
  const finite = quick(y);
  const height = (value: number) =>
    value === Infinity ? top : value === -Infinity ? bottom : finite(value);
  const along = (keep: (pair: [number, number]) => number) => {
    let path = `M${left},${y(0)}`;
    pairs.forEach((pair, k) => {
      path += `V${height(keep(pair))}H${round(left + (k + 1) * step)}`;
    });
    return `${path}V${y(0)}Z`;
  };
  const part = (sign: 1 | -1, keep: (pair: [number, number]) => number) =>
    svg`<path class="mark ${look(sign)}" fill=${FILLS[look(sign)] ?? nothing} d=${along(keep)}></path>`;
  return [part(1, ([high]) => Math.max(0, high)), part(-1, ([, low]) => Math.min(0, low))];
}

function drawn(
  name: string,
  height: number,
  series: readonly Series[],
  { labels, highlighted }: Named,
  texts: { title: string; shortTitle: string; alternative: string; keys: Key[] },
  { width }: FigureOptions,
): TemplateResult {
  const box = frame(width, height);
  const { least, most, rises, falls } = reachOf(series);
  // Room for the shafts of arrows; where nothing is finite, any.
  const size = Math.max(most, -least) || 1;
  const [low, high] = [falls ? -size : least, rises ? size : most];
  const ends: [number, number] = [box.bottom - (falls ? ARROW : 0), box.top + (rises ? ARROW : 4)];
  const y = valueScale(low, high, ends, Math.round(height / 45));
  const count = series[0]?.values.length ?? 0;
  const places = placesOf(count, box);
  const wide = places.width / series.length;
  const edges = (i: number, k: number): [number, number] => {
    const left = places.left(i) + k * wide;
    return [left, left + wide];
  };
  const one = (i: number) =>
    series.map(({ values, look }, k) => {
      const value = values[i] as number;
      const [left, right] = edges(i, k);
      return [
        markOf(look(value), outlineOf(value, [left, right], y, box)),
        endless(value, left, box),
      ];
    });
  const all = (whole: Series, k: number) => {
    if (wide < NARROWEST_BAR) return areas(whole, y, box);
    const paths = { p: '', q: '' };
    const signs: unknown[] = [];
    for (let i = 0; i < count; i++) {
      const value = whole.values[i] as number;
      if (value === 0) continue;
      paths[whole.look(value)] += outlineOf(value, edges(i, k), y, box);
      signs.push(endless(value, edges(i, k)[0], box));
    }
    return [markOf('p', paths.p), markOf('q', paths.q), signs];
  };
  const marks =
    count <= FEW
      ? Array.from({ length: count }, (_, i) => outcome(i, places, box, highlighted, one(i)))
      : together(places, box, highlighted, series.map(all));

  return picture(name, box, texts.alternative, [
    hatch('kl-terms-q'),
    heading(texts.title, texts.shortTitle, texts.keys, box),
    valueAxis(y, box, Math.round(height / 50)),
    marks,
    outcomeAxis(places, box, labels),
  ]);
}

/** In words: the outcome that adds most and the one that takes most away, of each direction. */
function describe(data: ContributionsData, { format, unit, lang }: FigureOptions): string {
  const said = finiteFigureWords[lang];
  const about = (direction: string, terms: ArrayLike<number>) => {
    let [most, least] = [0, 0];
    for (let i = 1; i < terms.length; i++) {
      if ((terms[i] as number) > (terms[most] as number)) most = i;
      if ((terms[i] as number) < (terms[least] as number)) least = i;
    }
    const name = (i: number) => said.outcome(nameOf(data.labels, i));
    const [adds = 0, takes = 0] = [terms[most], terms[least]];
    if (adds === 0 && takes === 0) return '';
    const taken = takes < 0 ? said.takesMost(name(least), format(takes), unit) : '';
    return said.addsMost(direction, name(most), format(adds), unit) + taken + said.end;
  };
  const both = [about('D(P‖Q)', data.forward), about('D(Q‖P)', data.reverse)].filter(Boolean);
  return [said.contributionsAre, ...(both.length > 0 ? both : [said.allZero])].join(' ');
}

/**
 * What each outcome adds to D(P‖Q) and, beside it, to D(Q‖P): above 0 what adds, below what takes away. A contribution of ∞ is
 * a bar that leaves the drawing with an arrow; the others keep a scale of their own.
 */
export function contributions(data: ContributionsData, options: FigureOptions): TemplateResult {
  const said = finiteFigureWords[options.lang];
  return drawn(
    'contributions',
    HEIGHT,
    [
      { values: data.forward, look: () => 'p' },
      { values: data.reverse, look: () => 'q' },
    ],
    data,
    {
      title: said.contributions(options.unit),
      shortTitle: said.contributionsShort(options.unit),
      alternative: describe(data, options),
      keys: [
        { name: 'D(P‖Q)', mark: 'p' },
        { name: 'D(Q‖P)', mark: 'q', fill: FILLS.q as string },
      ],
    },
    options,
  );
}

/** The signed difference of both contributions, of each outcome: their sum is the asymmetry. */
export function asymmetries(data: ContributionsData, options: FigureOptions): TemplateResult {
  const { lang, unit, format } = options;
  const said = finiteFigureWords[lang];
  // The two are of opposite signs, so nothing cancels.
  const values = new Float64Array(data.forward.length);
  let widest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = (data.forward[i] as number) - (data.reverse[i] as number);
    values[i] = value;
    if (Math.abs(value) > Math.abs(values[widest] as number)) widest = i;
  }
  const amount = values[widest] ?? 0;
  const name = said.outcome(nameOf(data.labels, widest));
  const most = amount === 0 ? said.allZero : said.leansMost(name, format(amount), unit);
  return drawn(
    'asymmetries',
    ASYMMETRY_HEIGHT,
    [{ values, look: (value) => (value < 0 ? 'q' : 'p') }],
    data,
    {
      title: said.asymmetries(unit),
      shortTitle: said.asymmetriesShort(unit),
      alternative: `${said.asymmetriesAre} ${most}`,
      keys: [
        { name: said.toForward, mark: 'p' },
        { name: said.toReverse, mark: 'q', fill: FILLS.q as string },
      ],
    },
    options,
  );
}
