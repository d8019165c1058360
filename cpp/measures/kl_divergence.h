#pragma once

#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

class Prepared;

/// Units in the last place that a divergence of finite distributions may be off: forward, reverse, Jeffreys, generalised.
inline constexpr double kFiniteMaxUlp = 8;

/// D(P‖Q) = Σ pᵢ log(pᵢ/qᵢ), in nats or to the base asked for.
///
/// Shape    p, q: n ≥ 1 outcomes each, same order
/// Domain   pᵢ, qᵢ ≥ 0, finite; sums as Options say
/// Edges    pᵢ = 0 adds 0 · pᵢ > 0 = qᵢ gives ∞, and names the first such i · 0 exactly for P = Q and for proportional weights
/// Error    ≤ kFiniteMaxUlp (of Σ|pᵢ log(pᵢ/qᵢ)| for numbers as given, which may be negative)
/// Fails    kEmpty, kNegative, kNotFinite, kSumIsZero, kSumIsNotOne, kBaseNotUsable
/// Source   D = (1/Σp) Σ φ(pᵢ, S qᵢ), S = Σp/Σq (NIST DLMF has no form of it; L. Bregman 1967 for φ)
Result<Finding> KlDivergence(Pairs& pairs, const Options& options);

/// The same in nats of distributions that are prepared, by the careful way alone.
Finding CarefulKlDivergence(Pairs& pairs, const Prepared& prepared);

/// Σ φ(pᵢ, qᵢ) = Σ pᵢ log(pᵢ/qᵢ) − pᵢ + qᵢ of weights as they are; 0 only for p = q.
Result<Finding> GeneralizedKlDivergence(Pairs& pairs, Options options);

/// D(P‖Q) − D(Q‖P), from terms that are differences themselves.
///
/// Edges    ∞ or −∞ where one direction is infinite; 0 where both are: neither exceeds the other
/// Error    ≤ kAsymmetryMaxUlp of Σ|term|
inline constexpr double kAsymmetryMaxUlp = 24;
Result<double> Asymmetry(Pairs& pairs, const Options& options);

/// D(P‖Q) + D(Q‖P).
Result<Finding> JeffreysDivergence(Pairs& pairs, const Options& options);

}  // namespace kl
