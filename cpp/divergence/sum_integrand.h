#pragma once

#include "distributions/summation.h"
#include "divergence/integrate.h"

namespace kl {

/// What Integrate does, for discrete distributions: sums of an integrand's functions over the whole numbers of `reach`, one by
/// one or, where there are many, in steps that are made finer until nothing changes any more. Nodes are numbers with log dx = 0.
///
/// Wants    functions smooth on the scale of `width`, that vanish at the ends of `reach`, but for a low one that is the end of
///          a support
/// Error    Integral.error: what the integrand says of rounding, the last change, and a bound of what lies beyond `reach`,
///          where terms fall no slower than masses do; ∞ if the numbers are too many
Integrals SumIntegrand(const Distribution& p, const Distribution& q, const Reach& reach,
                       double width, const Integrand& integrand);

}  // namespace kl
