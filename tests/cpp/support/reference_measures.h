#pragma once

#include "measures/options.h"
#include "support/reference.h"

namespace kl::test {

/// What the measures of two finite distributions are, by their definitions, in 384 bits and more.
struct WantedMeasures {
  WantedSum forward, reverse, jeffreys, asymmetry;  // magnitudes: Σ|term|
  Wanted jensen_shannon, jensen_shannon_distance, total_variation, hellinger, bhattacharyya;
  Wanted chi_squared_forward, chi_squared_reverse;
  Wanted entropy_p, entropy_q, cross_forward, cross_reverse;
  std::vector<WantedSum> forward_terms, reverse_terms;  // magnitudes: the outcome's weight
};

/// Of weights or logits, divided by their sums (also where the options are strict) or as given.
WantedMeasures ExactMeasures(const Weights& weights, const Options& options);

/// Of the distributions themselves, numbers as given too.
Wanted ExactRenyi(const Weights& weights, const Options& options, double alpha);
Wanted ExactTsallis(const Weights& weights, const Options& options, double alpha);

}  // namespace kl::test
