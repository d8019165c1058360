import type { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import { requireEngine } from './load.ts';
import type { Reading } from './options.ts';
import { numbersOf, offerPairs, type Vector } from './pairs.ts';

function requireRows(p: Float64Array, q: Float64Array, columns: number): void {
  for (const [name, x] of [
    ['p', p],
    ['q', q],
  ] as const) {
    if (x.length % columns === 0 && x.length > 0) continue;
    throw new DivergenceError(
      'lengths-differ',
      `${name.toUpperCase()} has ${x.length} numbers: rows of ${columns} columns need a multiple of ${columns}, and at least one row.`,
      { argument: name },
    );
  }
  if (q.length === p.length || q.length === columns) return;
  throw new DivergenceError(
    'lengths-differ',
    `P has ${p.length / columns} rows but Q has ${q.length / columns}: Q needs as many, or one for all.`,
    { argument: 'q' },
  );
}

/** Writes x to `target` from `at` on, `times` times. */
function repeat(target: Float64Array, x: Float64Array, at: number, times: number): void {
  target.set(x, at);
  const all = x.length * times;
  for (let done = x.length; done < all; done *= 2) {
    target.copyWithin(at + done, at, at + Math.min(done, all - done));
  }
}

/**
 * One value a row. Short rows go through the arenas as many as fit, and C++ walks over them; a row longer than an arena
 * is streamed as any long array is.
 */
export function measureRows(
  engine: Engine,
  which: number,
  pRows: Vector,
  qRows: Vector,
  { form, normalization, base, alpha }: Readonly<Reading>,
  columns: number,
): Float64Array {
  const p = numbersOf(pRows, 'p');
  const q = pRows === qRows ? p : numbersOf(qRows, 'q');
  requireRows(p, q, columns);
  engine.labels = undefined;
  const rows = p.length / columns;
  const shared = q.length === columns && rows > 1;
  const values = new Float64Array(rows);
  if (columns > engine.chunk) {
    for (let row = 0; row < rows; row++) {
      const [start, end] = [row * columns, (row + 1) * columns];
      const n = offerPairs(engine, p.subarray(start, end), shared ? q : q.subarray(start, end));
      const found = engine.calls._measure(which, n, form, normalization, base, alpha) !== 0;
      engine.release();
      if (!found) throw engine.problem(row);
      values[row] = engine.figure(0);
    }
    return values;
  }
  const batch = Math.floor(engine.chunk / columns);
  if (shared) repeat(engine.memory, q, engine.qArena, Math.min(batch, rows));
  for (let first = 0; first < rows; first += batch) {
    const count = Math.min(batch, rows - first);
    const [start, end] = [first * columns, (first + count) * columns];
    engine.memory.set(p.subarray(start, end), engine.pArena);
    if (!shared) engine.memory.set(q.subarray(start, end), engine.qArena);
    const done = engine.calls._measureRows(which, count, columns, form, normalization, base, alpha);
    if (done < count) throw engine.problem(first + done);
    values.set(engine.memory.subarray(engine.pArena, engine.pArena + count), first);
  }
  return values;
}

/**
 * The mean of numbers, such as the values of rows: with it, `mean(klDivergence(p, q, {columns, form: 'logits'}))` is
 * what PyTorch's users write as kl_divergence(Categorical(p), Categorical(q)).mean().
 *
 * Shape    values: n ≥ 1 numbers
 * Edges    Infinity if one of them is; NaN never, unless one is
 * Throws   DivergenceError: empty, not-an-array, not-a-number
 */
export function mean(values: Vector): number {
  const engine = requireEngine();
  const numbers = numbersOf(values, 'values');
  if (numbers.length === 0) {
    throw new DivergenceError('empty', 'values has no numbers: a mean needs at least one.', {
      argument: 'values',
    });
  }
  const result = engine.calls._meanOfNumbers(offerPairs(engine, numbers, numbers));
  engine.release();
  return result;
}
