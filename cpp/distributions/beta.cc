#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/gamma.h"
#include "special/gamma_bregman.h"
#include "special/products.h"
#include "special/wide.h"

// Beta(concentration1 a, concentration0 b): the density x^(a − 1) (1 − x)^(b − 1)/B(a, b) on 0 < x < 1.
//
//   log density = −[r(a) + r(b) − r(s)] − log x − log(1 − x) − φ(a, s x) − φ(b, s (1 − x)),
//   s = a + b, r(c) = log Γ(c) − c log c + c

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"concentration1", Rule::kPositive},
                                     {"concentration0", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Numbers {
  double a, b;
};
Numbers Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// The density at an end of the support, `near` the parameter of that end: other · x^(near − 1).
double LogDensityAtEnd(double near, double other) {
  return near > 1 ? -kInfinity : near < 1 ? kInfinity : LogRatio(other, 1);
}

class Beta final : public Univariate {
 public:
  using Univariate::Univariate;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (const Problem problem = Family::Check(d, argument)) return problem;
    const auto [a, b] = Of(d);
    if (IsFinite(a + b)) return {};
    return {Status::kParameterTooLarge, argument, a > b ? 0 : 1, a > b ? a : b};
  }

  Support SupportOf(const Distribution&) const override { return {0, 1}; }
  Bulk BulkOf(const Distribution& d) const override {
    const auto [a, b] = Of(d);
    return {InsideUnit(a / (a + b)), InsideUnit(Sqrt(Variance(a, b)))};
  }

  /// With g(c) = log c − ψ(c): E log X = log(a/s) − g(a) + g(s), E φ(a, s X) = a (g(a) − g(s)).
  double Entropy(const Distribution& d) const override {
    const auto [a, b] = Of(d);
    const double s = a + b, gap = DigammaGap(s);
    if (gap == kInfinity) return -kInfinity;  // like −1/a
    return BetaRemainder(a, b) + LogRatio(a, s) + LogRatio(b, s) + (a - 1) * (DigammaGap(a) - gap) +
           (b - 1) * (DigammaGap(b) - gap);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [a, b] = Of(d);
    const double s = a + b, constant = -BetaRemainder(a, b);
    for (size_t i = 0; i < n; ++i) {
      const auto [y, y_low] = TwoSum(1.0, -x[i]);
      if (x[i] > 0 && y > 0) {
        out[i] = constant - LogRatio(x[i], 1) - Log1p(-x[i]) - PhiOfProducts(a, s, x[i], 1) -
                 (PhiOfProducts(b, s, y, 1) - y_low * (b / y - s));
      } else {
        out[i] = x[i] == 0 ? LogDensityAtEnd(a, b) : y == 0 ? LogDensityAtEnd(b, a) : -kInfinity;
      }
    }
  }

  /// X = Y/(Y + Z) of gamma draws, by their logarithms, which do not underflow.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [a, b] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      const double of_a = random.LogGamma(a), of_b = random.LogGamma(b);
      const bool is_lost = of_a == -kInfinity && of_b == -kInfinity;  // then X is 0 or 1, nearly
      out[i] =
          InsideUnit(is_lost ? (random.Uniform() < a / (a + b) ? 1 : 0) : Logistic(of_a - of_b));
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const auto [p_a, p_b] = Of(p);
    const auto [q_a, q_b] = Of(q);
    return Found(LogBetaBregman(WayOf(p_a, q_a), WayOf(p_b, q_b)), kLogBetaBregmanMaxUlp,
                 Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [p_a, p_b] = Of(p);
    const auto [q_a, q_b] = Of(q);
    const Way a = WayOf(p_a, q_a), b = WayOf(p_b, q_b), s = Add(a, b);
    const double curve = Trigamma(Value(s.from)), slope = DigammaStep(s);
    const double step_a = a.by.hi, step_b = b.by.hi;
    by_p[0] = Partial::OfSum(WideProduct(step_b, curve),
                             WideProduct(-step_a, TrigammaFall(WayBy(p_a, p_b))));
    by_p[1] = Partial::OfSum(WideProduct(step_a, curve),
                             WideProduct(-step_b, TrigammaFall(WayBy(p_b, p_a))));
    by_q[0] = Partial(DigammaStep(a)) - slope;
    by_q[1] = Partial(DigammaStep(b)) - slope;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [a, b] = Of(d);
    const double s = a + b, mean = a / s;
    if (mean < 0x1p-1000) {
      return {-LogBeta(a, b), {{{a - 1, {Statistic::kLog}}, {b - 1, {Statistic::kLog1m}}}}, 2};
    }
    return {-BetaRemainder(a, b) - LogRatio(a, s) - b * LogRatio(b, s),
            {{{a - 1, {Statistic::kLog, 0, mean}}, {b - 1, {Statistic::kLog1m}}}},
            2};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const auto [a, b] = Of(d);
    if (a == 1 || b == 1) lifts.push_back({KumaraswamyFamily(), {a, b}});
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [a, b] = Of(d);
    out[0] = LogRatio(x, 1) + DigammaStep(WayBy(a, b));
    out[1] = Log1p(-x) + DigammaStep(WayBy(b, a));
  }

  /// E X^t = B(a + t, b)/B(a, b), E log X = ψ(a) − ψ(a + b), Var log X = ψ'(a) − ψ'(a + b).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [a, b] = Of(d);
    const double s = a + b, t = statistic.a;
    const double shift = t > 0.5 ? (1 - t) - b / s : a / s - t;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(shift);
      case Statistic::kSquare:
        return Expectation::Of(Variance(a, b) + Square(shift));
      case Statistic::kAbs:  // outside the support the sign never changes
        return t <= 0 || t >= 1 ? Expectation::Of(Abs(shift)) : Expectation::Unknown();
      case Statistic::kPower:
        if (a + t <= 0) return Expectation::Infinite();
        return Expectation::Of(
            Exp((Abs(t) <= s ? LogGammaStep(WayBy(a, t)) - LogGammaStep(WayBy(s, t))
                             : LogBeta(a + t, b) - LogBeta(a, b)) -
                t * LogRatio(statistic.b, 1)));
      case Statistic::kLog:
        return Expectation::Of(-DigammaStep(WayBy(a, b)) - LogRatio(statistic.b, 1));
      case Statistic::kLogSquared:
        return Expectation::Of(TrigammaFall(WayBy(a, b)) + Square(DigammaStep(WayBy(a, b)) + t));
      case Statistic::kLog1m:
        return Expectation::Of(-DigammaStep(WayBy(b, a)));
      case Statistic::kLog1mPower:  // Σ 1/(m (1 + m t/a)) for b = 1
        if (t == 1) return Expectation::Of(-DigammaStep(WayBy(b, a)));
        return b == 1 ? Expectation::Of(-DigammaStep(WayBy(1, a / t))) : Expectation::Unknown();
      case Statistic::kExp:
        return t == 0 ? Expectation::Of(1) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }

 private:
  static double Variance(double a, double b) {
    const double s = a + b;
    return (a / s) * (b / s) / (s + 1);
  }
};

constexpr Beta kBeta("Beta", kParametrizations);

}  // namespace

const Family& BetaFamily() { return kBeta; }

}  // namespace kl
