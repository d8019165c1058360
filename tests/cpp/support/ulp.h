#pragma once

#include <cmath>
#include <limits>
#include <ostream>

namespace kl::test {

/// A real number to some 100 bits: nearest + rest · ulp, with |rest| ≤ 1/2 and ulp the spacing of doubles there.
/// An infinite one, and one that rounds to infinity, has nearest = ±∞ and rest = 0.
struct Wanted {
  double nearest = 0, rest = 0;
  double ulp = std::numeric_limits<double>::denorm_min();
};

/// The spacing of doubles at x, the larger one for a power of two; 2^-1074 for subnormal numbers and 0.
inline double SpacingAt(double x) {
  int exponent = 0;
  std::frexp(x, &exponent);
  return std::ldexp(1.0, exponent - 53 < -1074 ? -1074 : exponent - 53);
}

/// A double that is meant.
inline Wanted Exactly(double x) { return {x, 0, std::isfinite(x) ? SpacingAt(x) : 0x1p971}; }

/// |got − want| in units of `unit`. Equal infinities are 0 apart; NaN is infinitely far from everything.
inline double ErrorInUnits(double got, const Wanted& want, double unit) {
  if (got == want.nearest && std::isinf(got)) return 0;
  if (!std::isfinite(got) || std::isinf(want.nearest))
    return std::numeric_limits<double>::infinity();
  return std::abs((got - want.nearest) / unit - want.rest * (want.ulp / unit));
}

/// |got − want| in units in the last place of the double nearest to `want`.
inline double UlpError(double got, const Wanted& want) { return ErrorInUnits(got, want, want.ulp); }

inline std::ostream& operator<<(std::ostream& out, const Wanted& want) {
  return out << std::hexfloat << want.nearest << std::defaultfloat << " and " << want.rest
             << " ulp";
}

}  // namespace kl::test
