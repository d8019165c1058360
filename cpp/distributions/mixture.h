#pragma once

#include <vector>

#include "distributions/univariate.h"

namespace kl {

/// A component that has weight, and the logarithm of its share.
struct Share {
  const Distribution& component;
  double log;
};
std::vector<Share> Shares(const Distribution& mixture);

/// log Σ wᵢ.
double LogOfWeights(const Distribution& mixture);

/// What a mixture is that has components of one number. All that a mixture of any kind does is done by its own family.
const Univariate& UnivariateMixture();

}  // namespace kl
