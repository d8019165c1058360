#pragma once

#include "measures/options.h"
#include "result.h"

namespace kl {

/// log(base), for a finite base > 0 other than 1; else kBaseNotUsable. 1 exactly for the double nearest to e.
Result<double> LogOfBase(double base);

/// A finding in nats, to another base.
Finding InBase(Finding nats, double log_base);

/// D(P‖Q) + D(Q‖P) of two findings to one base. Where one is infinite, so is the sum, for its reason: and upwards, to a base above
/// 1, also where a direction of weights as given overflows downwards, since Σ (p − q) log(p/q) has no negative term.
Finding Jeffreys(const Finding& forward, const Finding& reverse, double log_base);

}  // namespace kl
