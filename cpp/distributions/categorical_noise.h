#pragma once

#include <span>

#include "distributions/partial.h"

namespace kl {

/// A categorical distribution's log probabilities, and how they were given: as logits, or as weights of that sum.
struct CategoricalSide {
  std::span<const double> logs;
  bool is_by_logits;
  double sum;
};

/// What was subtracted on the way to the derivatives of D(P‖Q), for their sizes: see Gradient of measures/gradient.h. Of logits,
/// all logarithms of p/q share the noise of the largest.
void AddNoise(const CategoricalSide& p, const CategoricalSide& q, std::span<Partial> by_p,
              std::span<Partial> by_q);

}  // namespace kl
