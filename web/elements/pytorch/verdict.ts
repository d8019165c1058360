import {
  type Comparison,
  generalizedKlDivergence,
  jensenShannonDistance,
} from '../../core/index.ts';
import type { Call } from './calls.ts';
import { type Batch, sizeOf } from './form.ts';
import type { Tensors } from './tensors.ts';

/** What a returned number is, seen from D(P‖Q). */
export type Verdict =
  | { is: 'forward' | 'reverse' | 'chance' | 'terms' | 'rounding' | 'nan' | 'wronglyInfinite' }
  | { is: 'wronglyFinite' | 'negative' | 'distance' | 'generalized' | 'none' | 'lost' }
  | { is: 'divided' | 'multiplied'; by: number }
  | { is: 'broadcast'; by: number; over: number };

/** The numbers of the module that a call's are held against, in nats. */
interface Yardstick {
  forward: number;
  reverse: number;
  rows: number;
  columns: number;
  /** Of the terms that the divergence is added up from: their rounding is a part of this. */
  size: number;
  /** What the weights of P add up to. */
  total: number | undefined;
  distance: number | undefined;
  generalized: number | undefined;
}

/** Numbers that agree so far are the same, but for rounding: of doubles, and of single floats. */
const AGREEMENT = { double: 1e-9, single: 2e-5 };
/** Units of rounding, as a part of the terms' size, that a sum may be off by. */
const NOISE = { double: 2 ** -49, single: 2 ** -20 };

export function yardstick(batch: Batch, nats: Comparison): Yardstick {
  const { form, p, q } = batch;
  const { rows, columns } = sizeOf(batch);
  const finite = (x: number) => (Number.isFinite(x) ? x : 0);
  const [x, y] = [p[0] ?? [], q[0] ?? []];
  const isPlain = rows === 1 && (form === 'probabilities' || form === 'weights');
  return {
    forward: nats.forward.value,
    reverse: nats.reverse.value,
    rows,
    columns,
    size: finite(nats.crossEntropy.forward) + finite(nats.entropy.p) + 1,
    total: isPlain ? x.reduce((sum, weight) => sum + weight, 0) : undefined,
    distance: isPlain ? jensenShannonDistance(x, y, { form }) : undefined,
    generalized: isPlain && form === 'weights' ? generalizedKlDivergence(x, y) : undefined,
  };
}

/** @param isRight whether the call is meant to return D(P‖Q); then its likeness is no chance */
export function judge(value: number, isRight: boolean, isSingle: boolean, of: Yardstick): Verdict {
  const kind = isSingle ? 'single' : 'double';
  const same = (wanted: number | undefined) =>
    wanted !== undefined &&
    (value === wanted ||
      (Number.isFinite(wanted) && Math.abs(value - wanted) <= AGREEMENT[kind] * Math.abs(wanted)));
  const { forward, reverse, rows, columns, total } = of;
  if (Number.isNaN(value)) return { is: 'nan' };
  if (same(forward)) return { is: isRight ? 'forward' : 'chance' };
  if (same(reverse) && !isRight) return { is: 'reverse' };
  if (value === Infinity) return { is: 'wronglyInfinite' };
  if (forward === Infinity && isRight) return { is: 'wronglyFinite' };
  if (same(forward / columns)) return { is: 'divided', by: columns };
  if (same(forward * rows)) return { is: 'multiplied', by: rows };
  if (same((forward * rows) / columns)) return { is: 'broadcast', by: rows, over: columns };
  if (total !== undefined && same(forward * total)) return { is: 'multiplied', by: total };
  if (same(of.distance)) return { is: 'distance' };
  if (same(of.generalized)) return { is: 'generalized' };
  if (Math.abs(value - forward) <= NOISE[kind] * of.size) {
    return { is: isRight ? 'rounding' : 'lost' };
  }
  return { is: value < 0 ? 'negative' : 'none' };
}

/** What a call returned, and what that is. */
export interface Judged {
  call: Call;
  /** Several are the elements that no reduction has put together. */
  values: ArrayLike<number>;
  verdict: Verdict;
  /** What the same returns in float32, if the digits shown tell. */
  single?: number;
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}

/** @param scale nats in one of what is returned */
function judgeAll(values: ArrayLike<number>, scale: number, call: Call, of: Yardstick): Verdict {
  const nats = total(values) * scale;
  if (values.length === 1) return judge(nats, call.isRight, call.isSingle ?? false, of);
  const { is } = judge(nats / of.rows, true, false, of);
  return { is: is === 'forward' || is === 'rounding' ? 'terms' : is === 'nan' ? 'nan' : 'none' };
}

/** float32 is shown beside for so many numbers: to compute all twice would take too long for a key press. */
const MOST_SINGLE = 2000;

/**
 * All calls, judged.
 *
 * @param scale nats in one of the unit, for calls that return the unit
 * @param shows how a number is shown, to see whether float32 is another
 */
export function judgeCalls(
  calls: readonly Call[],
  tensors: Record<'double' | 'single', Tensors>,
  of: Yardstick,
  scale: number,
  shows: (x: number) => string,
): Judged[] {
  return calls.map((call) => {
    const found = call.value(tensors.double);
    const values = typeof found === 'number' ? [found] : found;
    const judged = { call, values, verdict: judgeAll(values, call.inUnit ? scale : 1, call, of) };
    const isLong = of.rows * of.columns > MOST_SINGLE;
    if (call.library !== 'PyTorch' || values.length > 1 || isLong) return judged;
    const single = call.value(tensors.single) as number;
    return shows(single) === shows(found as number) ? judged : { ...judged, single };
  });
}
