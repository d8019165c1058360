#pragma once

#include "support/distribution_reference.h"

/// The discrete distributions, by parametrization and numbers.
namespace kl::test {

RealDistribution Bernoulli(int by, const Numbers& n);
RealDistribution Binomial(int by, const Numbers& n);
RealDistribution Geometric(int by, const Numbers& n);
RealDistribution NegativeBinomial(int by, const Numbers& n);
RealDistribution Poisson(int by, const Numbers& n);
RealDistribution Categorical(int by, const Numbers& n);

}  // namespace kl::test
