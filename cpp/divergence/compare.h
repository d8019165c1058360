#pragma once

#include "distributions/family.h"
#include "result.h"

namespace kl {

/// Everything about two distributions with parameters, to one base.
struct DistributionComparison {
  Finding forward, reverse, jeffreys;
  double asymmetry = 0;
  double cross_entropy_forward = 0, cross_entropy_reverse = 0;
  double entropy_p = 0, entropy_q = 0;  // of densities: they may be negative
};

/// Edges    asymmetry ±∞ where one direction is infinite, 0 where both are
/// Error    cross-entropies: that of entropy and divergence together
/// Fails    kBaseNotUsable, what Check says of P, then of Q, and what KlDivergence says of the two
Result<DistributionComparison> Compare(const Distribution& p, const Distribution& q, double base);

}  // namespace kl
