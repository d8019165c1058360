#pragma once

namespace kl {

/// What the von Mises distribution asks of the modified Bessel functions: Λ(κ) = log I0(κ) and its derivatives, for κ ≥ 0 of any
/// size. Λ is the cumulant function of cos θ, with θ uniform on the circle.

/// Λ(κ) − κ, which is −½ log(2πκ) where κ is large. Error ≤ 16 ulp of max(1, |result|).
double LogScaledBessel(double concentration);

/// 1 − Λ'(κ) = 1 − I1(κ)/I0(κ), in (0, 1]. Error ≤ 16 ulp.
double BesselRatioGap(double concentration);

/// Λ'(κ) = I1(κ)/I0(κ): κ/2 where κ is small. Error ≤ 16 ulp.
double BesselRatio(double concentration);

/// Λ''(κ) > 0, the variance of cos θ. Error ≤ 32 ulp.
double BesselCurvature(double concentration);

/// Λ'(c) − Λ'(a). Error ≤ 48 ulp, as c → a too.
double BesselRatioStep(double c, double a);

/// Λ(c) − Λ(a) − (c − a) Λ'(a) ≥ 0. Error ≤ 1e-13 of it, as c → a too.
double BesselBregman(double c, double a);

}  // namespace kl
