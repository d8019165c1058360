#include "special/wide.h"

#include "kernels/scaled.h"

namespace kl {
namespace {

constexpr int kNothing = -1 << 20;  // the exponent of 0

/// With hi in [1, 2) or 0.
Wide Normalized(DoubleDouble a, int exponent) {
  if (a.hi == 0) return {{0, 0}, kNothing};
  const int own = Split(a.hi < 0 ? -a.hi : a.hi).exponent;
  return {{Scale(a.hi, -own), Scale(a.lo, -own)}, exponent + own};
}

}  // namespace

Wide WideProduct(DoubleDouble a, DoubleDouble b) {
  if (a.hi == 0 || b.hi == 0) return {{0, 0}, kNothing};
  const Wide x = Normalized(a, 0), y = Normalized(b, 0);
  const DoubleDouble product = Multiply(x.parts, y.parts.hi);
  return Normalized(Add(product, x.parts.hi * y.parts.lo), x.exponent + y.exponent);
}

Wide operator+(const Wide& a, const Wide& b) {
  if (a.exponent < b.exponent) return b + a;
  const int gap = b.exponent - a.exponent;
  return Normalized(Add(a.parts, DoubleDouble{Scale(b.parts.hi, gap), Scale(b.parts.lo, gap)}),
                    a.exponent);
}

Wide operator-(const Wide& a, const Wide& b) { return a + Wide{Negate(b.parts), b.exponent}; }

double Value(const Wide& x) { return Scale(Value(x.parts), x.exponent); }

double Over(const Wide& x, double a, double b) {
  const Scaled of_a = Split(a), of_b = Split(b);
  return Scale(Value(x.parts) / of_a.significand / of_b.significand,
               x.exponent - of_a.exponent - of_b.exponent);
}

}  // namespace kl
