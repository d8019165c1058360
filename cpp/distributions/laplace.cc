#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"

// Laplace(loc, scale): the density 1/(2b) e^(−|x − μ|/b).

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

constexpr Parameter kParameters[] = {{"loc", Rule::kFinite}, {"scale", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct LocScale {
  double loc, scale;
};
LocScale Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

/// bp/bq (e^−t − 1 + t), t = |μp − μq|/bp: what the distance of the two adds.
double OfDistance(const LocScale& p, const LocScale& q) {
  const double t = Abs(Ratio(p.loc, q.loc, p.scale));
  if (t == kInfinity) return Abs(Ratio(p.loc, q.loc, q.scale));  // beside which bp/bq is nothing
  const double excess = ExpExcess(-t);
  return excess == 0 ? 0 : p.scale / q.scale * excess;
}

class Laplace final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {}; }
  Bulk BulkOf(const Distribution& d) const override { return {Of(d).loc, Of(d).scale}; }
  double Entropy(const Distribution& d) const override {
    return (1 + kLn2) + LogRatio(Of(d).scale, 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, scale] = Of(d);
    const double constant = Constant(d);
    for (size_t i = 0; i < n; ++i) out[i] = constant - Abs(Ratio(x[i], loc, scale));
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      const double distance = scale * random.Exponential();
      out[i] = random.Uniform() < 0.5 ? loc - distance : loc + distance;
    }
  }

  /// −log s + δ/bq + s e^(−δ/bp) − 1 = (s − 1 − log s) + s (e^−t − 1 + t),  s = bp/bq, δ = |μp − μq|, t = δ/bp.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return Found(PhiOver(Of(q).scale, Of(p).scale) + OfDistance(Of(p), Of(q)), kMaxUlp,
                 Method::kClosedForm);
  }

  /// By p's scale, s (1 + t) e^−t − 1 over it = (s − 1) − s e^−t (e^t − 1 − t).
  bool Gradient(const Distribution& p, const Distribution& q, std::span<double> by_p,
                std::span<double> by_q) const override {
    const double p_scale = Of(p).scale, q_scale = Of(q).scale, s = p_scale / q_scale;
    const double signed_t = Ratio(Of(p).loc, Of(q).loc, p_scale), t = Abs(signed_t);
    const double slope = -Expm1(-t) / q_scale, power = Exp(-t);
    const double by_log_scale = t < 1 ? Ratio(p_scale, q_scale, q_scale) - s * power * ExpExcess(t)
                                      : (power > 0 ? s * (1 + t) * power : 0) - 1;
    by_p[0] = signed_t < 0 ? -slope : slope;
    by_p[1] = by_log_scale / p_scale;
    by_q[0] = -by_p[0];
    by_q[1] = (Ratio(q_scale, p_scale, q_scale) - OfDistance(Of(p), Of(q))) / q_scale;
    return true;
  }

  void AddBreaks(const Distribution& d, std::vector<double>& breaks) const override {
    breaks.push_back(Of(d).loc);
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    return {Constant(d), {{{-1 / Of(d).scale, {Statistic::kAbs, Of(d).loc}}}}, 1};
  }

  /// Var X = 2b², E|X − a| = |μ − a| + b e^(−|μ − a|/b), E e^(aX) = e^(aμ)/(1 − a²b²).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [loc, scale] = Of(d);
    const double a = statistic.a, b = statistic.b, shift = loc - a;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(shift);
      case Statistic::kSquare:
        return Expectation::Of(2 * Square(scale) + Square(shift));
      case Statistic::kAbs:
        return Expectation::Of(Abs(shift) + scale * Exp(-Abs(shift) / scale));
      case Statistic::kExp: {
        // Not a·b ≥ 1: a, the rounded reciprocal of another scale, reaches 1/b wherever that scale is no larger than b.
        if (Abs(a) >= 1 / scale) return Expectation::Infinite();
        const DoubleDouble product = Product(Abs(a), scale);
        const double rest = (1 - product.hi) - product.lo;
        return Expectation::Of(Exp(a * (loc - b)) / (rest * (1 + product.hi)));
      }
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, scale] = Of(d);
    const double z = Ratio(x, loc, scale);
    out[0] = z == 0 ? 0 : z < 0 ? -1 / scale : 1 / scale;
    out[1] = (Abs(z) - 1) / scale;
  }

 private:
  static double Constant(const Distribution& d) { return -kLn2 - LogRatio(Of(d).scale, 1); }
};

constexpr Laplace kLaplace("Laplace", kParametrizations);

}  // namespace

const Family& LaplaceFamily() { return kLaplace; }

}  // namespace kl
