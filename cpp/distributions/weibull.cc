#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/gamma_bregman.h"

// Weibull(scale s, concentration k): the density (k/s) (x/s)^(k − 1) e^(−(x/s)^k) on x > 0: (X/s)^k is exponential of rate 1.

namespace kl {
namespace {

constexpr double kMaxUlp = 16;

constexpr Parameter kParameters[] = {{"scale", Rule::kPositive},
                                     {"concentration", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Numbers {
  double scale, concentration;
};
Numbers Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// From ratio = 1 to kq/kp.
Way RatioOf(double p_k, double q_k) { return {{1, 0}, {q_k / p_k, 0}, {Ratio(q_k, p_k, p_k), 0}}; }

/// t = log E (X/sq)^kq = kq log(sp/sq) + log Γ(1 + kq/kp), X of P.
///
///   log Γ(2 + h) = B(2 + h; 2) + h ψ(2),  h = kq/kp − 1, B the Bregman divergence of log Γ
Partial LogMoment(const Numbers& p, const Numbers& q) {
  const Way ratio = RatioOf(p.concentration, q.concentration);
  const double h = ratio.by.hi;
  const Partial log = q.concentration * LogRatio(p.scale, q.scale);
  if (Abs(h) > 0.5) return log + LogGamma(1 + ratio.to.hi);
  return log + (1 - kEulerGamma) * h + LogGammaBregman({{2, 0}, {2 + h, 0}, ratio.by});
}

class Weibull final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }

  /// The median, and how far off the quartiles are.
  Bulk BulkOf(const Distribution& d) const override {
    const auto [s, k] = Of(d);
    const double centre = InsidePositive(s * Exp(Log(kLn2) / k));
    return {centre, InsidePositive(k > 1 ? centre / k : centre)};
  }

  double Entropy(const Distribution& d) const override {
    const auto [s, k] = Of(d);
    return 1 + kEulerGamma * Ratio(k, 1, k) + LogRatio(s, k);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [s, k] = Of(d);
    const double constant = LogRatio(k, s);
    for (size_t i = 0; i < n; ++i) {
      if (x[i] > 0 && x[i] <= kMax) {
        const double log = LogRatio(x[i], s);
        out[i] = constant + (k - 1) * log - Exp(k * log);
      } else {
        out[i] = x[i] != 0 || k > 1 ? -kInfinity : k < 1 ? kInfinity : constant;
      }
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [s, k] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      out[i] = InsidePositive(s * Exp(Log(random.Exponential()) / k));
    }
  }

  /// With r = kq/kp: −log r − γ (1 − r) − kq log(sp/sq) + e^t − 1 = [log Γ(r) + γ (r − 1)] + [e^t − 1 − t], both ≥ 0; the
  /// first is the Bregman divergence of log Γ from 1 to r.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const Numbers of_p = Of(p), of_q = Of(q);
    const double t = LogMoment(of_p, of_q).value;
    const double of_ratio = LogGammaBregman(RatioOf(of_p.concentration, of_q.concentration));
    const double of_moment = t < 710 ? ExpExcess(t) : kInfinity;
    // e^t − 1 − t feels what t is off by (e^t − 1) t/(e^t − 1 − t) < 2 + t at most.
    return Found(of_ratio + of_moment, kMaxUlp + 6 * (2 + (t > 0 ? t : 0)), Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const Numbers of_p = Of(p), of_q = Of(q);
    const auto [p_s, p_k] = of_p;
    const auto [q_s, q_k] = of_q;
    const double ratio = q_k / p_k;
    const Partial moment = Partial::OfExponent(LogMoment(of_p, of_q));
    const Partial by_ratio = moment * Digamma(1 + ratio) + DigammaStep(RatioOf(p_k, q_k));
    by_p[0] = moment * q_k / p_s;
    by_p[1] = -by_ratio * ratio / p_k;
    by_q[0] = -moment * q_k / q_s;
    by_q[1] = moment * LogRatio(p_s, q_s) + by_ratio / p_k;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [s, k] = Of(d);
    return {
        LogRatio(k, s), {{{k - 1, {Statistic::kLog, 0, s}}, {-1, {Statistic::kPower, k, s}}}}, 2};
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const auto [s, k] = Of(d);
    if (k == 1 && IsFinite(1 / s)) lifts.push_back({GammaFamily(), {1, 1 / s}});
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [s, k] = Of(d);
    const double log = LogRatio(x, s), excess = Expm1(k * log);
    out[0] = k * excess / s;
    out[1] = 1 / k - log * excess;
  }

  /// E X^a = s^a Γ(1 + a/k), E log X = log s − γ/k, Var log X = π²/(6k²).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [s, k] = Of(d);
    const double a = statistic.a, b = statistic.b, h = 1 / k;
    const double mean = s * Exp(LogGamma(1 + h));
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare: {  // log(E X²/(E X)²): log Γ at 1, 1 + h and 1 + 2h
        if (mean == kInfinity) return Expectation::Unknown();  // too large for a double
        const double spread = LogGammaBregman({{1 + h, 0}, {1 + 2 * h, 0}, {h, 0}}) +
                              LogGammaBregman({{1 + h, 0}, {1, 0}, {-h, 0}});
        return Expectation::Of(mean * (mean * Expm1(spread)) + Square(mean - a));
      }
      case Statistic::kAbs:
        if (a <= 0) return Expectation::Of(mean - a);
        return k == 1 ? Expectation::Of((a - s) + 2 * s * Exp(-a / s)) : Expectation::Unknown();
      case Statistic::kPower:
        if (a <= -k) return Expectation::Infinite();
        return Expectation::Of(Exp(LogGammaStep(WayBy(1, a / k)) + a * LogRatio(s, b)));
      case Statistic::kLog:
        return Expectation::Of(LogRatio(s, b) - kEulerGamma / k);
      case Statistic::kLogSquared:
        return Expectation::Of(Square(kPi / k) / 6 + Square(LogRatio(s, 1) - kEulerGamma / k - a));
      case Statistic::kExp:
        if (a == 0) return Expectation::Of(1);
        if (a > 0 && (k < 1 || (k == 1 && a * s >= 1))) return Expectation::Infinite();
        return k == 1 ? Expectation::Of(Exp(-a * b) / (1 - a * s)) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr Weibull kWeibull("Weibull", kParametrizations);

}  // namespace

const Family& WeibullFamily() { return kWeibull; }

}  // namespace kl
