import { counted, DivergenceError, type ErrorCode } from './errors.ts';

/** Where in the arguments something stands: as people read it, and as code does. */
export interface Place {
  readonly shown: string; // P, P.components[2].scale
  readonly argument: string; // p, p.components[2].scale
}

export const within = ({ shown, argument }: Place, name: string): Place => ({
  shown: `${shown}.${name}`,
  argument: `${argument}.${name}`,
});

/** An error of one sentence: `fact`, and the `rule` it breaks. `element`: which number of the parameter is at fault. */
export function fail(
  { shown, argument }: Place,
  code: ErrorCode,
  fact: string,
  rule: string,
  element?: number,
): never {
  throw new DivergenceError(code, `${shown} ${fact}: ${rule}.`, {
    argument,
    ...(element !== undefined && { index: element }),
  });
}

function isArrayLike(x: unknown): x is ArrayLike<unknown> {
  return typeof x === 'object' && x !== null && Number.isInteger((x as ArrayLike<unknown>).length);
}

/** What something is that was to be something else. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (isArrayLike(value)) return value.length > 0 ? 'an array' : 'an empty array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

export function numberAt(value: unknown, place: Place): number {
  if (typeof value === 'number') return value;
  const fact = `is ${shownValue(value)} (${typeof value})`;
  return fail(place, 'not-a-number', fact, 'a parameter must be a number');
}

/** Numbers of an array, of which `first` is the parameter's first, counted from 0. */
function numbersOf(array: ArrayLike<unknown>, place: Place, first = 0): number[] {
  return Array.from(array, (x, i) => {
    if (typeof x === 'number') return x;
    const at = { ...place, shown: `${place.shown}[${i}]` };
    const fact = `is ${shownValue(x)} (${typeof x})`;
    return fail(at, 'not-a-number', fact, 'every element must be a number', first + i);
  });
}

function requireArray(value: unknown, place: Place, what: string): ArrayLike<unknown> {
  if (isArrayLike(value) && value.length > 0) return value;
  return fail(place, 'shape-not-usable', `is ${shownValue(value)}`, `it must be ${what}`);
}

const needed = (dimension: number, what: number | string) =>
  `with ${counted(dimension, 'dimension')} it needs ${what}`;

/** A vector; of `dimension` numbers, if that is known by now and not 0. */
export function vectorAt(value: unknown, place: Place, dimension: number): number[] {
  const numbers = numbersOf(requireArray(value, place, 'an array of numbers'), place);
  if (dimension === 0 || numbers.length === dimension) return numbers;
  const fact = `has ${counted(numbers.length, 'number')}`;
  return fail(place, 'shape-not-usable', fact, needed(dimension, dimension));
}

function requireFlatLength(
  found: number,
  place: Place,
  rows: number,
  columns: number | undefined,
): void {
  const isRight = columns === undefined ? found % rows === 0 : found === rows * columns;
  if (isRight) return;
  const wanted = columns === undefined ? `a multiple of ${rows}` : rows * columns;
  fail(place, 'shape-not-usable', `has ${counted(found, 'number')}`, needed(rows, wanted));
}

/**
 * A matrix of `rows` rows, row by row: given as an array of rows, or as one of all its numbers. `columns`: how many there
 * must be, if that is known.
 */
export function matrixAt(
  value: unknown,
  place: Place,
  rows: number,
  columns: number | undefined,
): number[] {
  const array = requireArray(value, place, 'an array of rows of numbers');
  if (!isArrayLike(array[0])) {
    const numbers = numbersOf(array, place);
    requireFlatLength(numbers.length, place, rows, columns);
    return numbers;
  }
  if (array.length !== rows) {
    fail(place, 'shape-not-usable', `has ${counted(array.length, 'row')}`, needed(rows, rows));
  }
  const width = columns ?? array[0].length;
  return Array.from(array, (row, i) => {
    const at = { ...place, shown: `${place.shown}[${i}]` };
    const numbers = numbersOf(requireArray(row, at, 'a row of numbers'), at, i * width);
    if (numbers.length === width) return numbers;
    return fail(
      at,
      'shape-not-usable',
      `has ${counted(numbers.length, 'number')}`,
      `it needs ${width}`,
    );
  }).flat();
}

/** The distributions that another is made of; as many as there are `weights`, if it has those. */
export function componentsAt(value: unknown, place: Place, weights: number): readonly unknown[] {
  const array = Array.from(requireArray(value, place, 'an array of distributions'));
  if (weights === 0 || array.length === weights) return array;
  return fail(
    place,
    'shape-not-usable',
    `has ${counted(array.length, 'distribution')}`,
    `with ${counted(weights, 'weight')} it needs ${weights}`,
  );
}
