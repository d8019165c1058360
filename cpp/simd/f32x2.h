#pragma once

#include "simd/f64x2.h"

namespace kl {

/// Two floats: what two doubles are when rounded.
using F32x2 = float __attribute__((vector_size(8)));

/// Each lane rounded to float, and kept as a double.
///   Not by casts of the lanes: GCC 12 drops both of a pair of casts to float and back.
inline F64x2 RoundToFloat(F64x2 x) {
  return __builtin_convertvector(__builtin_convertvector(x, F32x2), F64x2);
}

}  // namespace kl
