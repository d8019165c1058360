#pragma once

#include "special/way.h"

namespace kl {

/// The Bregman divergences of log Γ, of r(x) = log Γ(x) − x log x + x, and of log B, along ways from a to c: what the divergences
/// of Gamma, Beta and Dirichlet distributions are made of. f(c) − f(a) − (c − a)·∇f(a) ≥ 0, for numbers of any size.
///
/// With φ(x, y) = x log(x/y) − x + y, g(y) = y − 1 − log y, the n that brings both a and c above kStirlingFrom, a' = a + n,
/// c' = c + n, and μ of stirling_series.h:
///
///   that of log Γ is   Σ_{k<n} g((c + k)/(a + k)) + φ(c', a') + g(c'/a')/2 + [that of μ],
///   that of r is       the same less φ(c, a), where  φ(c', a') − φ(c, a) = −φ(c, a c'/a') − n g(c'/a'),
///
/// and none of the differences of nearly equal numbers in them is taken of rounded ones.
///
/// Edges    0 for c = a exactly; ∞ where a part overflows, which only numbers beyond 1e±150 or huge results do
/// Error    ≤ kLogGammaBregmanMaxUlp, kStirlingBregmanMaxUlp and kLogBetaBregmanMaxUlp; where c → a too
inline constexpr double kLogGammaBregmanMaxUlp = 8;
inline constexpr double kStirlingBregmanMaxUlp = 64;
inline constexpr double kLogBetaBregmanMaxUlp = 64;
double LogGammaBregman(const Way& way);
double StirlingBregman(const Way& way);
double LogBetaBregman(const Way& x, const Way& y);

}  // namespace kl
