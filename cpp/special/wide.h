#pragma once

#include "kernels/double_double.h"

namespace kl {

/// (hi + lo) · 2^exponent: two parts for products whose difference counts, an exponent of its own for those that would over- or
/// underflow.
struct Wide {
  DoubleDouble parts{0, 0};
  int exponent = 0;
};

/// a b, for numbers ≥ 0 or not of any size. Error ≤ 2^-102, relative; 0 for the product of two numbers of one part each.
Wide Product(DoubleDouble a, DoubleDouble b);

Wide operator+(const Wide& a, const Wide& b);
Wide operator-(const Wide& a, const Wide& b);

/// x/(a b) for a, b > 0, rounded.
double Over(const Wide& x, double a, double b);

}  // namespace kl
