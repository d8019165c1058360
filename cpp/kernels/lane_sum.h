#pragma once

#include <cstddef>

#include "kernels/double_double.h"
#include "simd/f64x2.h"

namespace kl {

/// How many numbers are added plainly, half of them to a lane, before their sum is added with compensation: each may lose half a
/// unit in the last place of what is there already, all of them to the same side.
inline constexpr size_t kPlainGroup = 16;

/// A compensated sum in every lane.
/// Error    of the total ≤ 2^-100 Σ|x|, for up to some 2^20 numbers
struct LaneSum {
  F64x2 hi = {}, lo = {};

  void Include(F64x2 x) {
    const TwoParts<F64x2> sum = TwoSum(hi, x);
    hi = sum.hi;
    lo += sum.lo;
  }
  DoubleDouble Total() const {
    return Add(Add(DoubleDouble{hi[0], 0}, hi[1]), Add(DoubleDouble{lo[0], 0}, lo[1]));
  }
};

/// Whether numbers are at least kLaneMin, by their upper words, which order them as integers; negative ones come out
/// negative. The lower words come along, unheeded. What is too large, and NaN, shows in the sums.
struct LeastUpperWord {
  I32x4 least = {0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff};

  void Include(F64x2 x) {
    const I32x4 words = reinterpret_cast<I32x4>(x);
    least = words < least ? words : least;
  }
  bool IsAtLeast(int exponent) const {
    const int upper_word = (1023 + exponent) << 20;
    return least[1] >= upper_word && least[3] >= upper_word;
  }
};

}  // namespace kl
