// What tests/vectors/torch_kl_div.py recorded, and by what its numbers' errors are to be measured.
import { readFileSync } from 'node:fs';
import type { Reduction, Tensor } from '../../web/core/index.ts';

export interface Recorded {
  shape: number[];
  dtype: 'float32' | 'float64';
  data: string[];
}

export interface Case {
  about: string;
  input: Recorded;
  target: Recorded;
  reduction: Reduction;
  logTarget: boolean;
  value?: Recorded;
  gradient?: { input: Recorded; target: Recorded };
  error?: string;
}

export const cases: Case[] = JSON.parse(readFileSync('tests/vectors/torch_kl_div.json', 'utf8'));

export function nameOf({ about, input, target, reduction, logTarget }: Case): string {
  const shapes = [input, target].map(({ shape, dtype }) => `${dtype} [${shape}]`).join(' and ');
  return `${about}: ${shapes}, ${reduction}${logTarget ? ', logTarget' : ''}`;
}

/** A hex float, or inf, -inf, nan. */
export function numberOf(text: string): number {
  const match = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text);
  if (!match) return { inf: Infinity, '-inf': -Infinity, nan: Number.NaN }[text] ?? fail(text);
  const [, sign, whole, fraction = '', exponent] = match;
  const significand = Number.parseInt(`${whole}${fraction}`, 16);
  // In two steps, since 2 to the power of a subnormal number's last digit may be no number.
  const power = Number(exponent) - 4 * fraction.length;
  const half = Math.trunc(power / 2);
  const magnitude = significand * 2 ** half * 2 ** (power - half);
  return sign ? -magnitude : magnitude;
}

function fail(text: string): never {
  throw new Error(`not a recorded number: ${text}`);
}

export function tensorOf({ shape, dtype, data }: Recorded): Tensor {
  const numbers = data.map(numberOf);
  return {
    shape,
    data: dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers),
  };
}

/** Where in a tensor the element of these coordinates of a larger shape is found. */
function indexIn(own: readonly number[], coordinates: readonly number[]): number {
  const missing = coordinates.length - own.length;
  return own.reduce(
    (index, size, d) => index * size + (size === 1 ? 0 : (coordinates[d + missing] as number)),
    0,
  );
}

function* coordinatesOf(shape: readonly number[]): Generator<number[]> {
  const size = shape.reduce((product, n) => product * n, 1);
  for (let i = 0; i < size; i++) {
    const coordinates: number[] = [];
    let rest = i;
    for (const n of [...shape].reverse()) {
      coordinates.unshift(rest % n);
      rest = Math.floor(rest / n);
    }
    yield coordinates;
  }
}

/** Of each number, the largest finite part that it is added up from. */
export interface Parts {
  elements: number[];
  target: number[];
  /** Over all of `elements`. */
  sum: number;
}

export function partsOf({ input, target, logTarget, reduction }: Case): Parts {
  const rank = Math.max(input.shape.length, target.shape.length);
  const aligned = ({ shape }: Recorded): number[] => [
    ...new Array(rank - shape.length).fill(1),
    ...shape,
  ];
  const [ours, theirs] = [aligned(input), aligned(target)];
  const shape = ours.map((size, d) => (size === 1 ? (theirs[d] as number) : size));
  const count = shape.reduce((product, n) => product * n, 1);
  const divisor = { none: 1, sum: 1, mean: count, batchmean: input.shape[0] ?? 1 }[reduction];

  const finite = (...values: number[]): number =>
    Math.max(0, ...values.map(Math.abs).filter(Number.isFinite));
  const parts: Parts = { elements: [], target: target.data.map(() => 0), sum: 0 };
  for (const coordinates of coordinatesOf(shape)) {
    const at = indexIn(target.shape, coordinates);
    const x = numberOf(input.data[indexIn(input.shape, coordinates)] as string);
    const t = numberOf(target.data[at] as string);
    const [value, slope] = logTarget
      ? [finite(Math.exp(t) * (t - x)), finite(Math.exp(t) * (t - x), Math.exp(t))]
      : [finite(t * Math.log(t), t * x), finite(Math.log(t), 1, x)];
    parts.elements.push(value);
    parts.sum = Math.max(parts.sum, value / divisor);
    parts.target[at] = Math.max(parts.target[at] as number, slope / divisor);
  }
  return parts;
}
