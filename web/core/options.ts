import type { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import type { FormName, NormalizationName } from './kl-glue.d.ts';

/**
 * What the numbers are: probabilities sum to 1; weights (counts, for instance) are divided by their sum; logits are
 * normalised by softmax; log-probabilities are the logarithms of probabilities, and normalised as those are.
 */
export type Form = 'probabilities' | 'weights' | 'logits' | 'log-probabilities';

/** What functions of finite distributions may be told. */
export interface Options {
  /** Of the logarithm: default Math.E (nats); 2 gives bits, 10 bans. Finite, greater than 0, not 1. */
  base?: number;
  /** Default 'probabilities'. */
  form?: Form;
  /**
   * For probabilities and log-probabilities. Left out: sums within 1e-6 of 1 are divided out exactly, others throw.
   * `true`: divide by the sum. `false`: take the numbers as they are; Σ pᵢ log(pᵢ/qᵢ) may then be negative.
   */
  normalize?: boolean;
}

/** Rows of outcomes: p holds rows of `columns` outcomes each, one after another; q as many, or one row for all. */
export interface RowOptions extends Options {
  /** Outcomes a row: a whole number greater than 0, by which the lengths of p and q can be divided. */
  columns: number;
}

/** Options as the core takes them. */
export interface Reading {
  form: number;
  normalization: number;
  base: number;
  /** Only of a divergence of order alpha. */
  alpha: number;
  columns?: number;
}

const forms: Record<Form, { form: FormName; always?: 'divide' }> = {
  probabilities: { form: 'weights' },
  weights: { form: 'weights', always: 'divide' },
  logits: { form: 'logits', always: 'divide' },
  'log-probabilities': { form: 'logits' },
};

const finiteOptions = ['base', 'form', 'normalize'];

function reject(name: string, value: unknown, rule: string): never {
  throw new DivergenceError('option-not-usable', `${name} is ${String(value)}: ${rule}.`, {
    argument: name,
  });
}

/** An option that does not exist (normalise, Base) is an error, not a wish ignored; so is anything but an object. */
export function requireKnown(options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    reject('options', options, `it must be an object with any of ${known.join(', ')}`);
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new DivergenceError(
        'option-unknown',
        `${name} is no option${known.length === 1 ? ' here' : ''}: there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.`,
        { argument: name },
      );
    }
  }
}

/** `base`, if it is a number; whether it can be a base is the core's to say. */
function baseIn({ base = Math.E }: { base?: number }): number {
  return typeof base === 'number' ? base : reject('base', base, 'it must be a number');
}

/** The base, where it is the only option. */
export function readBase(options: { base?: number } | undefined): number {
  if (options === undefined) return Math.E;
  requireKnown(options, ['base']);
  return baseIn(options);
}

/** `alpha`, which a divergence of that order cannot do without. */
export function requireOrder(options: { alpha?: number } | undefined): number {
  if (options?.alpha === undefined) {
    throw new DivergenceError(
      'option-not-usable',
      'alpha is missing: a divergence of order alpha needs one, at least 0.',
      { argument: 'alpha' },
    );
  }
  if (typeof options.alpha !== 'number') reject('alpha', options.alpha, 'it must be a number');
  return options.alpha;
}

/** The base and the order, where there are no other options. */
export function readOrder(options: { base?: number; alpha?: number } | undefined): {
  base: number;
  alpha: number;
} {
  const alpha = requireOrder(options);
  requireKnown(options as object, ['base', 'alpha']);
  return { base: baseIn(options as object), alpha };
}

function normalizationOf(form: Form, normalize: boolean | undefined): NormalizationName {
  if (normalize !== undefined && typeof normalize !== 'boolean') {
    reject('normalize', normalize, 'it must be true or false, or be left out');
  }
  const { always } = forms[form];
  if (always === undefined) {
    return normalize === undefined ? 'strict' : normalize ? 'divide' : 'as-given';
  }
  if (normalize === false) {
    reject('normalize', normalize, `${form} are always normalised; use a form of probabilities`);
  }
  return always;
}

/**
 * Options as the core takes them.
 *
 * @param more which options there are beside base, form and normalize
 */
export function readOptions(
  engine: Engine,
  options: (Options & { columns?: number; alpha?: number }) | undefined,
  more: readonly string[] = [],
): Readonly<Reading> {
  if (options === undefined) return engine.plain;
  requireKnown(options, [...finiteOptions, ...more]);
  const { form = 'probabilities', normalize, alpha = 1, columns } = options;
  if (!Object.hasOwn(forms, form)) {
    const names = Object.keys(forms).map((name) => `"${name}"`);
    reject('form', form, `it must be ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
  }
  if (typeof alpha !== 'number') reject('alpha', alpha, 'it must be a number');
  if (columns !== undefined && !(Number.isInteger(columns) && columns > 0)) {
    reject('columns', columns, 'it must be a whole number greater than 0');
  }
  return {
    form: engine.forms[forms[form].form],
    normalization: engine.normalization(normalizationOf(form, normalize)),
    base: baseIn(options),
    alpha,
    ...(columns !== undefined && { columns }),
  };
}

/** What an outcome that one distribution does not name has there. */
export function missingWeight(options: Options | undefined): number {
  return options?.form !== undefined && forms[options.form]?.form === 'logits' ? -Infinity : 0;
}
