#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/gamma_bregman.h"

// Kumaraswamy(concentration1 a, concentration0 b): the density a b x^(a − 1) (1 − x^a)^(b − 1) on 0 < x < 1:
// −log(1 − X^a) is exponential of rate b.

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

constexpr Parameter kParameters[] = {{"concentration1", Rule::kPositive},
                                     {"concentration0", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Numbers {
  double a, b;
};
Numbers Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// log(1 − e^x) for x < 0.
double Log1mExp(double x) { return x < -kLn2 ? Log1p(-Exp(x)) : Log(-Expm1(x)); }

double Quantile(double log_of_rest, const Numbers& of) {
  return InsideUnit(Exp(Log1mExp(log_of_rest / of.b) / of.a));
}

class Kumaraswamy final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, 1}; }

  /// The median, and the distance of the quartiles.
  Bulk BulkOf(const Distribution& d) const override {
    const double low = Quantile(Log(0.75), Of(d)), high = Quantile(-2 * kLn2, Of(d));
    return {Quantile(-kLn2, Of(d)), InsideUnit(high - low)};
  }

  double Entropy(const Distribution& d) const override {
    const auto [a, b] = Of(d);
    return (1 - 1 / b) + (1 - 1 / a) * DigammaStep(WayBy(1, b)) - LogRatio(a, 1) - LogRatio(b, 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [a, b] = Of(d);
    const double constant = LogRatio(a, 1) + LogRatio(b, 1);
    for (size_t i = 0; i < n; ++i) {
      if (x[i] > 0 && x[i] < 1) {
        const double log = LogRatio(x[i], 1);
        out[i] = constant + (a - 1) * log + (b - 1) * Log1mExp(a * log);
      } else {
        const double exponent = x[i] == 0 ? a : x[i] == 1 ? b : 2;
        out[i] = exponent > 1 ? -kInfinity : exponent < 1 ? kInfinity : constant;
      }
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    for (size_t i = 0; i < n; ++i) out[i] = Quantile(-random.Exponential(), Of(d));
  }

  /// φ(bp, bq)/bp where ap = aq; else there is no elementary form.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    if (Of(p).a != Of(q).a) return std::nullopt;
    return Found(PhiOver(Of(p).b, Of(q).b), kMaxUlp, Method::kClosedForm);
  }

  /// By aq, at aq = ap: (bp − bq)/a · (ψ(bp + 1) − ψ(2))/(bp − 1); by ap the opposite, since only aq/ap matters.
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [a, p_b] = Of(p);
    const double q_b = Of(q).b;
    if (a != Of(q).a) return false;
    const double slope = p_b == 1 ? Trigamma(2) : DigammaStep(WayOf(2, p_b + 1)) / (p_b - 1);
    by_q[0] = (p_b - q_b) / a * slope;
    by_p[0] = -by_q[0];
    by_p[1] = Ratio(p_b, q_b, p_b) / p_b;
    by_q[1] = Ratio(q_b, p_b, q_b) / p_b;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [a, b] = Of(d);
    return {LogRatio(a, 1) + LogRatio(b, 1),
            {{{a - 1, {Statistic::kLog}}, {b - 1, {Statistic::kLog1mPower, a}}}},
            2};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const auto [a, b] = Of(d);
    if (a == 1 || b == 1) lifts.push_back({BetaFamily(), {a, b}});
  }

  /// With log((1 − x^ap)/(1 − x^aq)) = log(1 + x^aq (1 − x^(ap − aq))/(1 − x^aq)).
  double LogRatioAt(const Distribution& p, const Distribution& q, double x) const override {
    const auto [p_a, p_b] = Of(p);
    const auto [q_a, q_b] = Of(q);
    const double log = LogRatio(x, 1), rest = Log1mExp(p_a * log);
    const double of_rests = Abs(p_a - q_a) <= q_a / 4
                                ? Log1p(-Expm1((p_a - q_a) * log) / Expm1(-q_a * log))
                                : rest - Log1mExp(q_a * log);
    return LogRatio(p_a, q_a) + LogRatio(p_b, q_b) + (p_a - q_a) * log + (p_b - q_b) * rest +
           (q_b - 1) * of_rests;
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [a, b] = Of(d);
    const double log = LogRatio(x, 1);
    out[0] = 1 / a + log - (b - 1) * (log / Expm1(-a * log));
    out[1] = 1 / b + Log1mExp(a * log);
  }

  /// E X^t = Γ(1 + t/a) Γ(1 + b)/Γ(1 + b + t/a), E log X = (ψ(1) − ψ(1 + b))/a, E log(1 − X^a) = −1/b.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [a, b] = Of(d);
    const double t = statistic.kind == Statistic::kLog1m ? 1 : statistic.a, h = 1 / a;
    const auto log_moment = [b = b](double step) {
      return Abs(step) <= 1 + b ? LogGammaStep(WayBy(1, step)) - LogGammaStep(WayBy(1 + b, step))
                                : LogBeta(1 + step, b) + LogRatio(b, 1);
    };
    const double mean = Exp(log_moment(h)), log_mean = -DigammaStep(WayBy(1, b)) / a;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - t);
      case Statistic::kSquare: {  // log(E X²/(E X)²): log B at 1, 1 + h and 1 + 2h
        const double spread = LogBetaBregman({{1 + h, 0}, {1 + 2 * h, 0}, {h, 0}}, WayOf(b, b)) +
                              LogBetaBregman({{1 + h, 0}, {1, 0}, {-h, 0}}, WayOf(b, b));
        const double variance =
            spread < 1 ? mean * mean * Expm1(spread) : Exp(log_moment(2 * h)) - Square(mean);
        return Expectation::Of(variance + Square(mean - t));
      }
      case Statistic::kAbs:  // outside the support the sign never changes
        return t <= 0 || t >= 1 ? Expectation::Of(Abs(mean - t)) : Expectation::Unknown();
      case Statistic::kPower:
        if (t <= -a) return Expectation::Infinite();
        return Expectation::Of(Exp(log_moment(t / a) - t * LogRatio(statistic.b, 1)));
      case Statistic::kLog:
        return Expectation::Of(log_mean - LogRatio(statistic.b, 1));
      case Statistic::kLogSquared:
        return Expectation::Of(TrigammaFall(WayBy(1, b)) / a / a + Square(log_mean - t));
      case Statistic::kLog1m:
      case Statistic::kLog1mPower:  // Σ 1/(m (1 + m t/a)) for b = 1
        if (t == a) return Expectation::Of(-1 / b);
        return b == 1 ? Expectation::Of(-DigammaStep(WayBy(1, a / t))) : Expectation::Unknown();
      case Statistic::kExp:
        return t == 0 ? Expectation::Of(1) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr Kumaraswamy kKumaraswamy("Kumaraswamy", kParametrizations);

}  // namespace

const Family& KumaraswamyFamily() { return kKumaraswamy; }

}  // namespace kl
