#include "special/stirling.h"

#include "special/elementary.h"

namespace kl {
namespace {

/// Bernoulli numbers B(2m)/(2m(2m − 1)) of the series in 1/x^(2m − 1).
constexpr double kCoefficients[] = {1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                    1.0 / 1188, -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400};
constexpr int kTerms = 8;

/// From here on the series is right to 2^-60.
constexpr double kLarge = 16;

}  // namespace

double StirlingError(double x) {
  // δ(x) − δ(x + 1) = (x + ½) log(1 + 1/x) − 1 = atanh(s)/s − 1, s = 1/(2x + 1).
  double sum = 0;
  for (; x < kLarge; x += 1) {
    if (x < 1) {
      sum += (x + 0.5) * LogRatio(x + 1, x) - 1;
    } else {
      const double z = 1 / Square(2 * x + 1);
      sum += z * LogTail(Splat(z))[0] / 2;
    }
  }
  const double z = 1 / x / x;
  double series = kCoefficients[kTerms - 1];
  for (int m = kTerms - 2; m >= 0; --m) series = series * z + kCoefficients[m];
  return sum + series / x;
}

namespace {

/// log(1 + d/b).
double LogOfShifted(double b, double d) {
  return Abs(d) < b / 2 ? Log1p(d / b) : LogRatio(b + d, b);
}

/// δ(b + d) − δ(b) for large b and b + d.
double StirlingDifference(double b, double d) {
  // s^j − t^j = (s − t) Σ s^i t^(j − 1 − i) for s = 1/(b + d), t = 1/b.
  const double s = 1 / (b + d), t = 1 / b;
  double complete = 1, power = 1, series = kCoefficients[0];
  for (int m = 1; m < kTerms; ++m) {
    for (int twice = 0; twice < 2; ++twice) {
      power *= s;
      complete = power + t * complete;
    }
    series += kCoefficients[m] * complete;
  }
  return -d * s * t * series;
}

}  // namespace

double LogRisingRatio(double b, double d, double k) {
  constexpr double kFew = 16;
  double sum = 0;
  const bool few = k <= kFew;
  for (; k > 0 && (few || b < kLarge || b + d < kLarge); --k, b += 1) sum += LogOfShifted(b, d);
  if (k == 0) return sum;
  const double w = d / (b + d) * (k / (b + k));
  const double log = w < 0.5 ? Log1p(-w) : LogOfShifted(b + k, d) - LogOfShifted(b, d);
  return sum + (((b - 0.5) * log + d * LogOfShifted(b + d, k)) + k * LogOfShifted(b + k, d) +
                (StirlingDifference(b + k, d) - StirlingDifference(b, d)));
}

}  // namespace kl
