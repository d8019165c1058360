const NEAR = 0.3; // px: points closer than that are one

/** Tenths of a pixel: less is not seen, more is text to be written and read at every move. */
const tenths = (x: number) => Math.round(x * 10) / 10;

/** A line through points, without those that would not bend it. */
export function linePath(xs: readonly number[], ys: readonly number[]): string {
  let path = '';
  let [lastX, lastY] = [-Infinity, -Infinity];
  const last = xs.length - 1;
  for (let i = 0; i <= last; i++) {
    const x = tenths(xs[i] as number);
    const y = tenths(ys[i] as number);
    const isFlat = y === lastY && i < last && tenths(ys[i + 1] as number) === y;
    const isNear = i < last && Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR;
    if (isFlat || isNear) continue;
    path += `${path === '' ? 'M' : 'L'}${x},${y}`;
    lastX = x;
    lastY = y;
  }
  return path;
}

/** What is between such a line and a height, in pieces: where the line is at that height, there is nothing, nor an outline of it. */
export function areaPieces(xs: readonly number[], ys: readonly number[], base: number): string {
  const foot = tenths(base);
  let path = '';
  let isOpen = false;
  for (let i = 0; i < xs.length; i++) {
    const isFlat = ys[i] === base;
    if (isFlat && (!isOpen || i === xs.length - 1 || ys[i + 1] === base)) {
      if (isOpen) path += `L${tenths(xs[i] as number)},${foot}Z`;
      isOpen = false;
      // The next point may rise from here.
      if (i + 1 < xs.length && ys[i + 1] !== base) {
        path += `M${tenths(xs[i] as number)},${foot}`;
        isOpen = true;
      }
      continue;
    }
    if (!isOpen) path += `M${tenths(xs[i] as number)},${foot}`;
    isOpen = true;
    path += `L${tenths(xs[i] as number)},${tenths(ys[i] as number)}`;
  }
  return isOpen ? `${path}L${tenths(xs.at(-1) as number)},${foot}Z` : path;
}
