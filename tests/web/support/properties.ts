// Random distributions, and how properties are held against them.
import fc from 'fast-check';

/** As tests/cpp/support/random.h: a seed that never changes and a new one, or that of a failure to see again. */
const given = process.env.KL_SEED;
const fresh = Math.floor(Math.random() * 2 ** 31);
const seeds = given === undefined ? [1, fresh] : [Number(given)];
console.info(`KL_SEED=${seeds.at(-1)}`);

/** Holds for 500 values from each seed; a failure says which, and the least value it was found for. */
export function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  for (const seed of seeds) fc.assert(fc.property(arbitrary, property), { seed, numRuns: 500 });
}

/** Weights of P and of Q, equally many. */
export type Pair = [number[], number[]];

export const hasWeight = (x: number[]) => x.some((weight) => weight > 0);

const arrayOf = (weight: fc.Arbitrary<number>, length: number) =>
  fc.array(weight, { minLength: length, maxLength: length });

/** Small whole numbers, some of them 0. */
export const counts = (n: number) => arrayOf(fc.nat({ max: 1000 }), n).filter(hasWeight);
/** Whole numbers, none of them 0. */
export const positive = (n: number) => arrayOf(fc.integer({ min: 1, max: 1000 }), n);
/** Any size a weight may have. */
export const anySize = (n: number) =>
  arrayOf(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), n).filter(hasWeight);
/** Fractions of which each has all its digits. */
export const fractions = (n: number) => arrayOf(fc.double({ min: 0.001, max: 1, noNaN: true }), n);

export function pairOf(
  weights: (n: number) => fc.Arbitrary<number[]>,
  { min = 1, max = 40 } = {},
): fc.Arbitrary<Pair> {
  return fc.integer({ min, max }).chain((n) => fc.tuple(weights(n), weights(n)));
}

/** Q by any factor as near as 1e-15 to P. */
export const nearPair: fc.Arbitrary<Pair> = fc
  .tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 15 }))
  .chain(([n, digits]) =>
    fc
      .tuple(fractions(n), arrayOf(fc.double({ min: -1, max: 1, noNaN: true }), n))
      .map(([p, steps]): Pair => [p, p.map((x, i) => x * (1 + 10 ** -digits * (steps[i] ?? 0)))]),
  );

/** Everything above but weights of any size. */
export const ordinaryPair = fc.oneof(
  pairOf(counts),
  pairOf(positive, { min: 2 }),
  pairOf(fractions),
  nearPair,
);
