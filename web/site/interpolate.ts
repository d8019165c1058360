/**
 * In place of d3-interpolate, of which the figures' scales need the numbers: the original also interpolates colours, dates, CSS
 * transforms and objects, 8 KB that nobody would use.
 */
export function interpolateNumber(a: number, b: number): (t: number) => number {
  return (t) => a * (1 - t) + b * t;
}

export function interpolateRound(a: number, b: number): (t: number) => number {
  return (t) => Math.round(a * (1 - t) + b * t);
}

export const interpolate = interpolateNumber;

/** Of diverging scales, which there are none of here. */
export function piecewise(): never {
  throw new TypeError('web/site/interpolate.ts interpolates two numbers');
}
