#include <algorithm>
#include <map>

#include "support/distribution_reference.h"
#include "support/distribution_reference_functions.h"

namespace kl::test {
namespace {

/// The forms with numbers of so many digits.
template <class R>
struct Textbook {
  using N = std::vector<R>;

  static R Infinite() { return std::numeric_limits<R>::infinity(); }

  /// x log(x/y), 0 for x = 0.
  static R Term(const R& x, const R& y) {
    if (x == 0) return 0;
    return y == 0 ? Infinite() : R(x * Log(R(x / y)));
  }

  struct Chance {
    R yes, no;

    static Chance Of(int by, const R& number) {
      if (by == 0) return {number, 1 - number};
      const R e = Exp(number), inverse = Exp(R(-number));
      return {1 / (1 + inverse), 1 / (1 + e)};
    }
  };

  static R OfChances(const Chance& p, const Chance& q) {
    return Term(p.yes, q.yes) + Term(p.no, q.no);
  }

  static R Bernoulli(int by, const N& p, const N& q) {
    return OfChances(Chance::Of(by, p[0]), Chance::Of(by, q[0]));
  }
  static R Binomial(int by, const N& p, const N& q) {
    return p[0] == 0 ? R(0) : R(p[0] * OfChances(Chance::Of(by, p[1]), Chance::Of(by, q[1])));
  }
  static R Geometric(int by, const N& p, const N& q) {
    const Chance of_p = Chance::Of(by, p[0]);
    return OfChances(of_p, Chance::Of(by, q[0])) / of_p.yes;
  }
  static R NegativeBinomial(int by, const N& p, const N& q) {
    const Chance of_p = Chance::Of(by, p[1]);
    return p[0] / of_p.no * OfChances(of_p, Chance::Of(by, q[1]));
  }
  static R Poisson(int, const N& p, const N& q) { return Term(p[0], q[0]) - p[0] + q[0]; }

  static R Categorical(int by, const N& p, const N& q) {
    R sum_p = 0, sum_q = 0, sum = 0;
    N of_p = p, of_q = q;
    if (by == 1) {
      for (R& x : of_p) x = Exp(x);
      for (R& x : of_q) x = Exp(x);
    }
    for (const R& x : of_p) sum_p += x;
    for (const R& x : of_q) sum_q += x;
    for (size_t i = 0; i < of_p.size(); ++i)
      sum += Term(R(of_p[i] / sum_p), i < of_q.size() ? R(of_q[i] / sum_q) : R(0));
    return sum;
  }

  static R OfRates(const R& p, const R& q) { return Log(R(p / q)) + q / p - 1; }

  static R Exponential(int, const N& p, const N& q) { return OfRates(p[0], q[0]); }
  static R Kumaraswamy(int, const N& p, const N& q) { return OfRates(p[1], q[1]); }

  static R Gamma(int, const N& p, const N& q) {
    return (p[0] - q[0]) * Digamma(p[0]) - LogGamma(p[0]) + LogGamma(q[0]) +
           q[0] * Log(R(p[1] / q[1])) + p[0] * (q[1] - p[1]) / p[1];
  }
  static R Chi2(int by, const N& p, const N& q) {
    return Gamma(by, {p[0] / 2, R(0.5)}, {q[0] / 2, R(0.5)});
  }
  static R Dirichlet(int, const N& p, const N& q) {
    R sum_p = 0, sum_q = 0, result = 0;
    for (const R& a : p) sum_p += a;
    for (const R& a : q) sum_q += a;
    const R of_sum = Digamma(sum_p);
    for (size_t i = 0; i < p.size(); ++i)
      result += LogGamma(q[i]) - LogGamma(p[i]) + (p[i] - q[i]) * (Digamma(p[i]) - of_sum);
    return result + LogGamma(sum_p) - LogGamma(sum_q);
  }

  static R Weibull(int, const N& p, const N& q) {
    const R ratio = q[1] / p[1];
    return Log(R(p[1] / q[1])) - p[1] * Log(p[0]) + q[1] * Log(q[0]) +
           (p[1] - q[1]) * (Log(p[0]) - EulerGamma<R>() / p[1]) +
           Exp(R(q[1] * Log(R(p[0] / q[0])) + LogGamma(R(1 + ratio)))) - 1;
  }
  static R Rayleigh(int, const N& p, const N& q) {
    return 2 * Log(R(q[0] / p[0])) + p[0] * p[0] / (q[0] * q[0]) - 1;
  }
  static R Pareto(int, const N& p, const N& q) {
    if (p[0] < q[0]) return Infinite();
    return q[1] * Log(R(p[0] / q[0])) - Log(R(q[1] / p[1])) + q[1] / p[1] - 1;
  }

  static R Normal(int, const N& p, const N& q) {
    const R shift = p[0] - q[0];
    return Log(R(q[1] / p[1])) + (p[1] * p[1] + shift * shift) / (2 * q[1] * q[1]) - 0.5;
  }
  static R DiagonalNormal(int by, const N& p, const N& q) {
    R sum = 0;
    const size_t n = p.size() / 2;
    for (size_t i = 0; i < n; ++i) sum += Normal(by, {p[i], p[n + i]}, {q[i], q[n + i]});
    return sum;
  }
  static R HalfNormal(int by, const N& p, const N& q) {
    return Normal(by, {R(0), p[0]}, {R(0), q[0]});
  }

