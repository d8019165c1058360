#pragma once

#include "special/way.h"

namespace kl {

/// log Γ(x) for x > 0; log Γ(0) = ∞.
/// Error    ≤ 4 ulp, near the roots 1 and 2 too
double LogGamma(double x);

/// ψ(x), ψ'(x) for x > 0.
/// Error    ≤ 4 ulp, near the root of ψ at 1.46 too
double Digamma(double x);
double Trigamma(double x);

/// r(x) = log Γ(x) − x log x + x for x > 0: what is left of log Γ where x is large, ½ log(2π/x) + 1/(12x) − …
/// Error    ≤ 16 ulp of max(1, |r|)
double StirlingRemainder(double x);

/// r(a) + r(b) − r(a + b): what is left of log B where a and b are large. Error as above.
double BetaRemainder(double a, double b);

/// log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for a, b > 0, without the cancellation of large arguments.
/// Error    ≤ 16 ulp of max(1, |log B|)
double LogBeta(double a, double b);

/// log x − ψ(x) > 0 for x > 0: 1/(2x) where x is large.
/// Error    ≤ 32 ulp
double DigammaGap(double x);

/// ψ'(x) − 1/x > 0 for x > 0: 1/(2x²) where x is large.
/// Error    ≤ 32 ulp
double TrigammaGap(double x);

/// log Γ(a + h) − log Γ(a), ψ(a + h) − ψ(a) and ψ'(a) − ψ'(a + h) along a way from a > 0 to a + h > 0, however short.
/// Error    of the first ≤ 16 ulp of the larger of |h log(a + h)| and the result; of the others ≤ 16 ulp
double LogGammaStep(const Way& way);
double DigammaStep(const Way& way);
double TrigammaFall(const Way& way);

/// log Γ(c) − log Γ(a) − (c − a) ψ(a) ≥ 0, for c, a > 0 of any size: the Bregman divergence of log Γ. See gamma_bregman.h.
double LogGammaBregman(double c, double a);

}  // namespace kl
