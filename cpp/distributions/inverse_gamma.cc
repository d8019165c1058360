#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/gamma.h"
#include "special/products.h"

// InverseGamma(concentration c, rate r): the density r^c/Γ(c) x^(−c − 1) e^(−r/x) on x > 0: 1/X is Gamma(c, r).
//
//   log density = −r(c) − log x − φ(c, r/x),  r(c) = log Γ(c) − c log c + c

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"concentration", Rule::kPositive}, {"rate", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Numbers {
  double concentration, rate;
};
Numbers Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

Distribution AsGamma(const Distribution& d) {
  Distribution gamma = d;
  gamma.family = &GammaFamily();
  return gamma;
}

class InverseGamma final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }

  /// The mode, and the standard deviation of 1/X there.
  Bulk BulkOf(const Distribution& d) const override {
    const auto [c, r] = Of(d);
    const double mode = r / (c + 1);
    return {InsidePositive(mode), InsidePositive(mode / Sqrt(c + 1))};
  }

  double Entropy(const Distribution& d) const override {
    const auto [c, r] = Of(d);
    return StirlingRemainder(c) + LogRatio(r, c) + (c + 1) * DigammaGap(c);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [c, r] = Of(d);
    const double constant = -StirlingRemainder(c);
    for (size_t i = 0; i < n; ++i) {
      out[i] = x[i] > 0 && x[i] <= kMax
                   ? constant - LogRatio(x[i], 1) - PhiOfProducts(c, r, 1, x[i])
                   : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [c, r] = Of(d);
    const double log_rate = LogRatio(r, 1);
    for (size_t i = 0; i < n; ++i) {
      out[i] = InsidePositive(c < 1 ? Exp(log_rate - random.LogGamma(c)) : r / random.Gamma(c));
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return GammaFamily().KlDivergence(AsGamma(p), AsGamma(q));
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    return GammaFamily().Gradient(AsGamma(p), AsGamma(q), by_p, by_q);
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [c, r] = Of(d);
    if (!IsNormal(r / c)) {
      return {c * LogRatio(r, 1) - LogGamma(c),
              {{{-c - 1, {Statistic::kLog}}, {-r, {Statistic::kPower, -1}}}},
              2};
    }
    // c log(r/c) + c is what the centre takes from the logarithm's and the power's expectations.
    return {c - StirlingRemainder(c) - LogRatio(r, c),
            {{{-c - 1, {Statistic::kLog, 0, r / c}}, {-c, {Statistic::kPower, -1, r / c}}}},
            2};
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [c, r] = Of(d);
    out[0] = DigammaGap(c) + LogQuotient(r, c, x);
    out[1] = c / r - 1 / x;
  }

  /// E X^a = Γ(c − a)/Γ(c) r^a, E log X = log r − ψ(c), Var log X = ψ'(c).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [c, r] = Of(d);
    const double a = statistic.a, b = statistic.b;
    const double mean = r / (c - 1);  // if c > 1
    switch (statistic.kind) {
      case Statistic::kShift:
        return c > 1 ? Expectation::Of(mean - a) : Expectation::Infinite();
      case Statistic::kSquare:
        if (c <= 2) return Expectation::Infinite();
        return Expectation::Of(mean * (mean / (c - 2)) + Square(mean - a));
      case Statistic::kAbs:
        if (c <= 1) return Expectation::Infinite();
        return a <= 0 ? Expectation::Of(mean - a) : Expectation::Unknown();
      case Statistic::kPower:
        if (c <= a) return Expectation::Infinite();
        return Expectation::Of(
            Exp((LogGammaStep(WayBy(c, -a)) + a * LogRatio(c, 1)) + a * LogQuotient(r, c, b)));
      case Statistic::kLog:
        return Expectation::Of(LogQuotient(r, c, b) + DigammaGap(c));
      case Statistic::kLogSquared:
        return Expectation::Of(Trigamma(c) + Square(LogRatio(r, c) + DigammaGap(c) - a));
      case Statistic::kExp:
        if (a > 0) return Expectation::Infinite();
        return a == 0 ? Expectation::Of(1) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr InverseGamma kInverseGamma("InverseGamma", kParametrizations);

}  // namespace

const Family& InverseGammaFamily() { return kInverseGamma; }

}  // namespace kl
