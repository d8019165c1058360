#pragma once

#include "measures/pairs.h"
#include "measures/term_sums.h"
#include "measures/totals.h"

namespace kl {

/// Differences without the sums' ratio: with r the heaviest outcome and R = p_r/q_r,
///
///   uᵢ = (pᵢ − R qᵢ)/pᵢ = (pᵢ q_r − qᵢ p_r)/(pᵢ q_r)
///
/// comes from exact products, so that it is 0 just where it should be. With v = Σ pᵢ uᵢ/Σp, the true ratio is
/// S = R/(1 − v), and pᵢ − S qᵢ = pᵢ (uᵢ − v)/(1 − v).
class ExactDifferences {
 public:
  ExactDifferences() = default;
  ExactDifferences(Pairs& pairs, const Alignment& alignment);

  /// The outcome aligned; p, q > 0.
  LanePair Align(double p, double q) const;
  /// The weight of an outcome that P lacks.
  Scaled AloneInQ(double q) const;

 private:
  DoubleDouble FromHeaviest(Scaled p, Scaled q) const;

  Alignment alignment_;
  Scaled p_heaviest_{0, 0}, q_heaviest_{0, 0};
  DoubleDouble v_{0, 0};
};

/// Whether sums over aligned outcomes may be nothing but the noise of the ratio.
bool AreNoise(const TermSums& sums, const Alignment& alignment);

/// The sums of terms over all outcomes, aligned however closely P and Q agree.
/// Edges    exactly 0 for proportional weights, of terms that are 0 for x = y
TermSums SumTerms(const Terms& terms, Pairs& pairs, const Alignment& alignment);

}  // namespace kl
