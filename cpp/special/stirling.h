#pragma once

namespace kl {

/// What Stirling's formula lacks of log x!:
///
///   δ(x) = log Γ(x + 1) − [x log x − x + ½ log 2πx] = 1/(12x) − 1/(360x³) + …
///
/// Domain   x > 0
/// Error    ≤ 16 ulp
/// Source   C. Loader, "Fast and accurate computation of binomial probabilities", 2000
double StirlingError(double x);

/// log [Γ(b + d + k) Γ(b)/(Γ(b + d) Γ(b + k))] = Σ log(1 + d/(b + j)) over j = 0 … k − 1: by how much the kth rising factorial of
/// b + d exceeds that of b. Vanishes with d, and loses no digits on the way.
///
///   = (b − ½) log(1 − w) + d log(1 + k/(b + d)) + k log(1 + d/(b + k)) + the same difference of δ,
///   w = d k/((b + d)(b + k)), for large b and b + d, to which small ones are brought by the first terms of the sum
///
/// Domain   b, b + d > 0, k = 0, 1, 2 …
/// Error    ≤ 32 ulp
double LogRisingRatio(double b, double d, double k);

}  // namespace kl
