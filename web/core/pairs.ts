import type { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import { alignByLabel, type Outcomes } from './named.ts';

/** Numbers, one an outcome: an array or any typed array of numbers. */
export type Vector = ArrayLike<number>;

type Name = 'p' | 'q' | 'x' | 'values';

/** As messages call it. */
const titleOf = (name: Name) => (name === 'values' ? name : name.toUpperCase());

function isNumericArray(x: Vector): x is Float64Array {
  return ArrayBuffer.isView(x) && (x.length === 0 || typeof x[0] === 'number');
}

function requireVector(x: unknown, name: Name): asserts x is Vector {
  const isVector =
    typeof x === 'object' &&
    x !== null &&
    Number.isInteger((x as Vector).length) &&
    (x as Vector).length >= 0;
  if (isVector) return;
  throw new DivergenceError(
    'not-an-array',
    `${titleOf(name)} is ${x === null ? 'null' : typeof x}: it must be an array of numbers.`,
    { argument: name },
  );
}

/** Writes x to `target` from `at` on. Text is not taken for a number, and a hole is none. */
function copyChecked(x: Vector, name: Name, target: Float64Array, at: number): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    if (typeof value !== 'number') {
      throw new DivergenceError(
        'not-a-number',
        `${titleOf(name)}[${i}] is ${typeof value === 'string' ? `"${value}"` : String(value)} ` +
          `(${typeof value}): every outcome needs a number.`,
        { argument: name, index: i },
      );
    }
    target[at + i] = value;
  }
}

/** A few numbers are copied sooner one by one than by a call of `set`. */
function copyNumbers(x: Float64Array, target: Float64Array, at: number): void {
  const n = x.length;
  if (n > 8) target.set(x, at);
  else for (let i = 0; i < n; i++) target[at + i] = x[i] as number;
}

function copy(x: Vector, name: Name, target: Float64Array, at: number): void {
  if (isNumericArray(x)) copyNumbers(x, target, at);
  else copyChecked(x, name, target, at);
}

/** As a typed array: a copy unless it is one. Nothing can go wrong any more while C++ reads it. */
export function numbersOf(x: Vector, name: Name): Float64Array {
  requireVector(x, name);
  if (isNumericArray(x)) return x;
  const numbers = new Float64Array(x.length);
  copyChecked(x, name, numbers, 0);
  return numbers;
}

/**
 * Makes P and Q readable for C++, and returns their length: up to a chunk by copying them into the arenas, beyond that
 * by a function that copies a chunk whenever C++ asks for one. Of named outcomes, one that only the other distribution
 * has gets the number `missing`.
 */
export function offerPairs(engine: Engine, p: Outcomes, q: Outcomes, missing = 0): number {
  const named = alignByLabel(p, q, missing);
  engine.labels = named?.labels;
  return named ? offerVectors(engine, named.p, named.q) : offerVectors(engine, p, q);
}

function requireSameLength(n: number, qLength: number): void {
  if (n === qLength) return;
  throw new DivergenceError(
    'lengths-differ',
    `P has ${n} outcomes but Q has ${qLength}: both must describe the same outcomes.`,
    { argument: 'q', index: Math.min(n, qLength), value: qLength, expected: n },
  );
}

/** The same of floats, which stay floats: they lie where the arenas begin. */
export function offerFloats(engine: Engine, p: Float32Array, q: Float32Array): number {
  const n = p.length;
  requireSameLength(n, q.length);
  const read = (offset: number, length: number) => {
    engine.floats.set(p.subarray(offset, offset + length), 2 * engine.pArena);
    engine.floats.set(q.subarray(offset, offset + length), 2 * engine.qArena);
  };
  if (n <= engine.chunk) read(0, n);
  else engine.calls.readChunk = read;
  return n;
}

function offerVectors(engine: Engine, p: Outcomes, q: Outcomes): number {
  requireVector(p, 'p');
  requireVector(q, 'q');
  const n = p.length;
  requireSameLength(n, q.length);
  if (n <= engine.chunk) {
    copy(p, 'p', engine.memory, engine.pArena);
    copy(q, 'q', engine.memory, engine.qArena);
    return n;
  }
  const pNumbers = numbersOf(p, 'p');
  const qNumbers = numbersOf(q, 'q');
  engine.calls.readChunk = (offset, length) => {
    engine.memory.set(pNumbers.subarray(offset, offset + length), engine.pArena);
    engine.memory.set(qNumbers.subarray(offset, offset + length), engine.qArena);
  };
  return n;
}
