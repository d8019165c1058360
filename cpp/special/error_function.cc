#include "special/error_function.h"

#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kRootOfPi = 0x1.c5bf891b4ef6bp+0;
constexpr double kFractionFrom =
    0.5;  // below, the continued fraction is long; above, the series of erfc cancels

/// √π/2 e^(x²) erf x = x (1 + 2x²/3 (1 + 2x²/5 (1 + …))) for |x| ≤ ½, to 2^-58.
double Series(double x) {
  double sum = 1;
  for (int n = 27; n >= 3; n -= 2) sum = 1 + 2 * Square(x) / n * sum;
  return x * sum;
}

/// K = (1/2)/(x + 1/(x + (3/2)/(x + 2/(x + …)))), for which √π e^(x²) erfc x = 1/(x + K).
///   cut off where its terms are nearly alike, so that K' = (n/2)/(x + K') stands for the rest: to 2^-54 for x ≥ ½
/// Source   Laplace's continued fraction: NIST Digital Library of Mathematical Functions, 7.9.1
double Fraction(double x) {
  const int terms = 14 + static_cast<int>(150 / Square(x));
  double fraction = terms / (Sqrt(Square(x) + 2 * terms) + x);
  for (int n = terms; n > 0; --n) fraction = 0.5 * n / (x + fraction);
  return fraction;
}

}  // namespace

double Erf(double x) {
  if (x < 0) return -Erf(-x);
  const double falling = Exp(-Square(x));
  return x < kFractionFrom ? falling * Series(x) * (2 / kRootOfPi) : 1 - falling * ScaledErfc(x);
}

double ScaledErfc(double x) {
  return x < kFractionFrom ? Exp(Square(x)) - Series(x) * (2 / kRootOfPi)
                           : 1 / (kRootOfPi * (x + Fraction(x)));
}

double ScaledErfcDefect(double x) {
  if (x < kFractionFrom) return 1 - kRootOfPi * x * ScaledErfc(x);
  const double fraction = Fraction(x);
  return fraction / (x + fraction);
}

}  // namespace kl
