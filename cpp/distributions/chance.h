#pragma once

#include <optional>

#include "kernels/double_double.h"
#include "result.h"

namespace kl {

/// The two probabilities of a trial, p and 1 − p, given by p or by its logit log(p/(1 − p)): what Bernoulli, Binomial,
/// Geometric and NegativeBinomial are made of.
struct Chance {
  DoubleDouble yes, no;
  double number;  // as given
  bool is_logit;

  static Chance OfProbability(double p);
  static Chance OfLogit(double logit);
  static Chance Of(int parametrization, double number) {
    return parametrization == 0 ? OfProbability(number) : OfLogit(number);
  }

  /// log p and log(1 − p): right to a few ulp, also where p or 1 − p underflows.
  double LogYes() const;
  double LogNo() const;
  double Logit() const;

  /// A derivative by p, as one by the number given; at p = 0 and 1 no logit is left to change anything.
  double TimesSlope(double by_p) const { return is_logit ? yes.hi * no.hi * by_p : by_p; }
};

/// Units in the last place that φ(p, q) + φ(1 − p, 1 − q), the divergence of single trials, may be off.
inline constexpr double kChanceMaxUlp = 8;
double Divergence(const Chance& p, const Chance& q);

/// D(P‖Q) − D(Q‖P) of single trials, where both are finite and nothing underflows; else nothing.
std::optional<double> Asymmetry(const Chance& p, const Chance& q);

/// A number of trials, not less than 0, times their divergence. Of chances given in the two ways, the error has a part of its
/// own: they are compared to some 2^-100.
Finding FoundByTrials(double trials, const Chance& p, const Chance& q, double max_ulp);

/// q − p, and the logit of q less that of p, right to some ulp, also where both are alike; −∞ for q = 0, ∞ for q = 1.
double Difference(const Chance& p, const Chance& q);
double LogitDifference(const Chance& p, const Chance& q);

/// e^t − 1 − t, where t is the difference a − b of two logits as they are, not as it is rounded.
double ExpExcessOfDifference(double a, double b);

/// log(q/p) and log((1 − q)/(1 − p)) likewise; −∞ where the numerator is 0, whatever the denominator.
double LogYesRatio(const Chance& p, const Chance& q);
double LogNoRatio(const Chance& p, const Chance& q);

/// ∂ Divergence/∂p and ∂q, of the probabilities. Infinite at p = 0 and 1, where D's slope is.
struct ChanceGradient {
  double by_p, by_q;
};
ChanceGradient Gradient(const Chance& p, const Chance& q);

/// −p log p − (1 − p) log(1 − p).
double Entropy(const Chance& chance);

/// x log(x/(n p)) − x + n p = φ(x, n p) for x > 0, of p one of the two probabilities and `log` its logarithm, which is known
/// where p underflows.
double CountExcess(double x, DoubleDouble n, DoubleDouble p, double log);

}  // namespace kl
