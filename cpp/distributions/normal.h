#pragma once

#include "result.h"

namespace kl {

/// A normal distribution N(loc, scale²); `scale` is the standard deviation.
struct Normal {
  double loc = 0, scale = 1;
};

/// Units in the last place that the divergences of two normal distributions may be off.
inline constexpr double kNormalMaxUlp = 8;

/// D(P‖Q) in nats.
///
///   D = φ(σq, σp)/σq + ½ [(σp − σq)² + (μp − μq)²]/σq²      ( = log(σq/σp) + (σp² + (μp − μq)²)/(2σq²) − ½ )
///
/// Domain   checked parameters, of any size
/// Edges    0 only for P = Q · ∞ by overflow, where the figure itself exceeds the largest double
/// Error    ≤ kNormalMaxUlp, also as Q → P, where the right-hand form loses every digit
/// Source   the right-hand form: Gil, "On Rényi Divergence Measures for Continuous Alphabet Sources", MSc 2011; with
///          ρ = σp/σq, −log ρ + (ρ² − 1)/2 = φ(1, ρ) + (ρ − 1)²/2.
Finding KlDivergence(const Normal& p, const Normal& q);

/// D(P‖Q) − D(Q‖P) in nats, from parts that both have the sign of σp − σq.
///
///   [sinh 2w − 2w] + (μp − μq)² (σp − σq)(σp + σq)/(2σp²σq²),   w = log(σp/σq)
///
/// Error    ≤ 2 kNormalMaxUlp
double Asymmetry(const Normal& p, const Normal& q);

/// ½ log(2πe σ²) in nats, right to 2^-52 absolute or relative.
double Entropy(const Normal& distribution);

}  // namespace kl
