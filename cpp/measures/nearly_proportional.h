#pragma once

#include "measures/aligned_sum.h"

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
template <class Measure>
bool AreNoise(const TermSums<Measure>& sums, const Alignment& alignment) {
  const double witness = sums.Over(Measure::kWitness, alignment.mass);
  return !alignment.is_as_given && witness != 0 && witness < Measure::kNoise;
}

/// The sums of a measure over all outcomes, aligned however closely P and Q agree.
/// Edges    exactly 0 for proportional weights, of terms that are 0 for x = y
template <class Measure>
TermSums<Measure> SumTerms(Pairs& pairs, const Alignment& alignment) {
  const TermSums<Measure> sums = AlignedSum<Measure>(pairs, alignment).sums();
  if (!AreNoise(sums, alignment)) return sums;
  const ExactDifferences differences(pairs, alignment);
  TermSums<Measure> again;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double p = chunk.p[i], q = chunk.q[i];
      if (p > 0 && q > 0) {
        again.Add(differences.Align(p, q), -alignment.p_exponent);
      } else if (q > 0) {
        const Scaled y = differences.AloneInQ(q);
        again.Add(Measure::AtZeroP(Splat(y.significand)), y.exponent - alignment.p_exponent);
      } else if (p > 0) {
        const Scaled x = Split(p);
        again.Add(Measure::AtZeroQ(Splat(x.significand)), x.exponent - alignment.p_exponent);
      }
    }
  });
  return again;
}

}  // namespace kl
