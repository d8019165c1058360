#pragma once

#include "distributions/distribution.h"

namespace kl {

/// D(P‖Q), D(Q‖P) and their difference by the family's own closed forms, in nats.
struct WithinFamily {
  Finding forward, reverse;
  double asymmetry = 0;
};

/// For checked distributions of one family.
WithinFamily FindWithinFamily(const Distribution& p, const Distribution& q);

}  // namespace kl
