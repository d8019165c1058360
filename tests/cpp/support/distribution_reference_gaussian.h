#pragma once

#include "distributions/distribution.h"
#include "support/exact.h"

namespace kl::test {

/// D(P‖Q) of two multivariate normal distributions, whichever way they are given, by the textbook's form of their covariance
/// matrices in 115 digits.
Wanted ExactGaussianDivergence(const Distribution& p, const Distribution& q);

/// ‖Σ‖ ‖Σ⁻¹‖ in the norm of greatest rows: the condition number, to a factor of the dimension.
double ConditionOf(const Distribution& d);

}  // namespace kl::test
