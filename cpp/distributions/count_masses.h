#pragma once

#include "distributions/chance.h"

namespace kl {

/// Logarithms of the masses of counts, −∞ off the support: as φ(count, mean) and Stirling's errors, without subtracting
/// logarithms of factorials.
///
/// Error    ≤ 8 · 2^-52 (1 + |result|), for counts up to 2^53 too
/// Source   C. Loader, "Fast and accurate computation of binomial probabilities", 2000
double LogPoissonMass(double rate, double k);
double LogBinomialMass(double n, const Chance& chance, double k);

/// Γ(k + r)/(Γ(r) k!) p^k (1 − p)^r.
double LogNegativeBinomialMass(double r, const Chance& chance, double k);

inline bool IsCount(double k) { return k >= 0 && k == __builtin_floor(k); }

}  // namespace kl
