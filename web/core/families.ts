// Written by scripts/families.mjs from the list of families in C++: do not edit.
import { made, named } from './frozen.ts';
import type { Vector } from './pairs.ts';

/** A matrix: its rows, or all its numbers row by row. */
export type Matrix = Vector | ArrayLike<Vector>;

/** A distribution with parameters: a plain frozen object, named and parametrised as in torch.distributions. */
export type Distribution =
  | Bernoulli
  | Beta
  | Binomial
  | Categorical
  | Cauchy
  | Chi2
  | ContinuousBernoulli
  | DiagonalNormal
  | Dirichlet
  | Exponential
  | Gamma
  | Geometric
  | Gumbel
  | HalfCauchy
  | HalfNormal
  | Independent
  | InverseGamma
  | Kumaraswamy
  | Laplace
  | LogNormal
  | LogUniform
  | Logistic
  | LowRankMultivariateNormal
  | Mixture
  | MultivariateNormal
  | NegativeBinomial
  | Normal
  | Pareto
  | Poisson
  | Rayleigh
  | StudentT
  | Uniform
  | VonMises
  | Weibull;

/**
 * Bernoulli(probs) or Bernoulli(logits): 1 with probability p, 0 with 1 − p; p = 1/(1 + e^−logits).
 */
export type Bernoulli =
  | { readonly family: 'Bernoulli'; readonly probs: number }
  | { readonly family: 'Bernoulli'; readonly logits: number };

/**
 * Bernoulli(probs) or Bernoulli(logits): 1 with probability p, 0 with 1 − p; p = 1/(1 + e^−logits).
 */
export function bernoulli(probs: number | { readonly logits: number }): Bernoulli {
  return made({ family: 'Bernoulli', ...named(probs, 'probs') }) as Bernoulli;
}

/**
 * Beta(concentration1 a, concentration0 b): the density x^(a − 1) (1 − x)^(b − 1)/B(a, b) on 0 < x < 1.
 */
export type Beta = {
  readonly family: 'Beta';
  readonly concentration1: number;
  readonly concentration0: number;
};

/**
 * Beta(concentration1 a, concentration0 b): the density x^(a − 1) (1 − x)^(b − 1)/B(a, b) on 0 < x < 1.
 */
export function beta(concentration1: number, concentration0: number): Beta {
  return made({ family: 'Beta', concentration1, concentration0 });
}

/**
 * Binomial(totalCount, probs) or (totalCount, logits): the mass n!/(k! (n − k)!) p^k (1 − p)^(n − k) on k = 0 … n.
 */
export type Binomial =
  | { readonly family: 'Binomial'; readonly totalCount: number; readonly probs: number }
  | { readonly family: 'Binomial'; readonly totalCount: number; readonly logits: number };

/**
 * Binomial(totalCount, probs) or (totalCount, logits): the mass n!/(k! (n − k)!) p^k (1 − p)^(n − k) on k = 0 … n.
 */
export function binomial(
  totalCount: number,
  probs: number | { readonly logits: number },
): Binomial {
  return made({ family: 'Binomial', totalCount, ...named(probs, 'probs') }) as Binomial;
}

/**
 * Categorical(probs) or Categorical(logits): the outcomes 0 … n − 1, with probabilities in proportion to probs, or to e^logits.
 */
export type Categorical =
  | { readonly family: 'Categorical'; readonly probs: Vector }
  | { readonly family: 'Categorical'; readonly logits: Vector };

/**
 * Categorical(probs) or Categorical(logits): the outcomes 0 … n − 1, with probabilities in proportion to probs, or to e^logits.
 */
export function categorical(probs: Vector | { readonly logits: Vector }): Categorical {
  return made({ family: 'Categorical', ...named(probs, 'probs') }) as Categorical;
}

/**
 * Cauchy(loc, scale): the density 1/(π scale (1 + z²)), z = (x − loc)/scale.
 */
export type Cauchy = { readonly family: 'Cauchy'; readonly loc: number; readonly scale: number };

/**
 * Cauchy(loc, scale): the density 1/(π scale (1 + z²)), z = (x − loc)/scale.
 */
export function cauchy(loc: number, scale: number): Cauchy {
  return made({ family: 'Cauchy', loc, scale });
}

