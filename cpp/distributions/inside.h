#pragma once

#include <limits>

#include "special/elementary.h"

namespace kl {

/// x, x > 0, or x in (0, 1), rounded to a finite double that is so too: draws and centres lie inside the support.
inline double InsideLine(double x) { return x < -kMax ? -kMax : (x > kMax ? kMax : x); }
inline double InsidePositive(double x) {
  return x < std::numeric_limits<double>::denorm_min() ? std::numeric_limits<double>::denorm_min()
                                                       : (x > kMax ? kMax : x);
}
inline double InsideUnit(double x) {
  return x < std::numeric_limits<double>::denorm_min()
             ? std::numeric_limits<double>::denorm_min()
             : (x > 0x1.fffffffffffffp-1 ? 0x1.fffffffffffffp-1 : x);
}

}  // namespace kl
