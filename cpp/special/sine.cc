#include "special/sine.h"

#include "special/elementary.h"

namespace kl {
namespace {

/// x = k π/2 + hi + lo, |hi| ≤ π/4. π/2 in three parts, the first of 33 bits, whose products with k are exact.
struct Angle {
  long long k;
  DoubleDouble rest;
};

Angle Reduce(double x) {
  constexpr double kHead = 0x1.921fb544p+0, kMiddle = 0x1.0b4611a626331p-34,
                   kRest = 0x1.1701b839a2520p-88;
  constexpr double kToWhole = 0x1.8p52;  // added, it leaves whole numbers in the lowest bits
  const double k = (x * (2 / kPi) + kToWhole) - kToWhole;
  const DoubleDouble middle = TwoProduct(k, kMiddle), high = TwoSum(x - k * kHead, -middle.hi);
  return {static_cast<long long>(k), FastTwoSum(high.hi, high.lo - (middle.lo + k * kRest))};
}

/// (1 − z/((n + 1)(n + 2)) (1 − z/((n + 3)(n + 4)) (1 − …)))/(n (n − 1)), the tail of the series of sine and cosine.
/// Error    of what is cut off ≤ 2^-58 for z ≤ π²/16
double Tail(double z, int n) {
  double tail = 0;
  for (int m = n + 14; m >= n; m -= 2) tail = (1 - z * tail) / (m * (m - 1));
  return tail;
}

double SinNearZero(DoubleDouble x) {
  const double z = Square(x.hi);
  return x.hi - (x.hi * z * Tail(z, 3) - x.lo * (1 - z / 2));
}

double CosNearZero(DoubleDouble x) {
  const double z = Square(x.hi), half = z / 2, head = 1 - half;
  return head + (((1 - head) - half) + (half * z * Tail(z, 4) - x.hi * x.lo));
}

double At(const Angle& angle, long long quarter) {
  const long long turn = (angle.k + quarter) & 3;
  const double value = turn % 2 == 0 ? SinNearZero(angle.rest) : CosNearZero(angle.rest);
  return turn < 2 ? value : -value;
}

}  // namespace

double Sin(double x) { return At(Reduce(x), 0); }
double Cos(double x) { return At(Reduce(x), 1); }

}  // namespace kl
