#pragma once

#include "distributions/family.h"

namespace kl {

/// The Jensen–Shannon divergence ½ D(P‖M) + ½ D(Q‖M), M = (P + Q)/2, in nats, of two checked distributions of one number.
/// From 0 to log 2; 0 for P = Q, log 2 for distributions without a point in common: such are a discrete and a continuous one.
///
/// With a = |log p/q|, w = e^−a it is ∫ (p + q)/2 · g, g = log 2 − h, h = log(1 + w) + a w/(1 + w), where neither g nor h is
/// ever negative: of ∫ (p + q)/2 · g and log 2 − ∫ (p + q)/2 · h, the one that is known better, which loses no digits as Q → P
/// (see LogRatios) nor as P and Q part.
///
/// Error    Finding.error: an estimate of quadrature's, a bound of a sum's; never more than log 2
/// Fails    kDimensionsDiffer; kNoClosedForm for distributions of more than one number
Result<Finding> JensenShannonDivergence(const Distribution& p, const Distribution& q);

}  // namespace kl
