#pragma once

#include <cstdint>
#include <cstring>

namespace kl {

/// Two doubles side by side: one 128-bit register of SSE2, NEON or WebAssembly SIMD128, from one text.
/// Arithmetic operators work lane by lane; comparisons give a mask, all ones where true.
using F64x2 = double __attribute__((vector_size(16)));
using I64x2 = long long __attribute__((vector_size(16)));
using U64x2 = unsigned long long __attribute__((vector_size(16)));
using I32x4 = int __attribute__((vector_size(16)));
using U32x4 = unsigned __attribute__((vector_size(16)));

inline F64x2 Splat(double x) { return F64x2{x, x}; }
inline I64x2 SplatBits(long long x) { return I64x2{x, x}; }

inline I64x2 Bits(F64x2 x) { return reinterpret_cast<I64x2>(x); }
inline F64x2 FromBits(I64x2 x) { return reinterpret_cast<F64x2>(x); }

/// Integers modulo 2^64: bits of numbers, signs included, may be added and subtracted.
inline I64x2 Plus(I64x2 a, I64x2 b) {
  return reinterpret_cast<I64x2>(reinterpret_cast<U64x2>(a) + reinterpret_cast<U64x2>(b));
}
inline I64x2 Minus(I64x2 a, I64x2 b) {
  return reinterpret_cast<I64x2>(reinterpret_cast<U64x2>(a) - reinterpret_cast<U64x2>(b));
}

inline F64x2 Load(const double* from) {
  F64x2 x;
  std::memcpy(&x, from, sizeof x);
  return x;
}
inline void Store(double* to, F64x2 x) { std::memcpy(to, &x, sizeof x); }

inline F64x2 Select(I64x2 mask, F64x2 yes, F64x2 no) {
  return FromBits((mask & Bits(yes)) | (~mask & Bits(no)));
}

/// `x` where the mask is set, +0 elsewhere.
inline F64x2 Keep(I64x2 mask, F64x2 x) { return FromBits(mask & Bits(x)); }

inline F64x2 Abs(F64x2 x) { return FromBits(Bits(x) & SplatBits(0x7fffffffffffffff)); }

inline bool Any(I64x2 mask) { return (mask[0] | mask[1]) != 0; }

/// The sum of both lanes.
inline double Sum(F64x2 x) { return x[0] + x[1]; }

}  // namespace kl
