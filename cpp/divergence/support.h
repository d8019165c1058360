#pragma once

#include <optional>

#include "distributions/univariate.h"

namespace kl {

/// D(P‖Q) = ∞ where P has mass outside Q's support, or has a density and Q has none, or the reverse; a whole
/// number is named by `outcome`.
std::optional<Finding> InfiniteBySupport(const Distribution& p, const Distribution& q);

/// What is wrong with two distributions together: kDimensionsDiffer.
Problem CheckAlike(const Distribution& p, const Distribution& q);

/// kKindsDiffer, naming the one that has a density, where the other has none.
Problem CheckBothHaveDensities(const Distribution& p, const Distribution& q);

}  // namespace kl
