#pragma once

#include <optional>

#include "distributions/family.h"

namespace kl {

/// D(P‖Q) in nats by a family's own form: that of both, or one of which both are members (see Univariate::AddLifts).
std::optional<Finding> WithinFamily(const Distribution& p, const Distribution& q);

/// D(P‖Q) − D(Q‖P) likewise, where a family knows better than to subtract.
std::optional<double> AsymmetryWithinFamily(const Distribution& p, const Distribution& q);

}  // namespace kl
