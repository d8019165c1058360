// What the tests of web/core share: bounds as C++ states them, reference values, and errors caught.
import { readFileSync } from 'node:fs';
import { DivergenceError } from '../../../web/core/index.ts';

/** A constant of a header in cpp/, such as an error bound: said there, and only there. */
export function constantOf(header: string, name: string): number {
  const text = readFileSync(`cpp/${header}`, 'utf8');
  const value = new RegExp(`\\b${name} = ([0-9.e+-]+);`).exec(text)?.[1];
  if (value === undefined) throw new Error(`cpp/${header} has no number ${name}`);
  return Number(value);
}

export const finiteMaxUlp = constantOf('measures/kl_divergence.h', 'kFiniteMaxUlp');
export const asymmetryMaxUlp = constantOf('measures/kl_divergence.h', 'kAsymmetryMaxUlp');
export const entropyMaxUlp = constantOf('measures/entropy.h', 'kEntropyMaxUlp');
export const distanceMaxUlp = constantOf('measures/distances.h', 'kDistanceMaxUlp');
export const alphaMaxUlp = constantOf('measures/renyi.h', 'kAlphaMaxUlp');
export const normalMaxUlp = constantOf('distributions/normal.h', 'kNormalMaxUlp');

/** The distance from |x| to the next double away from 0. */
export function ulp(x: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(x)));
  return 2 ** (Math.max(Number.isFinite(exponent) ? exponent : -1022, -1022) - 52);
}

/** How many units in the last place of `want` are between the two; `rest`: of `want`'s own rounding. */
export function ulpError(got: number, want: number, rest = 0): number {
  if (got === want && rest === 0) return 0;
  if (Number.isNaN(got) || Number.isNaN(want)) return Number.POSITIVE_INFINITY;
  if (Number.isFinite(got) && Number.isFinite(want)) {
    return Math.abs((got - want) / ulp(want) - rest);
  }
  // ∞ is what follows the largest double: 2^1024, here halved.
  const half = (x: number) => (Number.isFinite(x) ? x / 2 : Math.sign(x) * 2 ** 1023);
  return Math.abs(half(got) - half(want)) / 2 ** 970;
}

/** A double as C prints it with %a. */
export function hexDouble(text: string): number {
  if (text === 'inf' || text === '-inf') return text === 'inf' ? Infinity : -Infinity;
  const match = /^(-?)0x([01])(?:\.([0-9a-f]*))?p([+-]\d+)$/.exec(text);
  if (!match) throw new Error(`${text} is no hexadecimal double`);
  const [, sign, whole, digits = '', power] = match;
  let exponent = Number(power) - 4 * digits.length;
  let value = Number(`0x${whole}${digits}`);
  // In steps that are exact: the whole power may be no double.
  while (exponent < -500) {
    value *= 2 ** -500;
    exponent += 500;
  }
  return (sign ? -1 : 1) * value * 2 ** exponent;
}

/** A result of the vectors: `a|r` is a + r units in the last place of a. */
export function reference(text: string): { want: number; rest: number } {
  const [value = '', rest = '0'] = text.split('|');
  return { want: hexDouble(value), rest: Number(rest) };
}

/** x and so many units in its last place more; each counted as 2^-52 x, the most it can be. */
export function above(x: number, units: number): number {
  return x + units * Math.max(Math.abs(x) * 2 ** -52, 2 ** -1074);
}

/** Rows of a file of tests/vectors, by column. */
export function vectors(name: string): Record<string, string>[] {
  const lines = readFileSync(`tests/vectors/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
  const [columns = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])));
}

/** The error that the call ends in. */
export function failure(call: () => unknown): DivergenceError {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    if (error instanceof DivergenceError) return error;
    throw error;
  }
  throw new Error(`it answered ${String(answer)} instead of throwing`);
}
