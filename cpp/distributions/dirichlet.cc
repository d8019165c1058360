#include "distributions/families.h"
#include "distributions/inside.h"
#include "distributions/random.h"
#include "special/gamma.h"
#include "special/gamma_bregman.h"
#include "special/products.h"
#include "special/wide.h"

// Dirichlet(concentration a_1 … a_d): the density Γ(s)/Π Γ(a_i) Π x_i^(a_i − 1) where x_i > 0, Σ x_i = 1; s = Σ a_i.
//
//   log density = r(s) − Σ [r(a_i) + log x_i + φ(a_i, s x_i)],  r(c) = log Γ(c) − c log c + c

namespace kl {
namespace {

constexpr double kSumTolerance = 1e-6;  // of points, as PyTorch's

constexpr Parameter kParameters[] = {{"concentration", Rule::kPositive, Shape::kVector}};
constexpr Parametrization kParametrizations[] = {kParameters};

double Sum(std::span<const double> x) {
  DoubleDouble sum{0, 0};
  for (const double number : x) sum = Add(sum, number);
  return Value(sum);
}

/// An index, with chances in proportion to the weights.
size_t Pick(std::span<const double> weights, Random& random) {
  double left = random.Uniform() * Sum(weights);
  size_t i = 0;
  while (i + 1 < weights.size() && left >= weights[i]) left -= weights[i++];
  return i;
}

/// log density + r(s) − Σ r(a_i), at one point; −∞ where some x_i is 0 and its a_i above 1, else ∞ where below 1.
double LogDensityOf(std::span<const double> a, double s, const double* x) {
  const double off = Sum({x, a.size()}) - 1;
  if (!(Abs(off) <= kSumTolerance)) return -kInfinity;
  double log = 0;
  bool is_infinite = false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (x[i] < 0 || (x[i] == 0 && a[i] > 1)) return -kInfinity;
    if (x[i] > 0) {
      log -= LogRatio(x[i], 1) + PhiOfProducts(a[i], s, x[i], 1);
    } else {
      is_infinite = is_infinite || a[i] < 1;
      log += LogRatio(s, 1) + 1;  // the limit for a_i = 1
    }
  }
  return is_infinite ? kInfinity : log;
}

class Dirichlet final : public Family {
 public:
  using Family::Family;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (d.dimension < 2) {
      return {Status::kTooFewDimensions, argument, 0, static_cast<double>(d.dimension)};
    }
    if (const Problem problem = Family::Check(d, argument)) return problem;
    const double s = Sum(d.numbers);
    return IsFinite(s) ? Problem{} : Problem{Status::kParameterTooLarge, argument, 0, s};
  }

  /// With g(c) = log c − ψ(c): E log X_i = log(a_i/s) − g(a_i) + g(s), E φ(a_i, s X_i) = a_i (g(a_i) − g(s)).
  double Entropy(const Distribution& d) const override {
    const double s = Sum(d.numbers), gap = DigammaGap(s);
    if (gap == kInfinity) return -kInfinity;  // like −1/a
    double entropy = -StirlingRemainder(s);
    for (const double a : d.numbers) {
      entropy += StirlingRemainder(a) + LogRatio(a, s) + (a - 1) * (DigammaGap(a) - gap);
    }
    return entropy;
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double s = Sum(d.numbers);
    double constant = StirlingRemainder(s);
    for (const double a : d.numbers) constant -= StirlingRemainder(a);
    for (size_t i = 0; i < n; ++i) {
      out[i] = constant + LogDensityOf(d.numbers, s, x + i * d.numbers.size());
    }
  }

  /// Gamma draws over their sum, by their logarithms, which do not underflow.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const size_t size = d.numbers.size();
    for (double* x = out; x != out + n * size; x += size) {
      double largest = -kInfinity, sum = 0;
      for (size_t i = 0; i < size; ++i) {
        x[i] = random.LogGamma(d.numbers[i]);
        if (x[i] > largest) largest = x[i];
      }
      if (largest == -kInfinity) x[Pick(d.numbers, random)] = largest = 0;  // nearly all of the sum
      for (size_t i = 0; i < size; ++i) sum += x[i] = Exp(x[i] - largest);
      for (size_t i = 0; i < size; ++i) x[i] = InsideUnit(x[i] / sum);
    }
  }

  /// By the chain rule, from the last number: of X_i beside all that follow it, which is Beta(a_i, a_(i+1) + …).
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    size_t i = p.numbers.size() - 1;
    Way rest = WayOf(p.numbers[i], q.numbers[i]);
    double divergence = 0;
    while (i-- > 0) {
      const Way way = WayOf(p.numbers[i], q.numbers[i]);
      divergence += LogBetaBregman(way, rest);
      rest = Add(rest, way);
    }
    return Found(divergence, kLogBetaBregmanMaxUlp + static_cast<double>(p.numbers.size()),
                 Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    Way sum = WayOf(p.numbers[0], q.numbers[0]);
    for (size_t i = 1; i < p.numbers.size(); ++i) {
      sum = Add(sum, WayOf(p.numbers[i], q.numbers[i]));
    }
    const double curve = Trigamma(Value(sum.from)), slope = DigammaStep(sum);
    for (size_t i = 0; i < p.numbers.size(); ++i) {
      const Way way = WayOf(p.numbers[i], q.numbers[i]);
      const Way to_sum = {way.from, sum.from, Add(sum.from, -way.from.hi)};
      const double rest = Value(Add(sum.by, Negate(way.by)));
      by_p[i] =
          Partial::OfSum(WideProduct(rest, curve), WideProduct(-way.by.hi, TrigammaFall(to_sum)));
      by_q[i] = Partial(DigammaStep(way)) - slope;
    }
    return true;
  }
};

constexpr Dirichlet kDirichlet("Dirichlet", kParametrizations);

}  // namespace

const Family& DirichletFamily() { return kDirichlet; }

}  // namespace kl
