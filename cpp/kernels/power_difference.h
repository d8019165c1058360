#pragma once

#include "kernels/exp.h"
#include "kernels/log.h"

namespace kl {

/// log(p/q) to some 2^-57 absolutely (and as LogRatio relatively) for lanes' first numbers: what a power needs, whose
/// exponent's error is its own relative error.
inline DoubleDouble LogRatioTwice(const LanePair& pair) {
  const Reduced r = Reduce(pair.p, pair.q);
  const double p = pair.p[0], m = r.m[0], k = ExponentValue(r.k)[0];
  const double low = pair.q_low[0] * PowerOfTwo(static_cast<int>(k));
  const DoubleDouble sum = TwoSum(p, m);
  const double difference = p - m, d = difference - low;
  const double s = d / sum.hi;
  // What s lacks: (d − s (p + m))/(p + m).
  const DoubleDouble product = TwoProduct(s, sum.hi);
  const double rest = ((d - product.hi) - product.lo) + (((difference - d) - low) - s * sum.lo);
  const double z = s * s, whole = k + pair.shift;
  const double small = 2 * (rest / sum.hi) + s * (z * LogTail(Splat(z))[0]);
  const DoubleDouble upper = whole == 0 ? DoubleDouble{0, 0} : TwoProduct(whole, kLn2Upper);
  return Add(Add(upper, 2 * s), TwoSum(small, whole * kLn2Lower));
}

/// e^x of any size: its exponent up to ±2^30, where it stays for all that is beyond.
/// Error    of the significand ≤ (kExpMaxUlp + 1) · 2^-52
Scaled ExpOf(DoubleDouble x);

/// e^t − 1. Error ≤ 3 ulp.
inline double ExpMinusOne(double t) {
  if (t > 0.3466 || t < -0.3466) return Exp(Splat(t))[0] - 1;
  return t + t * t * ExpTail(Splat(t))[0];
}

/// (e^t − 1)/t > 0; 1 at t = 0. Error ≤ 3 ulp.
inline double ExpSlope(double t) {
  if (t < -0.3466 || t > 0.3466) return (Exp(Splat(t))[0] - 1) / t;
  return 1 + t * ExpTail(Splat(t))[0];
}

/// The second divided difference of the exponential at 0, a and b, all within kSecondSlopeSpan of each other: a sum of
/// positive terms Σ h_k(g, h)/(k + 2)! · e^l, l the least of the three, g and h the others' distances from it, h_k the
/// complete homogeneous polynomial.
/// Error    ≤ 4 ulp
inline constexpr double kSecondSlopeSpan = 2;

inline double ExpSecondSlope(double a, double b) {
  double least = 0, g = a, h = b;
  if (a < 0 && a <= b) {
    least = a, g = -a, h = b - a;
  } else if (b < 0) {
    least = b, g = a - b, h = -b;
  }
  constexpr int kTerms = 28;  // 2^28·29/30! < 2^-54
  double complete = 1, power = 1, factor = 0.5, sum = 0.5;
  for (int k = 1; k <= kTerms; ++k) {
    power *= h;
    complete = power + g * complete;
    factor /= k + 2;
    sum += factor * complete;
  }
  return Exp(Splat(least))[0] * sum;
}

}  // namespace kl
