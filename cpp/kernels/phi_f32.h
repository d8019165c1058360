#pragma once

#include "kernels/coefficients.h"
#include "simd/f32x4.h"

namespace kl {

/// What Phi of floats takes: from 1e-23 to 7e22. φ of neighbours, 2^-47 of them, is still a normal number.
inline constexpr float kPhiF32Min = 0x1p-76f;
inline constexpr float kPhiF32Max = 0x1p76f;

/// k, as the bits k·2^23, for p/m in [1/2, 2], m = 2^k q, like Reduce of log.h; k = 0 for ratios from 0.502 to 1.99.
///   Adding 2^-9 of the difference, as of an unsigned number, adds almost 1 to a negative k and little to a positive one:
///   the rounding that follows is towards zero, near enough, for |k| ≤ 152.
inline U32x4 ExponentBetween(F32x4 p, F32x4 q) {
  constexpr unsigned kExponentField = 0xff800000;
  const U32x4 difference = reinterpret_cast<U32x4>(p) - reinterpret_cast<U32x4>(q);
  return (difference + (difference >> 9)) & kExponentField;
}

/// φ(p, q) = p log(p/q) − p + q ≥ 0 per lane, in float arithmetic: the steps of Phi in phi.h.
///
/// Domain   p, q in [kPhiF32Min, kPhiF32Max].
/// Edges    φ(p, p) = 0 exactly. Zeros are the caller's.
/// Error    ≤ kPhiF32MaxUlp units in the last place of a float. Witness, 4.015, the worst of four thousand million pairs:
///          p = 0x1.934c98p+0, q = 0x1.941f7cp-2
inline constexpr double kPhiF32MaxUlp = 5;

inline F32x4 Phi(F32x4 p, F32x4 q) {
  constexpr float kLn2OfBits = 0x1.62e43p-1f * 0x1p-23f;
  const U32x4 k = ExponentBetween(p, q);
  const F32x4 m = reinterpret_cast<F32x4>(reinterpret_cast<U32x4>(q) + k);  // exact
  const F32x4 d = p - m, s = d / (p + m), z = s * s;
  const auto c = [](int i) { return SplatFloat(kLogTailF32[i]); };
  const F32x4 tail = (((c(4) * z + c(3)) * z + c(2)) * z + c(1)) * z + c(0);
  const F32x4 kl = ToFloat(reinterpret_cast<I32x4>(k)) * SplatFloat(kLn2OfBits);
  return s * (d + p * (z * tail)) + (kl * p + (q - m));
}

}  // namespace kl
