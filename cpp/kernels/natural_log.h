#pragma once

#include "kernels/log.h"

namespace kl {

/// log x per lane, for every x.
///
///   x = 2^k (1 + f), 1 + f in [1/√2, √2);  s = f/(2 + f), z = s², h = f²/2
///   log x = k ln 2 + f − (h − s (h + z T(z)))          since log(1 + f) = 2s + s z T(z) and 2s = f − s f
///
/// Edges    log 1 = 0 exactly, log 0 = −∞ (also of −0), log ∞ = ∞, NaN for x < 0 and NaN
/// Error    ≤ kLogMaxUlp
/// Source   the arrangement of fdlibm's e_log.c: f is exact, and all that is rounded is small beside it
inline constexpr double kLogMaxUlp = 1;

inline F64x2 Log(F64x2 x) {
  constexpr int64_t kRootOfHalf = 0x3fe6a09e667f3bcc;  // bits of the double just below 1/√2
  const F64x2 infinity = Splat(std::numeric_limits<double>::infinity());
  const F64x2 nan = Splat(std::numeric_limits<double>::quiet_NaN());
  const I64x2 usable = (x > Splat(0)) & (x < infinity);
  const I64x2 subnormal = usable & (x < Splat(0x1p-1022));
  const F64x2 normal = Select(usable, Select(subnormal, x * Splat(0x1p64), x), Splat(1));
  const I64x2 k_bits = (Bits(normal) - SplatBits(kRootOfHalf)) & SplatBits(kExponentField);
  const F64x2 k = ExponentValue(k_bits) - Keep(subnormal, Splat(64));
  const F64x2 f = FromBits(Bits(normal) - k_bits) - Splat(1);  // exact
  const F64x2 s = f / (Splat(2) + f), z = s * s, h = Splat(0.5) * (f * f);
  const F64x2 small = s * (h + z * LogTail(z)) + k * Splat(kLn2Lower);
  const F64x2 log = k * Splat(kLn2Upper) - ((h - small) - f);  // the product is exact
  const F64x2 at_edge = Select(x == Splat(0), -infinity, Select(x == infinity, x, nan));
  return Select(usable, log, at_edge);
}

}  // namespace kl
