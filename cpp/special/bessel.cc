#include "special/bessel.h"

#include <array>

#include "special/elementary.h"
#include "special/sine.h"

namespace kl {
namespace {

// Up to kLargest, averages over the circle by the trapezoidal rule, which converges like I_N(κ)/I0(κ) for N points: below
// 1e-22 there. From kLeast on, the asymptotic series Λ(κ) = κ − ½ log(2πκ) + Σ s_n κ^−n, whose terms fall below 1e-17.
constexpr double kLeast = 40, kLargest = 80;
constexpr int kPoints = 96;

constexpr int kTerms = 14;
constexpr std::array<double, kTerms> kSeries{0x1p-3,
                                             0x1p-4,
                                             0x1.0aaaaaaaaaaabp-4,
                                             0x1.ap-4,
                                             0x1.ad33333333333p-3,
                                             0x1.12aaaaaaaaaabp-1,
                                             0x1.a358492492492p+0,
                                             0x1.73d4p+2,
                                             0x1.779a1f8e38e39p+4,
                                             0x1.a9df0cccccccdp+6,
                                             0x1.0bd1fc8b1745dp+9,
                                             0x1.7217ac5555555p+11,
                                             0x1.16b51e66c789ep+14,
                                             0x1.c6733f2524925p+16};

/// Σ s_n f(n) x^n.
template <class Factor>
double Series(double x, Factor f) {
  double sum = 0;
  for (int n = kTerms; n >= 1; --n) sum = x * (sum + kSeries[static_cast<size_t>(n - 1)] * f(n));
  return sum;
}

/// Σ f(1 − cos θ) e^(κ (cos θ − 1)) over the circle, divided by the number of points.
template <class Function>
double Average(double concentration, Function f) {
  double sum = 0;
  for (int j = 0; j <= kPoints / 2; ++j) {
    const double gap = 2 * Square(Sin(j * (kPi / kPoints)));
    const double weight = j == 0 || j == kPoints / 2 ? 1 : 2;
    sum += weight * Exp(-concentration * gap) * f(gap);
  }
  return sum / kPoints;
}

double Mass(double concentration) {
  return Average(concentration, [](double) { return 1.0; });
}

}  // namespace

double LogScaledBessel(double concentration) {
  if (concentration <= kLargest) return Log(Mass(concentration));
  return -kHalfLog2Pi - LogRatio(concentration, 1) / 2 +
         Series(1 / concentration, [](int) { return 1.0; });
}

double BesselRatioGap(double concentration) {
  if (concentration <= kLargest) {
    return Average(concentration, [](double gap) { return gap; }) / Mass(concentration);
  }
  const double inverse = 1 / concentration;
  return inverse * (0.5 + Series(inverse, [](int n) { return static_cast<double>(n); }));
}

double BesselRatio(double concentration) {
  if (concentration > 1) return 1 - BesselRatioGap(concentration);
  // I0 and I1 by their series.
  const double z = Square(concentration / 2);
  double zeroth = 0, first = 0;
  for (int k = 12; k >= 1; --k) {
    zeroth = (1 + zeroth) * z / (k * k);
    first = (1 + first) * z / (k * (k + 1));
  }
  return concentration / 2 * ((1 + first) / (1 + zeroth));
}

double BesselCurvature(double concentration) {
  if (concentration <= kLargest) {
    const double mean = BesselRatioGap(concentration);
    return Average(concentration, [mean](double gap) { return Square(gap - mean); }) /
           Mass(concentration);
  }
  const double inverse = 1 / concentration;
  return inverse * (inverse * (0.5 + Series(inverse, [](int n) { return n * (n + 1.0); })));
}

double BesselRatioStep(double c, double a) {
  const double by = c - a;
  if (c <= kLargest && a <= kLargest) {
    // E x e^(by x)/E e^(by x) of x = cos θ less its mean, E x = 0: no term of x (e^(by x) − 1) is of the other sign.
    const double gap = BesselRatioGap(a);
    return Average(a, [&](double at) { return (gap - at) * Expm1(by * (gap - at)); }) /
           Average(a, [&](double at) { return Exp(by * (gap - at)); });
  }
  if (c < kLeast || a < kLeast) return BesselRatioGap(a) - BesselRatioGap(c);
  // The difference quotient of the gap's polynomial in 1/κ, along with its value.
  const double x = 1 / a, y = 1 / c;
  double value = 0, quotient = 0;
  for (int n = kTerms; n >= 0; --n) {
    quotient = value + y * quotient;
    value = x * value + (n == 0 ? 0.5 : n * kSeries[static_cast<size_t>(n - 1)]);
  }
  return by / a / c * (value + y * quotient);
}

double BesselBregman(double c, double a) {
  const double by = c - a;
  if (by == 0) return 0;
  const double gap = BesselRatioGap(a);
  if (c <= kLargest && a <= kLargest) {
    // log E e^(by (cos θ − mean)), where the first-order part has mean 0.
    return Log1p(Average(a, [&](double at) { return ExpExcess(by * (gap - at)); }) / Mass(a));
  }
  if (c < kLeast || a < kLeast) return LogScaledBessel(c) - LogScaledBessel(a) + by * gap;
  // Of −½ log κ: ½ (c/a − 1 − log(c/a)). Of κ^−n: (by/a)² Σ_{j ≤ n} (n + 1 − j) a^(j − n) c^−j.
  double power = 1, inner = 0, outer = 0, sum = 0;
  for (int n = 1; n <= kTerms; ++n) {
    power /= c;
    inner = inner / a + power;
    outer = outer / a + inner;
    sum += kSeries[static_cast<size_t>(n - 1)] * outer;
  }
  return PhiOver(a, c) / 2 + by / a * (by / a * sum);
}

}  // namespace kl
