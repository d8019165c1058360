#include "distributions/families.h"
#include "distributions/normal.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/error_function.h"
#include "special/gamma.h"

// HalfNormal(scale): the density √(2/π)/σ e^(−x²/2σ²) on x ≥ 0; |X| for X normal about 0.

namespace kl {
namespace {

constexpr double kRootOf2OverPi = 0x1.9884533d43651p-1, kRootOfHalf = 0x1.6a09e667f3bcdp-1;

constexpr Parameter kParameters[] = {{"scale", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

double ScaleOf(const Distribution& d) { return d.numbers[0]; }
Normal Unfolded(const Distribution& d) { return {0, ScaleOf(d)}; }

class HalfNormal final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }
  Bulk BulkOf(const Distribution& d) const override { return {ScaleOf(d), ScaleOf(d)}; }
  double Entropy(const Distribution& d) const override {
    return (kHalfLog2PiE - kLn2) + LogRatio(ScaleOf(d), 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double scale = ScaleOf(d), constant = Constant(d);
    for (size_t i = 0; i < n; ++i) {
      out[i] = x[i] < 0 ? -kInfinity : constant - HalfSquare(x[i] / scale);
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    for (size_t i = 0; i < n; ++i) out[i] = ScaleOf(d) * Abs(random.Normal());
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return kl::KlDivergence(Unfolded(p), Unfolded(q));
  }
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    return kl::Asymmetry(Unfolded(p), Unfolded(q));
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double excess = Ratio(ScaleOf(p), ScaleOf(q), ScaleOf(q)) * (1 + ScaleOf(p) / ScaleOf(q));
    by_p[0] = excess / ScaleOf(p);
    by_q[0] = -excess / ScaleOf(q);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    return {Constant(d), {{{-0.5 / ScaleOf(d) / ScaleOf(d), {Statistic::kSquare, 0}}}}, 1};
  }

  /// E X^a = 2^(a/2) Γ((1 + a)/2)/√π σ^a, E log X = log σ − (γ + log 2)/2, Var log X = π²/8, and with t = aσ
  /// E e^(aX) = e^(t²/2) (1 + erf(t/√2)) = e^(t²/2) erfc(−t/√2).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const double scale = ScaleOf(d), a = statistic.a, b = statistic.b;
    const double mean = kRootOf2OverPi * scale;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(Square(scale) * (1 - 2 / kPi) + Square(mean - a));
      case Statistic::kAbs: {
        if (a <= 0) return Expectation::Of(mean - a);
        const double z = a / scale;
        return Expectation::Of(mean * (2 * Exp(-HalfSquare(z)) - 1) +
                               a * (2 * Erf(z * kRootOfHalf) - 1));
      }
      case Statistic::kPower:
        if (a <= -1) return Expectation::Infinite();
        return Expectation::Of(
            PowerTimesExp(scale, b, a, {LogGamma((1 + a) / 2) - kHalfLogPi + a * (kLn2 / 2), 0}));
      case Statistic::kLog:
        return Expectation::Of(LogRatio(scale, b) + kMeanLog);
      case Statistic::kLogSquared:
        return Expectation::Of(Square(kPi) / 8 + Square(LogRatio(scale, 1) + kMeanLog - a));
      case Statistic::kExp: {
        const double t = a * scale;
        if (!IsFinite(t)) return Expectation::Unknown();
        if (t <= 0) return Expectation::Of(TimesExp(ScaledErfc(-t * kRootOfHalf), -a * b));
        return Expectation::Of(Exp(a * (scale * t / 2 - b)) * (1 + Erf(t * kRootOfHalf)));
      }
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const double scale = ScaleOf(d);
    out[0] = Ratio(x, scale, scale) * (x / scale + 1) / scale;
  }

 private:
  static constexpr double kHalfLogPi = kHalfLog2Pi - kLn2 / 2;
  static constexpr double kMeanLog = -(kEulerGamma + kLn2) / 2;

  static double Constant(const Distribution& d) {
    return (kLn2 - kHalfLog2Pi) - LogRatio(ScaleOf(d), 1);
  }
};

constexpr HalfNormal kHalfNormal("HalfNormal", kParametrizations);

}  // namespace

const Family& HalfNormalFamily() { return kHalfNormal; }

}  // namespace kl