/**
 * Chi2(df): Gamma(df/2, 1/2), the density x^(df/2 − 1) e^(−x/2)/(2^(df/2) Γ(df/2)) on x > 0.
 */
export type Chi2 = { readonly family: 'Chi2'; readonly df: number };

/**
 * Chi2(df): Gamma(df/2, 1/2), the density x^(df/2 − 1) e^(−x/2)/(2^(df/2) Γ(df/2)) on x > 0.
 */
export function chi2(df: number): Chi2 {
  return made({ family: 'Chi2', df });
}

/**
 * ContinuousBernoulli(probs | logits): the density e^(l x − A(l)) on [0, 1], l = log(probs/(1 − probs)), A(l) = log((e^l − 1)/l).
 */
export type ContinuousBernoulli =
  | { readonly family: 'ContinuousBernoulli'; readonly probs: number }
  | { readonly family: 'ContinuousBernoulli'; readonly logits: number };

/**
 * ContinuousBernoulli(probs | logits): the density e^(l x − A(l)) on [0, 1], l = log(probs/(1 − probs)), A(l) = log((e^l − 1)/l).
 */
export function continuousBernoulli(
  probs: number | { readonly logits: number },
): ContinuousBernoulli {
  return made({ family: 'ContinuousBernoulli', ...named(probs, 'probs') }) as ContinuousBernoulli;
}

/**
 * DiagonalNormal(loc, scale): independent Normal(locᵢ, scaleᵢ).
 */
export type DiagonalNormal = {
  readonly family: 'DiagonalNormal';
  readonly loc: Vector;
  readonly scale: Vector;
};

/**
 * DiagonalNormal(loc, scale): independent Normal(locᵢ, scaleᵢ).
 */
export function diagonalNormal(loc: Vector, scale: Vector): DiagonalNormal {
  return made({ family: 'DiagonalNormal', loc, scale });
}

/**
 * Dirichlet(concentration a_1 … a_d): the density Γ(s)/Π Γ(a_i) Π x_i^(a_i − 1) where x_i > 0, Σ x_i = 1; s = Σ a_i.
 */
export type Dirichlet = { readonly family: 'Dirichlet'; readonly concentration: Vector };

/**
 * Dirichlet(concentration a_1 … a_d): the density Γ(s)/Π Γ(a_i) Π x_i^(a_i − 1) where x_i > 0, Σ x_i = 1; s = Σ a_i.
 */
export function dirichlet(concentration: Vector): Dirichlet {
  return made({ family: 'Dirichlet', concentration });
}

/**
 * Exponential(rate): the density rate·e^(−rate x) on x ≥ 0.
 */
export type Exponential = { readonly family: 'Exponential'; readonly rate: number };

/**
 * Exponential(rate): the density rate·e^(−rate x) on x ≥ 0.
 */
export function exponential(rate: number): Exponential {
  return made({ family: 'Exponential', rate });
}

/**
 * Gamma(concentration c, rate r): the density r^c/Γ(c) x^(c − 1) e^(−r x) on x > 0.
 */
export type Gamma = {
  readonly family: 'Gamma';
  readonly concentration: number;
  readonly rate: number;
};

/**
 * Gamma(concentration c, rate r): the density r^c/Γ(c) x^(c − 1) e^(−r x) on x > 0.
 */
export function gamma(concentration: number, rate: number): Gamma {
  return made({ family: 'Gamma', concentration, rate });
}

/**
 * Geometric(probs) or Geometric(logits): the mass p (1 − p)^k on k = 0, 1, 2 …, failures before the first success.
 */
export type Geometric =
  | { readonly family: 'Geometric'; readonly probs: number }
  | { readonly family: 'Geometric'; readonly logits: number };

/**
 * Geometric(probs) or Geometric(logits): the mass p (1 − p)^k on k = 0, 1, 2 …, failures before the first success.
 */
export function geometric(probs: number | { readonly logits: number }): Geometric {
  return made({ family: 'Geometric', ...named(probs, 'probs') }) as Geometric;
}

/**
 * Gumbel(loc, scale): the density 1/β e^(−z − e^−z), z = (x − μ)/β.
 */
export type Gumbel = { readonly family: 'Gumbel'; readonly loc: number; readonly scale: number };

/**
 * Gumbel(loc, scale): the density 1/β e^(−z − e^−z), z = (x − μ)/β.
 */
