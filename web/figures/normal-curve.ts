import { range } from 'd3-array';

/** A normal distribution as the figure needs it: mean and standard deviation. */
export interface NormalCurve {
  loc: number;
  scale: number;
}

const REACH = 4; // standard deviations: beyond it a density is below 1/2000 of its peak
const DETAIL = 80; // steps of each grid; at 640 px no corner is seen

/** The interval that shows both distributions. */
export function span(curves: readonly NormalCurve[]): [number, number] {
  return [
    Math.min(...curves.map(({ loc, scale }) => loc - REACH * scale)),
    Math.max(...curves.map(({ loc, scale }) => loc + REACH * scale)),
  ];
}

/** Where to evaluate: evenly over the interval, and evenly over each curve, however narrow. */
export function grid(curves: readonly NormalCurve[]): number[] {
  const [from, to] = span(curves);
  const even = (start: number, stop: number) =>
    range(DETAIL + 1).map((i) => start + ((stop - start) * i) / DETAIL);
  const own = curves.map(({ loc, scale }) => even(loc - REACH * scale, loc + REACH * scale));
  return [...even(from, to), ...own.flat()].sort((a, b) => a - b);
}

/** For drawing only; no number shown is computed from it. */
export function density(x: number, { loc, scale }: NormalCurve): number {
  const z = (x - loc) / scale;
  return Math.exp(-0.5 * z * z) / (scale * Math.sqrt(2 * Math.PI));
}

/** p(x) log(p(x)/q(x)) in nats, whose area is D(P‖Q). For drawing only. */
export function integrand(x: number, p: NormalCurve, q: NormalCurve): number {
  const zp = (x - p.loc) / p.scale;
  const zq = (x - q.loc) / q.scale;
  const logRatio = Math.log(q.scale / p.scale) + 0.5 * (zq - zp) * (zq + zp);
  const mass = density(x, p);
  return mass === 0 ? 0 : mass * logRatio; // 0 · ∞ far outside P adds nothing
}
