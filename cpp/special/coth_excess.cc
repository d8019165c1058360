#include "special/coth_excess.h"

#include "special/elementary.h"

namespace kl {

double CothExcess(double x) {
  const double size = Abs(x);
  if (size > 3) return (size - 1) + 2 * size / Expm1(2 * size);
  // Lambert's continued fraction x²/(3 + x²/(5 + …)), all of whose parts are positive.
  constexpr int kLast = 33;
  const double square = size * size;
  double denominator = kLast;
  for (int n = kLast - 2; n >= 3; n -= 2) denominator = n + square / denominator;
  return size * (size / denominator);
}

}  // namespace kl
