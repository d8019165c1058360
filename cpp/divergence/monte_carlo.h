#pragma once

#include <cstdint>

#include "distributions/family.h"
#include "distributions/random.h"

namespace kl {

/// What is averaged over draws x from P, with l = log p(x)/q(x).
enum class Estimator {
  kK1,               // l: unbiased, may be negative
  kK2,               // l²/2: biased, never negative, of low variance where Q ≈ P
  kK3,               // e^−l − 1 + l: unbiased where P's support is all of Q's, never negative
  kDensityWeighted,  // p(x) l: a mistake that is often made; a draw from P must not be weighted by P again
};

/// A mean of draws and what it may be off.
struct Estimate {
  double value = 0;           // ∞ once a draw has shown that P has mass where Q has none
  double standard_error = 0;  // of the mean; ∞ for fewer than two draws, and for an infinite value
  double samples = 0;
};

/// D(P‖Q) in nats from ever more draws of P. The same estimates for a seed everywhere.
/// Source   k1, k2, k3: J. Schulman, "Approximating KL divergence", 2020
class MonteCarlo {
 public:
  MonteCarlo(Estimator estimator, uint64_t seed) : estimator_(estimator), random_(seed) {}

  /// n more draws. P and Q: checked, of one dimension, the same at every call.
  void Advance(const Distribution& p, const Distribution& q, double n);

  Estimate estimate() const;

 private:
  double Value(double log_ratio, double log_p) const;

  Estimator estimator_;
  Random random_;
  double samples_ = 0, mean_ = 0, squares_ = 0;  // squares of the differences from the mean
};

}  // namespace kl
