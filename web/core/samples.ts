import { DivergenceError } from './errors.ts';

/** What was observed: text, truth or numbers that stand for kinds. */
export type Observation = string | number | boolean;

/** How often each value occurs in two samples. */
export interface SampleCounts<T extends Observation = Observation> {
  /** All values of either sample: numbers in ascending order, others in the order in which they first occur. */
  values: T[];
  /** How often each of them occurs in x. */
  p: Float64Array;
  /** How often each of them occurs in y. */
  q: Float64Array;
}

type Wide<T> = T extends string ? string : T extends number ? number : boolean;

function requireObservations(x: unknown, name: 'x' | 'y'): asserts x is ArrayLike<Observation> {
  const isList =
    typeof x === 'object' && x !== null && Number.isInteger((x as Observation[]).length);
  if (!isList) {
    throw new DivergenceError(
      'not-an-array',
      `${name} is ${x === null ? 'null' : typeof x}: it must be an array of observations.`,
      { argument: name },
    );
  }
  if ((x as Observation[]).length === 0) {
    throw new DivergenceError(
      'empty',
      `${name} is empty: a sample needs at least one observation.`,
      {
        argument: name,
      },
    );
  }
}

function countInto(
  counts: Map<Observation, [number, number]>,
  x: ArrayLike<Observation>,
  name: 'x' | 'y',
  type: string,
): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as Observation;
    if (typeof value !== type || Number.isNaN(value)) {
      throw new DivergenceError(
        'observations-differ',
        `${name}[${i}] is ${typeof value === 'string' ? JSON.stringify(value) : String(value)} ` +
          `(${typeof value}): all observations must be text, all numbers, or all true or false.`,
        { argument: name, index: i },
      );
    }
    let pair = counts.get(value);
    if (pair === undefined) {
      pair = [0, 0];
      counts.set(value, pair);
    }
    pair[name === 'x' ? 0 : 1]++;
  }
}

/**
 * Two samples as counts over the values that occur in either, for `klDivergence(p, q, { form: 'weights' })` and its
 * like, or for `smooth`.
 *
 * Shape    x, y: one observation an entry; they need not be equally long
 * Edges    0 and −0 are one value; 1 and '1' never meet: all observations must be of one type
 * Throws   DivergenceError: empty, not-an-array, observations-differ (NaN too)
 */
export function fromSamples<T extends Observation>(
  x: ArrayLike<T>,
  y: ArrayLike<T>,
): SampleCounts<Wide<T>> {
  requireObservations(x, 'x');
  requireObservations(y, 'y');
  const type = ['string', 'number', 'boolean'].find((name) => name === typeof x[0]) ?? 'number';
  const counts = new Map<Observation, [number, number]>();
  countInto(counts, x, 'x', type);
  countInto(counts, y, 'y', type);
  const entries = [...counts];
  if (type === 'number') entries.sort(([a], [b]) => (a as number) - (b as number));
  return {
    values: entries.map(([value]) => value) as Wide<T>[],
    p: Float64Array.from(entries, ([, [count]]) => count),
    q: Float64Array.from(entries, ([, [, count]]) => count),
  };
}
