#pragma once

#include "distributions/univariate.h"

namespace kl {

/// D(P‖Q) in nats of two continuous distributions of one number, P's support within Q's, by integrating its definition.
///
/// Error    Finding.error: an estimate, mostly far above the true error; 1e-12 of the value for all but the most extreme parameters
Finding ByQuadrature(const Distribution& p, const Distribution& q);

}  // namespace kl
