// Rows: one value each, the bits of the call for that row alone.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  initSync,
  jeffreysDivergence,
  klDivergence,
  mean,
  type Options,
} from '../../web/core/index.ts';
import { failure } from './support/core.ts';

beforeAll(initSync);

const chunk = 4096;

/** In (0, 1), by a linear congruential generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Rows of probabilities; here and there a row has zeros, tiny weights, or is that of `near` but for a little. */
function probabilities(rows: number, columns: number, seed: number, near?: Float64Array) {
  const random = generator(seed);
  const x = new Float64Array(rows * columns);
  for (let start = 0; start < x.length; start += columns) {
    const kind = Math.floor(random() * 6);
    const row = x.subarray(start, start + columns);
    for (let i = 0; i < columns; i++) {
      row[i] = random();
      if (kind === 0 && i > 0 && random() < 0.3) row[i] = 0;
      if (kind === 1 && i > 0) row[i] = 1e-300 * random();
      if (kind === 2 && near) row[i] = (near[start + i] as number) * (1 + 1e-9 * random());
    }
    const sum = row.reduce((a, b) => a + b, 0);
    for (let i = 0; i < columns; i++) row[i] = (row[i] as number) / sum;
  }
  return x;
}

function one(measure: typeof klDivergence, p: Float64Array, q: Float64Array, options: Options) {
  return measure(p, q, options) as number;
}

function expectRowsAsAlone(p: Float64Array, q: Float64Array, columns: number, options: Options) {
  const values = klDivergence(p, q, { ...options, columns });
  expect(values).toHaveLength(p.length / columns);
  values.forEach((value, row) => {
    const of = (x: Float64Array) =>
      x.length === columns ? x : x.subarray(row * columns, (row + 1) * columns);
    const alone = one(klDivergence, of(p), of(q), options);
    if (value !== alone) expect.fail(`row ${row} of ${columns}: ${value}, alone ${alone}`);
  });
}

const someOptions: Options[] = [
  {},
  { base: 2 },
  { form: 'weights' },
  { normalize: false },
  { form: 'logits' },
];

describe('a row has the bits that it has alone', () => {
  const widths = Array.from({ length: 40 }, (_, i) => i + 1);
  it.each([...widths, 63, 64, 65, 1000, chunk, chunk + 1])('with %d columns', (columns) => {
    const rows = columns < 100 ? 211 : 5;
    const p = probabilities(rows, columns, columns);
    const q = probabilities(rows, columns, 2 * columns + 1, p);
    for (const options of someOptions) {
      expectRowsAsAlone(p, q, columns, options);
      expectRowsAsAlone(p, q.slice(0, columns), columns, options);
      expectRowsAsAlone(p.slice(0, columns), q.slice(0, columns), columns, options);
    }
  });

  it('for more rows than the memory holds at once', () => {
    const p = probabilities(20_000, 3, 1);
    const q = probabilities(20_000, 3, 2, p);
    expectRowsAsAlone(p, q, 3, {});
    expectRowsAsAlone(p, q.slice(0, 3), 3, {});
  });

  it('for another measure too', () => {
    const p = probabilities(3000, 7, 3);
    const q = probabilities(1, 7, 4);
    jeffreysDivergence(p, q, { columns: 7 }).forEach((value, row) => {
      expect(value).toBe(jeffreysDivergence(p.slice(7 * row, 7 * row + 7), q));
    });
  });

  it('as arrays and as floats', () => {
    const p = probabilities(50, 4, 5).map(Math.fround);
    const q = probabilities(50, 4, 6).map(Math.fround);
    const want = klDivergence(p, q, { columns: 4 });
    expect(klDivergence([...p], [...q], { columns: 4 })).toEqual(want);
    expect(klDivergence(Float32Array.from(p), Float32Array.from(q), { columns: 4 })).toEqual(want);
  });
});

describe('an invalid row is named', () => {
  it.each([0, 1, 408, 409, 410, 2999])('row %d', (row) => {
    const columns = 10;
    const of = (seed: number) => probabilities(3000, columns, seed);
    const [p, q] = [of(1), of(2)];
    const negative = p.slice();
    negative[row * columns + 3] = -1;
    expect(failure(() => klDivergence(negative, q, { columns }))).toMatchObject({
      code: 'negative',
      argument: 'p',
      row,
      index: 3,
    });
    const notANumber = q.slice();
    notANumber[row * columns + 9] = Number.NaN;
    expect(failure(() => klDivergence(p, notANumber, { columns }))).toMatchObject({
      code: 'not-finite',
      argument: 'q',
      row,
      index: 9,
    });
    const sumOff = p.slice();
    sumOff[row * columns] = 2;
    expect(failure(() => klDivergence(sumOff, q, { columns }))).toMatchObject({
      code: 'sum-is-not-one',
      argument: 'p',
      row,
    });
  });

  it('and a base that is none is the fault of no row', () => {
    const p = probabilities(5, 3, 1);
    const error = failure(() => klDivergence(p, p, { columns: 3, base: 1 }));
    expect(error).toMatchObject({ code: 'base-not-usable', argument: 'base' });
    expect(error.row).toBeUndefined();
  });
});

describe('their mean', () => {
  it('is that of all of them', () => {
    expect(mean([0.25, 0.5, 2.25])).toBe(1);
    expect(mean([1, Infinity])).toBe(Infinity);
  });

  it.each([
    [[], 'empty', /^values has no numbers/],
    [['1'], 'not-a-number', /^values\[0\] is "1" \(string\)/],
    [null, 'not-an-array', /^values is null/],
  ])('refuses %j by its name', (values, code, message) => {
    const error = failure(() => mean(values as unknown as number[]));
    expect(error).toMatchObject({ code, argument: 'values' });
    expect(error.message).toMatch(message);
  });
});
