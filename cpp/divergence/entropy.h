#pragma once

#include "distributions/family.h"
#include "result.h"

namespace kl {

/// −E log p(x) in nats, differential where there is a density: the family's own form; the sum of components' entropies; a sum over
/// whole numbers; quadrature.
///
/// Error    Finding.error: a bound for closed forms and sums, an estimate for quadrature
/// Fails    kNoClosedForm for multivariate mixtures
Result<Finding> Entropy(const Distribution& d);

}  // namespace kl