export function gumbel(loc: number, scale: number): Gumbel {
  return made({ family: 'Gumbel', loc, scale });
}

/**
 * HalfCauchy(scale): the density 2/(π scale (1 + (x/scale)²)) on x ≥ 0.
 */
export type HalfCauchy = { readonly family: 'HalfCauchy'; readonly scale: number };

/**
 * HalfCauchy(scale): the density 2/(π scale (1 + (x/scale)²)) on x ≥ 0.
 */
export function halfCauchy(scale: number): HalfCauchy {
  return made({ family: 'HalfCauchy', scale });
}

/**
 * HalfNormal(scale): the density √(2/π)/σ e^(−x²/2σ²) on x ≥ 0; |X| for X normal about 0.
 */
export type HalfNormal = { readonly family: 'HalfNormal'; readonly scale: number };

/**
 * HalfNormal(scale): the density √(2/π)/σ e^(−x²/2σ²) on x ≥ 0; |X| for X normal about 0.
 */
export function halfNormal(scale: number): HalfNormal {
  return made({ family: 'HalfNormal', scale });
}

/**
 * Independent(components): a point is one of each component, one after another; the density is the product of theirs.
 */
export type Independent = {
  readonly family: 'Independent';
  readonly components: readonly Distribution[];
};

/**
 * Independent(components): a point is one of each component, one after another; the density is the product of theirs.
 */
export function independent(components: readonly Distribution[]): Independent {
  return made({ family: 'Independent', components });
}

/**
 * InverseGamma(concentration c, rate r): the density r^c/Γ(c) x^(−c − 1) e^(−r/x) on x > 0: 1/X is Gamma(c, r).
 */
export type InverseGamma = {
  readonly family: 'InverseGamma';
  readonly concentration: number;
  readonly rate: number;
};

/**
 * InverseGamma(concentration c, rate r): the density r^c/Γ(c) x^(−c − 1) e^(−r/x) on x > 0: 1/X is Gamma(c, r).
 */
export function inverseGamma(concentration: number, rate: number): InverseGamma {
  return made({ family: 'InverseGamma', concentration, rate });
}

/**
 * Kumaraswamy(concentration1 a, concentration0 b): the density a b x^(a − 1) (1 − x^a)^(b − 1) on 0 < x < 1:
 * −log(1 − X^a) is exponential of rate b.
 */
export type Kumaraswamy = {
  readonly family: 'Kumaraswamy';
  readonly concentration1: number;
  readonly concentration0: number;
};

/**
 * Kumaraswamy(concentration1 a, concentration0 b): the density a b x^(a − 1) (1 − x^a)^(b − 1) on 0 < x < 1:
 * −log(1 − X^a) is exponential of rate b.
 */
export function kumaraswamy(concentration1: number, concentration0: number): Kumaraswamy {
  return made({ family: 'Kumaraswamy', concentration1, concentration0 });
}

/**
 * Laplace(loc, scale): the density 1/(2b) e^(−|x − μ|/b).
 */
export type Laplace = { readonly family: 'Laplace'; readonly loc: number; readonly scale: number };

/**
 * Laplace(loc, scale): the density 1/(2b) e^(−|x − μ|/b).
 */
export function laplace(loc: number, scale: number): Laplace {
  return made({ family: 'Laplace', loc, scale });
}

/**
 * LogNormal(loc, scale): the density 1/(√(2π) σ x) e^(−(log x − μ)²/2σ²) on x > 0; e^X for X normal.
 */
export type LogNormal = {
  readonly family: 'LogNormal';
  readonly loc: number;
  readonly scale: number;
};

/**
 * LogNormal(loc, scale): the density 1/(√(2π) σ x) e^(−(log x − μ)²/2σ²) on x > 0; e^X for X normal.
 */
export function logNormal(loc: number, scale: number): LogNormal {
  return made({ family: 'LogNormal', loc, scale });
}

/**
 * LogUniform(low, high), 0 < low < high: the density 1/(x log(high/low)) on low ≤ x ≤ high; e^X for X uniform.
 */
export type LogUniform = {
  readonly family: 'LogUniform';
  readonly low: number;
  readonly high: number;
};

/**
 * LogUniform(low, high), 0 < low < high: the density 1/(x log(high/low)) on low ≤ x ≤ high; e^X for X uniform.
 */
