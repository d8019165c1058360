import { range } from 'd3-array';

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

/** Whether both curves have finite heights over an interval that doubles can divide. */
export function drawable({ p, q }: Normals, [from, to]: readonly [number, number]): boolean {
  const finest = Math.min(p.scale, q.scale);
  const grain = Number.EPSILON * Math.max(Math.abs(from), Math.abs(to));
  return Number.isFinite(to - from) && finest > 64 * grain && finest > FINEST;
}

/** For drawing only; no number shown is computed from it. */
export function density(x: number, { loc, scale }: NormalCurve): number {
  const z = (x - loc) / scale;
  return Math.exp(-0.5 * z * z) / (scale * Math.sqrt(2 * Math.PI));
}

/** log(p(x)/q(x)) in nats. For drawing only. */
export function logRatio(x: number, { p, q }: Normals): number {
  const zp = (x - p.loc) / p.scale;
  const zq = (x - q.loc) / q.scale;
  return Math.log(q.scale / p.scale) + 0.5 * (zq - zp) * (zq + zp);
}

/** p(x) log(p(x)/q(x)) in nats, whose area is D(P‖Q). For drawing only. */
export function integrand(x: number, normals: Normals): number {
  const mass = density(x, normals.p);
  return mass === 0 ? 0 : mass * logRatio(x, normals); // 0 · ∞ far outside P adds nothing
}
