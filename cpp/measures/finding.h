#pragma once

#include "measures/options.h"
#include "result.h"

namespace kl {

/// log(base), for a finite base > 0 other than 1; else kBaseNotUsable. 1 exactly for the double nearest to e.
Result<double> LogOfBase(double base);

/// A finding in nats, to another base.
Finding InBase(Finding nats, double log_base);

/// D(P‖Q) + D(Q‖P) of two findings. Where one is infinite, so is the sum, for its reason.
Finding Jeffreys(const Finding& forward, const Finding& reverse);

}  // namespace kl
