import { type Distribution, logDensity, sample } from '../../core/index.ts';
import type { Curves } from '../../figures/index.ts';

const DRAWS = 400;
const SEED = 1; // the same draws each time, so that the picture moves with the parameters alone
const TAIL = 0.025; // of the draws at each side, which the margin makes up for
const MARGIN = 0.45; // of the width of the bulk
const DETAIL = 80; // steps of each grid; at 640 px no corner is seen
const POLE = 3; // times what nine tenths of the draws have: a density that ends so high has no upper end
const STEEP = 1.6; // times what three quarters of the draws have: there a pole is cut off

/** Where a distribution of one number has its mass, and how high its density is worth drawing. */
interface Bulk {
  from: number;
  to: number;
  /** Where the density ends in a step. */
  edges: readonly number[];
  top: number;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Between an outside and an inside point: the two doubles, nearly, between which the support begins. */
function edge(of: Distribution, outside: number, inside: number): [number, number] {
  const PARTS = 32;
  let [out, within] = [outside, inside];
  for (let round = 0; round < 6; round++) {
    const points = Array.from({ length: PARTS + 1 }, (_, i) => out + ((within - out) * i) / PARTS);
    const densities = logDensity(of, points);
    const first = densities.findIndex((density) => density > -Infinity);
    if (first <= 0) break;
    [out, within] = [points[first - 1] as number, points[first] as number];
  }
  return [out, within];
}

function bulkOf(of: Distribution): Bulk {
  const draws = sample(of, DRAWS, SEED).filter(Number.isFinite).sort();
  const densities = logDensity(of, draws).sort();
  const [low, high] = [quantile(draws, TAIL), quantile(draws, 1 - TAIL)];
  const width = high - low;
  const edges: number[] = [];
  const end = (inside: number, direction: 1 | -1) => {
    const far = inside + direction * MARGIN * width;
    if (!(width > 0) || !Number.isFinite(far)) return far;
    const [density = 0] = logDensity(of, [far]);
    if (density > -Infinity) return far;
    const [out, within] = edge(of, far, inside);
    edges.push(out, within);
    return within + direction * 0.06 * width;
  };
  const [from, to] = [end(low, -1), end(high, 1)];
  const steepest = Math.max(...logDensity(of, edges));
  const hasPole = steepest > quantile(densities, 0.9) + Math.log(POLE);
  const top = hasPole ? STEEP * Math.exp(quantile(densities, 0.75)) : Infinity;
  return { from, to, edges, top };
}

/** Of each distribution once: the panels keep one as long as its text is the same. */
const bulks = new WeakMap<Distribution, Bulk>();

function bulk(of: Distribution): Bulk {
  const known = bulks.get(of) ?? bulkOf(of);
  bulks.set(of, known);
  return known;
}

const highest = (logs: Float64Array) => Math.exp(Math.max(...logs));

const evenly = (from: number, to: number) =>
  Array.from({ length: DETAIL + 1 }, (_, i) => from + ((to - from) * i) / DETAIL);

/** The interval that shows both distributions. */
export function intervalOf(p: Distribution, q: Distribution): [number, number] {
  const [a, b] = [bulk(p), bulk(q)];
  return [Math.min(a.from, b.from), Math.max(a.to, b.to)];
}

/**
 * The densities of both where they have their mass, from draws: no family needs quantiles for it.
 *
 * @param interval what is shown, if not all: during a drag it stands still
 * @param marks further points of interest, such as the peaks of pointed densities
 */
export function curvesOf(
  p: Distribution,
  q: Distribution,
  interval: readonly [number, number] = intervalOf(p, q),
  marks: readonly number[] = [],
): Curves & Record<'x' | 'logP' | 'logQ', Float64Array> {
  const [from, to] = interval;
  const both = [bulk(p), bulk(q)] as const;
  const grids = both.map((own) => evenly(own.from, own.to));
  const all = [evenly(from, to), grids, both.map(({ edges }) => edges), marks].flat(2);
  const inside = all.filter((x) => x >= from && x <= to);
  const sorted = Float64Array.from(new Set(inside)).sort();
  const [logP, logQ] = [logDensity(p, sorted), logDensity(q, sorted)];
  // At a pole there is nothing to draw: its neighbours show it.
  const kept = sorted
    .map((_, i) => i)
    .filter((i) => Math.max(logP[i] ?? 0, logQ[i] ?? 0) < Infinity);
  const at = (values: Float64Array) => Float64Array.from(kept, (i) => values[i] as number);
  return {
    interval,
    x: at(sorted),
    logP: at(logP),
    logQ: at(logQ),
    top: Math.max(
      Math.min(both[0].top, highest(at(logP))),
      Math.min(both[1].top, highest(at(logQ))),
    ),
  };
}

/** The outcomes of two discrete distributions that are worth a bar, and their log masses. */
interface Masses {
  first: number;
  logP: Float64Array;
  logQ: Float64Array;
}

const MOST_OUTCOMES = 4000;

export function massesOf(p: Distribution, q: Distribution): Masses | undefined {
  const ends = [p, q].map((of) => {
    const draws = sample(of, DRAWS, SEED).filter(Number.isFinite).sort();
    const [low, high] = [quantile(draws, TAIL), quantile(draws, 1 - TAIL)];
    const margin = Math.max(1, Math.ceil(MARGIN * (high - low)));
    return [low - margin, high + margin] as const;
  });
  const from = Math.min(...ends.map(([low]) => low));
  const to = Math.max(...ends.map(([, high]) => high));
  if (!(to - from < MOST_OUTCOMES)) return undefined;
  const all = Float64Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const [logP, logQ] = [logDensity(p, all), logDensity(q, all)];
  // Outcomes that neither has, at the ends, are left out.
  const has = (i: number) => Math.max(logP[i] as number, logQ[i] as number) > -Infinity;
  const indices = all.map((_, i) => i).filter(has);
  const [start = 0, end = 0] = [indices[0], indices.at(-1)];
  return {
    first: from + start,
    logP: logP.slice(start, end + 1),
    logQ: logQ.slice(start, end + 1),
  };
}
