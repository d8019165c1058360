#include "special/gamma.h"

#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/gamma_bregman.h"
#include "special/products.h"
#include "special/wide.h"

// Gamma(concentration c, rate r): the density r^c/Γ(c) x^(c − 1) e^(−r x) on x > 0.
//
//   log density = −r(c) − log x − φ(c, r x),  r(c) = log Γ(c) − c log c + c

namespace kl {
namespace {

constexpr double kMaxUlp = 96;

constexpr Parameter kParameters[] = {{"concentration", Rule::kPositive}, {"rate", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Numbers {
  double concentration, rate;
};
Numbers Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

class Gamma final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }
  Bulk BulkOf(const Distribution& d) const override {
    const auto [c, r] = Of(d);
    return {InsidePositive(c / r), InsidePositive(Sqrt(c) / r)};
  }

  double Entropy(const Distribution& d) const override {
    const auto [c, r] = Of(d);
    return StirlingRemainder(c) + LogRatio(c, r) + (c - 1) * DigammaGap(c);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [c, r] = Of(d);
    const double constant = -StirlingRemainder(c);
    for (size_t i = 0; i < n; ++i) {
      if (x[i] > 0 && x[i] <= kMax) {
        out[i] = constant - LogRatio(x[i], 1) - PhiOfProducts(c, r, x[i], 1);
      } else {
        out[i] = x[i] != 0 || c > 1 ? -kInfinity : c < 1 ? kInfinity : LogRatio(r, 1);
      }
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [c, r] = Of(d);
    const double log_rate = LogRatio(r, 1);
    for (size_t i = 0; i < n; ++i) {
      out[i] = InsidePositive(c < 1 ? Exp(random.LogGamma(c) - log_rate) : random.Gamma(c) / r);
    }
  }

  /// The Bregman divergence of log Γ, less φ(cq, cp), which goes with the rates: φ(cq, cp rq/rp).
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const auto [p_c, p_r] = Of(p);
    const auto [q_c, q_r] = Of(q);
    return Found(StirlingBregman(WayOf(p_c, q_c)) + PhiOfProducts(q_c, p_c, q_r, p_r), kMaxUlp,
                 Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [p_c, p_r] = Of(p);
    const auto [q_c, q_r] = Of(q);
    const double excess = Over(WideProduct(q_c, p_r) - WideProduct(p_c, q_r), p_c, p_r);
    by_p[0] = p_c == q_c ? Partial(-excess) : Partial((p_c - q_c) * TrigammaGap(p_c)) - excess;
    by_p[1] = excess * p_c / p_r;
    by_q[0] = Partial(DigammaStep(WayOf(p_c, q_c))) - LogRatio(q_r, p_r);
    by_q[1] = -excess * p_c / q_r;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [c, r] = Of(d);
    if (!IsNormal(c / r)) {
      return {c * LogRatio(r, 1) - LogGamma(c),
              {{{c - 1, {Statistic::kLog}}, {-r, {Statistic::kShift}}}},
              2};
    }
    return {-StirlingRemainder(c) - LogRatio(c, r),
            {{{c - 1, {Statistic::kLog, 0, c / r}}, {-r, {Statistic::kShift, c / r}}}},
            2};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const auto [c, r] = Of(d);
    if (c == 1 && IsFinite(1 / r)) lifts.push_back({WeibullFamily(), {1 / r, 1}});
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [c, r] = Of(d);
    out[0] = DigammaGap(c) - LogQuotient(c, r, x);
    out[1] = c / r - x;
  }

  /// E X^a = Γ(c + a)/Γ(c) r^−a, E log X = ψ(c) − log r, Var log X = ψ'(c), E e^(aX) = (1 − a/r)^−c.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [c, r] = Of(d);
    const double mean = c / r, a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(mean / r + Square(mean - a));
      case Statistic::kAbs:
        return a <= 0 ? Expectation::Of(mean - a) : Expectation::Unknown();
      case Statistic::kPower:
        if (c + a <= 0) return Expectation::Infinite();
        return Expectation::Of(
            Exp((LogGammaStep(WayBy(c, a)) - a * LogRatio(c, 1)) + a * LogQuotient(c, r, b)));
      case Statistic::kLog:
        return Expectation::Of(LogQuotient(c, r, b) - DigammaGap(c));
      case Statistic::kLogSquared:
        return Expectation::Of(Trigamma(c) + Square(LogRatio(c, r) - DigammaGap(c) - a));
      case Statistic::kExp:
        if (a == 0) return Expectation::Of(1);
        if (a >= r) return Expectation::Infinite();
        return Expectation::Of(Exp(Abs(a) <= r / 2 ? a * (mean - b) + c * LogExcess(-a / r)
                                                   : -a * b - c * Log1p(-a / r)));
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr Gamma kGamma("Gamma", kParametrizations);

}  // namespace

const Family& GammaFamily() { return kGamma; }

}  // namespace kl
