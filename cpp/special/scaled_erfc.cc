#include "special/scaled_erfc.h"

#include <boost/math/special_functions/erf.hpp>

#include "special/boost_policy.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kRootOfPi = 0x1.c5bf891b4ef6bp+0;
constexpr double kFractionFrom =
    1;  // from here on, the continued fraction is short and subtracts less

/// K = (1/2)/(x + 1/(x + (3/2)/(x + 2/(x + …)))), for which √π e^(x²) erfc x = 1/(x + K).
///   cut off where its terms are nearly alike, so that K' = (n/2)/(x + K') stands for the rest: to 2^-54 for x ≥ 1
/// Source   Laplace's continued fraction: NIST Digital Library of Mathematical Functions, 7.9.1
double Fraction(double x) {
  const int terms = 14 + static_cast<int>(150 / Square(x));
  double fraction = terms / (Sqrt(Square(x) + 2 * terms) + x);
  for (int n = terms; n > 0; --n) fraction = 0.5 * n / (x + fraction);
  return fraction;
}

double Direct(double x) { return Exp(Product(x, x)) * boost::math::erfc(x, BoostPolicy()); }

}  // namespace

double ScaledErfc(double x) {
  return x < kFractionFrom ? Direct(x) : 1 / (kRootOfPi * (x + Fraction(x)));
}

double ScaledErfcDefect(double x) {
  if (x < kFractionFrom) return 1 - kRootOfPi * x * Direct(x);
  const double fraction = Fraction(x);
  return fraction / (x + fraction);
}

}  // namespace kl
