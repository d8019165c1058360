#include <map>

#include "support/distribution_reference.h"
#include "support/distribution_reference_counts.h"
#include "support/distribution_reference_functions.h"

namespace kl::test {
namespace {

using R = Digits;

R LogBeta(const R& a, const R& b) { return LogGamma(a) + LogGamma(b) - LogGamma(R(a + b)); }

double AsDouble(const R& x) { return static_cast<double>(x); }

/// The family with location and scale whose standard log density is f.
RealDistribution LocationScale(const Numbers& n, const std::function<R(const R&)>& f) {
  const R loc = n[0], scale = n[1], log_scale = Log(scale);
  return {[=](const Point& x) { return R(f(R(x.Minus(loc) / scale)) - log_scale); },
          -kInfinity,
          kInfinity,
          false,
          {AsDouble(loc)},
          AsDouble(scale)};
}

/// A family on x ≥ 0, whose mass lies about `centre`.
/// Around a centre, with a width of some centre/narrowness.
RealDistribution Positive(const R& centre, RealFunction f, double narrowness = 1) {
  const double at = AsDouble(centre), width = at / std::max(1.0, narrowness);
  std::vector<double> breaks{at};
  if (narrowness > 2) breaks = {at - 2 * width, at - width, at, at + width, at + 2 * width};
  std::erase_if(breaks, [](double x) { return !(x > 0); });
  return {std::move(f), 0, kInfinity, false, std::move(breaks), width};
}

RealDistribution OnUnitInterval(RealFunction f) { return {std::move(f), 0, 1, false, {0.5}, 0.25}; }

RealDistribution GammaOf(const R& a, const R& rate) {
  const R constant = a * Log(rate) - LogGamma(a);
  return Positive(
      R(a / rate),
      [=](const Point& x) { return R(constant + (a - 1) * Log(x.x()) - rate * x.x()); },
      std::sqrt(AsDouble(a)));
}

RealDistribution WeibullOf(const R& scale, const R& k) {
  const R constant = Log(R(k / scale));
  return Positive(
      scale,
      [=](const Point& x) {
        const R log = Log(R(x.x() / scale));
        return R(constant + (k - 1) * log - Exp(R(k * log)));
      },
      AsDouble(k));
}

RealDistribution Cauchy(int, const Numbers& n) {
  return LocationScale(n, [](const R& z) { return R(-Log(Pi<R>()) - Log1p(R(z * z))); });
}

RealDistribution Gumbel(int, const Numbers& n) {
  return LocationScale(n, [](const R& z) { return R(-z - Exp(R(-z))); });
}

RealDistribution Laplace(int, const Numbers& n) {
  return LocationScale(n, [](const R& z) { return R(-Log(R(2)) - abs(z)); });
}

RealDistribution Logistic(int, const Numbers& n) {
  return LocationScale(n, [](const R& z) { return R(-abs(z) - 2 * Log1p(Exp(R(-abs(z))))); });
}

RealDistribution Normal(int, const Numbers& n) {
  const R constant = Log(R(2 * Pi<R>())) / 2;
  return LocationScale(n, [=](const R& z) { return R(-constant - z * z / 2); });
}

RealDistribution StudentT(int, const Numbers& n) {
  const R df = n[0], constant = -LogBeta(R(df / 2), R(0.5)) - Log(df) / 2;
  return LocationScale(
      {n[1], n[2]}, [=](const R& z) { return R(constant - (df + 1) / 2 * Log1p(R(z * z / df))); });
}

RealDistribution Beta(int, const Numbers& n) {
  const R a = n[0], b = n[1], constant = -LogBeta(a, b);
  RealDistribution d = OnUnitInterval([=](const Point& x) {
    return R(constant + (a - 1) * Log(x.x()) + (b - 1) * Log(x.Below(1)));
  });
  d.breaks = {AsDouble(R(a / (a + b)))};
  return d;
}

RealDistribution Kumaraswamy(int, const Numbers& n) {
  const R a = n[0], b = n[1], constant = Log(R(a * b));
  return OnUnitInterval([=](const Point& x) {
    // log x is needed of itself beside 1.
    const R log = x.x() > 0.5 ? Log1p(R(-x.Below(1))) : Log(x.x());
    return R(constant + (a - 1) * log + (b - 1) * Log(R(-Expm1(R(a * log)))));
  });
}

RealDistribution ContinuousBernoulli(int by, const Numbers& n) {
  const R l = by == 0 ? R(Log(n[0]) - Log1p(R(-n[0]))) : n[0];
  const R log_norm = l == 0 ? R(0) : Log(R(Expm1(l) / l));
  return OnUnitInterval([=](const Point& x) { return R(l * x.x() - log_norm); });
}

RealDistribution Uniform(int, const Numbers& n) {
  const R constant = -Log(R(n[1] - n[0]));
  return {[=](const Point&) { return constant; },
          AsDouble(n[0]),
          AsDouble(n[1]),
          false,
          {},
          AsDouble(R(n[1] - n[0]))};
}

RealDistribution LogUniform(int, const Numbers& n) {
  const R constant = -Log(Log(R(n[1] / n[0])));
  return {[=](const Point& x) { return R(constant - Log(x.x())); },
          AsDouble(n[0]),
          AsDouble(n[1]),
          false,
          {},
          AsDouble(n[0])};
}

RealDistribution Chi2(int, const Numbers& n) { return GammaOf(R(n[0] / 2), R(0.5)); }
RealDistribution Exponential(int, const Numbers& n) { return GammaOf(R(1), n[0]); }
RealDistribution Gamma(int, const Numbers& n) { return GammaOf(n[0], n[1]); }

RealDistribution InverseGamma(int, const Numbers& n) {
  const R a = n[0], rate = n[1], constant = a * Log(rate) - LogGamma(a);
  return Positive(R(rate / (a + 1)), [=](const Point& x) {
    return R(constant - (a + 1) * Log(x.x()) - rate / x.x());
  });
}

RealDistribution HalfCauchy(int, const Numbers& n) {
  const R scale = n[0], constant = Log(R(2 / (Pi<R>() * scale)));
  return Positive(scale, [=](const Point& x) {
    return R(constant - Log1p(R(x.x() * x.x() / (scale * scale))));
  });
}

RealDistribution HalfNormal(int, const Numbers& n) {
  const R scale = n[0], constant = Log(R(2 / Pi<R>())) / 2 - Log(scale);
  return Positive(
      scale, [=](const Point& x) { return R(constant - x.x() * x.x() / (2 * scale * scale)); });
}

RealDistribution LogNormal(int, const Numbers& n) {
  const R loc = n[0], scale = n[1], constant = -Log(R(2 * Pi<R>())) / 2 - Log(scale);
  return Positive(Exp(loc), [=](const Point& x) {
    const R log = Log(x.x()), z = (log - loc) / scale;
    return R(constant - log - z * z / 2);
  });
}

RealDistribution Pareto(int, const Numbers& n) {
  const R scale = n[0], alpha = n[1], constant = Log(alpha) + alpha * Log(scale);
  return {[=](const Point& x) { return R(constant - (alpha + 1) * Log(x.x())); },
          AsDouble(scale),
          kInfinity,
          false,
          {},
          AsDouble(scale)};
}

RealDistribution Rayleigh(int, const Numbers& n) { return WeibullOf(R(n[0] * sqrt(R(2))), R(2)); }
RealDistribution Weibull(int, const Numbers& n) { return WeibullOf(n[0], n[1]); }

RealDistribution VonMises(int, const Numbers& n) {
  const R loc = n[0], kappa = n[1];
  const R constant = -Log(R(2 * Pi<R>())) - LogBessel0(kappa);
  const double pi = 0x1.921fb54442d18p+1;
  return {[=](const Point& x) { return R(constant + kappa * cos(x.Minus(loc))); }, -pi, pi, false,
          {AsDouble(R(loc - 2 * Pi<R>() * round(R(loc / (2 * Pi<R>())))))},        1};
}

using Maker = RealDistribution (*)(int parametrization, const Numbers& n);

const std::map<std::string, Maker>& Makers() {
#define ROW(name) {#name, name},
  static const std::map<std::string, Maker> makers = {
      ROW(Bernoulli) ROW(Beta) ROW(Binomial) ROW(Categorical) ROW(Cauchy) ROW(Chi2)
          ROW(ContinuousBernoulli) ROW(Exponential) ROW(Gamma) ROW(Geometric) ROW(Gumbel)
              ROW(HalfCauchy) ROW(HalfNormal) ROW(InverseGamma) ROW(Kumaraswamy) ROW(Laplace)
                  ROW(LogNormal) ROW(LogUniform) ROW(Logistic) ROW(NegativeBinomial) ROW(Normal)
                      ROW(Pareto) ROW(Poisson) ROW(Rayleigh) ROW(StudentT) ROW(Uniform)
                          ROW(VonMises) ROW(Weibull)};
#undef ROW
  return makers;
}

}  // namespace

RealDistribution RealDistributionOf(const std::string& family, int parametrization,
                                    const Numbers& numbers) {
  return Makers().at(family)(parametrization, numbers);
}

RealDistribution RealDistributionOf(const Distribution& d) {
  return RealDistributionOf(d.family->name(), d.parametrization,
                            Numbers(d.numbers.begin(), d.numbers.end()));
}

}  // namespace kl::test
