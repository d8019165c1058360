// Gradients of D(P‖Q): reference values, what a small step changes, and the edges.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Coordinates,
  type GradientOptions,
  generalizedKlDivergence,
  gradient,
  initSync,
  klDivergence,
} from '../../web/core/index.ts';
import { constantOf, failure, ulpError } from './support/core.ts';

beforeAll(initSync);

const maxUlp = constantOf('measures/gradient.h', 'kGradientMaxUlp');
const [p, q] = [
  [0.1, 0.2, 0.7],
  [0.3, 0.3, 0.4],
];

function expectUlp(got: Float64Array, want: number[]): void {
  expect(got).toHaveLength(want.length);
  got.forEach((value, i) => {
    expect(ulpError(value, want[i] as number)).toBeLessThanOrEqual(maxUlp);
  });
}

describe('the gradient', () => {
  // Of mpmath with 40 digits, from the formulas for the doubles as they are.
  it.each<[GradientOptions, number[], number[]]>([
    [
      { on: 'weights' },
      [-1.2993890897344615, -0.6062419091745163, 0.3588389868690706],
      [0.6666666666666666, 0.33333333333333326, -0.7499999999999999],
    ],
    [
      { on: 'logits' },
      [-0.12993890897344618, -0.12124838183490326, 0.25118729080834945],
      [0.19999999999999998, 0.09999999999999998, -0.29999999999999993],
    ],
    [
      { on: 'simplex' },
      [-0.7837917523878258, -0.09064457182788052, 0.8744363242157064],
      [0.5833333333333333, 0.24999999999999992, -0.8333333333333331],
    ],
    [
      { on: 'weights', normalize: false },
      [-0.0986122886681096, 0.5945348918918357, 1.5596157879354227],
      [-0.33333333333333337, -0.6666666666666667, -1.7499999999999998],
    ],
  ])('with %o is that of the worked example', (options, byP, byQ) => {
    const got = gradient(p, q, options);
    expectUlp(got.p, byP);
    expectUlp(got.q, byQ);
  });

  it('is on the simplex if nothing is said', () => {
    expect(gradient(p, q)).toEqual(gradient(p, q, { on: 'simplex' }));
  });

  it('to base 2 is that in nats over log 2', () => {
    const nats = gradient(p, q, { on: 'weights' });
    const bits = gradient(p, q, { on: 'weights', base: 2 });
    bits.p.forEach((value, i) => {
      expect(value).toBeCloseTo((nats.p[i] as number) / Math.LN2, 14);
    });
  });

  it.each<Coordinates>(['weights', 'logits'])('on %s says what a small step changes', (on) => {
    const at = on === 'weights' ? [3, 1, 4, 1.5] : [0.3, -1, 2, 0.5];
    const to = on === 'weights' ? [2, 7, 1, 8] : [1, 0, -0.5, 0.7];
    const weights = (x: number[]) => (on === 'weights' ? x : x.map(Math.exp));
    const divergence = (x: number[], y: number[]) =>
      klDivergence(weights(x), weights(y), { form: 'weights' });
    const got = gradient(weights(at), weights(to), { on, form: 'weights' });
    const h = 1e-5;
    for (const i of at.keys()) {
      const step = (x: number[], by: number) => x.map((value, k) => (k === i ? value + by : value));
      const byP = (divergence(step(at, h), to) - divergence(step(at, -h), to)) / (2 * h);
      const byQ = (divergence(at, step(to, h)) - divergence(at, step(to, -h))) / (2 * h);
      expect(got.p[i]).toBeCloseTo(byP, 8);
      expect(got.q[i]).toBeCloseTo(byQ, 8);
    }
  });

  it('on the simplex points downhill: a step against it lowers the divergence', () => {
    const { q: byQ } = gradient(p, q);
    const moved = q.map((value, i) => value - 0.01 * (byQ[i] as number));
    expect(moved.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(klDivergence(p, moved)).toBeLessThan(klDivergence(p, q));
  });

  it('keeps its digits as Q approaches P', () => {
    const near = [0.5 + 2 ** -40, 0.25 - 2 ** -41, 0.25 - 2 ** -41];
    const got = gradient([0.5, 0.25, 0.25], near, { on: 'logits' });
    expect([...got.q]).toEqual([2 ** -40, -(2 ** -41), -(2 ** -41)]);
    const r = 2 ** -39; // log(p₀/q₀) = −log(1 + r)
    expectUlp(gradient([0.5, 0.25, 0.25], near, { on: 'weights' }).q.slice(0, 1), [r / (1 + r)]);
  });

  it.each<Coordinates>(['simplex', 'weights', 'logits'])(
    'on %s is exactly 0 for P = Q and for proportional weights',
    (on) => {
      expect(gradient(p, p, { on })).toEqual({ p: new Float64Array(3), q: new Float64Array(3) });
      expect(gradient([1, 2, 7], [3, 6, 21], { on, form: 'weights' })).toEqual({
        p: new Float64Array(3),
        q: new Float64Array(3),
      });
    },
  );

  it('is one-sided and infinite, not NaN, where a probability is 0', () => {
    const got = gradient([0, 0.5, 0.5], [0.5, 0.5, 0], { on: 'weights' });
    expect([...got.p]).toEqual([-Infinity, -Infinity, Infinity]);
    expect([...got.q]).toEqual([1, 0, -Infinity]);
    const logits = gradient([0, 0.5, 0.5], [0.5, 0.5, 0], { on: 'logits' });
    expect([...logits.q]).toEqual([0.5, 0, -0.5]);
    expect([...gradient([0, 1], [0.5, 0.5], { on: 'logits' }).p]).toEqual([0, 0]);
  });

  it('of long arrays is that of their parts, stretched', () => {
    const n = 10_000;
    const some = Float64Array.from({ length: n }, (_, i) => 1 + (i % 7));
    const other = Float64Array.from({ length: n }, (_, i) => 1 + (i % 5));
    const long = gradient(some, other, { on: 'weights', normalize: false });
    for (const i of [0, 255, 256, 4095, 4096, 8191, 8192, n - 1]) {
      const one = gradient([some[i] as number], [other[i] as number], {
        on: 'weights',
        normalize: false,
      });
      expect(long.p[i]).toBe(one.p[0]);
      expect(long.q[i]).toBe(one.q[0]);
    }
  });

  it('of logits is that of the distributions which softmax makes of them', () => {
    const [a, b] = [
      [100, 101, 103],
      [-2, 0, -1],
    ];
    const softmax = (x: number[]) => {
      const weights = x.map((value) => Math.exp(value - (x[0] as number)));
      const sum = weights.reduce((total, weight) => total + weight);
      return weights.map((weight) => weight / sum);
    };
    for (const on of ['simplex', 'weights', 'logits'] as const) {
      const got = gradient(a, b, { form: 'logits', on });
      const want = gradient(softmax(a), softmax(b), { on });
      for (const side of ['p', 'q'] as const) {
        got[side].forEach((value, i) => {
          expect(value).toBeCloseTo(want[side][i] as number, 12);
        });
      }
    }
  });

  it('of named logits takes a name that is missing for weight 0', () => {
    const got = gradient({ sun: 1, rain: 1 }, { sun: 0 }, { form: 'logits', on: 'logits' });
    expect([...got.q]).toEqual([0.5, -0.5]);
    expect([...got.p]).toEqual([-Infinity, Infinity]);
  });

  it('keeps the names of outcomes', () => {
    const got = gradient({ sun: 0.1, rain: 0.2, snow: 0.7 }, { snow: 0.4, rain: 0.3, sun: 0.3 });
    expect(got.labels).toEqual(['sun', 'rain', 'snow']);
    expect(got.p).toEqual(gradient(p, q).p);
    expect(gradient(p, q)).not.toHaveProperty('labels');
  });

  it('of the generalised divergence differs from that of the numbers as given by −1 and 1', () => {
    const given = gradient(p, q, { on: 'weights', normalize: false });
    const h = 1e-6;
    const change =
      (generalizedKlDivergence([0.1 + h, 0.2, 0.7], q) -
        generalizedKlDivergence([0.1 - h, 0.2, 0.7], q)) /
      (2 * h);
    expect((given.p[0] as number) - 1).toBeCloseTo(change, 8);
  });

  it('fails as the divergence does, and for coordinates that there are not', () => {
    const negative = failure(() => gradient([0.5, 0.5], [-0.1, 1.1]));
    expect(negative).toMatchObject({ code: 'negative', argument: 'q', index: 0 });
    const unknown = failure(() => gradient(p, q, { on: 'probits' as Coordinates }));
    expect(unknown).toMatchObject({ code: 'option-not-usable', argument: 'on' });
    expect(failure(() => gradient(p, q, { On: 'logits' } as GradientOptions)).code).toBe(
      'option-unknown',
    );
    expect(failure(() => gradient(p, q, { base: 1 })).code).toBe('base-not-usable');
  });
});
