#pragma once

#include <cstdint>
#include <limits>

#include "kernels/coefficients.h"
#include "kernels/double_double.h"
#include "simd/f64x2.h"

namespace kl {

inline constexpr double kLn2 = 0x1.62e42fefa39efp-1;
inline constexpr double kLn2Upper =
    0x1.62e42fefa38p-1;  // 42 bits: its products with exponents are exact
inline constexpr double kLn2Lower = 0x1.ef35793c7673p-45;

/// The lanes below take arguments of this range; others reach them by way of scaled.h.
inline constexpr int kLaneMinExponent = -480;
inline constexpr double kLaneMin = 0x1p-480;
inline constexpr double kLaneMax = 0x1p480;

inline constexpr long long kExponentField = static_cast<long long>(0xfff0000000000000);

/// k as a number, for k given as the bits k·2^52.
///   k lands, offset by 2048, in the mantissa of 2^12·(1 + (k + 2048)/4096): no integer leaves its lane.
inline F64x2 ExponentValue(I64x2 k) {
  const I64x2 offset = reinterpret_cast<I64x2>(reinterpret_cast<U64x2>(k) >> 12) ^
                       SplatBits(((1023LL + 12) << 52) | (0x800LL << 40));
  return FromBits(offset) - Splat(0x1.8p12);
}

inline F64x2 ExponentTimesLn2(I64x2 k) { return ExponentValue(k) * Splat(kLn2); }

/// p/q = 2^k · p/m: m = 2^k q is exact, and p/m lies in [1/2, 2]; k = 0 wherever p/q does.
struct Reduced {
  I64x2 k;  // as the bits k·2^52
  F64x2 m;
};

/// Subtracting the bits subtracts the exponents, and the significands as if they were linear: the difference
/// is 2^52 just where the ratio is 2. Rounding it towards zero keeps k = 0 for every ratio between 1/2 and 2.
inline Reduced Reduce(F64x2 p, F64x2 q) {
  const I64x2 difference = Minus(Bits(p), Bits(q));
  const U32x4 negative = reinterpret_cast<U32x4>(reinterpret_cast<I32x4>(difference) >> 31);
  const U32x4 towards_zero = reinterpret_cast<U32x4>(difference) + (negative >> 12);
  const I64x2 k = reinterpret_cast<I64x2>(towards_zero) & SplatBits(kExponentField);
  return {k, FromBits(Plus(Bits(q), k))};
}

/// (2 atanh s − 2s)/(s z), z = s² ≤ 1/9. Estrin's scheme: the chain of dependent operations is what costs time.
inline F64x2 LogTail(F64x2 z) {
  const auto pair = [z](int i) { return Splat(kLogTail[i]) + z * Splat(kLogTail[i + 1]); };
  const F64x2 z2 = z * z, z4 = z2 * z2;
  return (pair(0) + z2 * pair(2)) + z4 * ((pair(4) + z2 * pair(6)) + z4 * pair(8));
}

/// s = d/(p + m), d = p − m of the reduced ratio; of q + q_low where that is given, whose m is 2^k q + 2^k q_low.
struct Slope {
  F64x2 d, s, z;
};

inline Slope SlopeOf(F64x2 p, const Reduced& r, F64x2 d) {
  const F64x2 s = d / (p + r.m);
  return {d, s, s * s};
}
inline Slope SlopeOf(F64x2 p, const Reduced& r) { return SlopeOf(p, r, p - r.m); }

/// 2^k, for k as in Reduced.
inline F64x2 Power(const Reduced& r) { return FromBits(Plus(Bits(Splat(1)), r.k)); }

/// log(p/q) per lane, of q = q + q_low when q is known better than a double can say.
///
///   log(p/q) = 2s + s z T(z) + k ln 2;  s has the sign of k, so nothing cancels
///
/// Domain   p, q in [kLaneMin, kLaneMax], |q_low| ≤ 2^-52 q.
/// Error    ≤ kLogRatioMaxUlp.
inline constexpr double kLogRatioMaxUlp = 5;

inline F64x2 LogOf(const Slope& at, const Reduced& r) {
  return at.s * (Splat(2) + at.z * LogTail(at.z)) + ExponentTimesLn2(r.k);
}

inline F64x2 LogRatio(F64x2 p, F64x2 q) {
  const Reduced r = Reduce(p, q);
  return LogOf(SlopeOf(p, r), r);
}

inline F64x2 LogRatio(F64x2 p, F64x2 q, F64x2 q_low) {
  const Reduced r = Reduce(p, q);
  return LogOf(SlopeOf(p, r, (p - r.m) - q_low * Power(r)), r);
}

/// log x of a number known to twice the precision, in the range of the lanes; relatively right near 1 too.
inline double LogOf(DoubleDouble x) { return -LogRatio(Splat(1), Splat(x.hi), Splat(x.lo))[0]; }

}  // namespace kl
