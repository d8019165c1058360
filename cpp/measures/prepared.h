#pragma once

#include "kernels/power_difference.h"
#include "measures/finding.h"
#include "measures/logits.h"
#include "measures/nearly_proportional.h"
#include "measures/terms.h"

namespace kl {

/// Two finite distributions, read, checked and normalised as the options say: what every measure starts from.
class Prepared {
 public:
  /// Fails    kBaseNotUsable, and what Check and Logits::Read find
  static Result<Prepared> Read(Pairs& pairs, const Options& options);

  /// The sums of a measure, of probabilities (or of the numbers as given), times 2^lift.
  template <class Measure>
  std::array<double, Measure::kSums> Sum(Pairs& pairs, int lift = 0) const {
    const bool logits = options_.form == Form::kLogits;
    const TermSums<Measure> sums =
        logits ? logits_.Sum<Measure>(pairs) : SumTerms<Measure>(pairs, checked_.alignment);
    std::array<double, Measure::kSums> values{};
    for (size_t k = 0; k < Measure::kSums; ++k) {
      values[k] = sums.Over(k, mass(), lift + (is_as_given() ? checked_.alignment.p_exponent : 0));
    }
    return values;
  }

  /// Calls visit(pair, exponent, log) for every outcome with weight in both, aligned as `pair` · 2^exponent, with the
  /// logarithm of its ratio as LogRatioTwice finds it; alone_p(x) and alone_q(y) for those of one only, x and y in the same measure (Scaled).
  template <class Visit, class AloneP, class AloneQ>
  void ForEachAligned(Pairs& pairs, Visit visit, AloneP alone_p, AloneQ alone_q) const;

  /// What the aligned weights sum to.
  double mass() const { return options_.form == Form::kLogits ? 1 : checked_.alignment.mass; }

  /// By which power of two sums are best lifted before a root or a logarithm is taken of them: 0 but for numbers as given
  /// that are so small that their sums would be subnormal.
  int Lift() const { return is_as_given() && checked_.alignment.p_exponent < -500 ? 400 : 0; }

  std::ptrdiff_t only_in_p() const { return totals().only_in_p; }
  std::ptrdiff_t only_in_q() const { return totals().only_in_q; }
  bool is_as_given() const { return options_.normalization == Normalization::kAsGiven; }
  double log_base() const { return log_base_; }
  const Totals& totals() const {
    return options_.form == Form::kLogits ? logits_.totals() : checked_.totals;
  }
  const Alignment& alignment() const { return checked_.alignment; }
  const Logits& logits() const { return logits_; }
  const Options& options() const { return options_; }

  Entropies FindEntropies(Pairs& pairs) const;

 private:
  Options options_;
  double log_base_ = 1;
  Checked checked_;
  Logits logits_;
};

template <class Visit, class AloneP, class AloneQ>
void Prepared::ForEachAligned(Pairs& pairs, Visit visit, AloneP alone_p, AloneQ alone_q) const {
  const bool logits = options_.form == Form::kLogits;
  const double none = logits ? -kInfinity : 0;
  const Alignment& alignment = checked_.alignment;
  const int ratio_exponent = alignment.p_exponent - alignment.q_exponent;
  const bool close =
      !logits && AreNoise(AlignedSum<OverlapTerms>(pairs, alignment).sums(), alignment);
  const ExactDifferences exact = close ? ExactDifferences(pairs, alignment) : ExactDifferences();
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double p = chunk.p[i], q = chunk.q[i];
      if (p == none && q == none) continue;
      if (q == none) {
        const Scaled x = logits ? logits_.ShareOfP(p) : Split(p);
        alone_p(Scaled{x.significand, x.exponent - alignment.p_exponent});
      } else if (p == none) {
        const Scaled y = logits ? logits_.ShareOfQ(q) : Split(q);
        alone_q(Scaled{y.significand * alignment.ratio.hi, y.exponent - alignment.q_exponent});
      } else if (logits) {
        visit(logits_.Align(p, q), 0, logits_.LogRatioOf(p, q));
      } else if (close) {
        const LanePair pair = exact.Align(p, q);
        visit(pair, -alignment.p_exponent, LogRatioTwice(pair));
      } else {
        const LanePair pair = Align(p, q, alignment.ratio, ratio_exponent);
        visit(pair, -alignment.p_exponent, LogRatioTwice(pair));
      }
    }
  });
}

}  // namespace kl