export function logUniform(low: number, high: number): LogUniform {
  return made({ family: 'LogUniform', low, high });
}

/**
 * Logistic(loc, scale): the density e^−z/(scale (1 + e^−z)²), z = (x − loc)/scale.
 */
export type Logistic = {
  readonly family: 'Logistic';
  readonly loc: number;
  readonly scale: number;
};

/**
 * Logistic(loc, scale): the density e^−z/(scale (1 + e^−z)²), z = (x − loc)/scale.
 */
export function logistic(loc: number, scale: number): Logistic {
  return made({ family: 'Logistic', loc, scale });
}

/**
 * LowRankMultivariateNormal(loc, covFactor, covDiag): loc + W f + noise, f standard normal, W of `rank` columns, noise
 * independent of variances covDiag.
 */
export type LowRankMultivariateNormal = {
  readonly family: 'LowRankMultivariateNormal';
  readonly loc: Vector;
  readonly covFactor: Matrix;
  readonly covDiag: Vector;
};

/**
 * LowRankMultivariateNormal(loc, covFactor, covDiag): loc + W f + noise, f standard normal, W of `rank` columns, noise
 * independent of variances covDiag.
 */
export function lowRankMultivariateNormal(
  loc: Vector,
  covFactor: Matrix,
  covDiag: Vector,
): LowRankMultivariateNormal {
  return made({ family: 'LowRankMultivariateNormal', loc, covFactor, covDiag });
}

/**
 * Mixture(weights, components): the density Σ wᵢ pᵢ(x)/Σ wᵢ, of components of one number all, or of one dimension.
 */
export type Mixture = {
  readonly family: 'Mixture';
  readonly weights: Vector;
  readonly components: readonly Distribution[];
};

/**
 * Mixture(weights, components): the density Σ wᵢ pᵢ(x)/Σ wᵢ, of components of one number all, or of one dimension.
 */
export function mixture(weights: Vector, components: readonly Distribution[]): Mixture {
  return made({ family: 'Mixture', weights, components });
}

/**
 * MultivariateNormal(loc, covarianceMatrix), (loc, scaleTril) or (loc, precisionMatrix): the density
 * e^(−½ zᵀz)/√((2π)^n det Σ), z = L⁻¹ (x − loc), L Lᵀ = Σ.
 */
export type MultivariateNormal =
  | {
      readonly family: 'MultivariateNormal';
      readonly loc: Vector;
      readonly covarianceMatrix: Matrix;
    }
  | { readonly family: 'MultivariateNormal'; readonly loc: Vector; readonly scaleTril: Matrix }
  | {
      readonly family: 'MultivariateNormal';
      readonly loc: Vector;
      readonly precisionMatrix: Matrix;
    };

/**
 * MultivariateNormal(loc, covarianceMatrix), (loc, scaleTril) or (loc, precisionMatrix): the density
 * e^(−½ zᵀz)/√((2π)^n det Σ), z = L⁻¹ (x − loc), L Lᵀ = Σ.
 */
export function multivariateNormal(
  loc: Vector,
  covarianceMatrix: Matrix | { readonly scaleTril: Matrix } | { readonly precisionMatrix: Matrix },
): MultivariateNormal {
  return made({
    family: 'MultivariateNormal',
    loc,
    ...named(covarianceMatrix, 'covarianceMatrix'),
  }) as MultivariateNormal;
}

/**
 * NegativeBinomial(totalCount, probs) or (totalCount, logits): the mass Γ(k + r)/(Γ(r) k!) p^k (1 − p)^r on k = 0, 1, 2 …,
 * successes before r failures, r > 0 any number; p = 0 is the point 0.
 */
export type NegativeBinomial =
  | { readonly family: 'NegativeBinomial'; readonly totalCount: number; readonly probs: number }
  | { readonly family: 'NegativeBinomial'; readonly totalCount: number; readonly logits: number };

/**
 * NegativeBinomial(totalCount, probs) or (totalCount, logits): the mass Γ(k + r)/(Γ(r) k!) p^k (1 − p)^r on k = 0, 1, 2 …,
 * successes before r failures, r > 0 any number; p = 0 is the point 0.
 */
