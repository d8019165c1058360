#pragma once

#include "measures/prepared.h"

namespace kl {

/// D(P‖Q), D(Q‖P) and D(P‖Q) − D(Q‖P), in nats, found together.
struct BothWays {
  Finding forward, reverse;
  double asymmetry = 0;
};

/// From the sums of BothWaysTerms.
BothWays BothWaysFrom(double forward, double reverse, double difference, Pairs& pairs,
                      const Prepared& prepared);

}  // namespace kl
