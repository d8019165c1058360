/** How each family is called in other languages: templates in which {name} is a parameter. */

/** A distribution as the module takes it: a plain object with a family and parameters. */
export interface PlainDistribution {
  readonly family: string;
}

export type CodeLanguage = 'torch' | 'scipy' | 'r' | 'julia' | 'latex';

/**
 * `{chance}` is `probs=…` or `logits=…` as they were given, `{probs}` the probability, `{failure}` its complement. A language
 * in which a family has no name is left out. R's are the ending of d… and q…, with the arguments that follow the first.
 */
interface FamilyCode extends Partial<Record<CodeLanguage, string>> {
  kind: 'continuous' | 'discrete' | 'gaussian' | 'dirichlet' | 'categorical' | 'made';
}

const continuous = { kind: 'continuous' } as const;
const discrete = { kind: 'discrete' } as const;
const gaussian = { kind: 'gaussian' } as const;

export const FAMILY_CODES: Readonly<Record<string, FamilyCode>> = {
  Normal: {
    ...continuous,
    torch: 'Normal({loc}, {scale})',
    scipy: 'norm({loc}, {scale})',
    r: 'norm: {loc}, {scale}',
    julia: 'Normal({loc}, {scale})',
    latex: '\\mathcal{N}({loc}, {scale}^2)',
  },
  Laplace: {
    ...continuous,
    torch: 'Laplace({loc}, {scale})',
    scipy: 'laplace({loc}, {scale})',
    julia: 'Laplace({loc}, {scale})',
  },
  Logistic: {
    ...continuous,
    torch:
      'TransformedDistribution(Uniform(0, 1), [SigmoidTransform().inv, AffineTransform({loc}, {scale})])',
    scipy: 'logistic({loc}, {scale})',
    r: 'logis: {loc}, {scale}',
    julia: 'Logistic({loc}, {scale})',
  },
  Gumbel: {
    ...continuous,
    torch: 'Gumbel({loc}, {scale})',
    scipy: 'gumbel_r({loc}, {scale})',
    julia: 'Gumbel({loc}, {scale})',
  },
  Cauchy: {
    ...continuous,
    torch: 'Cauchy({loc}, {scale})',
    scipy: 'cauchy({loc}, {scale})',
    r: 'cauchy: {loc}, {scale}',
    julia: 'Cauchy({loc}, {scale})',
  },
  StudentT: {
    ...continuous,
    torch: 'StudentT({df}, {loc}, {scale})',
    scipy: 't({df}, {loc}, {scale})',
    julia: '{loc} + {scale} * TDist({df})',
  },
  Exponential: {
    ...continuous,
    torch: 'Exponential({rate})',
    scipy: 'expon(scale=1 / {rate})',
    r: 'exp: {rate}',
    julia: 'Exponential(1 / {rate})',
  },
  Gamma: {
    ...continuous,
    torch: 'Gamma({concentration}, {rate})',
    scipy: 'gamma({concentration}, scale=1 / {rate})',
    r: 'gamma: {concentration}, {rate}',
    julia: 'Gamma({concentration}, 1 / {rate})',
  },
  Chi2: {
    ...continuous,
    torch: 'Chi2({df})',
    scipy: 'chi2({df})',
    r: 'chisq: {df}',
    julia: 'Chisq({df})',
    latex: '\\chi^2({df})',
  },
  InverseGamma: {
    ...continuous,
    torch:
      'TransformedDistribution(Gamma({concentration}, {rate}), [PowerTransform(torch.tensor(-1.0))])',
    scipy: 'invgamma({concentration}, scale={rate})',
    julia: 'InverseGamma({concentration}, {rate})',
  },
  LogNormal: {
    ...continuous,
    torch: 'LogNormal({loc}, {scale})',
    scipy: 'lognorm({scale}, scale=np.exp({loc}))',
    r: 'lnorm: {loc}, {scale}',
    julia: 'LogNormal({loc}, {scale})',
  },
  Weibull: {
    ...continuous,
    torch: 'Weibull({scale}, {concentration})',
    scipy: 'weibull_min({concentration}, scale={scale})',
    r: 'weibull: {concentration}, {scale}',
    julia: 'Weibull({concentration}, {scale})',
  },
  Rayleigh: {
    ...continuous,
    torch: 'Weibull(2**0.5 * {scale}, 2)',
    scipy: 'rayleigh(scale={scale})',
    julia: 'Rayleigh({scale})',
  },
  HalfNormal: {
    ...continuous,
    torch: 'HalfNormal({scale})',
    scipy: 'halfnorm(scale={scale})',
    julia: 'truncated(Normal(0, {scale}); lower=0)',
  },
  HalfCauchy: {
    ...continuous,
    torch: 'HalfCauchy({scale})',
    scipy: 'halfcauchy(scale={scale})',
    julia: 'truncated(Cauchy(0, {scale}); lower=0)',
  },
  Pareto: {
    ...continuous,
    torch: 'Pareto({scale}, {alpha})',
    scipy: 'pareto({alpha}, scale={scale})',
    julia: 'Pareto({alpha}, {scale})',
  },
  Uniform: {
    ...continuous,
    torch: 'Uniform({low}, {high})',
    scipy: 'uniform({low}, {high} - ({low}))',
    r: 'unif: {low}, {high}',
    julia: 'Uniform({low}, {high})',
  },
  LogUniform: {
    ...continuous,
    torch: 'TransformedDistribution(Uniform(math.log({low}), math.log({high})), [ExpTransform()])',
    scipy: 'loguniform({low}, {high})',
    julia: 'LogUniform({low}, {high})',
  },
  Beta: {
    ...continuous,
    torch: 'Beta({concentration1}, {concentration0})',
    scipy: 'beta({concentration1}, {concentration0})',
    r: 'beta: {concentration1}, {concentration0}',
    julia: 'Beta({concentration1}, {concentration0})',
  },
  Kumaraswamy: {
    ...continuous,
    torch: 'Kumaraswamy({concentration1}, {concentration0})',
    julia: 'Kumaraswamy({concentration1}, {concentration0})',
  },
  ContinuousBernoulli: { ...continuous, torch: 'ContinuousBernoulli({chance})' },
  VonMises: {
    ...continuous,
    torch: 'VonMises({loc}, {concentration})',
    julia: 'VonMises({loc}, {concentration})',
  },
  Bernoulli: {
    ...discrete,
    torch: 'Bernoulli({chance})',
    scipy: 'bernoulli({probs})',
    r: 'binom: 1, {probs}',
    julia: 'Bernoulli({probs})',
  },
  Binomial: {
    ...discrete,
    torch: 'Binomial({totalCount}, {chance})',
    scipy: 'binom({totalCount}, {probs})',
    r: 'binom: {totalCount}, {probs}',
    julia: 'Binomial({totalCount}, {probs})',
  },
  Geometric: {
    ...discrete,
    torch: 'Geometric({chance})',
    scipy: 'geom({probs}, loc=-1)',
    r: 'geom: {probs}',
    julia: 'Geometric({probs})',
  },
  // Here successes before r failures are counted, there failures before r successes.
  NegativeBinomial: {
    ...discrete,
    torch: 'NegativeBinomial({totalCount}, {chance})',
    scipy: 'nbinom({totalCount}, {failure})',
    r: 'nbinom: {totalCount}, {failure}',
    julia: 'NegativeBinomial({totalCount}, {failure})',
  },
  Poisson: {
    ...discrete,
    torch: 'Poisson({rate})',
    scipy: 'poisson({rate})',
    r: 'pois: {rate}',
    julia: 'Poisson({rate})',
  },
  Categorical: { kind: 'categorical', torch: 'Categorical({chance})' },
  Dirichlet: {
    kind: 'dirichlet',
    torch: 'Dirichlet({concentration})',
    scipy: '{concentration}',
    r: '{concentration}',
  },
  DiagonalNormal: {
    ...gaussian,
    torch: 'MultivariateNormal({loc}, scale_tril=torch.diag({scale}))',
    scipy: '{loc}, np.diag({scale}) ** 2',
    r: '{loc}; diag({scale}^2, nrow = length({scale}))',
    julia: 'MvNormal({loc}, Diagonal(abs2.({scale})))',
  },
  MultivariateNormal: {
    ...gaussian,
    torch: 'MultivariateNormal({loc}, {covariance})',
    scipy: '{loc}, {covariance}',
    r: '{loc}; {covariance}',
    julia: 'MvNormal({loc}, {covariance})',
  },
  LowRankMultivariateNormal: {
    ...gaussian,
    torch: 'LowRankMultivariateNormal({loc}, {covFactor}, {covDiag})',
    scipy: '{loc}, {covFactor} @ {covFactor}.T + np.diag({covDiag})',
    r: '{loc}; tcrossprod({covFactor}) + diag({covDiag}, nrow = length({covDiag}))',
    julia: "MvNormal({loc}, {covFactor} * {covFactor}' + Diagonal({covDiag}))",
  },
  Mixture: { kind: 'made' },
  Independent: { kind: 'made' },
};
