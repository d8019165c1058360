import type { StatusName } from './kl-glue.d.ts';

/** What `DivergenceError.code` may say: what C++ finds wrong, and what only JavaScript can get wrong. */
export type ErrorCode =
  | Exclude<StatusName, 'ok'>
  | 'not-an-array'
  | 'not-a-number'
  | 'lengths-differ'
  | 'not-a-label'
  | 'observations-differ'
  | 'not-a-distribution'
  | 'parameter-unknown'
  | 'kinds-differ'
  | 'shape-not-usable'
  | 'shapes-differ'
  | 'integers'
  | 'option-unknown'
  | 'option-not-usable'
  | 'not-initialized'
  | 'wasm-not-usable';

/** An input that has no divergence, and why: the message is one sentence of fact and one of rule. */
export class DivergenceError extends RangeError {
  /** Always the same, also where the class itself has another name after minification. */
  override readonly name = 'DivergenceError';
  /** What is wrong, for programs; the words of the message may change, this does not. */
  readonly code: ErrorCode;
  /** The argument at fault: `p`, `q`, `p.scale`, `base` … */
  readonly argument?: string;
  /** The outcome at fault, from 0; of a parameter the number at fault, of a matrix row by row. */
  readonly index?: number;
  /** Its name, if outcomes have names. */
  readonly label?: string;
  /** The row at fault, from 0, of input in rows. */
  readonly row?: number;
  /** The number found at fault: a weight, a sum, a parameter; of lengths that differ, that of Q. */
  readonly value?: number;
  /** The number that it should be, where there is only one: 1 of a sum; of lengths that differ, that of P. */
  readonly expected?: number;
  /** How far from that it may be. */
  readonly tolerance?: number;

  constructor(
    code: ErrorCode,
    message: string,
    place: {
      argument?: string;
      index?: number;
      label?: string;
      row?: number;
      value?: number;
      expected?: number;
      tolerance?: number;
    } = {},
  ) {
    super(message);
    this.code = code;
    if (place.argument !== undefined) this.argument = place.argument;
    if (place.index !== undefined) this.index = place.index;
    if (place.label !== undefined) this.label = place.label;
    if (place.row !== undefined) this.row = place.row;
    if (place.value !== undefined) this.value = place.value;
    if (place.expected !== undefined) this.expected = place.expected;
    if (place.tolerance !== undefined) this.tolerance = place.tolerance;
  }
}

/** What a C++ problem says of its place. */
export interface Offence {
  /** As people read it: `P`, `P[3]`, `P.scale`, `base`. */
  place: string;
  value: number;
  sumTolerance: number;
}

/** Without the digits that only summing in binary brought: 0.9 for 0.8999999999999999. */
function shortened(value: number): number {
  return Number(value.toPrecision(12));
}

/** 1 row, 2 rows. */
export const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

const weightRule = 'weights must be finite and at least 0';

/** The only place where the messages of C++'s statuses stand. */
export const messages: Record<Exclude<StatusName, 'ok'>, (offence: Offence) => string> = {
  empty: ({ place }) => `${place} has no outcomes: a distribution needs at least one.`,
  negative: ({ place, value }) => `${place} is ${value}: ${weightRule}.`,
  'not-finite': ({ place, value }) => `${place} is ${value}: ${weightRule}.`,
  'not-a-logit': ({ place, value }) =>
    `${place} is ${value}: a logit must be a number below Infinity; -Infinity stands for weight 0.`,
  'sum-is-zero': ({ place }) =>
    `${place} sums to 0: at least one outcome must have positive weight.`,
  'sum-is-not-one': ({ place, value, sumTolerance }) =>
    `${place} sums to ${shortened(value)}: probabilities must sum to 1 within ${sumTolerance}. ` +
    'Pass normalize: true to divide by the sum, or normalize: false to take the numbers as they are.',
  'alpha-not-usable': ({ place, value }) =>
    `${place} is ${value}: the order of a divergence must be at least 0; Infinity is allowed.`,
  'base-not-usable': ({ place, value }) =>
    `${place} is ${value}: a logarithm's base must be finite, greater than 0, and not 1.`,
  'parameter-not-finite': ({ place, value }) => `${place} is ${value}: a parameter must be finite.`,
  'parameter-not-positive': ({ place, value }) =>
    `${place} is ${value}: this parameter must be greater than 0.`,
  'parameter-negative': ({ place, value }) =>
    `${place} is ${value}: this parameter must be at least 0.`,
  'parameter-not-whole': ({ place, value }) =>
    `${place} is ${value}: a count must be a whole number from 0 to 2^53.`,
  'parameter-not-a-probability': ({ place, value }) =>
    `${place} is ${value}: a probability must be from 0 to 1.`,
  'parameter-not-an-open-probability': ({ place, value }) =>
    `${place} is ${value}: this probability must be greater than 0 and less than 1.`,
  'parameter-not-a-positive-probability': ({ place, value }) =>
    `${place} is ${value}: this probability must be greater than 0 and at most 1.`,
  'parameter-not-below-one': ({ place, value }) =>
    `${place} is ${value}: this probability must be at least 0 and less than 1.`,
  'parameter-too-large': ({ place, value }) =>
    `${place} is ${value}: this is too large to be computed with.`,
  'bounds-not-ordered': ({ place, value }) => `${place} is ${value}: it must be greater than low.`,
  'not-symmetric': ({ place, value }) =>
    `${place} is ${value}, and not as its mirror image: the matrix must be symmetric.`,
  'not-positive-definite': ({ place, value }) =>
    `${place} leaves the pivot ${value}: the matrix must be positive definite.`,
  'not-lower-triangular': ({ place, value }) =>
    `${place} is ${value}: a triangular factor must be 0 above its diagonal.`,
  'too-few-dimensions': ({ place }) =>
    `${place} has too few elements: a distribution of this family needs at least two.`,
  'components-differ': ({ place }) =>
    `${place} is of another kind than the first component: all must be discrete, or all continuous, of one dimension.`,
  'dimensions-differ': ({ place, value }) =>
    `${place} has ${counted(value, 'dimension')}, and P another number: both must have as many.`,
  'one-is-discrete': ({ place }) =>
    `${place} has a density and the other distribution has none: a mean of log p/q of both says nothing.`,
  'no-closed-form': () =>
    'P and Q are multivariate, and there is no closed form for their families: monteCarlo(p, q) estimates it.',
  'divergence-is-infinite': () => 'D(P‖Q) is infinite: it has a gradient only where it is finite.',
};
