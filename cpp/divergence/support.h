#pragma once

#include <optional>

#include "distributions/univariate.h"

namespace kl {

/// D(P‖Q) = ∞ where P has mass outside Q's support, or has a density and Q has none, or the reverse.
std::optional<Finding> InfiniteBySupport(const Distribution& p, const Distribution& q);

}  // namespace kl
