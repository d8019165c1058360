#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"

// Pareto(scale s, alpha): the density alpha s^alpha x^(−alpha − 1) on x ≥ s.

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

constexpr Parameter kParameters[] = {{"scale", Rule::kPositive}, {"alpha", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Numbers {
  double scale, alpha;
};
Numbers Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

class Pareto final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override { return {Of(d).scale, kInfinity}; }

  /// The median, and how far it is from the scale.
  Bulk BulkOf(const Distribution& d) const override {
    const auto [s, alpha] = Of(d);
    const double width = s * Expm1(kLn2 / alpha);
    return {InsidePositive(s + width), InsidePositive(width)};
  }

  double Entropy(const Distribution& d) const override {
    const auto [s, alpha] = Of(d);
    return LogRatio(s, alpha) + 1 / alpha + 1;
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [s, alpha] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      out[i] = x[i] >= s && x[i] <= kMax ? LogRatio(alpha, x[i]) - alpha * LogRatio(x[i], s)
                                         : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [s, alpha] = Of(d);
    for (size_t i = 0; i < n; ++i) out[i] = InsidePositive(s * Exp(random.Exponential() / alpha));
  }

  /// αq log(sp/sq) + φ(αp, αq)/αp.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const auto [p_s, p_alpha] = Of(p);
    const auto [q_s, q_alpha] = Of(q);
    if (p_s < q_s) {
      return Finding{kInfinity, 0, Method::kInfinite, Reason::kSupport, kNoIndex};
    }
    return Found(q_alpha * LogRatio(p_s, q_s) + PhiOver(p_alpha, q_alpha), kMaxUlp,
                 Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [p_s, p_alpha] = Of(p);
    const auto [q_s, q_alpha] = Of(q);
    by_p[0] = q_alpha / p_s;
    by_p[1] = Ratio(p_alpha, q_alpha, p_alpha) / p_alpha;
    by_q[0] = -q_alpha / q_s;
    by_q[1] = Partial(LogRatio(p_s, q_s)) + Ratio(q_alpha, p_alpha, q_alpha) / p_alpha;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [s, alpha] = Of(d);
    return {LogRatio(alpha, s), {{{-alpha - 1, {Statistic::kLog, 0, s}}}}, 1};
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [s, alpha] = Of(d);
    out[0] = alpha / s;
    out[1] = 1 / alpha - LogRatio(x, s);
  }

  /// E X^a = alpha s^a/(alpha − a); log(X/s) is exponential of rate alpha.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [s, alpha] = Of(d);
    const double a = statistic.a, b = statistic.b;
    const double excess = s / (alpha - 1);  // of the mean over the scale, if alpha > 1
    switch (statistic.kind) {
      case Statistic::kShift:
        return alpha > 1 ? Expectation::Of((s - a) + excess) : Expectation::Infinite();
      case Statistic::kSquare:
        if (alpha <= 2) return Expectation::Infinite();
        return Expectation::Of(excess * (excess * (alpha / (alpha - 2))) +
                               Square((s - a) + excess));
      case Statistic::kAbs:  // up to the scale the sign never changes
        if (alpha <= 1) return Expectation::Infinite();
        if (a <= s) return Expectation::Of((s - a) + excess);
        return Expectation::Of((a - s) - excess + 2 * excess * Exp((1 - alpha) * LogRatio(a, s)));
      case Statistic::kPower:
        if (a >= alpha) return Expectation::Infinite();
        return Expectation::Of(Exp(a * LogRatio(s, b)) * (alpha / (alpha - a)));
      case Statistic::kLog:
        return Expectation::Of(LogRatio(s, b) + 1 / alpha);
      case Statistic::kLogSquared:
        return Expectation::Of(Square(1 / alpha) + Square(LogRatio(s, 1) + 1 / alpha - a));
      case Statistic::kExp:
        if (a > 0) return Expectation::Infinite();
        return a == 0 ? Expectation::Of(1) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr Pareto kPareto("Pareto", kParametrizations);

}  // namespace

const Family& ParetoFamily() { return kPareto; }

}  // namespace kl
