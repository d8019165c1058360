import { range } from 'd3-array';
import { type Curves, grain } from './curves.ts';

/** A normal distribution as the figure needs it: mean and standard deviation. */
export interface NormalCurve {
  loc: number;
  scale: number;
}

/** Two normal distributions. */
export interface Normals {
  p: NormalCurve;
  q: NormalCurve;
}

const REACH = 4; // standard deviations: beyond it a density is below 1/2000 of its peak
const DETAIL = 56; // steps of each grid; at 640 px no corner is seen
const FINEST = 1e-290; // standard deviation; below it a density is above the largest double

/** The interval that shows both distributions. */
export function span({ p, q }: Normals): [number, number] {
  const ends = (sign: 1 | -1) => [p, q].map(({ loc, scale }) => loc + sign * REACH * scale);
  return [Math.min(...ends(-1)), Math.max(...ends(1))];
}

/** Where to evaluate inside an interval: evenly over it, and evenly over each curve, however narrow. */
export function grid({ p, q }: Normals, [from, to]: readonly [number, number]): number[] {
  const even = (start: number, stop: number) =>
    range(DETAIL + 1).map((i) => start + ((stop - start) * i) / DETAIL);
  const own = [p, q].map(({ loc, scale }) => even(loc - REACH * scale, loc + REACH * scale));
  return [...even(from, to), ...own.flat()]
    .filter((x) => x >= from && x <= to)
    .sort((a, b) => a - b);
}

/** For drawing only; no number shown is computed from it. */
export function logDensity(x: number, { loc, scale }: NormalCurve): number {
  const z = (x - loc) / scale;
  return -0.5 * z * z - Math.log(scale * Math.sqrt(2 * Math.PI));
}

/** log(p(x)/q(x)) in nats. For drawing only. */
function logRatio(x: number, { p, q }: Normals): number {
  const zp = (x - p.loc) / p.scale;
  const zq = (x - q.loc) / q.scale;
  return Math.log(q.scale / p.scale) + 0.5 * (zq - zp) * (zq + zp);
}

/**
 * The densities of both, without points where doubles cannot tell those of the narrower one apart.
 *
 * @param axes the distributions that the axis is made for: during a drag those at its start, so that it stands still
 */
export function normalCurves(normals: Normals, axes = normals): Curves {
  const { p, q } = normals;
  const interval = span(axes);
  const finest = Math.min(p.scale, q.scale);
  const isFine = finest > grain(...interval) && finest > FINEST;
  const x = isFine && Number.isFinite(interval[1] - interval[0]) ? grid(normals, interval) : [];
  return {
    interval,
    x,
    logP: x.map((t) => logDensity(t, p)),
    logQ: x.map((t) => logDensity(t, q)),
    logRatio: x.map((t) => logRatio(t, normals)),
    top: Math.exp(Math.max(logDensity(p.loc, p), logDensity(q.loc, q))),
  };
}
