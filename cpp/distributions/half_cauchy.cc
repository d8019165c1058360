#include "distributions/cauchy.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/log_one_plus_square.h"
#include "special/sine.h"

// HalfCauchy(scale): the density 2/(π scale (1 + (x/scale)²)) on x ≥ 0.

namespace kl {
namespace {

constexpr double kLogTwoOverPi = -0x1.ce6bb25aa1316p-2, kLog2Pi = 2 * kHalfLog2Pi;

constexpr Parameter kParameters[] = {{"scale", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

class HalfCauchy final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }
  Bulk BulkOf(const Distribution& d) const override { return {Scale(d), Scale(d)}; }
  double Entropy(const Distribution& d) const override { return kLog2Pi + LogRatio(Scale(d), 1); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double scale = Scale(d), constant = kLogTwoOverPi - LogRatio(scale, 1);
    for (size_t i = 0; i < n; ++i) {
      out[i] = x[i] < 0 ? -kInfinity : constant - LogOnePlusSquare(x[i], 0, scale);
    }
  }

  /// The slope of a point in the disc.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    for (size_t i = 0; i < n; ++i) {
      double u, v;
      do {
        u = random.Uniform();
        v = random.Uniform();
      } while (u * u + v * v > 1);
      out[i] = Scale(d) * (v / u);
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return CauchyDivergence({0, Scale(p)}, {0, Scale(q)});
  }
  std::optional<double> Asymmetry(const Distribution&, const Distribution&) const override {
    return 0;
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double relative = Ratio(Scale(p), Scale(q), Scale(p) + Scale(q));
    by_p[0] = relative / Scale(p);
    by_q[0] = -relative / Scale(q);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const double scale = Scale(d);
    return {
        kLogTwoOverPi - LogRatio(scale, 1), {{{-1, {Statistic::kLogOnePlusSquare, 0, scale}}}}, 1};
  }

  /// E X^a = scale^a/cos(πa/2) for |a| < 1; E log X = log scale, Var log X = π²/4.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const double scale = Scale(d), a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
      case Statistic::kSquare:
      case Statistic::kAbs:
        return Expectation::Infinite();
      case Statistic::kPower: {
        const double size = Abs(a);
        if (size >= 1) return Expectation::Infinite();
        return Expectation::Of(Exp(a * LogRatio(scale, b)) / Sin(kPi / 2 * (1 - size)));
      }
      case Statistic::kLog:
        return Expectation::Of(LogRatio(scale, b));
      case Statistic::kLogSquared:
        return Expectation::Of(Square(kPi / 2) + Square(LogRatio(scale, 1) - a));
      case Statistic::kExp:
        if (a == 0) return Expectation::Of(1);
        return a > 0 ? Expectation::Infinite() : Expectation::Unknown();
      case Statistic::kLogOnePlusSquare:
        return a == 0 ? MeanLogOnePlusSquare({0, scale}, 0, b) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }

  /// ∂/∂scale = (z² − 1)/((1 + z²) scale), z = x/scale.
  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const double scale = Scale(d), larger = x > scale ? x : scale;
    const double top = x / larger, bottom = scale / larger;
    out[0] = Ratio(x, scale, larger) * (top + bottom) / (Square(top) + Square(bottom)) / scale;
  }

 private:
  static double Scale(const Distribution& d) { return d.numbers[0]; }
};

constexpr HalfCauchy kHalfCauchy("HalfCauchy", kParametrizations);

}  // namespace

const Family& HalfCauchyFamily() { return kHalfCauchy; }

}  // namespace kl
