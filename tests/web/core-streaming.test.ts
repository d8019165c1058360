// Arrays longer than the piece of wasm memory they pass through, and what becomes of memory.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  asymmetry,
  compare,
  crossEntropy,
  entropy,
  generalizedKlDivergence,
  initSync,
  jeffreysDivergence,
  klDivergence,
  normal,
  type Options,
} from '../../web/core/index.ts';
import { requireEngine } from '../../web/core/load.ts';
import { entropyMaxUlp, failure, finiteMaxUlp, ulpError } from './support/core.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };
const chunk = 4096;
const lengths = [chunk - 1, chunk, chunk + 1, 2 * chunk, 10_000, 3 * chunk + 1];

const repeated = (x: number[], times: number) => Array.from({ length: times }, () => x).flat();

/** Weights without pattern that everybody can make: small integers. */
const pAt = (i: number) => 1 + ((i * 7919) % 97);
const qAt = (i: number) => 1 + ((i * 104729) % 89);
const someP = (n: number) => Float64Array.from({ length: n }, (_, i) => pAt(i));
const someQ = (n: number) => Float64Array.from({ length: n }, (_, i) => qAt(i));

it('the chunk is as long as these tests believe', () => {
  expect(requireEngine().chunk).toBe(chunk);
});

describe('long arrays', () => {
  // Σ (pᵢ/Σp) log((pᵢ Σq)/(qᵢ Σp)) by mpmath with 60 digits.
  it.each([
    [4095, 0.47018676281383753],
    [4096, 0.4701247805984096],
    [4097, 0.4702359018218957],
    [8192, 0.4713535400413554],
    [10_000, 0.47050077980089766],
    [12_289, 0.4708877738998016],
  ])('of %d outcomes have the divergence of the definition', (n, want) => {
    const got = klDivergence(someP(n), someQ(n), weights);
    expect(ulpError(got, want)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(klDivergence([...someP(n)], [...someQ(n)], weights)).toBe(got);
    const { forward } = compare(someP(n), someQ(n), weights);
    expect(ulpError(forward.value, want)).toBeLessThanOrEqual(finiteMaxUlp);
  });

  it.each([1365, 1366, 2731, 5000])(
    'of outcomes repeated %d times have what one of each has',
    (k) => {
      const [p, q] = [
        [2, 2, 1],
        [5, 1, 4],
      ];
      const [longP, longQ] = [repeated(p, k), repeated(q, k)];
      const within = (got: number, want: number, bound: number) =>
        expect(ulpError(got, want)).toBeLessThanOrEqual(2 * bound);
      within(klDivergence(longP, longQ, weights), klDivergence(p, q, weights), finiteMaxUlp);
      within(
        jeffreysDivergence(longP, longQ, weights),
        jeffreysDivergence(p, q, weights),
        finiteMaxUlp,
      );
      within(
        crossEntropy(longP, longQ, weights) - Math.log(k),
        crossEntropy(p, q, weights),
        10 * entropyMaxUlp,
      );
      within(entropy(longP, weights) - Math.log(k), entropy(p, weights), 10 * entropyMaxUlp);
      within(
        generalizedKlDivergence(longP, longQ),
        k * generalizedKlDivergence(p, q),
        finiteMaxUlp,
      );
      expect(asymmetry(longP, longQ, weights)).toBeCloseTo(asymmetry(p, q, weights), 13);
    },
  );

  it.each(lengths)('of %d outcomes are exactly 0 from themselves and from multiples', (n) => {
    const p = someP(n);
    expect(klDivergence(p, p, weights)).toBe(0);
    expect(
      klDivergence(
        p,
        p.map((x) => 3 * x),
        weights,
      ),
    ).toBe(0);
    expect(
      asymmetry(
        p,
        p.map((x) => 3 * x),
        weights,
      ),
    ).toBe(0);
  });

  it.each(lengths)('of %d outcomes keep their accuracy near each other', (n) => {
    // Two of n equal outcomes are moved by d, up and down: D = [(1 + d) log(1 + d) + (1 − d) log(1 − d)]/n = d²/n (1 + d²/6 + …)
    const d = 2 ** -30;
    const p = new Float64Array(n).fill(1);
    const q = p.slice();
    p[0] = 1 + d;
    p[n - 1] = 1 - d;
    const got = klDivergence(p, q, weights);
    expect(ulpError(got, d ** 2 / n)).toBeLessThanOrEqual(finiteMaxUlp + 1);
  });

  it.each([0, chunk - 1, chunk, 2 * chunk + 7, 9_999])(
    'name the outcome %d that Q lacks',
    (outcome) => {
      const q = someQ(10_000);
      q[outcome] = 0;
      expect(compare(someP(10_000), q, weights).forward).toMatchObject({
        value: Number.POSITIVE_INFINITY,
        outcome,
      });
    },
  );

  it.each([0, chunk - 1, chunk, 2 * chunk + 7, 9_999])(
    'name the outcome %d that is at fault',
    (index) => {
      const p = someP(10_000);
      p[index] = -1;
      expect(failure(() => klDivergence(p, someQ(10_000), weights))).toMatchObject({
        code: 'negative',
        argument: 'p',
        index,
      });
      const q: unknown[] = [...someQ(10_000)];
      q[index] = '1';
      expect(failure(() => klDivergence(someP(10_000), q as number[], weights))).toMatchObject({
        code: 'not-a-number',
        argument: 'q',
        index,
      });
    },
  );

  it.each(lengths)('of %d outcomes have all their contributions, in order', (n) => {
    const [p, q] = [someP(n), someQ(n)];
    const { terms, sums } = compare(p, q, { ...weights, base: 2 });
    const pSum = p.reduce((a, b) => a + b, 0);
    const qSum = q.reduce((a, b) => a + b, 0);
    expect(sums).toEqual({ p: pSum, q: qSum });
    let worst = 0;
    for (let i = 0; i < n; i++) {
      const [a, b] = [pAt(i) / pSum, qAt(i) / qSum];
      worst = Math.max(
        worst,
        Math.abs((terms?.forward[i] as number) - a * Math.log2(a / b)),
        Math.abs((terms?.reverse[i] as number) - b * Math.log2(b / a)),
      );
    }
    expect(terms?.forward).toHaveLength(n);
    expect(worst).toBeLessThan(1e-17);
  });

  it('are read as given, with any sum', () => {
    const got = klDivergence(someP(10_000), someQ(10_000), { normalize: false });
    let want = 0;
    for (let i = 0; i < 10_000; i++) want += pAt(i) * Math.log(pAt(i) / qAt(i));
    expect(got / want).toBeCloseTo(1, 12);
  });
});

describe('what was computed before', () => {
  it('has no influence: short after long, and after an error', () => {
    const want = klDivergence([0.4, 0.6], [0.3, 0.7]);
    klDivergence(someP(10_000), someQ(10_000), weights);
    expect(klDivergence([0.4, 0.6], [0.3, 0.7])).toBe(want);
    failure(() => compare([-1, 2], [1, 1]));
    expect(compare([0.4, 0.6], [0.3, 0.7]).terms?.forward).toHaveLength(2);
  });

  it('stays as it was: contributions are copies', () => {
    const first = compare([0.4, 0.6], [0.3, 0.7]).terms?.forward;
    const before = [...(first as Float64Array)];
    compare([0.9, 0.1], [0.2, 0.8]);
    expect([...(first as Float64Array)]).toEqual(before);
  });
});

describe('the arrays given', () => {
  it.each([3, chunk, 10_000])('are not changed: %d outcomes', (n) => {
    const [p, q] = [someP(n), someQ(n)];
    const [plainP, plainQ] = [Object.freeze([...p]), Object.freeze([...q])];
    for (const measure of [klDivergence, compare, asymmetry, jeffreysDivergence, crossEntropy]) {
      measure(p, q, weights);
      measure(plainP, plainQ, { normalize: true });
      measure(p, q, { normalize: false });
    }
    expect(p).toEqual(someP(n));
    expect(q).toEqual(someQ(n));
    expect(plainP).toEqual([...p]);
  });

  it('are not kept: a long array can be freed after the call', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const held = (() => {
      const [p, q] = [someP(10_000), someQ(10_000)];
      compare(p, q, weights);
      return new WeakRef(p);
    })();
    for (let i = 0; i < 5 && held.deref(); i++) {
      await new Promise((resolve) => setTimeout(resolve));
      collect();
    }
    expect(held.deref()).toBeUndefined();
  });
});

describe('the memory of the wasm', () => {
  it('does not grow over 100,000 calls, a million outcomes, or errors', () => {
    const before = requireEngine().memory.buffer.byteLength;
    for (let i = 0; i < 100_000; i++) klDivergence([0.4, 0.6], [0.3, 0.7]);
    for (let i = 0; i < 10_000; i++) {
      compare([0.4, 0.6], [0.3, 0.7]);
      klDivergence(normal(0, 1), normal(0, 1 + i));
    }
    for (let i = 0; i < 1000; i++) failure(() => klDivergence([-1], [1]));
    compare(someP(1_000_000), someQ(1_000_000), weights);
    expect(requireEngine().memory.buffer.byteLength).toBe(before);
  });
});
