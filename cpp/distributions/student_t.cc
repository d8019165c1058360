#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/log_one_plus_square.h"

// StudentT(df, loc, scale): the density (1 + w)^(−(ν + 1)/2)/(√ν B(ν/2, 1/2) scale), w = z²/ν, z = (x − loc)/scale, ν = df.

namespace kl {
namespace {

constexpr Parameter kParameters[] = {
    {"df", Rule::kPositive}, {"loc", Rule::kFinite}, {"scale", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Parameters {
  double df, loc, scale;
};

Parameters Of(const Distribution& d) { return {d.numbers[0], d.numbers[1], d.numbers[2]}; }

/// −log of the density at its mode.
double LogNormalizer(const Parameters& d) {
  return LogBeta(d.df / 2, 0.5) + LogRatio(d.df, 1) / 2 + LogRatio(d.scale, 1);
}

/// ψ((ν + 1)/2) − ψ(ν/2) − 1/ν, twice the slope of the constant: DigammaStep less its leading term 1/ν at ∞.
///
///   Σ_k 2/((ν + 2k)(ν + 2k + 1)) − 1/(ν + 2k) + 1/(ν + 2k + 2) = Σ_k 2/((ν + 2k)(ν + 2k + 1)(ν + 2k + 2)),
///
/// and from some 40 on 1/(2ν²) − 1/(4ν⁴) + 1/(2ν⁶) − 17/(8ν⁸) + 31/(2ν¹⁰) − 691/(4ν¹²).
double ConstantSlope(double df) {
  double sum = 0, x = df;
  for (; x < 40; x += 2) sum += 2 / x / ((x + 1) * (x + 2));
  const double z = 1 / x / x;
  return sum + z * (0.5 - z * (0.25 - z * (0.5 - z * (17.0 / 8 - z * (15.5 - z * 172.75)))));
}

class StudentT final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {}; }
  Bulk BulkOf(const Distribution& d) const override { return {Of(d).loc, Of(d).scale}; }

  /// (ν + 1)/2 [ψ((ν + 1)/2) − ψ(ν/2)] − log of the density at its mode.
  double Entropy(const Distribution& d) const override {
    const Parameters of = Of(d);
    return (1 + 1 / of.df) / 2 + (of.df + 1) / 2 * ConstantSlope(of.df) + LogNormalizer(of);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Parameters of = Of(d);
    const double constant = -LogNormalizer(of), power = (of.df + 1) / 2;
    const double width = of.scale * Sqrt(of.df);
    for (size_t i = 0; i < n; ++i)
      out[i] = constant - power * LogOnePlusSquare(x[i], of.loc, width);
  }

  /// Normal/√(χ²/ν), where the logarithm of χ² neither under- nor overflows.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const Parameters of = Of(d);
    const double half = of.df / 2, log_half = LogRatio(half, 1);
    for (size_t i = 0; i < n; ++i) {
      const double normal = random.Normal();
      out[i] = InsideLine(of.loc + of.scale * normal * Exp((log_half - random.LogGamma(half)) / 2));
    }
  }

  /// With Δ = νp − νq, y = wq/(1 + wq) and (1 + wp)/(1 + wq) = 1 + r, r = r' − (Δ/νp) y, r' by loc and scale alone:
  ///
  ///   (Δ/2) [s(νq) + y/νp − (log(1 + wq) − y)] + B − log(σp/σq) − (νp + 1)/2 · [r' − (r − log(1 + r))],
  ///
  /// s ConstantSlope, B what the constants differ by in second order; all that is of first order in Δ/ν has gone.
  double LogRatioAt(const Distribution& p_of, const Distribution& q_of, double x) const override {
    const Parameters p = Of(p_of), q = Of(q_of);
    const double by_df = p.df - q.df, width = q.scale * Sqrt(q.df);
    const double zq = Ratio(x, q.loc, q.scale);
    const double by_z = Ratio(q.loc, p.loc, p.scale) + zq * Ratio(q.scale, p.scale, p.scale);
    const double w = Square(zq) / q.df;
    double y, moved;  // y and r'
    if (w > 1) {
      const double rest = 1 / (1 + 1 / w);
      y = rest;
      moved = by_z / zq * (2 + by_z / zq) * (q.df / p.df) * rest;
    } else {
      y = w / (1 + w);
      moved = by_z * (2 * zq + by_z) / p.df / (1 + w);
    }
    const double r = moved - by_df / p.df * y;
    if (!(r > -0.5 && r < 1 && Abs(by_df) < q.df / 8)) return Univariate::LogRatioAt(p_of, q_of, x);
    const double log_excess = w > 1 ? LogOnePlusSquare(x, q.loc, width) - y : LogExcess(-y);
    double constants = 0;
    if (by_df != 0) {
      constants = PhiOver(q.df, p.df) / 2 + LogGammaBregman((p.df + 1) / 2, (q.df + 1) / 2) -
                  LogGammaBregman(p.df / 2, q.df / 2) +
                  by_df / 2 * (ConstantSlope(q.df) + y / p.df - log_excess);
    }
    return constants - LogRatio(p.scale, q.scale) - (p.df + 1) / 2 * (moved - LogExcess(r));
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const Parameters of = Of(d);
    const double width = of.scale * Sqrt(of.df);
    if (!IsNormal(width)) return LogDensityTerms::None();
    return {-LogNormalizer(of),
            {{{-(of.df + 1) / 2, {Statistic::kLogOnePlusSquare, of.loc, width}}}},
            1};
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const Parameters of = Of(d);
    const double a = statistic.a;
    switch (statistic.kind) {
      case Statistic::kShift:
        return of.df > 1 ? Expectation::Of(of.loc - a) : Expectation::Infinite();
      case Statistic::kSquare:
        if (of.df <= 2) return Expectation::Infinite();
        return Expectation::Of(Square(of.scale) * (of.df / (of.df - 2)) + Square(of.loc - a));
      case Statistic::kAbs:
        if (of.df <= 1) return Expectation::Infinite();
        if (of.loc != a) return Expectation::Unknown();
        return Expectation::Of(2 * of.scale * Sqrt(of.df) / (of.df - 1) *
                               Exp(-LogBeta(of.df / 2, 0.5)));
      case Statistic::kExp:
        return a == 0 ? Expectation::Of(1) : Expectation::Infinite();
      default:
        return Expectation::Unknown();
    }
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    if (Of(d).df == 1) lifts.push_back({CauchyFamily(), {Of(d).loc, Of(d).scale}});
  }

  /// With y = w/(1 + w): ∂/∂ν = [s(ν) + y/ν − (log(1 + w) − y)]/2, ∂/∂loc = (ν + 1) y/(z scale),
  /// ∂/∂scale = ((ν + 1) y − 1)/scale.
  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const Parameters of = Of(d);
    const double z = Ratio(x, of.loc, of.scale), w = Square(z) / of.df;
    const double y = w > 1 ? 1 / (1 + 1 / w) : w / (1 + w);
    const double log_excess =
        w > 1 ? LogOnePlusSquare(x, of.loc, of.scale * Sqrt(of.df)) - y : LogExcess(-y);
    out[0] = (ConstantSlope(of.df) + y / of.df - log_excess) / 2;
    out[1] = z == 0 ? 0 : (of.df + 1) * (w > 1 ? y / z : z / of.df / (1 + w)) / of.scale;
    out[2] = ((of.df + 1) * y - 1) / of.scale;
  }
};

constexpr StudentT kStudentT("StudentT", kParametrizations);

}  // namespace

const Family& StudentTFamily() { return kStudentT; }

}  // namespace kl
