#pragma once

#include "simd/f64x2.h"

namespace kl {

/// √x per lane, correctly rounded: an instruction everywhere, no library.
inline F64x2 Sqrt(F64x2 x) { return F64x2{__builtin_sqrt(x[0]), __builtin_sqrt(x[1])}; }
inline double Sqrt(double x) { return __builtin_sqrt(x); }

}  // namespace kl
