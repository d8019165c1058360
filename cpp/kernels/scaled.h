#pragma once

#include <bit>
#include <cstdint>

#include "kernels/double_double.h"
#include "kernels/log.h"

namespace kl {

/// x = significand · 2^exponent with significand in [1, 2), for finite x > 0, subnormal ones included. Exact.
struct Scaled {
  double significand;
  int exponent;
};

inline Scaled Split(double x) {
  constexpr int64_t kFraction = 0x000fffffffffffff, kOne = 0x3ff0000000000000;
  int offset = 1023;
  if (x < 0x1p-1022) {
    x *= 0x1p64;
    offset += 64;
  }
  const int64_t bits = Bits(Splat(x))[0];
  return {FromBits(SplatBits((bits & kFraction) | kOne))[0], static_cast<int>(bits >> 52) - offset};
}

/// 2^exponent; exact for -1074 … 1023, 0 below, ∞ above.
inline double PowerOfTwo(int exponent) {
  if (exponent > 1023) return std::numeric_limits<double>::infinity();
  if (exponent >= -1022) return FromBits(SplatBits(static_cast<int64_t>(exponent + 1023) << 52))[0];
  return exponent >= -1074 ? FromBits(SplatBits(int64_t{1} << (exponent + 1074)))[0] : 0.0;
}

/// Scale beyond 2^±1000. Not inlined: its callers would come to twice their size.
[[gnu::noinline]] inline double ScaleFar(double x, int exponent) {
  if (x == 0) return x;
  if (exponent > 4000) exponent = 4000;  // beyond every number
  for (; exponent > 1000; exponent -= 1000) x *= 0x1p1000;
  if (exponent < -1000) {
    // Down in one rounding: what is below the subnormal numbers is lost at once.
    const Scaled parts = Split(x < 0 ? -x : x);
    const int total = parts.exponent + exponent;
    const double magnitude = total >= -1000 ? parts.significand * PowerOfTwo(total)
                             : total >= -1080
                                 ? (parts.significand * PowerOfTwo(total + 1000)) * 0x1p-1000
                                 : 0.0;
    return x < 0 ? -magnitude : magnitude;
  }
  return x * PowerOfTwo(exponent);
}

/// x · 2^exponent, rounded once where the result is subnormal.
inline double Scale(double x, int exponent) {
  const bool near = exponent >= -1000 && exponent <= 1000;
  return near ? x * PowerOfTwo(exponent) : ScaleFar(x, exponent);
}

/// Two positive numbers of any size, brought into the range of the lanes:
///
///   p = lane p · 2^exponent,  q = (lane q + lane q_low) · 2^exponent,  log(p/q) = LogRatio(lanes) + shift ln 2.
///
/// `shift` is 0 unless p/q lies beyond 2^±kMaxGap; then the smaller one has been brought that near, and stands for a
/// number that adds nothing to the larger: p counts as 0 where shift < 0, q where shift > 0.
struct LanePair {
  F64x2 p, q, q_low;
  int exponent = 0, shift = 0;
};

inline constexpr int kMaxGap = 400;

/// For p and `ratio`·2^ratio_exponent·q, with ratio near 1.
inline LanePair Align(double p, double q, DoubleDouble ratio, int ratio_exponent) {
  const Scaled a = Split(p), b = Split(q);
  const int gap = a.exponent - (b.exponent + ratio_exponent);
  const int kept = gap > kMaxGap ? kMaxGap : gap < -kMaxGap ? -kMaxGap : gap;
  const double p_power = kept < 0 ? PowerOfTwo(kept) : 1,
               q_power = kept > 0 ? PowerOfTwo(-kept) : 1;
  const DoubleDouble scaled = Multiply(ratio, b.significand);
  return {Splat(a.significand * p_power), Splat(scaled.hi * q_power), Splat(scaled.lo * q_power),
          gap < 0 ? b.exponent + ratio_exponent : a.exponent, gap - kept};
}

}  // namespace kl
