#include "distributions/cauchy.h"

#include "distributions/families.h"
#include "distributions/location_scale.h"
#include "distributions/random.h"
#include "special/elementary.h"
#include "special/log_one_plus_square.h"
#include "special/wide.h"

// Cauchy(loc, scale): the density 1/(π scale (1 + z²)), z = (x − loc)/scale.

namespace kl {

Finding CauchyDivergence(const CauchyParameters& p, const CauchyParameters& q) {
  constexpr double kOneIsNothing = 0x1p60;
  const auto product = [&](double a, double b) {
    return Ratio(a, b, p.scale) / 2 * (Ratio(a, b, q.scale) / 2);
  };
  const double sum = product(p.scale, q.scale) + product(p.loc, q.loc);
  if (sum < kOneIsNothing) return Found(Log1p(sum), kCauchyMaxUlp, Method::kClosedForm);
  // The same of a quarter of everything, whose square may overflow.
  const double x = Abs(p.scale / 4 - q.scale / 4), y = Abs(p.loc / 4 - q.loc / 4);
  const double larger = x > y ? x : y, smaller = x > y ? y : x;
  const double size = larger * Sqrt(1 + Square(smaller / larger));
  return Found(LogRatio(size, p.scale) + LogRatio(size, q.scale) + 2 * kLn2, kCauchyMaxUlp,
               Method::kClosedForm);
}

Expectation MeanLogOnePlusSquare(const CauchyParameters& p, double loc, double scale) {
  const double sum = p.scale + scale, r = p.scale / scale;
  if (!IsFinite(sum)) return Expectation::Unknown();
  const double of_scales = IsFinite(r) ? Log1p(r) : LogRatio(sum, scale);
  return Expectation::Of(2 * of_scales + LogOnePlusSquare(p.loc, loc, sum));
}

namespace {

constexpr double kLogPi = 0x1.250d048e7a1bdp+0, kLog4Pi = 0x1.43f89a3f0edd6p+1;

CauchyParameters Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

class Cauchy final : public LocationScale {
 public:
  using LocationScale::LocationScale;

  double Entropy(const Distribution& d) const override {
    return kLog4Pi + LogRatio(Of(d).scale, 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, scale] = Of(d);
    const double constant = -kLogPi - LogRatio(scale, 1);
    for (size_t i = 0; i < n; ++i) out[i] = constant - LogOnePlusSquare(x[i], loc, scale);
  }

  /// The slope of a point in the disc.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      double u, v;
      do {
        u = random.Uniform();
        v = 2 * random.Uniform() - 1;
      } while (u * u + v * v > 1);
      out[i] = loc + scale * (v / u);
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return CauchyDivergence(Of(p), Of(q));
  }
  std::optional<double> Asymmetry(const Distribution&, const Distribution&) const override {
    return 0;
  }

  /// With s = γp + γq: 2Δ/(s² + Δ²), and by γp (s (γp − γq) − Δ²)/(γp (s² + Δ²)).
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double p_scale = Of(p).scale, q_scale = Of(q).scale;
    const double s = p_scale + q_scale, by = Of(p).loc - Of(q).loc,
                 size = s > Abs(by) ? s : Abs(by);
    const double s_part = s / size, by_part = by / size;
    const double squares = Square(s_part) + Square(by_part);
    const Wide of_scales = WideProduct(TwoSum(p_scale, q_scale), TwoSum(p_scale, -q_scale));
    const DoubleDouble distance = TwoSum(Of(p).loc, -Of(q).loc);
    const Wide square = WideProduct(distance, distance);
    by_p[0] = 2 * by_part / squares / size;
    by_p[1] = Over(of_scales - square, size, size) / squares / p_scale;
    by_q[0] = -by_p[0];
    by_q[1] = -(Over(of_scales + square, size, size) / squares / q_scale);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [loc, scale] = Of(d);
    return {-kLogPi - LogRatio(scale, 1), {{{-1, {Statistic::kLogOnePlusSquare, loc, scale}}}}, 1};
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    switch (statistic.kind) {
      case Statistic::kShift:  // neither half of the integral converges
      case Statistic::kSquare:
      case Statistic::kAbs:
        return Expectation::Infinite();
      case Statistic::kExp:
        return statistic.a == 0 ? Expectation::Of(1) : Expectation::Infinite();
      case Statistic::kLogOnePlusSquare:
        return MeanLogOnePlusSquare(Of(d), statistic.a, statistic.b);
      default:
        return Expectation::Unknown();
    }
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    lifts.push_back({StudentTFamily(), {1, Of(d).loc, Of(d).scale}});
  }

  /// ∂/∂loc = 2z/((1 + z²) scale), ∂/∂scale = (z² − 1)/((1 + z²) scale).
  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, scale] = Of(d);
    const double z = Ratio(x, loc, scale);
    if (Abs(z) > 1) {
      const double inverse = 1 / z, squares = 1 + inverse * inverse;
      out[0] = 2 * inverse / squares / scale;
      out[1] = (1 - inverse) * (1 + inverse) / squares / scale;
      return;
    }
    out[0] = 2 * z / (1 + z * z) / scale;
    out[1] = (z - 1) * (z + 1) / (1 + z * z) / scale;
  }
};

constexpr Cauchy kCauchy("Cauchy");

}  // namespace

const Family& CauchyFamily() { return kCauchy; }

}  // namespace kl
