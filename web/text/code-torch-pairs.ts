/** For which pairs PyTorch's kl_divergence has an answer; for others it raises NotImplementedError. */

const ALIKE = [
  'Bernoulli',
  'Beta',
  'Binomial',
  'Categorical',
  'Cauchy',
  'ContinuousBernoulli',
  'Dirichlet',
  'Exponential',
  'Gamma',
  'Geometric',
  'Gumbel',
  'HalfCauchy',
  'HalfNormal',
  'InverseGamma',
  'Laplace',
  'LogNormal',
  'LogUniform',
  'MultivariateNormal',
  'LowRankMultivariateNormal',
  'Normal',
  'Pareto',
  'Poisson',
  'Uniform',
];

/** P's family: those of Q; infinite ones included, but not where PyTorch 1.13 is wrong at the ends of an interval. */
const ACROSS: Readonly<Record<string, string>> = {
  Bernoulli: 'Poisson',
  Beta: 'ContinuousBernoulli Exponential Gamma Normal Pareto Uniform',
  ContinuousBernoulli: 'Exponential Normal Pareto',
  Exponential: 'Beta ContinuousBernoulli Gamma Gumbel Normal Pareto Uniform',
  Gamma: 'Beta ContinuousBernoulli Exponential Gumbel Normal Pareto Uniform',
  Gumbel: 'Beta ContinuousBernoulli Exponential Gamma Normal Pareto Uniform',
  Laplace: 'Beta ContinuousBernoulli Exponential Gamma Normal Pareto Uniform',
  LowRankMultivariateNormal: 'MultivariateNormal',
  MultivariateNormal: 'LowRankMultivariateNormal',
  Normal: 'Beta ContinuousBernoulli Exponential Gamma Gumbel Laplace Pareto Uniform',
  Pareto: 'Beta ContinuousBernoulli Exponential Gamma Normal Uniform',
  Poisson: 'Bernoulli Binomial',
  Uniform: 'Exponential Gumbel Normal Pareto',
};

/** What a family is in PyTorch, where it is a special case of another. */
const AS: Readonly<Record<string, string>> = {
  Chi2: 'Gamma',
  DiagonalNormal: 'MultivariateNormal',
};

export function hasTorchForm(p: string, q: string): boolean {
  const [ofP, ofQ] = [AS[p] ?? p, AS[q] ?? q];
  if (ofP === ofQ) return ALIKE.includes(ofP);
  return ACROSS[ofP]?.split(' ').includes(ofQ) ?? false;
}
