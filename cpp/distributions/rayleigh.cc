#include "distributions/families.h"
#include "distributions/normal.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/error_function.h"
#include "special/gamma.h"

// Rayleigh(scale): the density x/σ² e^(−x²/2σ²) on x ≥ 0; the length of two independent normal numbers about 0.

namespace kl {
namespace {

constexpr double kMaxUlp = kNormalMaxUlp;
constexpr double kRootOfHalfPi = 0x1.40d931ff62706p+0, kRootOfHalf = 0x1.6a09e667f3bcdp-1;

constexpr Parameter kParameters[] = {{"scale", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

double ScaleOf(const Distribution& d) { return d.numbers[0]; }
Normal Part(const Distribution& d) { return {0, ScaleOf(d)}; }

class Rayleigh final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }
  Bulk BulkOf(const Distribution& d) const override { return {ScaleOf(d), ScaleOf(d)}; }
  double Entropy(const Distribution& d) const override {
    return (1 + (kEulerGamma - kLn2) / 2) + LogRatio(ScaleOf(d), 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double scale = ScaleOf(d), constant = -LogRatio(scale, 1);
    for (size_t i = 0; i < n; ++i) {
      const bool is_inside = x[i] > 0 && x[i] <= kMax;
      out[i] =
          is_inside ? constant + (LogRatio(x[i], scale) - HalfSquare(x[i] / scale)) : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    for (size_t i = 0; i < n; ++i) out[i] = ScaleOf(d) * Sqrt(2 * random.Exponential());
  }

  /// σp²/σq² − 1 − log(σp²/σq²): that of the two normal numbers together.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return Found(2 * kl::KlDivergence(Part(p), Part(q)).value, kMaxUlp, Method::kClosedForm);
  }
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    return 2 * kl::Asymmetry(Part(p), Part(q));
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double excess =
        2 * Ratio(ScaleOf(p), ScaleOf(q), ScaleOf(q)) * (1 + ScaleOf(p) / ScaleOf(q));
    by_p[0] = excess / ScaleOf(p);
    by_q[0] = -excess / ScaleOf(q);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const double scale = ScaleOf(d);
    return {-LogRatio(scale, 1),
            {{{1, {Statistic::kLog, 0, scale}}, {-0.5 / scale / scale, {Statistic::kSquare, 0}}}},
            2};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const double weibull_scale = ScaleOf(d) / kRootOfHalf;
    if (IsFinite(weibull_scale)) lifts.push_back({WeibullFamily(), {weibull_scale, 2}});
  }

  /// E X^a = 2^(a/2) Γ(1 + a/2) σ^a, E log X = log σ + (log 2 − γ)/2, Var log X = π²/24, and with t = aσ
  /// E e^(aX) = 1 + √(π/2) t e^(t²/2) (1 + erf(t/√2)).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const double scale = ScaleOf(d), a = statistic.a, b = statistic.b;
    const double mean = kRootOfHalfPi * scale;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(Square(scale) * (2 - kPi / 2) + Square(mean - a));
      case Statistic::kAbs:
        if (a <= 0) return Expectation::Of(mean - a);
        return Expectation::Of(mean * (1 - 2 * Erf(a / scale * kRootOfHalf)) + a);
      case Statistic::kPower:
        if (a <= -2) return Expectation::Infinite();
        return Expectation::Of(
            PowerTimesExp(scale, b, a, {LogGamma(1 + a / 2) + a * (kLn2 / 2), 0}));
      case Statistic::kLog:
        return Expectation::Of(LogRatio(scale, b) + kMeanLog);
      case Statistic::kLogSquared:
        return Expectation::Of(Square(kPi) / 24 + Square(LogRatio(scale, 1) + kMeanLog - a));
      case Statistic::kExp: {
        const double t = a * scale;
        if (!IsFinite(t)) return Expectation::Unknown();
        if (t <= 0) return Expectation::Of(TimesExp(ScaledErfcDefect(-t * kRootOfHalf), -a * b));
        const double slope = mean * a * (1 + Erf(t * kRootOfHalf));
        return Expectation::Of(Exp(-a * b) + TimesExp(slope, a * (scale * t / 2 - b)));
      }
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    out[0] = (Square(x / ScaleOf(d)) - 2) / ScaleOf(d);
  }

 private:
  static constexpr double kMeanLog = (kLn2 - kEulerGamma) / 2;
};

constexpr Rayleigh kRayleigh("Rayleigh", kParametrizations);

}  // namespace

const Family& RayleighFamily() { return kRayleigh; }

}  // namespace kl
