#include "distributions/between.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "kernels/power_difference.h"
#include "special/elementary.h"

// LogUniform(low, high), 0 < low < high: the density 1/(x log(high/low)) on low ≤ x ≤ high; e^X for X uniform.

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"low", Rule::kPositive}, {"high", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Interval {
  double low, high;

  double width() const { return high - low; }
  double middle() const { return Sqrt(low) * Sqrt(high); }
  double log() const { return LogRatio(high, low); }
};
Interval Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// Var X/mean = (low + high)/2 − mean for mean = width/log.
///
///   = (low + high)/2 (t − 2s)/t,  s = (high − low)/(high + low), t = log(high/low) = 2s + s z T(z), z = s²
double VarianceOverMean(const Interval& x) {
  const double centre = x.low / 2 + x.high / 2, s = x.width() / 2 / centre, z = s * s, t = x.log();
  return centre * ((z <= 1.0 / 9 ? s * z * LogTail(Splat(z))[0] : t - 2 * s) / t);
}

class LogUniform final : public Between {
 public:
  using Between::Between;

  Bulk BulkOf(const Distribution& d) const override {
    const Interval x = Of(d);
    if (x.log() < 1) return {x.low + x.width() / 2, x.width()};
    return {x.width() / x.log(), x.width() / x.log()};
  }
  double Entropy(const Distribution& d) const override {
    return MeanLog(Of(d), 1) + LogRatio(Of(d).log(), 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [low, high] = Of(d);
    const double constant = -LogRatio(Of(d).log(), 1);
    for (size_t i = 0; i < n; ++i) {
      out[i] = x[i] >= low && x[i] <= high ? constant - Log(x[i]) : -kInfinity;
    }
  }

  /// From the middle, so that no power overflows. What rounding takes out of the support is drawn again.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [low, high] = Of(d);
    const double middle = Of(d).middle(), log = Of(d).log();
    for (size_t i = 0; i < n; ++i) {
      do {
        const double root = Exp(log * (random.Uniform() - 0.5) / 2);
        out[i] = middle * root * root;
      } while (out[i] < low || out[i] > high);
    }
  }

  /// log(tq/tp), t = log(high/low), from what tq is larger.
  double LogOfIntegrals(const Distribution& p, const Distribution& q) const override {
    const Interval inner = Of(p), outer = Of(q);
    const double excess = LogRatio(outer.high, inner.high) + LogRatio(inner.low, outer.low);
    return Log1p(excess / inner.log());
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    return {-LogRatio(Of(d).log(), 1), {{{-1, {Statistic::kLog}}}}, 1};
  }

  /// With t = log(high/low): E X = (high − low)/t, E |X − a| = (φ(a, low) + φ(a, high))/t.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const Interval x = Of(d);
    const double a = statistic.a, b = statistic.b, t = x.log(), mean = x.width() / t;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(VarianceOverMean(x) * mean + Square(mean - a));
      case Statistic::kAbs:
        if (a <= x.low || a >= x.high) return Expectation::Of(Abs(mean - a));
        return Expectation::Of((Phi(a, x.low) + Phi(a, x.high)) / t);
      case Statistic::kPower: {
        const double end = a > 0 ? x.high : x.low;
        return Expectation::Of(PowerTimesExp(end, b, a) * ExpSlope(-Abs(a) * t));
      }
      case Statistic::kLog:
        return Expectation::Of(MeanLog(x, b));
      case Statistic::kLogSquared:
        return Expectation::Of(Square(t) / 12 + Square(MeanLog(x, 1) - a));
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double, std::span<double> out) const override {
    const Interval x = Of(d);
    out[0] = 1 / x.log() / x.low;
    out[1] = -1 / x.log() / x.high;
  }

 private:
  /// Of a wide interval by its middle: the logarithms of its ends may be large and nearly opposite.
  static double MeanLog(const Interval& x, double b) {
    if (x.log() > 1) return LogRatio(x.middle(), b);
    return LogRatio(x.low, b) / 2 + LogRatio(x.high, b) / 2;
  }
};

constexpr LogUniform kLogUniform("LogUniform", kParametrizations);

}  // namespace

const Family& LogUniformFamily() { return kLogUniform; }

}  // namespace kl
