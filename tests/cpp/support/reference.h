#pragma once

#include <vector>

#include "support/ulp.h"

/// What the product computes, by the textbook's formula in 384 bits and more: every function here is the
/// definition, written down once more and differently.
namespace kl::test {

/// The weights of one comparison.
struct Weights {
  std::vector<double> p, q;
  size_t size() const { return p.size(); }
};

/// A sum of both signs, and the sum of its terms' magnitudes, by which its error is measured.
struct WantedSum {
  Wanted value;
  double magnitude = 0;
};

/// Error in units of the last place of Σ|term|.
inline double SumError(double got, const WantedSum& want) {
  return ErrorInUnits(got, want.value, SpacingAt(want.magnitude));
}

Wanted ExactLog(double x);
Wanted ExactLogRatio(double p, double q, double q_low = 0);
Wanted ExactPhi(double p, double q, double q_low = 0);
Wanted ExactPhiReverse(double p, double q, double q_low);  // φ(q, p)
Wanted ExactPhiDifference(double p, double q);             // φ(p, q) − φ(q, p)

// Of weights that are divided by their sum first; base 0 stands for nats. Infinite where it is.
Wanted ExactKl(const Weights& weights, double base = 0);
Wanted ExactJeffreys(const Weights& weights, double base = 0);
WantedSum ExactAsymmetry(const Weights& weights, double base = 0);
Wanted ExactEntropy(const std::vector<double>& p, double base = 0);
Wanted ExactCrossEntropy(const Weights& weights, double base = 0);

// Of weights as they are.
WantedSum ExactKlAsGiven(const Weights& weights, double base = 0);
Wanted ExactGeneralizedKl(const Weights& weights, double base = 0);

struct NormalPair {
  double mu_p, sigma_p, mu_q, sigma_q;
};
Wanted ExactNormalKl(const NormalPair& normals);
Wanted ExactNormalAsymmetry(const NormalPair& normals);

}  // namespace kl::test
