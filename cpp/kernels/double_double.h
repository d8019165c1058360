#pragma once

#include "simd/f64x2.h"

namespace kl {

/// hi + lo, |lo| ≤ ulp(hi)/2: a number of about 106 bits, in a double or in every lane (T = double or F64x2).
/// Source   T. J. Dekker, "A floating-point technique for extending the available precision", 1971.
template <class T>
struct TwoParts {
  T hi, lo;
};
using DoubleDouble = TwoParts<double>;

/// hi = fl(a + b), hi + lo = a + b exactly.
template <class T>
[[gnu::always_inline]] inline TwoParts<T> TwoSum(T a, T b) {
  const T sum = a + b;
  const T rest = sum - a;
  return {sum, (a - (sum - rest)) + (b - rest)};
}

/// The same for |a| ≥ |b|.
template <class T>
[[gnu::always_inline]] inline TwoParts<T> FastTwoSum(T a, T b) {
  const T sum = a + b;
  return {sum, b - (sum - a)};
}

/// x = upper + lower exactly, upper rounded to 26 significant bits, which leaves lower 26 and a sign: products of parts
/// are exact.
inline F64x2 UpperHalf(F64x2 x) {
  return FromBits((Bits(x) + SplatBits(0x4000000)) & SplatBits(~0x7ffffffll));
}
[[gnu::always_inline]] inline double UpperHalf(double x) { return UpperHalf(Splat(x))[0]; }

/// hi = fl(a b), hi + lo = a b exactly.
/// Domain   |ab| in [2^-960, 2^1020], so that no part under- or overflows.
template <class T>
inline TwoParts<T> TwoProduct(T a, T b) {
  const T product = a * b;
  const T a1 = UpperHalf(a), a2 = a - a1, b1 = UpperHalf(b), b2 = b - b1;
  return {product, (((a1 * b1 - product) + a1 * b2) + a2 * b1) + a2 * b2};
}

[[gnu::always_inline]] inline DoubleDouble Add(DoubleDouble a, double b) {
  const DoubleDouble sum = TwoSum(a.hi, b);
  return FastTwoSum(sum.hi, sum.lo + a.lo);
}

inline DoubleDouble Add(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble high = TwoSum(a.hi, b.hi), low = TwoSum(a.lo, b.lo);
  const DoubleDouble sum = FastTwoSum(high.hi, high.lo + low.hi);
  return FastTwoSum(sum.hi, sum.lo + low.lo);
}

[[gnu::always_inline]] inline DoubleDouble Negate(DoubleDouble a) { return {-a.hi, -a.lo}; }

inline DoubleDouble Multiply(DoubleDouble a, double b) {
  const DoubleDouble product = TwoProduct(a.hi, b);
  return FastTwoSum(product.hi, product.lo + a.lo * b);
}

/// a/b with a relative error of a few 2^-104.
inline DoubleDouble Divide(DoubleDouble a, DoubleDouble b) {
  const double first = a.hi / b.hi;
  DoubleDouble rest = Add(a, Negate(Multiply(b, first)));
  const double second = rest.hi / b.hi;
  rest = Add(rest, Negate(Multiply(b, second)));
  return Add(FastTwoSum(first, second), rest.hi / b.hi);
}

/// Rounded to double.
[[gnu::always_inline]] inline double Value(DoubleDouble a) { return a.hi + a.lo; }

}  // namespace kl
