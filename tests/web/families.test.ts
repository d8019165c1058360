// web/core/families.ts: what the list of families in C++ says, and the order of torch's parameters.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { dimensions, familyNames, logDensities, pairs } from './support/families.ts';

/** The positional parameters of torch.distributions (by inspect.signature of 1.13; InverseGamma: of 2.3), up to `logits`. */
const torch: Record<string, string[]> = {
  Bernoulli: ['probs'],
  Beta: ['concentration1', 'concentration0'],
  Binomial: ['total_count', 'probs'],
  Categorical: ['probs'],
  Cauchy: ['loc', 'scale'],
  Chi2: ['df'],
  ContinuousBernoulli: ['probs'],
  Dirichlet: ['concentration'],
  Exponential: ['rate'],
  Gamma: ['concentration', 'rate'],
  Geometric: ['probs'],
  Gumbel: ['loc', 'scale'],
  HalfCauchy: ['scale'],
  HalfNormal: ['scale'],
  InverseGamma: ['concentration', 'rate'],
  Kumaraswamy: ['concentration1', 'concentration0'],
  Laplace: ['loc', 'scale'],
  LogNormal: ['loc', 'scale'],
  LowRankMultivariateNormal: ['loc', 'cov_factor', 'cov_diag'],
  MultivariateNormal: ['loc', 'covariance_matrix'],
  NegativeBinomial: ['total_count', 'probs'],
  Normal: ['loc', 'scale'],
  Pareto: ['scale', 'alpha'],
  Poisson: ['rate'],
  StudentT: ['df', 'loc', 'scale'],
  Uniform: ['low', 'high'],
  VonMises: ['loc', 'concentration'],
  Weibull: ['scale', 'concentration'],
};

/** What torch has not, or makes in another way. */
const ours: Record<string, string[]> = {
  DiagonalNormal: ['loc', 'scale'],
  Independent: ['components'],
  LogUniform: ['low', 'high'],
  Logistic: ['loc', 'scale'],
  Mixture: ['weights', 'components'],
  Rayleigh: ['scale'],
};

/** The further names of the last parameter. */
const alternatives: Record<string, string[]> = {
  Bernoulli: ['logits'],
  Binomial: ['logits'],
  Categorical: ['logits'],
  ContinuousBernoulli: ['logits'],
  Geometric: ['logits'],
  MultivariateNormal: ['scaleTril', 'precisionMatrix'],
  NegativeBinomial: ['logits'],
};

const camelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function factoryOf(family: string): (...parameters: unknown[]) => object {
  const name = family.charAt(0).toLowerCase() + family.slice(1);
  return Reflect.get(kl, name);
}

describe('families.ts', () => {
  it('is what its generator makes of the module', () => {
    execFileSync('node', ['scripts/families.mjs', '--check'], { stdio: 'pipe' });
  });

  it('has each family of the list, and the tests have too', () => {
    expect(familyNames.length).toBeGreaterThan(30);
    expect(Object.keys({ ...torch, ...ours }).sort()).toEqual([...familyNames].sort());
    expect(Object.keys(pairs).sort()).toEqual([...familyNames].sort());
    expect(Object.keys(logDensities).sort()).toEqual([...familyNames].sort());
    expect(familyNames).toEqual(expect.arrayContaining(Object.keys(dimensions)));
  });
});

describe.each(familyNames)('the factory of %s', (family) => {
  const names = (torch[family] ?? ours[family] ?? []).map(camelCase);

  it('takes its parameters in the order of torch', () => {
    const values = names.map((_, i) => i + 1);
    const want = Object.fromEntries(names.map((name, i) => [name, i + 1]));
    const made = factoryOf(family)(...values);
    expect(made).toEqual({ family, ...want });
    expect(Object.keys(made)).toEqual(['family', ...names]);
    expect(factoryOf(family)).toHaveLength(names.length);
  });

  it.each(alternatives[family] ?? [])('takes %s in place of the last', (other) => {
    const leading = names.slice(0, -1);
    const want = Object.fromEntries(leading.map((name, i) => [name, i + 1]));
    const made = factoryOf(family)(...leading.map((_, i) => i + 1), { [other]: 7 });
    expect(made).toEqual({ family, ...want, [other]: 7 });
  });
});
