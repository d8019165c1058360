#pragma once

#include <vector>

#include "divergence/gradient.h"

namespace kl {

/// Derivatives of a finite D(P‖Q) of two distributions of one number by the numbers of one of them, as expectations of its score
/// (see Gradient).
std::vector<Derivative> DerivativesByP(const Distribution& p, const Distribution& q);
std::vector<Derivative> DerivativesByQ(const Distribution& p, const Distribution& q);

}  // namespace kl
