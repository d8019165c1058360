#pragma once

/// All families, one row each, in the order of their names. A new family is its own file, which defines
/// `const Family& <Name>Family()`, and a row here.
#define KL_FAMILIES(row)                                                                      \
  row(Bernoulli) row(Beta) row(Binomial) row(Categorical) row(Cauchy) row(Chi2)               \
      row(ContinuousBernoulli) row(DiagonalNormal) row(Dirichlet) row(Exponential) row(Gamma) \
          row(Geometric) row(Gumbel) row(HalfCauchy) row(HalfNormal) row(Independent)         \
              row(InverseGamma) row(Kumaraswamy) row(Laplace) row(LogNormal) row(LogUniform)  \
                  row(Logistic) row(LowRankMultivariateNormal) row(Mixture)                   \
                      row(MultivariateNormal) row(NegativeBinomial) row(Normal) row(Pareto)   \
                          row(Poisson) row(Rayleigh) row(StudentT) row(Uniform) row(VonMises) \
                              row(Weibull)
