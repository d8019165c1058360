import { DivergenceError } from './errors.ts';

/** Outcomes by name: an object's own properties, or a Map from text to numbers. */
export type NamedOutcomes = { readonly [label: string]: number } | ReadonlyMap<string, number>;

/** Numbers by place or by name: P and Q must both be one or both the other. */
export type Outcomes = ArrayLike<number> | NamedOutcomes;

type Name = 'p' | 'q';

/** P and Q over the same outcomes: P's in their order, then those that only Q has. */
export interface Aligned {
  labels: string[];
  p: Float64Array;
  q: Float64Array;
}

/** What an object made by `{…}`, JSON.parse or Object.create(null) is, in any realm. */
function isPlain(x: object): boolean {
  const prototype = Object.getPrototypeOf(x);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a plain object means to be a list: `{ length: 2, 0: 0.4, 1: 0.6 }`, but not `{ length: 2, width: 3 }`. */
function isList(x: object): boolean {
  return (
    Object.hasOwn(x, 'length') &&
    Object.keys(x).every((key) => key === 'length' || /^(0|[1-9]\d*)$/.test(key))
  );
}

export function isNamed(x: unknown): x is NamedOutcomes {
  if (typeof x !== 'object' || x === null || Array.isArray(x) || ArrayBuffer.isView(x)) {
    return false;
  }
  return x instanceof Map || (isPlain(x) && !isList(x));
}

/** Text for messages and findings: `P["snow"]`. */
export function placeOf(name: Name, label: string): string {
  return `${name.toUpperCase()}[${JSON.stringify(label)}]`;
}

/** What is there by name, checked. A Map, for which no name is special: an object has `__proto__` and `constructor`. */
function entriesOf(x: NamedOutcomes, name: Name): Map<string, number> {
  const entries: Iterable<[unknown, unknown]> = x instanceof Map ? x : Object.entries(x);
  const numbers = new Map<string, number>();
  for (const [label, value] of entries) {
    if (typeof label !== 'string') {
      throw new DivergenceError(
        'not-a-label',
        `${name.toUpperCase()} has the key ${String(label)} (${typeof label}): outcomes are named by text.`,
        { argument: name },
      );
    }
    if (typeof value !== 'number') {
      throw new DivergenceError(
        'not-a-number',
        `${placeOf(name, label)} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)} ` +
          `(${typeof value}): every outcome needs a number.`,
        { argument: name, index: numbers.size, label },
      );
    }
    numbers.set(label, value);
  }
  return numbers;
}

/** P and Q by name, an outcome that one of them lacks being `missing` there; nothing if neither is named. */
export function alignByLabel(p: unknown, q: unknown, missing = 0): Aligned | undefined {
  if (!isNamed(p) && !isNamed(q)) return undefined;
  if (!isNamed(p) || !isNamed(q)) {
    const [named, other] = isNamed(p) ? ['P', 'Q'] : ['Q', 'P'];
    throw new DivergenceError(
      'kinds-differ',
      `${named} names its outcomes but ${other} does not: ` +
        'both must be arrays of numbers, or both objects or Maps of named numbers.',
      { argument: other.toLowerCase() },
    );
  }
  const pNumbers = entriesOf(p, 'p');
  const qNumbers = p === q ? pNumbers : entriesOf(q, 'q');
  const labels = [...new Set([...pNumbers.keys(), ...qNumbers.keys()])];
  const numbersOf = (numbers: Map<string, number>) =>
    Float64Array.from(labels, (label) => numbers.get(label) ?? missing);
  return { labels, p: numbersOf(pNumbers), q: numbersOf(qNumbers) };
}
