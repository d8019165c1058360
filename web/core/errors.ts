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
  override readonly name = 'DivergenceError';
  readonly code: ErrorCode;
  /** The argument at fault: `p`, `q`, `p.scale`, `base` … */
  readonly argument?: string;
  /** The outcome at fault, from 0. */
  readonly index?: number;
  /** Its name, if outcomes have names. */
  readonly label?: string;
  /** The row at fault, from 0, of input in rows. */
  readonly row?: number;

  constructor(
    code: ErrorCode,
    message: string,
    place: { argument?: string; index?: number; label?: string; row?: number } = {},
  ) {
    super(message);
    this.code = code;
    if (place.argument !== undefined) this.argument = place.argument;
    if (place.index !== undefined) this.index = place.index;
    if (place.label !== undefined) this.label = place.label;
    if (place.row !== undefined) this.row = place.row;
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
};
