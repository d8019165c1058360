#pragma once

#include <cstddef>

#include "kernels/double_double.h"

namespace kl {

/// What one reading of two arrays yields: Σ of a term of each pair, Σp and Σq.
struct PairSums {
  DoubleDouble terms{0, 0}, p{0, 0}, q{0, 0};
  bool in_range =
      true;  // none below kLaneMin, no sum above kLaneMax; else nothing here means anything
};

/// Adds pᵢ log(pᵢ/qᵢ) of n pairs: the quickest way to a divergence that is not small.
///
/// Every term is right to kContributionMaxUlp, but they have both signs: their sum has lost
/// Σ|pᵢ log(pᵢ/qᵢ)| / |Σ pᵢ log(pᵢ/qᵢ)| times as much. The caller must know that this is little:
/// KeepsItsDigits in measures/quick.cc.
inline constexpr double kContributionMaxUlp = 3;
void AddContributions(const double* p, const double* q, size_t n, PairSums& sums);

/// Adds φ(pᵢ, qᵢ) of n pairs: terms of one sign, right to kPhiMaxUlp each and as a sum.
void AddPhi(const double* p, const double* q, size_t n, PairSums& sums);

}  // namespace kl
