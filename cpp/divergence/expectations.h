#pragma once

#include <optional>

#include "distributions/univariate.h"

namespace kl {

/// D(P‖Q) = −H(P) − E_P log q, in nats, for log q a combination of statistics whose expectations P knows; ∞ where one of them
/// diverges, and with Reason::kOverflow where one is, or has a part that is, too large for a double. Nothing if P does not know
/// one that is finite, or its entropy. For P whose support lies in Q's.
///
/// Error    Finding.error: kExpectationMaxUlp units in the last place of the sum of the magnitudes of all parts, and more of
///          those that are e^t with a large t. Where they cancel, as they do when Q ≈ P, other ways are better
inline constexpr double kExpectationMaxUlp = 32;
std::optional<Finding> ByExpectations(const Distribution& p, const Distribution& q);

}  // namespace kl
