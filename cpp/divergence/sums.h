#pragma once

#include "distributions/univariate.h"

namespace kl {

/// D(P‖Q) in nats of two discrete distributions of one number, P's support within Q's, as a sum of φ over P's support and of
/// Q's mass outside it: a finite sum, or a series cut where a bound of its tail is below the error that Finding says.
Finding BySum(const Distribution& p, const Distribution& q);

}  // namespace kl
