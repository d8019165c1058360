#pragma once

#include "measures/options.h"
#include "measures/pairs.h"

namespace kl {

/// D(P‖Q) in nats from one reading, where that keeps kFiniteMaxUlp.
struct Quick {
  bool found = false;
  double nats = 0;
};

/// Tried before anything else, for normalised divergences. Finds nothing where an input is invalid, has zeros or extreme
/// weights, or where the sums of P and Q decide: whatever the reason, the careful way finds it out.
Quick TryQuick(Pairs& pairs, const Options& options);

}  // namespace kl