  static R Laplace(int, const N& p, const N& q) {
    const R shift = abs(p[0] - q[0]);
    return Log(R(q[1] / p[1])) + shift / q[1] + p[1] / q[1] * Exp(R(-shift / p[1])) - 1;
  }
  static R Gumbel(int, const N& p, const N& q) {
    const R ratio = p[1] / q[1];
    return Log(R(q[1] / p[1])) + EulerGamma<R>() * (ratio - 1) - 1 + (p[0] - q[0]) / q[1] +
           Exp(R((q[0] - p[0]) / q[1] + LogGamma(R(1 + ratio))));
  }
  static R Cauchy(int, const N& p, const N& q) {
    const R sum = p[1] + q[1], shift = p[0] - q[0];
    return Log(R((sum * sum + shift * shift) / (4 * p[1] * q[1])));
  }
  static R HalfCauchy(int by, const N& p, const N& q) {
    return Cauchy(by, {R(0), p[0]}, {R(0), q[0]});
  }

  static R Uniform(int, const N& p, const N& q) {
    if (p[0] < q[0] || p[1] > q[1]) return Infinite();
    return Log(R((q[1] - q[0]) / (p[1] - p[0])));
  }
  static R LogUniform(int by, const N& p, const N& q) {
    return Uniform(by, {Log(p[0]), Log(p[1])}, {Log(q[0]), Log(q[1])});
  }

  static R VonMises(int, const N& p, const N& q) {
    if (p[1] == q[1] && p[0] == q[0]) return 0;
    const R mean = ScaledBessel(1, p[1]) / ScaledBessel(0, p[1]);
    return mean * (p[1] - q[1] * cos(R(p[0] - q[0]))) + LogBessel0(q[1]) - LogBessel0(p[1]);
  }

  /// A(l) = log((e^l − 1)/l), A'(l) = 1 + 1/(e^l − 1) − 1/l; near 0 of their series, whose next terms are below 1e-140.
  static R ContinuousBernoulli(int by, const N& p, const N& q) {
    const auto natural = [by](const R& x) { return by == 0 ? R(Log(x) - Log1p(R(-x))) : x; };
    const auto log_norm = [](const R& l) {
      if (abs(l) < 1e-24) return R(l / 2 + l * l / 24 - l * l * l * l / 2880);
      return Log(R(Expm1(l) / l));
    };
    const auto mean = [](const R& l) {
      if (abs(l) < 1e-24) return R(R(1) / 2 + l / 12 - l * l * l / 720);
      return R(1 + 1 / Expm1(l) - 1 / l);
    };
    const R of_p = natural(p[0]), of_q = natural(q[0]);
    return log_norm(of_q) - log_norm(of_p) + (of_p - of_q) * mean(of_p);
  }
};

template <class R>
using Form = R (*)(int parametrization, const std::vector<R>& p, const std::vector<R>& q);

template <class R>
const std::map<std::string, Form<R>>& Forms() {
  using T = Textbook<R>;
#define ROW(name) {#name, T::name},
  static const std::map<std::string, Form<R>> forms = {
      ROW(Bernoulli) ROW(Binomial) ROW(Categorical) ROW(Cauchy) ROW(Chi2) ROW(ContinuousBernoulli)
          ROW(DiagonalNormal) ROW(Dirichlet) ROW(Exponential) ROW(Gamma) ROW(Geometric) ROW(Gumbel)
              ROW(HalfCauchy) ROW(HalfNormal) ROW(Kumaraswamy) ROW(Laplace) ROW(LogUniform)
                  ROW(NegativeBinomial) ROW(Normal) ROW(Pareto) ROW(Poisson) ROW(Rayleigh)
                      ROW(Uniform) ROW(VonMises) ROW(Weibull){"Beta", T::Dirichlet},
      {"InverseGamma", T::Gamma},
      {"LogNormal", T::Normal}};
#undef ROW
  return forms;
}

template <class R>
Wanted Exact(const Distribution& p, const Distribution& q) {
  const R exact = Forms<R>().at(p.family->name())(
      p.parametrization, std::vector<R>(p.numbers.begin(), p.numbers.end()),
      std::vector<R>(q.numbers.begin(), q.numbers.end()));
  if (boost::multiprecision::isinf(exact)) return Exactly(kInfinity);
  return Rounded(exact);
}

}  // namespace

Wanted ExactDivergence(const Distribution& p, const Distribution& q) {
  if (std::equal(p.numbers.begin(), p.numbers.end(), q.numbers.begin(), q.numbers.end())) return {};
  // Sums of parameters must be exact, and probabilities next to 1 differ from each other.
  bool is_wide = false;
  for (const std::span<const double> numbers : {p.numbers, q.numbers}) {
    for (const double x : numbers)
      is_wide = is_wide || std::abs(std::log2(std::abs(x))) > 40 ||
                (p.parametrization == 1 && std::abs(x) > 40);
  }
  return is_wide ? Exact<Binary<1408>>(p, q) : Exact<Real>(p, q);
}

Real ClosedForm(const std::string& family, int parametrization, const std::vector<Real>& p,
                const std::vector<Real>& q) {
  return Forms<Real>().at(family)(parametrization, p, q);
}

bool HasClosedForm(const std::string& family) { return Forms<Real>().count(family) != 0; }

}  // namespace kl::test
