#pragma once

#include "measures/pairs.h"
#include "measures/term_sums.h"
#include "measures/totals.h"

namespace kl {

/// The sums of terms over all outcomes, aligned.
///
/// Error    beside the terms' own: 2 ulp of Σ|term|, whatever the number of outcomes.
TermSums SumAligned(const Terms& terms, Pairs& pairs, const Alignment& alignment);

}  // namespace kl
