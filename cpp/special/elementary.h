#pragma once

#include <limits>

#include "kernels/exp.h"
#include "kernels/natural_log.h"
#include "kernels/phi.h"
#include "kernels/scaled.h"
#include "kernels/sqrt.h"
#include "result.h"

namespace kl {

/// The kernels as functions of single numbers of any size: what the families are written with. The same bits everywhere.

inline constexpr double kMax = std::numeric_limits<double>::max();
inline constexpr double kPi = 0x1.921fb54442d18p+1;
inline constexpr double kEulerGamma = 0x1.2788cfc6fb619p-1;
inline constexpr double kHalfLog2Pi = 0x1.d67f1c864beb5p-1;
inline constexpr double kHalfLog2PiE = 0x1.6b3f8e4325f5ap+0;

inline bool IsFinite(double x) { return x >= -kMax && x <= kMax; }

/// Of x > 0: known to the full precision.
inline bool IsNormal(double x) { return x >= 0x1p-1022 && x <= kMax; }

inline double Abs(double x) { return __builtin_fabs(x); }
inline double Square(double x) { return x * x; }

/// x²/2, which may be finite where x² is not.
inline double HalfSquare(double x) { return x * (x / 2); }

/// log x: −∞ at 0, NaN below. Error ≤ kLogMaxUlp.
double Log(double x);

/// e^x. Error ≤ kExpMaxUlp.
double Exp(double x);

/// e^x − 1 for every x. Error ≤ 4 ulp.
double Expm1(double x);

/// log(1 + x) for x ≥ −1; −∞ at −1. Error ≤ 6 ulp.
double Log1p(double x);

/// log(1 + e^x) for every x, without overflow. Error ≤ 8 ulp.
double Softplus(double x);

/// 1/(1 + e^−x) for every x. Error ≤ 4 ulp.
double Logistic(double x);

/// a b to twice the precision; where one of the numbers is too large or the product too small for that, at least to one.
DoubleDouble Product(double a, double b);

/// e^x for an x that is known to twice the precision. Error ≤ 2 ulp.
double Exp(DoubleDouble x);

/// (a/b)^x e^c for a, b > 0 of any size, without over- or underflow in between.
/// Error    ≤ 4 + |x|/8 ulp, and that of c
double PowerTimesExp(double a, double b, double x, DoubleDouble c = {0, 0});

/// x e^c for finite x ≥ 0, without over- or underflow in between; an x that has underflowed to 0 counts as the least number.
/// Error    ≤ 4 ulp, and that of c
double TimesExp(double x, double c);

/// log(a/b) for finite a, b > 0 of any size, subnormal ones included. Error ≤ kLogRatioMaxUlp, near a = b too.
double LogRatio(double a, double b);

/// φ(a, b) = a log(a/b) − a + b ≥ 0 for finite a, b ≥ 0 of any size; φ(0, b) = b, φ(a, 0) = ∞. Error ≤ kPhiMaxUlp.
double Phi(double a, double b);

/// φ(a, b)/a = b/a − 1 − log(b/a), for a, b > 0: what Exponential, Gamma and Normal are made of. Error ≤ kPhiMaxUlp + 1.
double PhiOver(double a, double b);

/// (a − b)/c for finite a, b and c > 0, whose difference may overflow.
double Ratio(double a, double b, double c);

/// e^t − 1 − t ≥ 0 for every t. Error ≤ 6 ulp.
double ExpExcess(double t);

/// t − log(1 + t) ≥ 0 for t ≥ −1; ∞ at −1. Error ≤ kPhiMaxUlp.
double LogExcess(double t);

/// sinh 2w − 2w for w = log(a/b), a, b > 0 of any size: the asymmetry of distributions that differ in scale. Error ≤ 16 ulp.
///
///   = 4 s z [(3 − z)/(1 − z)² − T(z)],  s = (a − b)/(a + b), z = s², T of kernels/log.h (halved)     for |s| ≤ 1/3
double SinhExcess(double a, double b);

}  // namespace kl
