#pragma once

#include "measures/entropy.h"
#include "measures/kl_divergence.h"

namespace kl {

/// Everything about two distributions, to one base.
struct Comparison {
  Finding forward, reverse, jeffreys;
  double asymmetry = 0;
  Entropies entropies;  // to the base too
  double jensen_shannon = 0, total_variation = 0, hellinger = 0, bhattacharyya = 0;
  Finding chi_squared_forward, chi_squared_reverse;
  double p_sum = 0, q_sum = 0;  // of the weights as given
};

/// Takes the contributions pᵢ log(pᵢ/qᵢ) and qᵢ log(qᵢ/pᵢ) of consecutive outcomes, normalised, to the base.
class ContributionSink {
 public:
  virtual ~ContributionSink() = default;
  virtual void Write(size_t offset, const double* forward, const double* reverse, size_t n) = 0;
};

/// D(P‖Q), D(Q‖P), their sum and their difference, and the entropies.
///
/// Shape, domain, fails    as KlDivergence; with weights as given, forward and reverse may be negative
/// Error    forward, reverse, jeffreys ≤ kFiniteMaxUlp; asymmetry as in Asymmetry; entropies ≤ kEntropyMaxUlp
/// Sink     if any: ∞ for an outcome that one distribution lacks, contributions right to kContributionMaxUlp + 2
Result<Comparison> Compare(Pairs& pairs, const Options& options, ContributionSink* sink);

}  // namespace kl
