#pragma once

#include "kernels/double_double.h"

namespace kl {

/// (hi + lo) · 2^exponent: two parts for products whose difference counts, an exponent of its own for those that would over- or
/// underflow.
struct Wide {
  DoubleDouble parts{0, 0};
  int exponent = 0;
};

/// a b, for numbers of any size. Error ≤ 2^-102, relative; exact for numbers of one part.
Wide WideProduct(DoubleDouble a, DoubleDouble b);

inline Wide WideProduct(double a, double b) {
  return WideProduct(DoubleDouble{a, 0}, DoubleDouble{b, 0});
}

Wide operator+(const Wide& a, const Wide& b);
Wide operator-(const Wide& a, const Wide& b);

/// x, rounded.
double Value(const Wide& x);

/// x/(a b) for a, b > 0, rounded.
double Over(const Wide& x, double a, double b);

}  // namespace kl
