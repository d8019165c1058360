#pragma once

#include <limits>

#include "special/elementary.h"

namespace kl {

/// x > 0, or in (0, 1), rounded to a double that is so too: draws and centres lie inside the support.
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
