// Two Float32Arrays are read as floats; the same numbers as doubles say what is right.
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync, klDivergence, type Options } from '../../web/core/index.ts';
import { requireEngine } from '../../web/core/load.ts';
import { failure } from './support/core.ts';

beforeAll(initSync);

const chunk = 4096;

function floats(n: number, seed: number, total = 1): Float32Array {
  let state = seed;
  const x = Float64Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  });
  const sum = x.reduce((a, b) => a + b, 0);
  return Float32Array.from(x, (weight) => (total * weight) / sum);
}

/** Of the same numbers, as doubles. */
function widened(p: Float32Array, q: Float32Array, options?: Options): number {
  return klDivergence(Float64Array.from(p), Float64Array.from(q), options);
}

function expectAsDoubles(p: Float32Array, q: Float32Array, options?: Options): void {
  const want = widened(p, q, options);
  const got = klDivergence(p, q, options);
  if (!(Math.abs(got - want) <= 3e-7 * Math.abs(want))) {
    expect.fail(`${p.length} floats, ${JSON.stringify(options)}: ${got}, as doubles ${want}`);
  }
}

const someOptions: (Options | undefined)[] = [
  undefined,
  { base: 2 },
  { form: 'weights', base: 10 },
  { normalize: true },
  { normalize: false },
];

it('any number of floats has the divergence of the same doubles', () => {
  for (let n = 1; n <= 5000; n += n < 300 ? 1 : 61) {
    const [p, q] = [floats(n, n), floats(n, n + 7)];
    expectAsDoubles(p, q, someOptions[n % someOptions.length]);
  }
  for (const n of [chunk - 1, chunk, chunk + 1, 2 * chunk, 1_000_000]) {
    const [p, q] = [floats(n, 1), floats(n, 2)];
    for (const options of someOptions) expectAsDoubles(p, q, options);
  }
});

it('weights may have any sums, and be near each other', () => {
  for (const n of [3, 300, 10_000]) {
    const p = floats(n, 1, n);
    expectAsDoubles(p, floats(n, 2, 3.5 * n), { form: 'weights' });
    const near = p.map((x, i) => x * (1 + 1e-3 * Math.sin(i)));
    expectAsDoubles(p, near, { form: 'weights' });
  }
});

it('logits are read as doubles', () => {
  for (const n of [3, 300, 10_000]) {
    const [p, q] = [floats(n, 1, n), floats(n, 2, n)];
    expect(klDivergence(p, q, { form: 'logits' })).toBe(widened(p, q, { form: 'logits' }));
  }
});

it('arithmetic of floats is what makes the difference', () => {
  const [p, q] = [floats(10_000, 1), floats(10_000, 2)];
  expect(klDivergence(p, q)).not.toBe(widened(p, q));
});

describe('edges are those of doubles', () => {
  it.each([2, 300, 10_000])('for %d floats', (n) => {
    const [p, q] = [floats(n, 1), floats(n, 2)];
    expect(klDivergence(p, p)).toBe(0);
    expect(
      klDivergence(
        p,
        p.map((x) => 2 * x),
        { form: 'weights' },
      ),
    ).toBe(0);
    const last = n - 1;
    const without = (x: Float32Array) => x.map((weight, i) => (i === last ? 0 : weight));
    const options: Options = { normalize: true };
    expect(klDivergence(p, without(q), options)).toBe(Infinity);
    expect(klDivergence(without(p), q, options)).toBe(widened(without(p), q, options));
    for (const x of [-1, Number.NaN, Infinity]) {
      for (const argument of ['p', 'q']) {
        const spoiled = (argument === 'p' ? p : q).slice();
        spoiled[last] = x;
        const call = () => (argument === 'p' ? klDivergence(spoiled, q) : klDivergence(p, spoiled));
        expect(failure(call)).toMatchObject({
          code: x === -1 ? 'negative' : 'not-finite',
          argument,
          index: last,
        });
      }
    }
    const tooMuch = p.map((x) => x * 1.00001);
    expect(failure(() => klDivergence(tooMuch, q))).toMatchObject({ code: 'sum-is-not-one' });
    expect(failure(() => klDivergence(p, q, { base: 1 }))).toMatchObject({
      code: 'base-not-usable',
    });
    expect(failure(() => klDivergence(p, q.subarray(1)))).toMatchObject({
      code: 'lengths-differ',
      argument: 'q',
    });
  });

  it('for none', () => {
    const none = new Float32Array(0);
    expect(failure(() => klDivergence(none, none))).toMatchObject({ code: 'empty' });
  });
});

it('a part of a longer array is read from where it begins', () => {
  const all = floats(6000, 1, 20);
  const [p, q] = [all.subarray(1, 5001), all.subarray(777, 5777)];
  expect(klDivergence(p, q, { form: 'weights' })).toBe(
    klDivergence(p.slice(), q.slice(), { form: 'weights' }),
  );
});

it('memory does not grow, and arrays of doubles are not disturbed', () => {
  const before = requireEngine().memory.buffer.byteLength;
  const want = klDivergence([0.4, 0.6], [0.3, 0.7]);
  const [p, q] = [floats(1_000_000, 1), floats(1_000_000, 2)];
  q[999_999] = 0;
  expect(klDivergence(p, q, { form: 'weights' })).toBe(Infinity);
  expect(klDivergence([0.4, 0.6], [0.3, 0.7])).toBe(want);
  expect(requireEngine().memory.buffer.byteLength).toBe(before);
});
