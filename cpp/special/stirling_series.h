#pragma once

#include "special/elementary.h"

namespace kl {

/// Stirling's series, for what is made of log Γ:
///
///   log Γ(x) = (x − ½) log x − x + ½ log 2π + μ(x),   μ(x) = Σ B_2j/(2j (2j − 1)) x^(1 − 2j)
///
/// From kStirlingFrom on, ten terms leave less than 2e-17 of ψ'(x) − 1/x; smaller numbers are shifted there by whole steps.
inline constexpr double kStirlingFrom = 10;
inline constexpr double kStirling[] = {
    1.0 / 12,        -1.0 / 360, 1.0 / 1260,       -1.0 / 1680,      1.0 / 1188,
    -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400, 43867.0 / 244188, -174611.0 / 125400};

/// How many steps of 1 bring x to kStirlingFrom.
inline int StepsToStirling(double x) {
  return x < kStirlingFrom ? static_cast<int>(__builtin_ceil(kStirlingFrom - x)) : 0;
}

/// A function's values at two points, and by how much it falls from the first to the second: with all the digits that
/// subtracting the values would lose where the points are near.
struct Twin {
  double first, second, fall;
};

inline Twin operator+(Twin f, Twin g) {
  return {f.first + g.first, f.second + g.second, f.fall + g.fall};
}
inline Twin operator*(Twin f, Twin g) {
  return {f.first * g.first, f.second * g.second, f.first * g.fall + g.second * f.fall};
}
inline Twin operator*(double c, Twin f) { return {c * f.first, c * f.second, c * f.fall}; }
inline Twin operator+(double c, Twin f) { return {c + f.first, c + f.second, f.fall}; }

/// 1/x at the ends of a way.
inline Twin InverseTwin(double from, double to, double by) {
  return {1 / from, 1 / to, by / from / to};
}

/// μ(x), −μ'(x) or μ''(x) over v^(order + 1), from v = 1/x ≤ 1/kStirlingFrom; T is double or Twin.
template <class T>
T StirlingSeries(T v, int order) {
  const T v2 = v * v;
  const auto coefficient = [order](int j) {
    const double m = 2 * j + 1;
    return kStirling[j] * (order > 0 ? m : 1) * (order > 1 ? m + 1 : 1);
  };
  T sum = coefficient(8) + coefficient(9) * v2;
  for (int j = 7; j >= 0; --j) sum = coefficient(j) + v2 * sum;
  return sum;
}

/// The Bregman divergence of μ, μ(c) − μ(a) − (c − a) μ'(a), over (c − a)²/(a c); from 1/a and 1/c.
///
///   that of x^−m is (c − a)² Σ_{l=1}^m (m + 1 − l) a^(l − m − 2) c^−l: all of one sign
template <class T>
T StirlingCurve(T a_inverse, T c_inverse) {
  T powers = 1.0 + 0.0 * c_inverse,
    c_power = powers;  // Σ_{l=1}^m a^(l − m) c^(1 − l), and its last term
  T curve = a_inverse, sum = kStirling[0] * curve;
  for (int m = 2; m < 20; ++m) {
    c_power = c_power * c_inverse;
    powers = a_inverse * powers + c_power;
    curve = a_inverse * (curve + powers);
    if (m % 2 == 1) sum = sum + kStirling[m / 2] * curve;
  }
  return sum;
}

}  // namespace kl
