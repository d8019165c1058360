#pragma once

#include <algorithm>
#include <array>

#include "measures/finding.h"
#include "measures/logits.h"
#include "measures/terms.h"
#include "measures/totals.h"

namespace kl {

/// Two finite distributions, read, checked and normalised as the options say: what every measure starts from.
class Prepared {
 public:
  /// Fails    kBaseNotUsable, and what Check and Logits::Read find
  static Result<Prepared> Read(Pairs& pairs, const Options& options);

  /// The sums of a measure's terms, of probabilities (or of the numbers as given), times 2^lift; 0 beyond terms.sums.
  std::array<double, Terms::kMostSums> Sum(const Terms& terms, Pairs& pairs, int lift = 0) const;

  /// What the aligned weights sum to.
  double mass() const { return options_.form == Form::kLogits ? 1 : checked_.alignment.mass; }

  /// The sums of kContributionTerms.
  std::array<double, Terms::kMostSums> SumContributions(Pairs& pairs) const {
    return options_.form == Form::kLogits ? logits_.SumContributions(pairs)
                                          : Sum(kContributionTerms, pairs);
  }

  /// By which power of two sums are best lifted before a logarithm is taken of them: 0 but for numbers as given that are so
  /// small that their sums would be subnormal.
  int Lift() const {
    if (!is_as_given()) return 0;
    if (options_.form == Form::kLogits) return logits_.IsAtMost(-kLevelNats) ? 1200 : 0;
    return checked_.alignment.p_exponent < -500 ? 400 : 0;
  }
  /// The same before a root is taken, which may be a number where its square is subnormal; 0 for large numbers as given.
  int RootLift() const {
    const bool large = options_.form == Form::kLogits ? !logits_.IsAtMost(kLevelNats)
                                                      : checked_.alignment.p_exponent > 0;
    return is_as_given() && large ? 0 : std::max(Lift(), 400);
  }

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

}  // namespace kl
