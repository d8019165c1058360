/** Two finite distributions and their divergence, in programs of other languages. */
import {
  codeOf,
  JAVASCRIPT,
  JULIA,
  list,
  type Notation,
  outcomesLine,
  PYTHON,
  quoted,
  R,
} from './code-literals.ts';
import { BASES, type CodeUnit, inUnit } from './code-units.ts';

/** What the numbers are; as the module's forms. */
export type CodeForm = 'probabilities' | 'weights' | 'logits' | 'log-probabilities';

export interface FiniteCode {
  p: ArrayLike<number>;
  q: ArrayLike<number>;
  form: CodeForm;
  unit: CodeUnit;
  /** The outcomes' names, if they have any. */
  labels?: readonly string[] | undefined;
}

/** Sums that differ more from 1 than rounding explains are divided out. */
const SUM_ROUNDING = 1e-12;

/** What distinguishes one computation from another; found once, for all languages. */
interface Traits {
  /** The numbers are logarithms, up to a constant. */
  logarithms: boolean;
  /** Numbers are divided by their sum. */
  divide: boolean;
  /** P excludes some outcome; Q excludes some. */
  pExcludes: boolean;
  qExcludes: boolean;
  /** A probability is less than what PyTorch's Categorical makes of probs=. */
  tiny: boolean;
  /** A probability of Q is 0 in doubles, though its logarithm is not -Infinity. */
  underflows: boolean;
}

/** e to less is 0 in doubles. */
const LEAST_EXPONENT = -708;

export function traitsOf({ p, q, form }: FiniteCode): Traits {
  const logarithms = form === 'logits' || form === 'log-probabilities';
  const excluded = logarithms ? -Infinity : 0;
  const [ps, qs] = [Array.from(p), Array.from(q)];
  const sum = (xs: number[]) => xs.reduce((total, x) => total + x, 0);
  const off = (xs: number[]) => Math.abs(sum(xs) - 1) > SUM_ROUNDING;
  const isTiny = (xs: number[]) => {
    const least = Number.EPSILON * sum(xs);
    return xs.some((x) => x > 0 && x < least);
  };
  const underflows = (xs: number[]) => {
    const least = xs.reduce((greatest, x) => Math.max(greatest, x)) + LEAST_EXPONENT;
    return xs.some((x) => x < least && x !== -Infinity);
  };
  return {
    logarithms,
    divide: form === 'weights' || (form === 'probabilities' && (off(ps) || off(qs))),
    pExcludes: ps.includes(excluded),
    qExcludes: qs.includes(excluded),
    tiny: !logarithms && (isTiny(ps) || isTiny(qs)),
    underflows: logarithms && underflows(qs),
  };
}

/** `P = …` and `Q = …`, as `assign` writes a statement. */
function given(
  { p, q, labels }: FiniteCode,
  notation: Notation,
  assign: (name: string, value: string) => string,
): string[] {
  return [
    ...outcomesLine(labels, notation),
    assign('P', list(p, notation)),
    assign('Q', list(q, notation)),
  ];
}

export function torchCode(input: FiniteCode): string {
  const { unit } = input;
  const { logarithms, divide, qExcludes, tiny, underflows } = traitsOf(input);
  const log = (x: string) => (logarithms ? `log_${x}` : `${x}.log()`);
  const masked = (x: string) => (qExcludes ? `${x}[s]` : x);
  const parameter = logarithms
    ? (x: string) => `logits=log_${x}`
    : (x: string) => (tiny ? `logits=${x}.log()` : `probs=${x}`);
  const print = (nats: string) => `print(${inUnit(`${nats}.item()`, unit, 'math.log')})  # ${unit}`;
  const usesMath = unit !== 'nats' || (logarithms && qExcludes);
  return codeOf([
    usesMath ? ['import math'] : [],
    'import torch',
    'import torch.nn.functional as F',
    underflows ? [] : ['from torch.distributions import Categorical, kl_divergence'],
    '',
    given(input, PYTHON, (name, value) => `${name} = torch.tensor(${value}, dtype=torch.float64)`),
    divide ? ['P, Q = P / P.sum(), Q / Q.sum()'] : [],
    logarithms
      ? ['log_P, log_Q = P.log_softmax(-1), Q.log_softmax(-1)', 'P, Q = log_P.exp(), log_Q.exp()']
      : [],
    '',
    '# The order is the reverse of D(P‖Q): input is log Q, target is P.',
    qExcludes ? ['s = P > 0  # where P and Q are both 0, F.kl_div is NaN'] : [],
    print(`F.kl_div(${masked(log('Q'))}, ${masked('P')}, reduction='sum')`),
    ...(underflows
      ? ['# kl_divergence(Categorical…) gives ∞: it takes what underflows for 0.']
      : [
          '',
          '# Here P comes first.',
          ...(tiny ? ['# probs= would raise probabilities to 2.2e-16; logits= does not.'] : []),
          print(`kl_divergence(Categorical(${parameter('P')}), Categorical(${parameter('Q')}))`),
        ]),
  ]);
}

