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

/// φ but for the part that needs the polynomial, and s, of which that part is made.
///   In two steps, so that a loop can take the first of many pairs before the second of any: divisions then overlap.
struct PhiBeginF32 {
  F32x4 s;
  F32x4 sum;  // s d + (k ln 2 · p + (q − m)), in the letters of Phi in phi.h
};

inline PhiBeginF32 BeginPhi(F32x4 p, F32x4 q) {
  constexpr float kLn2OfBits = 0x1.62e43p-1f * 0x1p-23f;
  const U32x4 k = ExponentBetween(p, q);
  const F32x4 m = reinterpret_cast<F32x4>(reinterpret_cast<U32x4>(q) + k);  // exact
  const F32x4 d = p - m, s = d / (p + m);
  const F32x4 kl = ToFloat(reinterpret_cast<I32x4>(k)) * SplatFloat(kLn2OfBits);
  return {s, s * d + (kl * p + (q - m))};
}

inline F32x4 EndPhi(F32x4 p, const PhiBeginF32& begin) {
  const F32x4 z = begin.s * begin.s;
  const auto c = [](int i) { return SplatFloat(kLogTailF32[i]); };
  const F32x4 tail = ((c(3) * z + c(2)) * z + c(1)) * z + c(0);
  return (p * begin.s) * (z * tail) + begin.sum;
}

/// φ(p, q) = p log(p/q) − p + q ≥ 0 per lane, in float arithmetic: the steps of Phi in phi.h.
///
/// Domain   p, q in [kPhiF32Min, kPhiF32Max].
/// Edges    φ(p, p) = 0 exactly. Zeros are the caller's.
/// Error    ≤ kPhiF32MaxUlp units in the last place of a float. Witness, 4.063, the worst of four thousand million pairs:
///          p = 0x1.84cb5ep+0, q = 0x1.8153dcp-2
inline constexpr double kPhiF32MaxUlp = 5;

inline F32x4 Phi(F32x4 p, F32x4 q) { return EndPhi(p, BeginPhi(p, q)); }

}  // namespace kl
