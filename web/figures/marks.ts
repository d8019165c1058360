/** Places in a figure, in pixels. */
type Points = readonly (readonly [number, number])[];

/** One path of a disc at each. */
export function discs(points: Points, radius: number): string {
  const round = `a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0`;
  return points.map(([x, y]) => `M${(x - radius).toFixed(1)},${y.toFixed(1)}${round}`).join('');
}

/** One path of a cross at each. */
export function crosses(points: Points, half: number): string {
  const strokes = `l${2 * half},${2 * half}m0,${-2 * half}l${-2 * half},${2 * half}`;
  return points
    .map(([x, y]) => `M${(x - half).toFixed(1)},${(y - half).toFixed(1)}${strokes}`)
    .join('');
}
