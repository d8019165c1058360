const round = (pixels: number) => Math.round(pixels * 10) / 10;

/** A line through points, in tenths of pixels. */
export function linePath(xs: readonly number[], ys: readonly number[]): string {
  let path = '';
  for (let i = 0; i < xs.length; i++) {
    path += `${i === 0 ? 'M' : 'L'}${round(xs[i] as number)},${round(ys[i] as number)}`;
  }
  return path;
}

/** The area between such a line and a horizontal one: where both are the same, it takes no points. */
export function areaPath(xs: readonly number[], ys: readonly number[], base: number): string {
  const foot = round(base);
  let path = '';
  let isOpen = false;
  for (let i = 0; i < xs.length; i++) {
    const isFlat = ys[i] === base;
    if (isFlat && (!isOpen || i === xs.length - 1 || ys[i + 1] === base)) {
      if (isOpen) path += `L${round(xs[i] as number)},${foot}Z`;
      isOpen = false;
      // The next point may rise from here.
      if (i + 1 < xs.length && ys[i + 1] !== base) {
        path += `M${round(xs[i] as number)},${foot}`;
        isOpen = true;
      }
      continue;
    }
    if (!isOpen) path += `M${round(xs[i] as number)},${foot}`;
    isOpen = true;
    path += `L${round(xs[i] as number)},${round(ys[i] as number)}`;
  }
  return isOpen ? `${path}L${round(xs.at(-1) as number)},${foot}Z` : path;
}
