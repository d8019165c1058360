#pragma once

#include <array>

#include "measures/entropy.h"
#include "measures/options.h"
#include "measures/pairs.h"
#include "measures/term_sums.h"
#include "measures/totals.h"
#include "result.h"

namespace kl {

/// Numbers as given beyond ±kLevelNats may have exponentials, or squares of them, that are none.
inline constexpr double kLevelNats = 300;

/// Distributions given by logits a and b (P = softmax(a), Q = softmax(b)), or by log-probabilities; −∞ is a weight of 0.
///
/// With r an outcome that is heavy in both, and Dᵢ = (aᵢ − aᵣ) − (bᵢ − bᵣ),
///
///   log(Pᵢ/Qᵢ) = Dᵢ + log(Pᵣ/Qᵣ)
///
/// where a first guess l of log(Pᵣ/Qᵣ) becomes right by what its Q lacks of a sum of 1 (over the common outcomes):
///
///   qᵢ = Pᵢ e^-(Dᵢ + l):   log(Pᵣ/Qᵣ) = l − log(1 − [Σqᵢ − (1 − Q alone)]/Σqᵢ)
///
/// The bracket is Σ(qᵢ − Pᵢ) + Q alone − P alone: a sum of differences no larger than those of P and Q, so that neither the
/// level of the logits nor their likeness costs a digit. Differences of logits are exact (two doubles), exponentials right
/// to kExpMaxUlp, whatever their exponent.
class Logits {
 public:
  /// Fails    kEmpty, kNotALogit (NaN or +∞), kSumIsZero (all −∞), kSumIsNotOne (strict: Σ e^a, Σ e^b)
  static Result<Logits> Read(Pairs& pairs, const Options& options);

  const Totals& totals() const {
    return totals_;
  }  // of the exponentials; only the outcomes alone in P or Q are of use

  /// Logarithms are kept times 2^-log_exponent, and sums of terms too: 0 but for logits whose differences overflow.
  int log_exponent() const { return log_exponent_; }

  /// D(P‖Q) in nats, if no outcome is alone in P. Not for numbers as given.
  double Divergence(Pairs& pairs) const;

  TermSums Sum(const Terms& terms, Pairs& pairs) const;

  /// The sums of kContributionTerms of numbers as given, whatever the size of their exponentials.
  std::array<double, Terms::kMostSums> SumContributions(Pairs& pairs) const;

  Entropies FindEntropies(Pairs& pairs) const;

  /// log(Pᵢ/Qᵢ), right to 2^-51 absolutely, and relatively where P and Q are alike; times 2^-log_exponent.
  DoubleDouble LogRatioOf(double a, double b) const;

  /// log(Qᵢ/max Q), times 2^-log_exponent; and the greatest of Q's shares.
  DoubleDouble LogBelowMaxOfQ(double b) const { return Below(b, q_); }
  double MaxOfQ() const { return 1 / q_.sum.hi; }

  bool IsAtMost(double level) const { return p_.max < level && q_.max < level; }

  /// An outcome's probability.
  Scaled ShareOfP(double a) const { return Share(a, p_); }
  Scaled ShareOfQ(double b) const { return Share(b, q_); }

  /// The outcome aligned, of mass 1; only where it has weight in both.
  LanePair Align(double a, double b) const { return Align(a, b, LogRatioOf(a, b)); }

 private:
  struct Side {
    double max = -kInfinity;  // and where it is
    std::ptrdiff_t at = kNoIndex;
    double level =
        0;  // what is taken from logits before powers are: max, but as given 0 unless max is large
    DoubleDouble sum{1, 0};  // Σ e^(aᵢ − max) ≥ 1; 1 as given
    DoubleDouble log_sum{0, 0};
    double reference = 0;  // aᵣ, bᵣ
  };
  struct Change {
    bool is_small = false;
    double nats = 0, of = 0;  // of: Σ|qᵢ − Pᵢ|
  };

  DoubleDouble LogDifference(double a, double b) const { return TwoSum(a * down_, -b * down_); }
  LanePair Align(double a, double b, DoubleDouble log) const;
  DoubleDouble Below(double a, const Side& side) const;
  Scaled Power(DoubleDouble log, const Side& side) const;
  Scaled Share(double a, const Side& side) const { return Power(Below(a, side), side); }
  Scaled PowerFrom(double level, double a, const Side& side) const;
  double LogShare(double a, const Side& side) const;
  double InUnits(const TermSum& sum, double level) const;
  FarWeights FarApart(double a, double b, DoubleDouble log) const;
  void ReadSums(Pairs& pairs);
  void ReadLevel(Pairs& pairs);
  Change FindChange(Pairs& pairs) const;

  bool as_given_ = false;
  int log_exponent_ = 0;
  double down_ = 1, up_ = 1;  // 2^∓log_exponent
  Side p_, q_;
  DoubleDouble level_{0, 0};  // log(Pᵣ/Qᵣ)
  Totals totals_;
};

inline double Magnitude(double x) { return x < 0 ? -x : x; }

/// x times a power of two; exact.
inline DoubleDouble TimesPowerOfTwo(DoubleDouble x, double power) {
  return {x.hi * power, x.lo * power};
}

}  // namespace kl
