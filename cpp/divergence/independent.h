#pragma once

#include <optional>

#include "distributions/family.h"

namespace kl {

/// D(P‖Q) in nats, where one of them is a product of independent components: the sum of the components' divergences, each found
/// as if alone. Components of P and Q that do not match one to one are taken together as far as they must; if these are normal
/// distributions, so is their product.
///
/// Returns  nothing where neither is such a product
/// Fails    what KlDivergence says of the components; kNoClosedForm for others that do not match. An infinite component is an
///          answer none the less
std::optional<Result<Finding>> IndependentKlDivergence(const Distribution& p,
                                                       const Distribution& q);

}  // namespace kl
