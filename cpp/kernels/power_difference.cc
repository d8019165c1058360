#include "kernels/power_difference.h"

namespace kl {
namespace {

// Not inlined: clang 14 does not come to an end with the two together, for WebAssembly.
[[gnu::noinline]] Scaled ExpWithinReach(DoubleDouble x) { return ExpScaled(x.hi, x.lo); }

}  // namespace

Scaled ExpOf(DoubleDouble x) {
  constexpr double kMost = 0x1p29;
  if (!(x.hi > -kMost)) return {1, -(1 << 30)};
  if (!(x.hi < kMost)) return {1, 1 << 30};
  // ExpScaled takes no more than 2^20: of larger numbers, so many times 2^18 powers of two are taken out first.
  constexpr double kStep = 0x1p18;
  double taken = 0;
  if (x.hi < -kStep || x.hi > kStep) {
    constexpr double kToWhole = 0x1.8p52;  // added, it leaves a whole number
    taken = (x.hi * (kLog2E / kStep) + kToWhole) - kToWhole;
    // taken · kLn2Head is exact: at most 12 and 32 bits.
    const DoubleDouble rest = TwoSum(x.hi, -taken * (kLn2Head * kStep));
    x = FastTwoSum(rest.hi, rest.lo + (x.lo - taken * (kLn2Tail * kStep)));
  }
  const Scaled power = ExpWithinReach(x);
  return {power.significand, power.exponent + static_cast<int>(taken * kStep)};
}

}  // namespace kl
