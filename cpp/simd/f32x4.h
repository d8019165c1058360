#pragma once

#include "simd/f32x2.h"
#include "simd/f64x2.h"

namespace kl {

/// Four floats side by side, in the manner of F64x2. I32x4 is their mask and their bits.
using F32x4 = float __attribute__((vector_size(16)));

/// Not an overload of Splat: an integer would not know which.
inline F32x4 SplatFloat(float x) { return F32x4{x, x, x, x}; }

inline I32x4 Bits(F32x4 x) { return reinterpret_cast<I32x4>(x); }
inline F32x4 FromBits(I32x4 x) { return reinterpret_cast<F32x4>(x); }

inline F32x4 Load(const float* from) {
  F32x4 x;
  std::memcpy(&x, from, sizeof x);
  return x;
}
inline void Store(float* to, F32x4 x) { std::memcpy(to, &x, sizeof x); }

inline F32x4 Select(I32x4 mask, F32x4 yes, F32x4 no) {
  return FromBits((mask & Bits(yes)) | (~mask & Bits(no)));
}

/// The lesser of each pair of lanes; `least` where `x` is NaN.
inline F32x4 LeastOf(F32x4 x, F32x4 least) { return x < least ? x : least; }

/// Integers as the floats nearest to them.
inline F32x4 ToFloat(I32x4 x) { return __builtin_convertvector(x, F32x4); }

/// Lanes 0 and 1 as doubles; lanes 2 and 3. Exact.
inline F64x2 WidenLow(F32x4 x) {
  return __builtin_convertvector(__builtin_shufflevector(x, x, 0, 1), F64x2);
}
inline F64x2 WidenHigh(F32x4 x) { return WidenLow(__builtin_shufflevector(x, x, 2, 3, 2, 3)); }

}  // namespace kl
