#pragma once

#include "measures/entropy.h"
#include "measures/options.h"
#include "measures/pairs.h"
#include "measures/term_sums.h"
#include "measures/totals.h"
#include "result.h"

namespace kl {

/// Distributions given by logits a and b (P = softmax(a), Q = softmax(b)), or by log-probabilities; −∞ is a weight of 0.
///
/// With r the outcome of the largest aᵢ, Dᵢ = (aᵢ − aᵣ) − (bᵢ − bᵣ) and eᵢ = Dᵢ − Σ P D,
///
///   D(P‖Q) = log(1 + Σ Pᵢ ψ(eᵢ)),  ψ(e) = e^-e − 1 + e ≥ 0,     log(Pᵢ/Qᵢ) = Dᵢ + log(Pᵣ/Qᵣ)
///
/// so that neither the level of the logits nor their likeness costs a digit. A small error of Σ P D enters multiplied by
/// D(P‖Q). Differences of logits are exact (two doubles), exponentials right to kExpMaxUlp, whatever their exponent.
class Logits {
 public:
  /// Fails    kEmpty, kNotALogit (NaN or +∞), kSumIsZero (all −∞), kSumIsNotOne (strict: Σ e^a, Σ e^b)
  static Result<Logits> Read(Pairs& pairs, const Options& options);

  const Totals& totals() const {
    return totals_;
  }  // of the exponentials; only the outcomes alone in P or Q are of use

  /// D(P‖Q) in nats; finite, if only_in_p says so. Not for numbers as given.
  double Divergence() const { return divergence_; }

  TermSums Sum(const Terms& terms, Pairs& pairs) const;

  Entropies FindEntropies(Pairs& pairs) const;

  /// log(Pᵢ/Qᵢ), right to 2^-52 absolutely, and relatively where P and Q are alike.
  DoubleDouble LogRatioOf(double a, double b) const;

  /// An outcome's probability.
  Scaled ShareOfP(double a) const { return Share(a, p_); }
  Scaled ShareOfQ(double b) const { return Share(b, q_); }

  /// The outcome aligned, of mass 1; only where it has weight in both.
  LanePair Align(double a, double b) const;

 private:
  struct Side {
    double max = -kInfinity;  // and where it is
    std::ptrdiff_t at = kNoIndex;
    DoubleDouble sum{0, 0};  // Σ e^(aᵢ − max) ≥ 1
    DoubleDouble log_sum{0, 0};
  };

  Scaled Share(double a, const Side& side) const;
  double LogShare(double a, const Side& side) const;
  DoubleDouble Difference(double a, double b) const;
  void ReadSums(Pairs& pairs);
  void ReadDivergence(Pairs& pairs);

  bool as_given_ = false;
  Side p_, q_;
  double reference_ = 0;  // bᵣ
  double mean_ = 0, divergence_ = 0;
  double level_ = 0;  // log(Pᵣ/Qᵣ), where that is to be had without subtracting logarithms
  bool level_is_known_ = false;
  Totals totals_;
};

}  // namespace kl
