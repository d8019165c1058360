#pragma once

#include "result.h"

namespace kl {

struct CauchyParameters {
  double loc, scale;
};

/// D(P‖Q) = D(Q‖P) in nats of two Cauchy distributions; of two half-Cauchy distributions where loc = 0.
///
///   log[((γp + γq)² + Δ²)/(4 γp γq)] = log1p[((γp − γq)² + Δ²)/(4 γp γq)]
///
/// Error    ≤ kCauchyMaxUlp
inline constexpr double kCauchyMaxUlp = 8;
Finding CauchyDivergence(const CauchyParameters& p, const CauchyParameters& q);

}  // namespace kl
