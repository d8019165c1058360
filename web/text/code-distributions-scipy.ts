/** Two distributions with parameters and their divergence, with NumPy and SciPy. */
import { codeOf } from './code-literals.ts';
import { isMixture, scipyComponents } from './code-mixtures.ts';
import { commonKind, inLanguage, type Pair } from './code-pair.ts';
import { inUnit } from './code-units.ts';

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
export function scipyCode(pair: Pair): string | undefined {
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
