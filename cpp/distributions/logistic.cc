#include "distributions/families.h"
#include "distributions/location_scale.h"
#include "distributions/random.h"
#include "special/coth_excess.h"
#include "special/elementary.h"
#include "special/sine.h"

// Logistic(loc, scale): the density e^−z/(scale (1 + e^−z)²), z = (x − loc)/scale.

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

class LogisticUnivariate final : public LocationScale {
 public:
  using LocationScale::LocationScale;

  double Entropy(const Distribution& d) const override {
    return 2 + LogRatio(LocScaleOf(d).scale, 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double constant = -LogRatio(scale, 1);
    for (size_t i = 0; i < n; ++i) {
      const double size = Abs(Ratio(x[i], loc, scale));
      out[i] = constant - size - 2 * Log1p(Exp(-size));
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = LocScaleOf(d);
    for (size_t i = 0; i < n; ++i) {
      const double u = random.Uniform();
      out[i] = loc + scale * LogRatio(u, 1 - u);
    }
  }

  /// δ coth(δ/2) − 2 for equal scales, δ = Δloc/scale: E log(1 + e^(Z + δ)) = δ/(1 − e^−δ) for a logistic Z, whose derivative is
  /// the distribution function of the sum of two. There is no such form for others.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    if (LocScaleOf(p).scale != LocScaleOf(q).scale) return std::nullopt;
    return Found(
        2 * CothExcess(Ratio(LocScaleOf(p).loc, LocScaleOf(q).loc, LocScaleOf(p).scale) / 2),
        kMaxUlp, Method::kClosedForm);
  }
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    if (LocScaleOf(p).scale != LocScaleOf(q).scale) return std::nullopt;
    return 0;
  }

  /// With d = zp − zq, the difference of the log(1 + e^−z) is log1p(expm1(−d)/(1 + e^zq)).
  double LogRatioAt(const Distribution& p, const Distribution& q, double x) const override {
    const auto [p_loc, p_scale] = LocScaleOf(p);
    const auto [q_loc, q_scale] = LocScaleOf(q);
    const double z = Ratio(x, q_loc, q_scale);
    const double d = Ratio(q_loc, p_loc, p_scale) + z * Ratio(q_scale, p_scale, p_scale);
    if (!(Abs(d) < 1)) return Univariate::LogRatioAt(p, q, x);
    return -LogRatio(p_scale, q_scale) - d - 2 * Log1p(Expm1(-d) * Logistic(-z));
  }

  /// With m = (a − loc)/scale: E|Z − m| = |m| + 2 log(1 + e^−|m|), E e^(tZ) = πt/sin πt.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(loc - a);
      case Statistic::kSquare:
        return Expectation::Of(Square(kPi * scale) / 3 + Square(loc - a));
      case Statistic::kAbs: {
        const double size = Abs(Ratio(loc, a, scale));
        return Expectation::Of(scale * (size + 2 * Log1p(Exp(-size))));
      }
      case Statistic::kExp: {
        const double t = Abs(a * scale);
        if (t >= 1) return Expectation::Infinite();
        const double nearer = t < 0.5 ? t : 1 - t;  // to a zero of the sine
        const double moment = t == 0 ? 1 : kPi * t / Sin(kPi * nearer);
        return Expectation::Of(moment * Exp(a * (loc - b)));
      }
      default:
        return Expectation::Unknown();
    }
  }

  /// ∂/∂loc = tanh(z/2)/scale, ∂/∂scale = (z tanh(z/2) − 1)/scale.
  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double z = Ratio(x, loc, scale), size = Abs(z), decay = Expm1(-size);
    const double tanh = -decay / (2 + decay);
    out[0] = (z < 0 ? -tanh : tanh) / scale;
    out[1] = (size * tanh - 1) / scale;
  }
};

constexpr LogisticUnivariate kLogistic("Logistic");

}  // namespace

const Family& LogisticFamily() { return kLogistic; }

}  // namespace kl
