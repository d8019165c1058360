#pragma once

#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// Units in the last place that the divergences of order α may be off: a power's error grows with its exponent.
inline constexpr double kAlphaMaxUlp = 16;
inline constexpr double AlphaMaxUlp(double alpha) {
  return alpha < 16 || alpha == kInfinity ? kAlphaMaxUlp : alpha;
}

/// Rényi's divergence D_α(P‖Q) = log(Σ pᵢ^α qᵢ^(1−α)) / (α − 1), in nats or to the base.
///
/// Domain   α ≥ 0, ∞ included; P and Q normalised (numbers as given are divided by their sums)
/// Edges    α = 0: −log of Q's weight where P has any · α = 1: D(P‖Q) · α = ∞: log max pᵢ/qᵢ
///          ∞ for α ≥ 1 where pᵢ > 0 = qᵢ, for α < 1 only without a common outcome
/// Error    ≤ AlphaMaxUlp(α), also for α near 0 or 1 and as Q approaches P
/// Fails    kAlphaNotUsable, and as KlDivergence
Result<Finding> RenyiDivergence(Pairs& pairs, const Options& options, double alpha);

/// Tsallis's divergence (Σ pᵢ^α qᵢ^(1−α) − 1)/(α − 1). The base is that of the divergence it becomes for α = 1.
///
/// Edges    α = 0: Q's weight where P has none · α = 1: D(P‖Q) · α = ∞: 0 for P = Q, else ∞
/// Else     as RenyiDivergence
Result<Finding> TsallisDivergence(Pairs& pairs, const Options& options, double alpha);

}  // namespace kl
