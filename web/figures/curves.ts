/** Two densities over one number, at ascending points. */
export interface Curves {
  /** What is shown of the line. */
  interval: readonly [number, number];
  /** None where no screen can show both together. */
  x: ArrayLike<number>;
  /** Logarithms of the densities, in nats; −Infinity outside the support. */
  logP: ArrayLike<number>;
  logQ: ArrayLike<number>;
  /** log(p/q), where it is known without the cancellation in logP − logQ. */
  logRatio?: ArrayLike<number>;
  /** The height to be shown: that of the higher peak; poles go beyond. */
  top: number;
}

/** What is narrower, doubles between these two cannot divide into pixels. */
export const grain = (from: number, to: number): number =>
  64 * Number.EPSILON * Math.max(Math.abs(from), Math.abs(to));

export function isDrawable({ interval: [from, to], x, top }: Curves): boolean {
  return (
    Number.isFinite(to - from) &&
    to - from > grain(from, to) &&
    Number.isFinite(top) &&
    x.length > 1
  );
}

/** p log(p/q) in nats: 0 where p is 0, Infinity where q alone is. */
function contribution(logDensity: number, logRatio: number): number {
  const density = Math.exp(logDensity);
  return density === 0 ? 0 : density * logRatio;
}

/** What every point adds to D(P‖Q), to D(Q‖P), and to their difference, in nats. For drawing only. */
export function contributionsOf({
  logP,
  logQ,
  logRatio,
}: Pick<Curves, 'logP' | 'logQ' | 'logRatio'>): Record<
  'forward' | 'reverse' | 'asymmetry',
  number[]
> {
  const ratios = Array.from(logP, (log, i) => logRatio?.[i] ?? log - (logQ[i] as number));
  const forward = ratios.map((ratio, i) => contribution(logP[i] as number, ratio));
  const reverse = ratios.map((ratio, i) => contribution(logQ[i] as number, -ratio));
  const asymmetry = forward.map((value, i) =>
    value === reverse[i] ? 0 : value - (reverse[i] as number),
  );
  return { forward, reverse, asymmetry };
}
