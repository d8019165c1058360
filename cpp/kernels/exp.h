#pragma once

#include "kernels/scaled.h"

namespace kl {

/// ln 2 in two parts: 32 bits, whose products with whole numbers below 2^21 are exact, and the rest.
inline constexpr double kLn2Head = 0x1.62e42feep-1;
inline constexpr double kLn2Tail = 0x1.a39ef35793c76p-33;
inline constexpr double kLog2E = 0x1.71547652b82fep+0;

/// e^x = power · 2^k, with power in [0.7, 1.42] and k whole, in the lanes as integers.
struct ReducedExp {
  F64x2 power;
  I64x2 k;
};

/// (e^r − 1 − r)/r² = 1/2 + r/6 + r²/24 + … + r¹¹/13!, by Estrin's scheme.
/// Error    of r² times it ≤ 2^-57.6 for |r| ≤ 0.3466, what is cut off and the coefficients included.
inline F64x2 ExpTail(F64x2 r) {
  static constexpr double kInverseFactorials[] = {
      1.0 / 2,     1.0 / 6,      1.0 / 24,      1.0 / 120,      1.0 / 720,       1.0 / 5040,
      1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};
  const auto pair = [r](int i) {
    return Splat(kInverseFactorials[i]) + r * Splat(kInverseFactorials[i + 1]);
  };
  const F64x2 r2 = r * r, r4 = r2 * r2;
  return (pair(0) + r2 * pair(2)) +
         r4 * ((pair(4) + r2 * pair(6)) + r4 * (pair(8) + r2 * pair(10)));
}

/// k = x/ln 2 rounded, r + r_low = x + x_low − k ln 2, e^r = 1 + r + r² T(r).
///   1 + r is kept with what its rounding lost, so that little else than the last rounding is left as error.
/// Domain   |x| ≤ 2^20, |x_low| ≤ 2^-52 |x|. NaN gives a power that is NaN.
inline ReducedExp ReduceExp(F64x2 x, F64x2 x_low) {
  constexpr double kToWhole = 0x1.8p52;  // added, it leaves whole numbers in the lowest bits
  const F64x2 shifted = x * Splat(kLog2E) + Splat(kToWhole);
  const F64x2 k = shifted - Splat(kToWhole);
  const TwoParts<F64x2> r =
      TwoSum(x - k * Splat(kLn2Head), x_low - k * Splat(kLn2Tail));  // x − k head is exact
  const TwoParts<F64x2> sum = FastTwoSum(Splat(1), r.hi);
  const F64x2 tail = (r.hi * r.hi) * ExpTail(r.hi) + (r.lo + r.hi * r.lo);
  return {sum.hi + (sum.lo + tail), Bits(shifted) - Bits(Splat(kToWhole))};
}

/// e^(x + x_low) per lane, for every x.
///
/// Domain   |x_low| ≤ 2^-52 |x|, and 0 for infinite x.
/// Edges    e^0 = 1 exactly, e^-∞ = 0, e^∞ = ∞, NaN gives NaN; overflows to ∞ above 709.78, to 0 below −745.13.
/// Error    ≤ kExpMaxUlp, in units of 2^-1074 where the result is subnormal.
inline constexpr double kExpMaxUlp = 0.9;

inline F64x2 Exp(F64x2 x, F64x2 x_low = Splat(0)) {
  constexpr double kLeast = -746, kGreatest = 710;  // beyond, all is 0 or ∞
  const F64x2 clipped =
      Select(x < Splat(kLeast), Splat(kLeast), Select(x > Splat(kGreatest), Splat(kGreatest), x));
  const ReducedExp reduced = ReduceExp(clipped, x_low);
  // 2^k in two factors, since k goes from −1076 to 1024: the first product is exact, the second rounds once.
  const U64x2 biased = reinterpret_cast<U64x2>(reduced.k + SplatBits(2046));
  const U64x2 half = biased >> 1, rest = biased - half;
  return (reduced.power * FromBits(reinterpret_cast<I64x2>(half << 52))) *
         FromBits(reinterpret_cast<I64x2>(rest << 52));
}

/// e^(hi + lo) = significand · 2^exponent, significand in [1, 2): where the exponential itself would over- or underflow.
///
/// Domain   |hi| ≤ 2^20, |lo| ≤ 2^-52 |hi|.
/// Error    of the significand ≤ kExpMaxUlp · 2^-52.
inline Scaled ExpScaled(double hi, double lo = 0) {
  const ReducedExp reduced = ReduceExp(Splat(hi), Splat(lo));
  const double power = reduced.power[0];
  const int k = static_cast<int>(reduced.k[0]);
  return power < 1 ? Scaled{2 * power, k - 1} : Scaled{power, k};
}

}  // namespace kl
