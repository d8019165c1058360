#pragma once

#include "distributions/chance.h"
#include "distributions/random.h"

namespace kl {

/// Draws of counts: by inversion for means below 10, else by transformed rejection, whose time does not depend on the mean.
/// Source   W. Hörmann, "The transformed rejection method for generating Poisson random variables" (PTRS) and "The generation
///          of binomial random variates" (BTRS), both 1993
double DrawPoisson(Random& random, double rate);
double DrawBinomial(Random& random, double n, const Chance& chance);

}  // namespace kl
