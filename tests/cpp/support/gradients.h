#pragma once

#include <vector>

#include "measures/gradient.h"
#include "support/exact.h"
#include "support/inputs.h"

namespace kl::test {

inline constexpr Coordinates kAllCoordinates[] = {Coordinates::kSimplex, Coordinates::kWeights,
                                                  Coordinates::kLogits};
inline constexpr Options kAsGivenNats{Normalization::kAsGiven};

/// The gradient, which no problem may keep from being found.
Weights GradientOf(const Weights& weights, Coordinates coordinates, const Options& options);

using Reals = std::vector<Real>;

Reals AsReals(const std::vector<double>& x);
/// e^x, over the sum.
Reals Softmax(const std::vector<double>& logits);
Real Total(const Reals& x);

/// D of the weights p and q, or Σ p log(p/q).
Real Divergence(const Reals& p, const Reals& q, bool as_given);

/// A derivative, the magnitude of what is subtracted for it, and what a relative error of a ratio does to it.
struct WantedDerivative {
  Real value, magnitude, noise;
};

struct WantedGradient {
  std::vector<WantedDerivative> p, q;
};

/// By the formulas, for weights > 0.
WantedGradient ExactGradient(const Reals& p, const Reals& q, Coordinates coordinates,
                             bool as_given);

}  // namespace kl::test
