#pragma once

#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// Ways to give outcomes that were never seen a probability. Each mixes the observed shares ûᵢ = wᵢ/n, n = Σw, with the
/// uniform distribution over the m outcomes: (1 − λ) ûᵢ + λ/m.
enum class Smoothing {
  kPseudocount,  // (wᵢ + amount)/(n + m · amount)
  kPerOutcome,   // the same with amount/m: Schürmann and Grassberger, for amount 1
  kMinimax,      // the same with √n/m; amount is not used
  kEpsilon,      // (ûᵢ + amount)/(1 + m · amount)
  kMix,          // λ = amount
  kShrinkage,  // λ as the weights, taken for counts, suggest (James and Stein); amount is not used
};

struct Smoothed {
  double lambda = 0;  // share of the uniform distribution
  double added = 0;   // to each weight, by the methods that add; else 0
  double sum = 0;     // n
};

/// Takes the probabilities of consecutive outcomes.
class ProbabilitySink {
 public:
  virtual ~ProbabilitySink() = default;
  virtual void Write(size_t offset, const double* probabilities, size_t n) = 0;
};

/// The probabilities of P's weights, smoothed; Q's are to be the same.
///
///   kShrinkage   λ = Σ ûᵢ (1 − ûᵢ) / ((n − 1) Σ (1/m − ûᵢ)²), at most 1; and 1 for n ≤ 1 or uniform weights
///
/// Domain   amount finite and at least 0; of kMix at most 1
/// Edges    probabilities sum to 1, but for rounding · weights all 0 give the uniform distribution where something is
///          added to them, and by kShrinkage
/// Error    ≤ kSmoothingMaxUlp for every probability; λ of kShrinkage ≤ 8 ulp, which come on top
/// Fails    kEmpty, kNegative, kNotFinite; kSumIsZero where the weights alone must decide
/// Source   J. Hausser and K. Strimmer, "Entropy inference and the James-Stein estimator", JMLR 10, 2009, equations 2, 6
inline constexpr double kSmoothingMaxUlp = 4;
Result<Smoothed> Smooth(Pairs& pairs, Smoothing method, double amount, ProbabilitySink& sink);

}  // namespace kl
