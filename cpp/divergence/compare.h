#pragma once

#include "distributions/distribution.h"
#include "result.h"

namespace kl {

/// Everything about two distributions with parameters, to one base.
struct DistributionComparison {
  Finding forward, reverse, jeffreys;
  double asymmetry = 0;
  double cross_entropy_forward = 0, cross_entropy_reverse = 0;
  double entropy_p = 0, entropy_q = 0;  // differential entropies: they may be negative
};

/// Error    cross-entropies: that of entropy and divergence together
/// Fails    kBaseNotUsable, and what Check says of P, then of Q
Result<DistributionComparison> Compare(const Distribution& p, const Distribution& q, double base);

}  // namespace kl
