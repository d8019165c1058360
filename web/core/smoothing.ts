import { DivergenceError } from './errors.ts';
import type { SmoothingName } from './kl-glue.d.ts';
import { requireEngine } from './load.ts';
import type { Outcomes } from './named.ts';
import { offerPairs } from './pairs.ts';

/** Added to each count: 1, ½, 1/m or √n/m for m outcomes counted n times in all; or so much. */
export type Pseudocount = 'laplace' | 'jeffreys' | 'schurmann-grassberger' | 'minimax' | number;

/** How `smooth` is to do it: one of its methods, and the amount. */
export type SmoothingOptions =
  | { method: 'pseudocount'; pseudocount: Pseudocount }
  | { method: 'shrinkage'; lambda?: number }
  | { method: 'epsilon'; epsilon: number }
  | { method: 'mix'; weight: number };

/** What `smooth` made of weights, and how. */
export interface Smoothed {
  /** They sum to 1, but for rounding. */
  probabilities: Float64Array;
  /** As asked for. */
  method: SmoothingOptions['method'];
  /** The share of the uniform distribution: probabilities are (1 − λ) wᵢ/Σw + λ/m. */
  lambda: number;
  /** What was added to each weight, by the methods that add. */
  added?: number;
  /** What the weights summed to. */
  sum: number;
  /** What was done, in a sentence. */
  note: string;
  /** Of named outcomes: which is which. */
  labels?: string[];
}

/** A method as C++ knows it, and what the note says of it. */
interface Plan {
  name: SmoothingName;
  amount: number;
  say(smoothed: Smoothed): string;
}

const optionOf = {
  pseudocount: 'pseudocount',
  shrinkage: 'lambda',
  epsilon: 'epsilon',
  mix: 'weight',
} as const;

const shown = (x: number): string => String(Number(x.toPrecision(6)));

function reject(name: string, value: unknown, rule: string): never {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  throw new DivergenceError('option-not-usable', `${name} is ${text}: ${rule}.`, {
    argument: name,
  });
}

function requireAmount(name: string, value: unknown, limit = Infinity): number {
  if (typeof value === 'number' && value >= 0 && value <= limit && value < Infinity) return value;
  return reject(
    name,
    value,
    `it must be ${limit < Infinity ? `from 0 to ${limit}` : 'a finite number, at least 0'}`,
  );
}

const added =
  (rule: string) =>
  ({ probabilities: { length: m }, sum, added: amount = 0 }: Smoothed): string =>
    `${shown(amount)} was added to ${m === 1 ? 'the only weight' : `each of the ${m} weights`} (${rule}), ` +
    `and their new sum, ${shown(sum + m * amount)}, was divided out.`;

const mixed =
  (reason: string) =>
  ({ lambda }: Smoothed): string =>
    `The weights were divided by their sum and mixed with the uniform distribution, which has the share ${shown(lambda)} ${reason}.`;

function pseudocountPlan(pseudocount: unknown): Plan {
  switch (pseudocount) {
    case 'laplace':
      return { name: 'pseudocount', amount: 1, say: added('the rule of Laplace') };
    case 'jeffreys':
      return { name: 'pseudocount', amount: 0.5, say: added('the rule of Jeffreys') };
    case 'schurmann-grassberger':
      return {
        name: 'per-outcome',
        amount: 1,
        say: added('the rule of Schürmann and Grassberger, 1/m'),
      };
    case 'minimax':
      return { name: 'minimax', amount: 0, say: added('the minimax rule, √n/m') };
  }
  if (typeof pseudocount !== 'number') {
    const names = '"laplace", "jeffreys", "schurmann-grassberger", "minimax"';
    reject('pseudocount', pseudocount, `it must be ${names} or a number`);
  }
  const amount = requireAmount('pseudocount', pseudocount);
  return { name: 'pseudocount', amount, say: added('a pseudocount') };
}

function planOf(options: SmoothingOptions): Plan {
  const { method } = options ?? {};
  if (!Object.hasOwn(optionOf, method)) {
    reject('method', method, 'it must be "pseudocount", "shrinkage", "epsilon" or "mix"');
  }
  const option = optionOf[method];
  for (const name of Object.keys(options)) {
    if (name !== 'method' && name !== option) {
      throw new DivergenceError(
        'option-unknown',
        `${name} is no option of the method "${method}": there is ${option}.`,
        { argument: name },
      );
    }
  }
  const value: unknown = Reflect.get(options, option);
  switch (method) {
    case 'pseudocount':
      return pseudocountPlan(value);
    case 'epsilon':
      return {
        name: 'epsilon',
        amount: requireAmount('epsilon', value),
        say: ({ probabilities: { length: m } }) =>
          `${shown(value as number)} was added to ${m === 1 ? 'the only probability' : `each of the ${m} probabilities`}, ` +
          `and their new sum, ${shown(1 + m * (value as number))}, was divided out.`,
      };
    case 'mix':
      return { name: 'mix', amount: requireAmount('weight', value, 1), say: mixed('asked for') };
    case 'shrinkage':
      return value === undefined
        ? { name: 'shrinkage', amount: 0, say: mixed('that the counts suggest (James and Stein)') }
        : { name: 'mix', amount: requireAmount('lambda', value, 1), say: mixed('asked for') };
  }
}

/**
 * Probabilities for weights, none of them 0 (unless nothing is added): so that an outcome which was never seen does not
 * make a divergence infinite. No other function smooths; this one says what it did.
 *
 *   pseudocount   (wᵢ + a)/(n + m a), n = Σw, m outcomes; a: 'laplace' 1, 'jeffreys' ½, 'schurmann-grassberger' 1/m,
 *                 'minimax' √n/m, or a number
 *   shrinkage     (1 − λ) wᵢ/n + λ/m; λ as given, else λ = (1 − Σ ûᵢ²)/((n − 1) Σ (1/m − ûᵢ)²), at most 1, with
 *                 ûᵢ = wᵢ/n, for weights that are counts (1 for n ≤ 1)
 *   epsilon       (wᵢ/n + ε)/(1 + m ε)
 *   mix           (1 − weight) wᵢ/n + weight/m
 *
 * Shape    weights: n ≥ 1 outcomes, named or not
 * Domain   finite and at least 0; the amount at least 0, λ and `weight` at most 1
 * Error    at most 4 units in the last place of every probability
 * Throws   DivergenceError, for weights as `klDivergence`; if all are 0, only where they alone decide
 * Source   Hausser and Strimmer, "Entropy inference and the James-Stein estimator", JMLR 10, 2009
 */
export function smooth(weights: Outcomes, options: SmoothingOptions): Smoothed {
  const engine = requireEngine();
  const plan = planOf(options);
  const n = offerPairs(engine, weights, weights);
  const probabilities = new Float64Array(n);
  engine.calls.takeNumbers = (offset, address, length) =>
    probabilities.set(engine.view(address, length), offset);
  const found = engine.calls._smooth(n, engine.calls.Smoothing[plan.name].value, plan.amount) !== 0;
  engine.release();
  if (!found) throw engine.problem();
  const smoothed: Smoothed = {
    probabilities,
    method: options.method,
    lambda: engine.figure(0),
    sum: engine.figure(2),
    note: '',
  };
  if (options.method === 'pseudocount' || options.method === 'epsilon') {
    smoothed.added = engine.figure(1);
  }
  if (engine.labels) smoothed.labels = engine.labels;
  smoothed.note = plan.say(smoothed);
  return smoothed;
}
