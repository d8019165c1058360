/** The sum of D(P‖Q) with its numbers put in, for a paper. */

import { type FiniteCode, traitsOf } from './code-finite.ts';
import { BASES, type CodeUnit } from './code-units.ts';

/** Terms that are written out; of longer sums the first ones and the last. */
const MOST_TERMS = 24;
const FIRST_TERMS = 3;

export const LATEX_LOGS: Readonly<Record<CodeUnit, string>> = {
  nats: '\\ln',
  bits: '\\log_2',
  bans: '\\log_{10}',
};

/** In the fewest digits that give the same double back. */
export function latexNumber(x: number): string {
  if (Math.abs(x) === Infinity) return x < 0 ? '-\\infty' : '\\infty';
  const [digits, exponent] = String(x).split('e');
  if (exponent === undefined) return digits as string;
  const power = `10^{${Number(exponent)}}`;
  return digits === '1' ? power : `${digits} \\cdot ${power}`;
}

/** The indices of the terms that are written; undefined stands for those left out. */
function written(indices: readonly number[]): (number | undefined)[] {
  if (indices.length <= MOST_TERMS) return [...indices];
  return [...indices.slice(0, FIRST_TERMS), undefined, indices.at(-1)];
}

function sumOf(indices: readonly number[], term: (i: number) => string, between: string): string {
  if (indices.length === 0) return '0';
  return written(indices)
    .map((i) => (i === undefined ? '\\cdots' : term(i)))
    .join(between);
}

function display(lines: readonly string[]): string {
  return ['\\[', ...lines, '\\]'].join('\n');
}

/** Σ pᵢ log(pᵢ/qᵢ), each number over the sum where it is divided by it. */
function latexOfWeights(input: FiniteCode): string {
  const [p, q] = [Array.from(input.p), Array.from(input.q)];
  const log = LATEX_LOGS[input.unit];
  const { divide } = traitsOf(input);
  const total = (xs: number[]) => latexNumber(xs.reduce((sum, x) => sum + x, 0));
  const [pTotal, qTotal] = [total(p), total(q)];
  const share = (x: number | undefined, sum: string) =>
    divide ? `${latexNumber(x ?? 0)}/${sum}` : latexNumber(x ?? 0);
  const factor = (x: number | undefined) =>
    divide ? `\\frac{${latexNumber(x ?? 0)}}{${pTotal}}` : latexNumber(x ?? 0);
  const present = [...p.keys()].filter((i) => (p[i] ?? 0) > 0);
  const term = (i: number) =>
    `${factor(p[i])} ${log}\\frac{${share(p[i], pTotal)}}{${share(q[i], qTotal)}}`;
  const infinite = present.some((i) => q[i] === 0);
  return display([
    `D(P \\,\\|\\, Q) = \\sum_i p_i ${log}\\frac{p_i}{q_i}`,
    `  = ${sumOf(present, term, '\n  + ')}`,
    ...(infinite ? ['  = \\infty'] : []),
  ]);
}

/** Σ eˣ (x − y)/Σ eˣ + log(Σ eʸ/Σ eˣ): the softmaxes need not be written out. */
function latexOfLogits(input: FiniteCode): string {
  const [x, y] = [Array.from(input.p), Array.from(input.q)];
  const present = (xs: number[]) => [...xs.keys()].filter((i) => xs[i] !== -Infinity);
  const power = (value: number | undefined) => `e^{${latexNumber(value ?? 0)}}`;
  const minus = (value: number | undefined) =>
    (value ?? 0) < 0 ? `(${latexNumber(value ?? 0)})` : latexNumber(value ?? 0);
  const sum = (xs: number[]) => sumOf(present(xs), (i) => power(xs[i]), ' + ');
  const term = (i: number) => `${power(x[i])} (${latexNumber(x[i] ?? 0)} - ${minus(y[i])})`;
  const infinite = present(x).some((i) => y[i] === -Infinity);
  const nats = [
    `\\frac{${sumOf(present(x), term, '\n    + ')}}{${sum(x)}}`,
    `  + \\ln\\frac{${sum(y)}}{${sum(x)}}`,
  ];
  const scale = BASES[input.unit];
  return display([
    'D(P \\,\\|\\, Q)',
    ...(scale === ''
      ? [`  = ${nats[0]}`, ...nats.slice(1)]
      : [`  = \\frac{1}{\\ln ${scale}} \\Bigl[ ${nats[0]}`, ...nats.slice(1), '  \\Bigr]']),
    ...(infinite ? ['  = \\infty'] : []),
  ]);
}

export function finiteLatex(input: FiniteCode): string {
  return traitsOf(input).logarithms ? latexOfLogits(input) : latexOfWeights(input);
}
