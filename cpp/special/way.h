#pragma once

#include "kernels/double_double.h"

namespace kl {

/// A positive number on its way, mostly from P to Q, and by = to − from. In two parts each: the way may be far shorter than what
/// a sum of numbers is rounded by, and either end far smaller than the other.
struct Way {
  DoubleDouble from, to, by;
};

inline Way WayOf(double from, double to) { return {{from, 0}, {to, 0}, TwoSum(to, -from)}; }
inline Way WayBy(double from, double by) { return {{from, 0}, TwoSum(from, by), {by, 0}}; }
inline Way Add(const Way& x, const Way& y) {
  return {Add(x.from, y.from), Add(x.to, y.to), Add(x.by, y.by)};
}

}  // namespace kl
