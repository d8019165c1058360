#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/normal.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "kernels/power_difference.h"
#include "special/elementary.h"
#include "special/error_function.h"

// LogNormal(loc, scale): the density 1/(√(2π) σ x) e^(−(log x − μ)²/2σ²) on x > 0; e^X for X normal.

namespace kl {
namespace {

constexpr double kRootOfHalf = 0x1.6a09e667f3bcdp-1;

constexpr Parameter kParameters[] = {{"loc", Rule::kFinite}, {"scale", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

Normal OfLog(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// E (X/b)^a = e^(aμ + a²σ²/2)/b^a.
double Moment(const Normal& of_log, double a, double b) {
  const DoubleDouble t = Product(a, of_log.scale), square = Product(t.hi, t.hi / 2),
                     shift = Product(a, of_log.loc);
  if (square.hi == kInfinity) return kInfinity;
  if (!IsFinite(square.hi + shift.hi)) return Exp(square.hi + shift.hi);
  return PowerTimesExp(1, b, a, Add(Add(square, t.hi * t.lo), shift));
}

class LogNormal final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }

  /// Of e^X, within reach of doubles.
  Bulk BulkOf(const Distribution& d) const override {
    constexpr double kReach = 700, kLeast = 0x1p-1074;
    const auto [loc, scale] = OfLog(d);
    const double median = Exp(loc < -kReach ? -kReach : loc > kReach ? kReach : loc);
    return {median, scale < 1 ? median * scale + kLeast : median};
  }

  double Entropy(const Distribution& d) const override {
    return kl::Entropy(OfLog(d)) + OfLog(d).loc;
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double constant = Constant(d);
    for (size_t i = 0; i < n; ++i) {
      const bool is_inside = x[i] > 0 && x[i] <= kMax;
      out[i] = is_inside ? constant - HalfSquare(Standardized(d, x[i])) - Log(x[i]) : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = OfLog(d);
    for (size_t i = 0; i < n; ++i) out[i] = InsidePositive(Exp(loc + scale * random.Normal()));
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return kl::KlDivergence(OfLog(p), OfLog(q));
  }
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    return kl::Asymmetry(OfLog(p), OfLog(q));
  }
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    return NormalFamily().Gradient(p, q, by_p, by_q);
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [loc, scale] = OfLog(d);
    return {Constant(d),
            {{{-0.5 / scale / scale, {Statistic::kLogSquared, loc}}, {-1, {Statistic::kLog}}}},
            2};
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const Normal of_log = OfLog(d);
    const double a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(Moment(of_log, 1, 1) - a);
      case Statistic::kSquare: {
        const double second = Moment(of_log, 2, 1);
        return Expectation::Of(second * -Expm1(-Square(of_log.scale)) +
                               Square(Moment(of_log, 1, 1) - a));
      }
      case Statistic::kAbs:
        return AbsoluteDeviation(of_log, a);
      case Statistic::kPower:
        return Expectation::Of(Moment(of_log, a, b));
      case Statistic::kLog:
        return Expectation::Of(of_log.loc - LogRatio(b, 1));
      case Statistic::kLogSquared:
        return Expectation::Of(Square(of_log.scale) + Square(of_log.loc - a));
      case Statistic::kExp:
        return a > 0 ? Expectation::Infinite() : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const double z = Standardized(d, x);
    out[0] = z / OfLog(d).scale;
    out[1] = (z - 1) * (z + 1) / OfLog(d).scale;
  }

 private:
  /// (log x − μ)/σ, with the logarithm to 2^-57: of a narrow distribution, the difference leaves little of it.
  static double Standardized(const Distribution& d, double x) {
    const auto [loc, scale] = OfLog(d);
    const DoubleDouble log = LogRatioTwice(Align(x, 1, {1, 0}, 0));
    return ((log.hi - loc) + log.lo) / scale;
  }

  static double Constant(const Distribution& d) {
    return -kHalfLog2Pi - LogRatio(OfLog(d).scale, 1);
  }

  /// E X erf((σ − k)/√2) + a erf(k/√2), k = (log a − μ)/σ. Of a narrow distribution, the two parts cancel.
  static Expectation AbsoluteDeviation(const Normal& of_log, double a) {
    constexpr double kNarrow = 0.125;
    const double mean = Moment(of_log, 1, 1);
    if (a <= 0 || !IsFinite(mean)) return Expectation::Of(mean - a);
    if (of_log.scale < kNarrow) return Expectation::Unknown();
    const double k = (Log(a) - of_log.loc) / of_log.scale;
    return Expectation::Of(mean * Erf((of_log.scale - k) * kRootOfHalf) + a * Erf(k * kRootOfHalf));
  }
};

constexpr LogNormal kLogNormal("LogNormal", kParametrizations);

}  // namespace

const Family& LogNormalFamily() { return kLogNormal; }

}  // namespace kl
