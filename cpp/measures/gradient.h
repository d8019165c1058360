#pragma once

#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// What D(P‖Q) is differentiated by.
enum class Coordinates {
  kSimplex,  // the probabilities, as they can move: their sum stays 1
  kWeights,  // the weights, each by itself
  kLogits,   // the weights' logarithms, each by itself: P = softmax(a), Q = softmax(b)
};

/// Takes ∂D/∂p and ∂D/∂q of consecutive outcomes.
class GradientSink {
 public:
  virtual ~GradientSink() = default;
  virtual void Write(size_t offset, const double* p, const double* q, size_t n) = 0;
};

/// The gradient of D(P‖Q), or of Σ pᵢ log(pᵢ/qᵢ) for numbers as given; per nat, or to the base asked for. With P̂ and Q̂ the
/// distributions, rᵢ = p̂ᵢ/q̂ᵢ, and aᵢ, bᵢ the logits (the weights' logarithms, but for a constant):
///
///                       by p                            by q
///   kWeights            (log rᵢ − D)/Σp                 (1 − rᵢ)/Σq
///   kLogits             p̂ᵢ (log rᵢ − D)                 q̂ᵢ − p̂ᵢ
///   kSimplex            log rᵢ − mean of log r          mean of r − rᵢ
///   as given, kWeights  log(pᵢ/qᵢ) + 1                  −pᵢ/qᵢ
///   as given, kLogits   pᵢ (log(pᵢ/qᵢ) + 1)             −pᵢ
///
/// kSimplex is the gradient's orthogonal projection onto vectors whose components sum to 0; both means are over the
/// outcomes where the component is finite.
///
/// For logits, the weights are their exponentials, divided by the sum unless as given.
///
/// Shape, domain, fails    as KlDivergence
/// Edges    derivatives are one-sided where a weight is 0, and never NaN; all 0 for proportional weights
///          by p: pᵢ = 0 < qᵢ gives −∞ (by logits: 0) · qᵢ = 0 gives ∞ (by logits, for pᵢ = 0: 0)
///          by q: pᵢ > qᵢ = 0 gives −∞ (by logits: −p̂ᵢ)
///          D = ∞, by weights or logits: the limit as the qᵢ that are 0 where pᵢ > 0 grow, all alike, from 0. By p it is −∞
///          where qᵢ > 0, ∞ where qᵢ = 0; but 0 there if no outcome has weight in both (then the way decides)
/// Error    ≤ kGradientMaxUlp of the magnitude of what is subtracted (as |log rᵢ| + D, |1 − rᵢ|, |q̂ᵢ − p̂ᵢ|), and
///          kGradientNoise of log rᵢ, of rᵢ and of p̂ᵢ; for logits that noise is kGradientMaxUlp of max |log r|
/// Source   by differentiation of D = Σ pᵢ log(pᵢ/qᵢ)/Σp − log(Σp/Σq)
inline constexpr double kGradientMaxUlp = 8;
inline constexpr double kGradientNoise = 0x1p-100;
Problem Gradient(Pairs& pairs, const Options& options, Coordinates coordinates, GradientSink& sink);

}  // namespace kl
