#pragma once

#include "special/elementary.h"
#include "special/wide.h"

namespace kl {

/// A derivative that may have been added up from parts of opposite signs: what it is off by is relative to the sum of their
/// magnitudes, which is 0 only if every part is.
struct Partial {
  double value = 0, size = 0;

  Partial() = default;
  Partial(double of_one_part) : value(of_one_part), size(Abs(of_one_part)) {}  // NOLINT: is one
  Partial(double sum, double magnitudes) : value(sum), size(magnitudes) {}

  /// Of two parts that are known to some units in their last places and may nearly cancel.
  static Partial OfSum(const Wide& a, const Wide& b) {
    return {kl::Value(a + b), Abs(kl::Value(a)) + Abs(kl::Value(b))};
  }
  /// e^x − 1 for an x that was itself added up from such parts.
  static Partial OfExponent(const Partial& x);
};

inline Partial operator-(const Partial& a) { return {-a.value, a.size}; }
inline Partial operator+(const Partial& a, const Partial& b) {
  return {a.value + b.value, a.size + b.size};
}
inline Partial operator-(const Partial& a, const Partial& b) { return a + -b; }
inline Partial operator*(const Partial& a, double by) { return {a.value * by, a.size * Abs(by)}; }
inline Partial operator*(double by, const Partial& a) { return a * by; }
inline Partial operator/(const Partial& a, double by) { return {a.value / by, a.size / Abs(by)}; }

inline Partial Partial::OfExponent(const Partial& x) {
  const double growth = Expm1(x.value);
  return {growth, Abs(growth) + (1 + growth) * x.size};
}

}  // namespace kl
