#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/gamma.h"

// Exponential(rate): the density rate·e^(−rate x) on x ≥ 0.

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

constexpr Parameter kParameters[] = {{"rate", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

class Exponential final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }
  Bulk BulkOf(const Distribution& d) const override { return {1 / Rate(d), 1 / Rate(d)}; }
  double Entropy(const Distribution& d) const override { return 1 - LogRatio(Rate(d), 1); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double rate = Rate(d), log_rate = LogRatio(rate, 1);
    for (size_t i = 0; i < n; ++i) out[i] = x[i] < 0 ? -kInfinity : log_rate - rate * x[i];
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    for (size_t i = 0; i < n; ++i) out[i] = random.Exponential() / Rate(d);
  }

  /// rq/rp − 1 − log(rq/rp) = φ(rp, rq)/rp.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return Found(PhiOver(Rate(p), Rate(q)), kMaxUlp, Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    by_p[0] = Ratio(Rate(p), Rate(q), Rate(p)) / Rate(p);
    by_q[0] = Ratio(Rate(q), Rate(p), Rate(q)) / Rate(p);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    return {LogRatio(Rate(d), 1), {{{-Rate(d), {Statistic::kShift, 0}}}}, 1};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    lifts.push_back({GammaFamily(), {1, Rate(d)}});
    lifts.push_back({WeibullFamily(), {1 / Rate(d), 1}});
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    out[0] = 1 / Rate(d) - x;
  }

  /// E X^a = Γ(1 + a)/rate^a, E log X = −γ − log rate, Var log X = π²/6, E e^(aX) = rate/(rate − a).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const double mean = 1 / Rate(d), a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(Square(mean) + Square(mean - a));
      case Statistic::kAbs:  // below 0 the sign never changes
        return Expectation::Of(a <= 0 ? mean - a : (a - mean) + 2 * mean * Exp(-a / mean));
      case Statistic::kPower:
        if (a <= -1) return Expectation::Infinite();
        return Expectation::Of(Exp(LogGamma(1 + a) + a * LogRatio(mean, b)));
      case Statistic::kLog:
        return Expectation::Of(LogRatio(mean, b) - kEulerGamma);
      case Statistic::kLogSquared:
        return Expectation::Of(Square(kPi) / 6 + Square(LogRatio(mean, 1) - kEulerGamma - a));
      case Statistic::kExp:
        if (a * mean >= 1) return Expectation::Infinite();
        return Expectation::Of(Exp(-a * b) / (1 - a * mean));
      default:
        return Expectation::Unknown();
    }
  }

 private:
  static double Rate(const Distribution& d) { return d.numbers[0]; }
};

constexpr Exponential kExponential("Exponential", kParametrizations);

}  // namespace

const Family& ExponentialFamily() { return kExponential; }

}  // namespace kl
