#include "special/log_one_plus_square.h"

#include <limits>

#include "special/arctangent.h"
#include "special/elementary.h"
#include "special/kronrod.h"

namespace kl {

double LogOnePlusSquare(double x, double loc, double scale) {
  constexpr double kOneIsNothing = 0x1p30;  // beside its square, in a logarithm above 41
  const double distance = Abs(x - loc), z = distance / scale;
  if (z <= kOneIsNothing) return Log1p(z * z);
  if (!IsFinite(x)) return std::numeric_limits<double>::infinity();
  if (IsFinite(distance)) return 2 * LogRatio(distance, scale);
  return 2 * (LogRatio(Abs(x / 2 - loc / 2), scale) + kLn2);
}

namespace {

/// By Kronrod's rule, exact to degree 32, where the distance of the middle from the singularities ±i scale is at least twice
/// the half width: no term is negative.
double MeanByNodes(double low, double high, double scale) {
  const double middle = low / 2 + high / 2, half = high / 2 - low / 2;
  double sum = kKronrodMiddleWeight * LogOnePlusSquare(middle, 0, scale);
  for (size_t i = 0; i < kKronrodPairs; ++i) {
    const double by = half * kKronrodNodes[i];
    sum += kKronrodWeights[i] *
           (LogOnePlusSquare(middle - by, 0, scale) + LogOnePlusSquare(middle + by, 0, scale));
  }
  return sum / 2;
}

/// From 0 to x ≥ 0: log(1 + t²) − 2 (1 − arctan(t)/t), t = x/scale.
double MeanFromZero(double x, double scale) {
  if (x <= scale) return MeanByNodes(0, x, scale);
  const double t = x / scale;
  return LogOnePlusSquare(x, 0, scale) - 2 * (1 - Arctangent(t) / t);
}

}  // namespace

double MeanLogOnePlusSquare(double low, double high, double scale) {
  const double middle = Abs(low / 2 + high / 2), half = high / 2 - low / 2;
  if (2 * half <= (middle > scale ? middle : scale)) return MeanByNodes(low, high, scale);
  const double width = high - low;  // far ends of one sign, or of both: little cancels
  return high / width * MeanFromZero(Abs(high), scale) -
         low / width * MeanFromZero(Abs(low), scale);
}

}  // namespace kl
