// klDiv and klDivGradient against what PyTorch 1.13 computed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DivergenceError,
  initSync,
  klDiv,
  klDivGradient,
  type Tensor,
} from '../../web/core/index.ts';
import {
  type Case,
  cases,
  nameOf,
  numberOf,
  partsOf,
  type Recorded,
  tensorOf,
} from './torch-recorded.ts';

/** Errors are at most this many units in the last place of the largest part that a number is added up from. */
const maxUnits = 4;

/** The worst of each kind, shown with KL_SHOW_WORST=1. */
const worst: Record<string, number> = {};

/** The spacing of float32 or float64 at x. */
function unitAt(x: number, single: boolean): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), single ? -126 : -1022);
  return 2 ** (exponent - (single ? 23 : 52));
}

function expectNumbers(
  what: string,
  got: ArrayLike<number>,
  want: Recorded,
  single: boolean,
  parts: number[],
): void {
  expect(got).toHaveLength(want.data.length);
  want.data.map(numberOf).forEach((number, i) => {
    const value = got[i] as number;
    if (Object.is(value, number)) return;
    if (!Number.isFinite(number) || !Number.isFinite(value)) {
      expect(value, `${what}[${i}]`).toBe(number);
    }
    const error =
      Math.abs(value - number) / unitAt(Math.max(Math.abs(number), parts[i] ?? 0), single);
    const kind = `${what} in ${single ? 'float32' : 'float64'}`;
    worst[kind] = Math.max(worst[kind] ?? 0, error);
    expect(error, `units, ${what}[${i}]: ${value} instead of ${number}`).toBeLessThanOrEqual(
      maxUnits,
    );
  });
}

function expectTensor(
  what: string,
  got: Tensor,
  want: Recorded,
  single: boolean,
  parts: number[],
): void {
  const isSingle = want.dtype === 'float32';
  expect(got.shape).toEqual(want.shape);
  expect(got.data).toBeInstanceOf(isSingle ? Float32Array : Float64Array);
  expectNumbers(what, got.data, want, single || isSingle, parts);
}

function check(recorded: Case): void {
  const [input, target] = [tensorOf(recorded.input), tensorOf(recorded.target)];
  const options = { reduction: recorded.reduction, logTarget: recorded.logTarget };
  const { value, gradient, error } = recorded;
  if (!value || !gradient) {
    for (const call of [klDiv, klDivGradient]) {
      expect(() => call(input, target, options)).toThrow(DivergenceError);
      expect(() => call(input, target, options)).toThrow(error ?? 'neither values nor an error');
    }
    return;
  }
  const single = value.dtype === 'float32';
  const parts = partsOf(recorded);
  const loss = klDiv(input, target, options);
  if (typeof loss === 'number') {
    expect(value.shape).toEqual([]);
    expectNumbers('reduced value', [loss], value, single, [parts.sum]);
  } else {
    expectTensor('value', loss, value, single, parts.elements);
  }
  const gradients = klDivGradient(input, target, options);
  expectTensor('gradient of input', gradients.input, gradient.input, single, []);
  expectTensor('gradient of target', gradients.target, gradient.target, single, parts.target);
}

beforeAll(initSync);
afterAll(() => {
  if (process.env.KL_SHOW_WORST) console.table(worst);
});

describe('klDiv and klDivGradient are what PyTorch computed', () => {
  it('in at least 150 cases', () => expect(cases.length).toBeGreaterThanOrEqual(150));
  it.each(cases.map((recorded) => [nameOf(recorded), recorded] as const))('%s', (_, recorded) =>
    check(recorded),
  );
});
