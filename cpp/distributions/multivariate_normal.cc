#include "distributions/families.h"
#include "distributions/gaussian_divergence.h"
#include "distributions/gaussian_gradient.h"
#include "distributions/random.h"
#include "special/elementary.h"
#include "special/twice.h"

// MultivariateNormal(loc, covarianceMatrix), (loc, scaleTril) or (loc, precisionMatrix): the density
// e^(−½ zᵀz)/√((2π)^n det Σ), z = L⁻¹ (x − loc), L Lᵀ = Σ.

namespace kl {
namespace {

constexpr Parameter kByCovariance[] = {{"loc", Rule::kFinite, Shape::kVector},
                                       {"covarianceMatrix", Rule::kFinite, Shape::kMatrix}};
constexpr Parameter kByFactor[] = {{"loc", Rule::kFinite, Shape::kVector},
                                   {"scaleTril", Rule::kFinite, Shape::kMatrix}};
constexpr Parameter kByPrecision[] = {{"loc", Rule::kFinite, Shape::kVector},
                                      {"precisionMatrix", Rule::kFinite, Shape::kMatrix}};
constexpr Parametrization kParametrizations[] = {kByCovariance, kByFactor, kByPrecision};

constexpr std::ptrdiff_t kMatrix = 1;  // the second parameter of each

/// How far elements of a symmetric matrix may be from their mirror images, relative to the diagonal.
constexpr double kAsymmetry = 1e-10;

Problem CheckFactor(const Gaussian& d, Argument argument) {
  const size_t n = d.dimension;
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = i; j < n; ++j) {
      const size_t element = i * n + j;
      const double x = d.shape[element];
      if (i == j ? x > 0 : x == 0) continue;
      return {i == j ? Status::kParameterNotPositive : Status::kNotLowerTriangular, argument,
              kMatrix, x, static_cast<std::ptrdiff_t>(element)};
    }
  }
  return {};
}

Problem CheckSymmetric(const Gaussian& d, Argument argument) {
  const size_t n = d.dimension;
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = i + 1; j < n; ++j) {
      const double x = d.shape[i * n + j], mirrored = d.shape[j * n + i];
      const double size = Sqrt(Abs(d.shape[i * n + i])) * Sqrt(Abs(d.shape[j * n + j]));
      if (x == mirrored || Abs(x - mirrored) <= kAsymmetry * size) continue;
      return {Status::kNotSymmetric, argument, kMatrix, x, static_cast<std::ptrdiff_t>(i * n + j)};
    }
  }
  return {};
}

Problem CheckPositive(const Gaussian& d, Argument argument) {
  const Exponents exponents = ExponentsOf(d);
  DoubleDoubleMatrix shape = ShapeOf(d, exponents);
  const auto [row, value] = FactorCholesky(shape);
  if (row == kNoIndex) return {};
  const auto i = static_cast<size_t>(row);
  const int sign = d.kind == Gaussian::kPrecision ? -2 : 2;
  return {Status::kNotPositiveDefinite, argument, kMatrix, Scale(value, sign * exponents[i]),
          static_cast<std::ptrdiff_t>(i * d.dimension + i)};
}

/// ½ log det Σ.
double HalfLogDeterminant(const Gaussian& d, const DoubleDoubleMatrix& factor,
                          const Exponents& exponents) {
  DoubleDouble sum{0, 0};
  for (size_t i = 0; i < d.dimension; ++i) {
    const double log = LogRatio(factor(i, i).hi, 1);
    sum = Add(sum, (d.kind == Gaussian::kPrecision ? -log : log) + exponents[i] * kLn2);
  }
  return Value(sum);
}

class MultivariateNormal final : public Family {
 public:
  using Family::Family;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (d.dimension == 0) return {Status::kEmpty, argument, 0};
    if (const Problem problem = Family::Check(d, argument)) return problem;
    const Gaussian of = *AsGaussian(d);
    if (of.kind == Gaussian::kFactor) return CheckFactor(of, argument);
    if (const Problem problem = CheckSymmetric(of, argument)) return problem;
    return CheckPositive(of, argument);
  }

  double Entropy(const Distribution& d) const override {
    const Gaussian of = *AsGaussian(d);
    const Exponents exponents = ExponentsOf(of);
    return static_cast<double>(of.dimension) * kHalfLog2PiE +
           HalfLogDeterminant(of, FactorOf(of, exponents), exponents);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Gaussian of = *AsGaussian(d);
    const Exponents exponents = ExponentsOf(of);
    const DoubleDoubleMatrix factor = FactorOf(of, exponents);
    const size_t dimension = of.dimension;
    const double constant =
        -static_cast<double>(dimension) * kHalfLog2Pi - HalfLogDeterminant(of, factor, exponents);
    std::vector<double> z(dimension);
    for (size_t i = 0; i < n; ++i, x += dimension) {
      double sum = 0;
      for (size_t j = 0; j < dimension; ++j) {
        z[j] = Scale(x[j], -exponents[j]) - Scale(of.loc[j], -exponents[j]);
        const double* row = factor.High(j);
        if (of.kind == Gaussian::kPrecision) {  // Lᵀ z; elements before j are sums already
          const double own = z[j];
          for (size_t k = 0; k < j; ++k) z[k] += row[k] * own;
          z[j] = row[j] * own;
        } else {
          for (size_t k = 0; k < j; ++k) z[j] -= row[k] * z[k];
          z[j] /= row[j];
        }
      }
      for (const double value : z) sum += HalfSquare(value);
      out[i] = IsFinite(sum) ? constant - sum : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const Gaussian of = *AsGaussian(d);
    const DoubleDoubleMatrix factor = CovarianceFactorOf(of, Exponents(of.dimension));
    std::vector<double> z(of.dimension);
    for (size_t i = 0; i < n; ++i) {
      for (double& value : z) value = random.Normal();
      for (size_t j = 0; j < of.dimension; ++j) {
        double x = of.loc[j];
        for (size_t k = 0; k <= j; ++k) x += factor.High(j)[k] * z[k];
        *out++ = x;
      }
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return kl::KlDivergence(*AsGaussian(p), *AsGaussian(q));
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    GaussianGradient(*AsGaussian(p), *AsGaussian(q), by_p, by_q);
    return true;
  }
};

constexpr MultivariateNormal kMultivariateNormal("MultivariateNormal", kParametrizations);

}  // namespace

const Family& MultivariateNormalFamily() { return kMultivariateNormal; }

}  // namespace kl
