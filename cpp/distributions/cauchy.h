#pragma once

#include "distributions/statistic.h"
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

/// E log(1 + ((X − loc)/scale)²) for a Cauchy distribution, and for a half-Cauchy one about 0:
///
///   log[((γ + scale)² + Δ²)/scale²] = 2 log(1 + γ/scale) + log(1 + (Δ/(γ + scale))²)
Expectation MeanLogOnePlusSquare(const CauchyParameters& p, double loc, double scale);

}  // namespace kl
