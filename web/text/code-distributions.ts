/** Two distributions with parameters and their divergence, in programs of other languages. */
import { FAMILY_CODES, type PlainDistribution } from './code-families.ts';
import { finiteSnippets } from './code-finite-snippets.ts';
import { distributionLatex } from './code-latex-distributions.ts';
import { codeOf, JAVASCRIPT, literal } from './code-literals.ts';
import { codeIn, isMixture, scipyComponents } from './code-mixtures.ts';
import { hasTorchForm } from './code-torch-pairs.ts';
import { BASES, type CodeSnippet, type CodeUnit, inUnit } from './code-units.ts';

export type { PlainDistribution } from './code-families.ts';

interface Pair {
  p: PlainDistribution;
  q: PlainDistribution;
  unit: CodeUnit;
}

type Both = [p: string, q: string];

function inLanguage({ p, q }: Pair, language: 'torch' | 'scipy' | 'r' | 'julia'): Both | undefined {
  const [ofP, ofQ] = [codeIn(p, language), codeIn(q, language)];
  return ofP !== undefined && ofQ !== undefined ? [ofP, ofQ] : undefined;
}

const kindOf = ({ family }: PlainDistribution) => FAMILY_CODES[family]?.kind;

/** The kind of both, if they are of one. */
function commonKind({ p, q }: Pair) {
  const kind = kindOf(p);
  return kind === kindOf(q) ? kind : undefined;
}

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

/** The mean of log p/q is the weighted mean of those over each component of P. */
function scipyMixtureCode({ p, q, unit }: Pair): string | undefined {
  const [ofP, ofQ] = [scipyComponents(p), scipyComponents(q)];
  if (ofP === undefined || ofQ === undefined) return undefined;
  return codeOf([
    'import numpy as np',
    'from scipy.integrate import quad',
    'from scipy.special import logsumexp',
    'from scipy.stats import *',
    '',
    '# (weight, component)',
    `P = ${ofP}`,
    `Q = ${ofQ}`,
    '',
    'def log_density(components, x):',
    '    total = sum(w for w, _ in components)',
    '    return logsumexp([np.log(w / total) + c.logpdf(x) for w, c in components])',
    '',
    'def log_ratio(x):',
    '    return log_density(P, x) - log_density(Q, x)',
    '',
    '# The mean of log p/q over the quantiles of each component of P, from both ends.',
    'def mean(c):',
    '    return quad(lambda u: log_ratio(c.ppf(u)) + log_ratio(c.isf(u)), 0, 0.5, limit=200)[0]',
    '',
    'nats = sum(w * mean(c) for w, c in P) / sum(w for w, _ in P)',
    `print(${inUnit('nats', unit, 'np.log')})  # ${unit}`,
  ]);
}

/** The quantile form: no bounds of integration, whatever the scale. */
function scipyCode(pair: Pair): string | undefined {
  if (isMixture(pair.p) || isMixture(pair.q)) return scipyMixtureCode(pair);
  const both = inLanguage(pair, 'scipy');
  const kind = commonKind(pair);
  if (!both) return undefined;
  const [p, q] = both;
  const print = (nats: string) => `print(${inUnit(nats, pair.unit, 'np.log')})  # ${pair.unit}`;
  if (kind === 'continuous') {
    return codeOf([
      'import numpy as np',
      'from scipy.integrate import quad',
      'from scipy.stats import *',
      '',
      `P = ${p}`,
      `Q = ${q}`,
      '',
      'def log_ratio(x):',
      '    return P.logpdf(x) - Q.logpdf(x)',
      '',
      '# The mean of log p/q over the quantiles of P, from both ends.',
      'nats = quad(lambda u: log_ratio(P.ppf(u)) + log_ratio(P.isf(u)), 0, 0.5, limit=200)[0]',
      '(a, b), (c, d) = P.support(), Q.support()',
      print('(nats if c <= a and b <= d else np.inf)'),
    ]);
  }
  if (kind === 'discrete') {
    return codeOf([
      'import numpy as np',
      'from scipy.stats import *',
      '',
      `P = ${p}`,
      `Q = ${q}`,
      '',
      'reach = 40 * P.std() + 40  # beyond, P has nothing left',
      'k = np.arange(max(0, int(P.mean() - reach)), int(P.mean() + reach))',
      'k = k[P.pmf(k) > 0]  # 0 log 0 = 0',
      print('np.sum(P.pmf(k) * (P.logpmf(k) - Q.logpmf(k)))'),
    ]);
  }
  if (kind === 'gaussian') {
    return codeOf([
      'import numpy as np',
      '',
      `mu_P, S_P = ${p}`,
      `mu_Q, S_Q = ${q}`,
      '',
      'L_P, L_Q = np.linalg.cholesky(S_P), np.linalg.cholesky(S_Q)',
      'A, b = np.linalg.solve(L_Q, L_P), np.linalg.solve(L_Q, mu_Q - mu_P)',
      'log_det = 2 * np.sum(np.log(np.diag(L_Q) / np.diag(L_P)))  # log det S_Q/det S_P',
      print('(log_det - len(b) + np.sum(A**2) + b @ b) / 2'),
    ]);
  }
  if (kind !== 'dirichlet') return undefined;
  return codeOf([
    'import numpy as np',
    'from scipy.special import digamma, gammaln',
    '',
    `P = ${p}`,
    `Q = ${q}`,
    '',
    'log_B = lambda a: gammaln(a).sum() - gammaln(a.sum())',
    'nats = log_B(Q) - log_B(P) + np.sum((P - Q) * (digamma(P) - digamma(P.sum())))',
    print('nats'),
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
