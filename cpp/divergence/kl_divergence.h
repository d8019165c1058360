#pragma once

#include "distributions/family.h"

namespace kl {

/// D(P‖Q) in nats of two checked distributions, by the first way that applies: infinite by the supports; the family's own form;
/// expectations of statistics, where they do not cancel; a sum or series; quadrature.
///
/// Fails    kDimensionsDiffer; kNoClosedForm for multivariate pairs without one, which only Monte Carlo can estimate
Result<Finding> KlDivergence(const Distribution& p, const Distribution& q);

}  // namespace kl