export function scipyCode(input: FiniteCode): string {
  const { unit } = input;
  const { logarithms, divide, pExcludes } = traitsOf(input);
  const print = (nats: string) => `print(${inUnit(nats, unit, 'np.log')})  # ${unit}`;
  const base = unit === 'nats' ? '' : `, base=${BASES[unit]}`;
  if (logarithms) {
    const [logP, logQ] = pExcludes ? ['log_P[s]', 'log_Q[s]'] : ['log_P', 'log_Q'];
    return codeOf([
      traitsOf(input).qExcludes || pExcludes ? ['import math'] : [],
      'import numpy as np',
      'from scipy.special import log_softmax',
      '',
      given(input, PYTHON, (name, value) => `${name} = np.array(${value})`),
      'log_P, log_Q = log_softmax(P), log_softmax(Q)',
      '',
      pExcludes ? ['s = log_P > -np.inf  # 0 log 0 = 0'] : [],
      print(`np.sum(np.exp(${logP}) * (${logP} - ${logQ}))`),
    ]);
  }
  return codeOf([
    'import numpy as np',
    'from scipy.special import rel_entr',
    'from scipy.stats import entropy',
    '',
    given(input, PYTHON, (name, value) => `${name} = np.array(${value})`),
    divide ? ['P, Q = P / P.sum(), Q / Q.sum()'] : [],
    '',
    print('rel_entr(P, Q).sum()'),
    `print(entropy(P, Q${base}))  # the same; entropy divides by the sums, silently`,
  ]);
}

export function rCode(input: FiniteCode): string {
  const { unit } = input;
  const { logarithms, divide, pExcludes } = traitsOf(input);
  const at = (x: string) => (pExcludes ? `${x}[s]` : x);
  const log = { nats: 'log', bits: 'log2', bans: 'log10' }[unit];
  const lines = given(input, R, (name, value) => `${name} <- ${value}`);
  if (logarithms) {
    return codeOf([
      lines,
      'log_softmax <- function(x) { x <- x - max(x); x - log(sum(exp(x))) }',
      'log_P <- log_softmax(P)',
      'log_Q <- log_softmax(Q)',
      pExcludes ? ['s <- log_P > -Inf  # 0 log 0 = 0'] : [],
      `${inUnit(`sum(exp(${at('log_P')}) * (${at('log_P')} - ${at('log_Q')}))`, unit, 'log')}  # ${unit}`,
    ]);
  }
  return codeOf([
    lines,
    divide ? ['P <- P / sum(P)', 'Q <- Q / sum(Q)'] : [],
    pExcludes ? ['s <- P > 0  # 0 log 0 = 0'] : [],
    `sum(${at('P')} * ${log}(${at('P')} / ${at('Q')}))  # ${unit}`,
  ]);
}

export function juliaCode(input: FiniteCode): string {
  const { unit } = input;
  const { logarithms, divide, pExcludes } = traitsOf(input);
  const lines = given(input, JULIA, (name, value) => `${name} = ${value}`);
  if (logarithms) {
    const [logP, logQ] = pExcludes ? ['log_P[s]', 'log_Q[s]'] : ['log_P', 'log_Q'];
    return codeOf([
      'using LogExpFunctions: logsumexp',
      '',
      lines,
      'log_P = P .- logsumexp(P)',
      'log_Q = Q .- logsumexp(Q)',
      '',
      pExcludes ? ['s = log_P .> -Inf  # 0 log 0 = 0'] : [],
      `${inUnit(`sum(exp.(${logP}) .* (${logP} .- ${logQ}))`, unit, 'log')}  # ${unit}`,
    ]);
  }
  const base = unit === 'nats' ? '' : `, ${BASES[unit]}`;
  return codeOf([
    'using StatsBase  # Distributions has the same function',
    '',
    lines,
    divide ? ['P = P / sum(P)', 'Q = Q / sum(Q)'] : [],
    '',
    `kldivergence(P, Q${base})  # ${unit}`,
  ]);
}

/** Outcomes that have names are a Map: as keys of an object, some names would change their order or be lost. */
function javascriptList(numbers: ArrayLike<number>, labels: readonly string[] | undefined): string {
  if (!labels) return list(numbers, JAVASCRIPT);
  const entry = (label: string, i: number) =>
    `  [${quoted(label)}, ${numbers[i] === -Infinity ? '-Infinity' : numbers[i]}],`;
  return codeOf(['new Map([', labels.map(entry), '])']);
}

export function javascriptCode(input: FiniteCode): string {
  const { p, q, form, unit, labels } = input;
  const options = [
    form === 'probabilities' ? [] : [`form: '${form}'`],
    unit === 'nats' ? [] : [`base: ${BASES[unit]}`],
  ].flat();
  const last = options.length > 0 ? `, { ${options.join(', ')} }` : '';
  return codeOf([
    "import init, { klDivergence } from 'kl-divergence';",
    '',
    'await init();',
    `const p = ${javascriptList(p, labels)};`,
    `const q = ${javascriptList(q, labels)};`,
    `console.log(klDivergence(p, q${last})); // ${unit}`,
  ]);
}
