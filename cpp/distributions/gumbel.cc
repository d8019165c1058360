#include "distributions/families.h"
#include "distributions/location_scale.h"
#include "distributions/random.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/gamma_bregman.h"

// Gumbel(loc, scale): the density 1/β e^(−z − e^−z), z = (x − μ)/β.

namespace kl {
namespace {

constexpr double kMaxUlp = 16;

/// log Γ(1 + r), r = a/b: relatively right about r = 0 and 1, where it is 0.
double LogGammaOfRatio(double a, double b) {
  const double r = a / b, excess = Ratio(a, b, b);
  if (r < 0.5) return LogGammaStep(WayBy(1, r));
  return excess <= 0.5 ? LogGammaStep(WayBy(2, excess)) : LogGamma(1 + r);
}

class Gumbel final : public LocationScale {
 public:
  using LocationScale::LocationScale;

  double Entropy(const Distribution& d) const override {
    return (1 + kEulerGamma) + LogRatio(LocScaleOf(d).scale, 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double constant = -LogRatio(scale, 1);
    for (size_t i = 0; i < n; ++i) {
      const double z = Ratio(x[i], loc, scale), power = Exp(-z);
      out[i] = power == kInfinity ? -kInfinity : constant - (z + power);
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = LocScaleOf(d);
    for (size_t i = 0; i < n; ++i) out[i] = loc - scale * Log(random.Exponential());
  }

  /// With r = βp/βq, d = (μp − μq)/βq, L = log Γ(1 + r):
  ///
  ///   −log r + γ (r − 1) + d + e^(L − d) − 1 = [log Γ(r) + γ (r − 1)] + [e^(L − d) − 1 − (L − d)],  both ≥ 0;
  ///
  /// the first is the Bregman divergence of log Γ from 1 to r.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const double p_scale = LocScaleOf(p).scale, q_scale = LocScaleOf(q).scale;
    const double log = LogGammaOfRatio(p_scale, q_scale), excess = Ratio(p_scale, q_scale, q_scale);
    const double of_scales = excess >= -0.5
                                 ? LogGammaBregman(WayBy(1, excess))
                                 : log - LogRatio(p_scale, q_scale) + kEulerGamma * excess;
    if (!IsFinite(of_scales)) return Found(kInfinity, 0, Method::kClosedForm);
    const double distance = Ratio(LocScaleOf(p).loc, LocScaleOf(q).loc, q_scale),
                 exponent = log - distance;
    const double value = of_scales + ExpExcess(exponent);
    // The exponent's own error, 6 units in the last place of its parts, times the slope of the exponential's excess.
    const double exponents = 6 / kMaxUlp * Abs(Expm1(exponent)) * (Abs(log) + Abs(distance));
    return FoundSigned(value, value + exponents, kMaxUlp, Method::kClosedForm);
  }

  /// With u = L − d: ∂D/∂d = 1 − e^u, r ∂D/∂r = r [ψ(r) + γ + (e^u − 1) ψ(1 + r)] = r [e^u ψ(1 + r) + γ] − 1, the former
  /// about r = 1.
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double p_scale = LocScaleOf(p).scale, q_scale = LocScaleOf(q).scale,
                 r = p_scale / q_scale;
    const double excess = Ratio(p_scale, q_scale, q_scale);
    const double distance = Ratio(LocScaleOf(p).loc, LocScaleOf(q).loc, q_scale);
    const Partial growth =
        Partial::OfExponent(Partial(LogGammaOfRatio(p_scale, q_scale)) - distance);
    const double psi = Digamma(1 + r);
    const Partial by_log_ratio = excess >= -0.5 ? r * (DigammaStep(WayBy(1, excess)) + growth * psi)
                                                : r * (psi * (1 + growth) + kEulerGamma) - 1;
    by_p[0] = -growth / q_scale;
    by_p[1] = by_log_ratio / p_scale;
    by_q[0] = growth / q_scale;
    by_q[1] = (distance * growth - by_log_ratio) / q_scale;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [loc, scale] = LocScaleOf(d);
    return {-LogRatio(scale, 1),
            {{{-1 / scale, {Statistic::kShift, loc}}, {-1, {Statistic::kExp, -1 / scale, loc}}}},
            2};
  }

  /// E X = μ + γβ, Var X = π²β²/6, E e^(aX) = e^(aμ) Γ(1 − aβ).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double a = statistic.a, b = statistic.b;
    const double shift = (loc - a) + kEulerGamma * scale;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(shift);
      case Statistic::kSquare:
        return Expectation::Of(Square(kPi * scale) / 6 + Square(shift));
      case Statistic::kExp:
        if (a >= 1 / scale) return Expectation::Infinite();
        return OfExponents(a * (loc - b), LogGamma(1 - a * scale));
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double z = Ratio(x, loc, scale), growth = Expm1(-z);
    out[0] = -growth / scale;
    out[1] = (-z * growth - 1) / scale;
  }

 private:
  /// e^(x + y), if it is not that of infinities of both signs.
  static Expectation OfExponents(double x, double y) {
    return IsFinite(x) && IsFinite(y) ? Expectation::Of(Exp(x + y)) : Expectation::Unknown();
  }
};

constexpr Gumbel kGumbel("Gumbel");

}  // namespace

const Family& GumbelFamily() { return kGumbel; }

}  // namespace kl
