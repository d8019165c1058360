#include "distributions/between.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "kernels/power_difference.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/log_one_plus_square.h"
#include "special/sine.h"

// Uniform(low, high): the density 1/(high − low) on low ≤ x ≤ high.

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"low", Rule::kFinite}, {"high", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Interval {
  double low, high;

  double width() const { return high - low; }  // may overflow
  double half_width() const { return high / 2 - low / 2; }
  bool is_wide() const { return !IsFinite(width()); }
};
Interval Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// log(width/unit).
double LogWidth(const Interval& x, double unit) {
  return x.is_wide() ? LogRatio(x.half_width(), unit) + kLn2 : LogRatio(x.width(), unit);
}

/// log of the ratio of widths, for an interval within another: from what the other is wider, which is never a difference
/// of nearly equal numbers.
double LogOfWidths(const Interval& inner, const Interval& outer) {
  if (inner.is_wide()) {
    const double excess = (outer.high / 2 - inner.high / 2) + (inner.low / 2 - outer.low / 2);
    return Log1p(excess / inner.half_width());
  }
  const double width = inner.width(),
               excess = Ratio(outer.high, inner.high, width) + Ratio(inner.low, outer.low, width);
  return excess <= 1 ? Log1p(excess) : LogWidth(outer, width);
}

/// E log(x/b) = (φ(high, b) − φ(low, b))/width, 0 ≤ low; and by way of the nearer end where b lies outside.
double MeanLog(const Interval& x, double b) {
  const double of_high = x.high / x.width();
  if (b >= x.high) return LogRatio(x.high, b) - Phi(x.low, x.high) / x.width();
  if (b <= x.low) return LogRatio(x.low, b) + PhiOver(x.high, x.low) * of_high;
  return PhiOver(x.high, b) * of_high - Phi(x.low, b) / x.width();
}

/// Var log x, 0 ≤ low: 1 − (u/sinh u)², u = log(high/low)/2; by the series of sinh u/u − 1 for small u.
double VarianceOfLog(const Interval& x) {
  if (x.low == 0) return 1;
  const double u = LogRatio(x.high, x.low) / 2;
  if (u > 1) return 1 - Square(2 * u / (Exp(u) - Exp(-u)));
  double series = 0;
  for (int n = 18; n >= 2; n -= 2) series = Square(u) / (n * (n + 1)) * (1 + series);
  return series * (2 + series) / Square(1 + series);
}

/// E (x/b)^a, 0 ≤ low: with x = high e^−s, or low e^s, all factors are positive and none large.
Expectation MeanPower(const Interval& x, double a, double b) {
  if (x.low == 0) {
    if (a <= -1) return Expectation::Infinite();
    return Expectation::Of(PowerTimesExp(x.high, b, a) / (a + 1));
  }
  const double log = LogRatio(x.high, x.low), end = a > -1 ? x.high : x.low;
  const double power = PowerTimesExp(end, b, a), slope = log * ExpSlope(-Abs(a + 1) * log);
  if (power > 0 && IsFinite(power)) return Expectation::Of(power * (end / x.width() * slope));
  return Expectation::Of(PowerTimesExp(end, b, a, {LogRatio(end, x.width()) + Log(slope), 0}));
}

/// E log(1 − x) = log(1 − low) − (t − log(1 + t))/t, t = width/(1 − high), within [0, 1].
double MeanLog1m(const Interval& x) {
  if (x.high == 1) return Log1p(-x.low) - 1;
  const double t = x.width() / (1 - x.high);
  return Log1p(-x.low) - LogExcess(t) / t;
}

class Uniform final : public Between {
 public:
  using Between::Between;

  Bulk BulkOf(const Distribution& d) const override {
    const Interval x = Of(d);
    if (x.is_wide()) return {x.low / 2 + x.high / 2, x.half_width()};
    return {x.low + x.width() / 2, x.width()};
  }
  double Entropy(const Distribution& d) const override { return LogWidth(Of(d), 1); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [low, high] = Of(d);
    const double inside = -LogWidth(Of(d), 1);
    for (size_t i = 0; i < n; ++i) out[i] = x[i] >= low && x[i] <= high ? inside : -kInfinity;
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const Interval x = Of(d);
    for (size_t i = 0; i < n; ++i) {
      const double u = random.Uniform();
      out[i] = x.is_wide() ? 2 * (x.low / 2 + x.half_width() * u) : x.low + x.width() * u;
    }
  }

  double LogOfIntegrals(const Distribution& p, const Distribution& q) const override {
    return LogOfWidths(Of(p), Of(q));
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    return {-LogWidth(Of(d), 1), {}, 0};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    if (Of(d).low != 0 || Of(d).high != 1) return;
    lifts.push_back({BetaFamily(), {1, 1}});
    lifts.push_back({KumaraswamyFamily(), {1, 1}});
    lifts.push_back({ContinuousBernoulliFamily(), {0.5}});
  }

  /// E log(1 − X^a) = −ψ(1 + 1/a) − γ on [0, 1].
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const Interval x = Of(d);
    const double a = statistic.a, b = statistic.b;
    const double to_low = x.low - a, to_high = x.high - a, shift = to_low / 2 + to_high / 2;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(shift);
      case Statistic::kSquare:
        return Expectation::Of(Square(x.half_width()) / 3 + Square(shift));
      case Statistic::kAbs:
        if (to_low >= 0 || to_high <= 0) return Expectation::Of(Abs(shift));
        return Expectation::Of(to_low / 2 * (to_low / x.width()) +
                               to_high / 2 * (to_high / x.width()));
      case Statistic::kPower:
        return MeanPower(x, a, b);
      case Statistic::kLog:
        return Expectation::Of(MeanLog(x, b));
      case Statistic::kLogSquared:
        return Expectation::Of(VarianceOfLog(x) + Square(MeanLog(x, 1) - a));
      case Statistic::kLog1m:
        return Expectation::Of(MeanLog1m(x));
      case Statistic::kLog1mPower:
        if (a == 1) return Expectation::Of(MeanLog1m(x));
        if (x.low != 0 || x.high != 1) return Expectation::Unknown();
        return Expectation::Of(-DigammaStep(WayBy(1, 1 / a)));
      case Statistic::kExp: {
        const double end = a > 0 ? x.high : x.low;
        return Expectation::Of(TimesExp(ExpSlope(-Abs(a) * x.width()), a * (end - b)));
      }
      case Statistic::kCos: {  // on the circle: within [−π, π]
        const double half = x.half_width();
        return Expectation::Of(Cos(shift) * (half > 0 ? Sin(half) / half : 1));
      }
      case Statistic::kLogOnePlusSquare:
        return Expectation::Of(MeanLogOnePlusSquare(to_low, to_high, b));
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double, std::span<double> out) const override {
    const Interval x = Of(d);
    out[0] = x.is_wide() ? 0.5 / x.half_width() : 1 / x.width();
    out[1] = -out[0];
  }
};

constexpr Uniform kUniform("Uniform", kParametrizations);

}  // namespace

const Family& UniformFamily() { return kUniform; }

}  // namespace kl