export function negativeBinomial(
  totalCount: number,
  probs: number | { readonly logits: number },
): NegativeBinomial {
  return made({
    family: 'NegativeBinomial',
    totalCount,
    ...named(probs, 'probs'),
  }) as NegativeBinomial;
}

/**
 * A normal distribution N(loc, scale²); `scale` is the standard deviation.
 */
export type Normal = { readonly family: 'Normal'; readonly loc: number; readonly scale: number };

/**
 * A normal distribution N(loc, scale²); `scale` is the standard deviation.
 */
export function normal(loc: number, scale: number): Normal {
  return made({ family: 'Normal', loc, scale });
}

/**
 * Pareto(scale s, alpha): the density alpha s^alpha x^(−alpha − 1) on x ≥ s.
 */
export type Pareto = { readonly family: 'Pareto'; readonly scale: number; readonly alpha: number };

/**
 * Pareto(scale s, alpha): the density alpha s^alpha x^(−alpha − 1) on x ≥ s.
 */
export function pareto(scale: number, alpha: number): Pareto {
  return made({ family: 'Pareto', scale, alpha });
}

/**
 * Poisson(rate): the mass rate^k e^−rate/k! on k = 0, 1, 2 …; rate 0 is the point 0.
 */
export type Poisson = { readonly family: 'Poisson'; readonly rate: number };

/**
 * Poisson(rate): the mass rate^k e^−rate/k! on k = 0, 1, 2 …; rate 0 is the point 0.
 */
export function poisson(rate: number): Poisson {
  return made({ family: 'Poisson', rate });
}

/**
 * Rayleigh(scale): the density x/σ² e^(−x²/2σ²) on x ≥ 0; the length of two independent normal numbers about 0.
 */
export type Rayleigh = { readonly family: 'Rayleigh'; readonly scale: number };

/**
 * Rayleigh(scale): the density x/σ² e^(−x²/2σ²) on x ≥ 0; the length of two independent normal numbers about 0.
 */
export function rayleigh(scale: number): Rayleigh {
  return made({ family: 'Rayleigh', scale });
}

/**
 * StudentT(df, loc, scale): the density (1 + w)^(−(ν + 1)/2)/(√ν B(ν/2, 1/2) scale), w = z²/ν, z = (x − loc)/scale, ν = df.
 */
export type StudentT = {
  readonly family: 'StudentT';
  readonly df: number;
  readonly loc: number;
  readonly scale: number;
};

/**
 * StudentT(df, loc, scale): the density (1 + w)^(−(ν + 1)/2)/(√ν B(ν/2, 1/2) scale), w = z²/ν, z = (x − loc)/scale, ν = df.
 */
export function studentT(df: number, loc: number, scale: number): StudentT {
  return made({ family: 'StudentT', df, loc, scale });
}

/**
 * Uniform(low, high): the density 1/(high − low) on low ≤ x ≤ high.
 */
export type Uniform = { readonly family: 'Uniform'; readonly low: number; readonly high: number };

/**
 * Uniform(low, high): the density 1/(high − low) on low ≤ x ≤ high.
 */
export function uniform(low: number, high: number): Uniform {
  return made({ family: 'Uniform', low, high });
}

/**
 * VonMises(loc, concentration): the density e^(κ cos(x − loc))/(2π I0(κ)) on [−π, π]; uniform for κ = 0.
 */
export type VonMises = {
  readonly family: 'VonMises';
  readonly loc: number;
  readonly concentration: number;
};

/**
 * VonMises(loc, concentration): the density e^(κ cos(x − loc))/(2π I0(κ)) on [−π, π]; uniform for κ = 0.
 */
export function vonMises(loc: number, concentration: number): VonMises {
  return made({ family: 'VonMises', loc, concentration });
}

/**
 * Weibull(scale s, concentration k): the density (k/s) (x/s)^(k − 1) e^(−(x/s)^k) on x > 0: (X/s)^k is exponential of rate 1.
 */
export type Weibull = {
  readonly family: 'Weibull';
  readonly scale: number;
  readonly concentration: number;
};

/**
 * Weibull(scale s, concentration k): the density (k/s) (x/s)^(k − 1) e^(−(x/s)^k) on x > 0: (X/s)^k is exponential of rate 1.
 */
export function weibull(scale: number, concentration: number): Weibull {
  return made({ family: 'Weibull', scale, concentration });
}
