/** Two distributions with parameters and their divergence, in programs of other languages. */

import { scipyCode } from './code-distributions-scipy.ts';
import type { PlainDistribution } from './code-families.ts';
import { finiteSnippets } from './code-finite-snippets.ts';
import { distributionLatex } from './code-latex-distributions.ts';
import { codeOf, JAVASCRIPT, literal } from './code-literals.ts';
import { commonKind, inLanguage, type Pair } from './code-pair.ts';
import { hasTorchForm } from './code-torch-pairs.ts';
import { BASES, type CodeSnippet, type CodeUnit, inUnit } from './code-units.ts';

export type { PlainDistribution } from './code-families.ts';

function torchCode(pair: Pair): string | undefined {
  const both = inLanguage(pair, 'torch');
  if (!both) return undefined;
  const [p, q] = both;
  const { unit } = pair;
  const print = (nats: string) => `print(${inUnit(nats, unit, 'math.log')})  # ${unit}`;
  const given = [`P = ${p}`, `Q = ${q}`, ''];
  const head = [
    ...(unit !== 'nats' || /math\./.test(p + q) ? ['import math'] : []),
    'import torch',
    'from torch.distributions import *',
    '',
    'torch.set_default_dtype(torch.float64)',
  ];
  if (hasTorchForm(pair.p.family, pair.q.family)) {
    return codeOf([head, given, print('kl_divergence(P, Q).item()')]);
  }
  return codeOf([
    head,
    given,
    '# PyTorch has no closed form of this pair: the mean of log p/q over draws from P.',
    'x = P.sample((100_000,))',
    'log_ratio = P.log_prob(x) - Q.log_prob(x)',
    print('log_ratio.mean().item()'),
    'print(log_ratio.std().item() / len(x)**0.5)  # the standard error, in nats',
  ]);
}

/** R's names of a distribution: the ending of d… and q…, and the further arguments. */
function rName(text: string): { name: string; more: string } {
  const colon = text.indexOf(': ');
  return { name: text.slice(0, colon), more: text.slice(colon + 2) };
}

function rCode(pair: Pair): string | undefined {
  const both = inLanguage(pair, 'r');
  const kind = commonKind(pair);
  if (!both) return undefined;
  const [p, q] = both;
  const say = (nats: string) => `${inUnit(nats, pair.unit, 'log')}  # ${pair.unit}`;
  if (kind === 'gaussian') {
    const [meanP, covP] = p.split('; ');
    const [meanQ, covQ] = q.split('; ');
    return codeOf([
      `mu_P <- ${meanP}`,
      `S_P <- ${covP}`,
      `mu_Q <- ${meanQ}`,
      `S_Q <- ${covQ}`,
      'A <- solve(S_Q, S_P)',
      'b <- mu_Q - mu_P',
      say('(sum(diag(A)) - log(det(A)) - length(b) + sum(b * solve(S_Q, b))) / 2'),
    ]);
  }
  if (kind === 'dirichlet') {
    return codeOf([
      `P <- ${p}`,
      `Q <- ${q}`,
      'log_B <- function(a) sum(lgamma(a)) - lgamma(sum(a))',
      say('(log_B(Q) - log_B(P) + sum((P - Q) * (digamma(P) - digamma(sum(P)))))'),
    ]);
  }
  if (kind !== 'continuous' && kind !== 'discrete') return undefined;
  const [ofP, ofQ] = [rName(p), rName(q)];
  const density = ({ name, more }: typeof ofP) => `d${name}(x, ${more}, log = TRUE)`;
  const quantile = (u: string, end = '') => `q${ofP.name}(${u}, ${ofP.more}${end})`;
  const upper = ', lower.tail = FALSE';
  const ratio = `log_ratio <- function(x) ${density(ofP)} - ${density(ofQ)}`;
  return kind === 'discrete'
    ? codeOf([
        ratio,
        `x <- ${quantile('1e-18')}:${quantile('1e-18', upper)}  # beyond, P has nothing left`,
        say(`sum(d${ofP.name}(x, ${ofP.more}) * log_ratio(x))`),
      ])
    : codeOf([
        ratio,
        '# The mean of log p/q over the quantiles of P, from both ends.',
        `both <- function(u) log_ratio(${quantile('u')}) + log_ratio(${quantile('u', upper)})`,
        'outside <- isTRUE(both(1e-12) == Inf)  # P has mass where Q has none',
        'nats <- if (outside) Inf else integrate(both, 0, 0.5, rel.tol = 1e-9)$value',
        say('nats'),
      ]);
}

function juliaCode(pair: Pair): string | undefined {
  const both = inLanguage(pair, 'julia');
  if (!both) return undefined;
  const [p, q] = both;
  return codeOf([
    /Diagonal/.test(p + q) ? 'using Distributions, LinearAlgebra' : 'using Distributions',
    '',
    `P = ${p}`,
    `Q = ${q}`,
    '',
    `${inUnit('kldivergence(P, Q)', pair.unit, 'log')}  # ${pair.unit}`,
  ]);
}

/** Of plain values: what a distribution is made of. */
function javascriptValue(value: unknown): string {
  if (typeof value === 'number') return literal(value, JAVASCRIPT);
  if (typeof value === 'string') return `'${value.replace(/[^\w ]/g, '')}'`;
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  if (isList) return `[${Array.from(value as unknown as unknown[], javascriptValue).join(', ')}]`;
  const entries = Object.entries(value as object).filter(([name]) => /^\w+$/.test(name));
  return `{ ${entries.map(([name, x]) => `${name}: ${javascriptValue(x)}`).join(', ')} }`;
}

function javascriptCode({ p, q, unit }: Pair): string {
  const options = unit === 'nats' ? '' : `, { base: ${BASES[unit]} }`;
  return codeOf([
    "import init, { klDivergence } from 'kl-divergence';",
    '',
    'await init();',
    `const p = ${javascriptValue(p)};`,
    `const q = ${javascriptValue(q)};`,
    `console.log(klDivergence(p, q${options})); // ${unit}`,
  ]);
}

type Categorical = { probs?: ArrayLike<number>; logits?: ArrayLike<number> };

/**
 * D(P‖Q) of two distributions with parameters: what each program prints is the number of this page, in its unit, or where it
 * says so an estimate. Languages that do not know the family are left out.
 */
export function distributionSnippets(
  p: PlainDistribution,
  q: PlainDistribution,
  unit: CodeUnit,
): CodeSnippet[] {
  if (p.family === 'Categorical' && q.family === 'Categorical') {
    const [ofP, ofQ] = [p, q] as Categorical[];
    if (ofP?.probs && ofQ?.probs) {
      return finiteSnippets({ p: ofP.probs, q: ofQ.probs, form: 'weights', unit });
    }
    if (ofP?.logits && ofQ?.logits) {
      return finiteSnippets({ p: ofP.logits, q: ofQ.logits, form: 'logits', unit });
    }
  }
  const pair = { p, q, unit };
  const codes: [string, string | undefined][] = [
    ['PyTorch', torchCode(pair)],
    ['NumPy, SciPy', scipyCode(pair)],
    ['R', rCode(pair)],
    ['Julia', juliaCode(pair)],
    ['JavaScript', javascriptCode(pair)],
    ['LaTeX', distributionLatex(p, q, unit)],
  ];
  return codes.flatMap(([language, code]) => (code === undefined ? [] : [{ language, code }]));
}
