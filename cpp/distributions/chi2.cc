#include "distributions/families.h"
#include "distributions/univariate.h"
#include "special/gamma.h"
#include "special/gamma_bregman.h"

// Chi2(df): Gamma(df/2, 1/2), the density x^(df/2 − 1) e^(−x/2)/(2^(df/2) Γ(df/2)) on x > 0.

namespace kl {
namespace {

constexpr double kMaxUlp = 16;

constexpr Parameter kParameters[] = {{"df", Rule::kPositive}};
constexpr Parametrization kParametrizations[] = {kParameters};

/// df/2; half of the least double is rounded up.
double Concentration(const Distribution& d) {
  const double df = d.numbers[0];
  return df / 2 > 0 ? df / 2 : df;
}

SmallDistribution AsGamma(const Distribution& d) {
  return {GammaFamily(), {Concentration(d), 0.5}};
}
const Univariate& GammaUnivariate() { return *GammaFamily().univariate({}); }

class Chi2 final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, kInfinity}; }
  Bulk BulkOf(const Distribution& d) const override {
    const SmallDistribution gamma = AsGamma(d);
    return GammaUnivariate().BulkOf(gamma);
  }
  double Entropy(const Distribution& d) const override {
    const SmallDistribution gamma = AsGamma(d);
    return GammaFamily().Entropy(gamma);
  }
  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const SmallDistribution gamma = AsGamma(d);
    GammaFamily().LogDensity(gamma, x, n, out);
  }
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const SmallDistribution gamma = AsGamma(d);
    GammaFamily().Sample(gamma, random, out, n);
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return Found(LogGammaBregman(Concentration(q), Concentration(p)), kMaxUlp, Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const Way way = WayOf(Concentration(p), Concentration(q));
    by_p[0] = way.by.hi == 0 ? 0 : -way.by.hi * Trigamma(way.from.hi) / 2;
    by_q[0] = DigammaStep(way) / 2;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const SmallDistribution gamma = AsGamma(d);
    return GammaUnivariate().Terms(gamma);
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    lifts.push_back(AsGamma(d));
    if (d.numbers[0] == 2) lifts.push_back({WeibullFamily(), {2, 1}});
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const SmallDistribution gamma = AsGamma(d);
    double by_gamma[2];
    GammaUnivariate().Score(gamma, x, by_gamma);
    out[0] = by_gamma[0] / 2;
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const SmallDistribution gamma = AsGamma(d);
    return GammaUnivariate().Expect(gamma, statistic);
  }
};

constexpr Chi2 kChi2("Chi2", kParametrizations);

}  // namespace

const Family& Chi2Family() { return kChi2; }

}  // namespace kl
