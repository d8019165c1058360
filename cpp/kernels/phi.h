#pragma once

#include "kernels/log.h"

namespace kl {

/// φ(p, q) = p log(p/q) − p + q ≥ 0 per lane: the term of which every Kullback–Leibler divergence is made.
///
///   φ(p, q) = s d + p s z T(z) + (k ln 2 · p + (q − m)),   m = 2^k q, d = p − m, s = d/(p + m), z = s²
///
/// Domain   p, q in [kLaneMin, kLaneMax]; q_low: what q lacks of the true q, |q_low| ≤ 2^-52 q.
/// Edges    φ(p, p) = 0 exactly. Zeros are the caller's: φ(0, q) = q, φ(p, 0) = ∞.
/// Error    ≤ kPhiMaxUlp. For p/q in [1/2, 2] every operation but the polynomial's tail is a product; outside, φ is
///          at least 0.15 of the largest of its parts. Witness, 5.03 ulp: p = 0x1.3bdf1aba1db43p+27,
///          q = 0x1.374ce1813e248p+26 with a q_low, got 0x1.faa123e0ad2e5p+24, want 0x1.faa123e0ad2eap+24.
/// Source   log(p/m) = 2 atanh s = 2s + s z T(z), and 2 p s = s d + d.
inline constexpr double kPhiMaxUlp = 5.5;

inline F64x2 PhiOf(F64x2 p, const Slope& at, F64x2 kl, F64x2 beyond) {
  return at.s * (at.d + p * (at.z * LogTail(at.z))) + (kl * p + beyond);
}

inline F64x2 Phi(F64x2 p, F64x2 q) {
  const Reduced r = Reduce(p, q);
  return PhiOf(p, SlopeOf(p, r), ExponentTimesLn2(r.k), q - r.m);
}

inline F64x2 Phi(F64x2 p, F64x2 q, F64x2 q_low) {
  const Reduced r = Reduce(p, q);
  const F64x2 m_low = q_low * Power(r);
  return PhiOf(p, SlopeOf(p, r, (p - r.m) - m_low), ExponentTimesLn2(r.k),
               (q - r.m) + (q_low - m_low));
}

/// A Bregman divergence and the same with its arguments exchanged, as their sum and difference need them:
/// neither may be got by adding or subtracting what was rounded.
struct PhiPair {
  F64x2 forward;     // φ(p, q)
  F64x2 reverse;     // φ(q, p)
  F64x2 difference;  // φ(p, q) − φ(q, p) = (p + q) log(p/q) − 2 (p − q)
};

/// With p' = 2^-k p and d' = p' − q, so that d' = d and p' = p where k = 0:
///
///   φ(q, p) = s d' − q s z T(z) + ((p − p') − k ln 2 · q)
///   φ(p, q) − φ(q, p) = (p + q) s z T(z)                                    for k = 0
///                     = g(k) q + (k ln 2 − 2) d + (p + q)(2s + s z T(z))    otherwise,
///   g(k) = (2^k + 1) k ln 2 − 2 (2^k − 1), the difference of m and q for q = 1
///
/// Error    forward, reverse ≤ kPhiMaxUlp each; difference ≤ kPhiDifferenceMaxUlp.
inline constexpr double kPhiDifferenceMaxUlp = 32;

inline F64x2 FarDifference(F64x2 p, F64x2 q, I64x2 k_bits, F64x2 d, F64x2 log_m) {
  const F64x2 k = ExponentValue(k_bits);
  const F64x2 power = FromBits(Plus(k_bits, Bits(Splat(1))));
  const F64x2 g = ((power + Splat(1)) * (k * Splat(kLn2Upper)) - Splat(2) * (power - Splat(1))) +
                  (power + Splat(1)) * (k * Splat(kLn2Lower));
  return (g * q + d * (k * Splat(kLn2) - Splat(2))) + (p + q) * log_m;
}

inline PhiPair PhiBoth(F64x2 p, F64x2 q, F64x2 q_low) {
  const Reduced r = Reduce(p, q);
  const F64x2 m_low = q_low * Power(r);
  const Slope at = SlopeOf(p, r, (p - r.m) - m_low);
  const F64x2 t = at.z * LogTail(at.z);
  const F64x2 kl = ExponentTimesLn2(r.k);
  const F64x2 p_scaled = FromBits(Minus(Bits(p), r.k));
  const F64x2 d_scaled = (p_scaled - q) - q_low;
  const F64x2 far = FarDifference(p, q, r.k, at.d, at.s * (Splat(2) + t));
  return {at.s * (at.d + p * t) + (kl * p + ((q - r.m) + (q_low - m_low))),
          at.s * (d_scaled - q * t) + (((p - p_scaled) - kl * q) - kl * q_low),
          Select(r.k == SplatBits(0), (p + q) * (at.s * t), far)};
}

}  // namespace kl
