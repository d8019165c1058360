#include "distributions/count_draws.h"
#include "distributions/count_masses.h"
#include "distributions/families.h"
#include "distributions/summation.h"
#include "special/elementary.h"
#include "special/twice.h"

// Poisson(rate): the mass rate^k e^−rate/k! on k = 0, 1, 2 …; rate 0 is the point 0.

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

constexpr Parameter kParameters[] = {{"rate", Rule::kNonNegative}};
constexpr Parametrization kParametrizations[] = {kParameters};

/// From here on, entropy is ½ log(2πe λ) − 1/(12λ) − 1/(24λ²) − O(λ⁻³).
constexpr double kLargeRate = 1e6;

class Poisson final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override {
    return {0, Rate(d) == 0 ? 0 : kInfinity, true};
  }
  Bulk BulkOf(const Distribution& d) const override {
    return {__builtin_floor(Rate(d)), Sqrt(Rate(d)) + 1};
  }

  double Entropy(const Distribution& d) const override {
    const double rate = Rate(d);
    if (rate < kLargeRate) return SummedEntropy(*this, d);
    return kHalfLog2PiE + Log(rate) / 2 - (1 + 0.5 / rate) / (12 * rate);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    for (size_t i = 0; i < n; ++i) out[i] = LogPoissonMass(Rate(d), x[i]);
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    for (size_t i = 0; i < n; ++i) out[i] = DrawPoisson(random, Rate(d));
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    if (Rate(q) == 0 && Rate(p) > 0) return std::nullopt;  // infinite by the supports
    return Found(Phi(Rate(p), Rate(q)), kMaxUlp, Method::kClosedForm);
  }

  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    return PhiDifference({Rate(p), 0}, {Rate(q), 0});
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double of_p = Rate(p), of_q = Rate(q);
    by_p[0] = of_q == 0 ? kInfinity : of_p == 0 ? -kInfinity : LogRatio(of_p, of_q);
    by_q[0] = of_p == 0 ? 1 : Ratio(of_q, of_p, of_q);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    if (Rate(d) == 0) return LogDensityTerms::None();
    return {-Rate(d),
            {{{LogRatio(Rate(d), 1), {Statistic::kShift, 0}}, {-1, {Statistic::kLogFactorial}}}},
            2};
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    out[0] = x == 0 ? -1 : Ratio(x, Rate(d), Rate(d));
  }

  /// E e^(aX) = e^(rate (e^a − 1)).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const double rate = Rate(d), a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(rate - a);
      case Statistic::kSquare:
        return Expectation::Of(rate + Square(rate - a));
      case Statistic::kAbs:
        return a <= 0 ? Expectation::Of(rate - a) : Expectation::Unknown();
      case Statistic::kExp:
        return Expectation::Of(Exp(rate * Expm1(a) - a * b));
      default:
        return rate == 0 && statistic.kind == Statistic::kLogFactorial ? Expectation::Of(0)
                                                                       : Expectation::Unknown();
    }
  }

 private:
  static double Rate(const Distribution& d) { return d.numbers[0]; }
};

constexpr Poisson kPoisson("Poisson", kParametrizations);

}  // namespace

const Family& PoissonFamily() { return kPoisson; }

}  // namespace kl
