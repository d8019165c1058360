#include "distributions/gaussian.h"

#include "distributions/families.h"
#include "special/elementary.h"
#include "special/twice.h"

namespace kl {
namespace {

/// The element of a symmetric matrix: the mean of both.
DoubleDouble Mean(std::span<const double> matrix, size_t n, size_t i, size_t j) {
  const DoubleDouble sum = TwoSum(matrix[i * n + j] / 2, matrix[j * n + i] / 2);
  return i == j ? DoubleDouble{matrix[i * n + i], 0} : sum;
}

/// The exponent of the root of a variance v.
int HalfExponent(double v) { return v > 0 ? Split(v).exponent >> 1 : 0; }

double LargestOf(std::span<const double> row) {
  double largest = 0;
  for (const double x : row) largest = Abs(x) > largest ? Abs(x) : largest;
  return largest;
}

}  // namespace

std::optional<Gaussian> AsGaussian(const Distribution& d) {
  const std::span<const double> numbers = d.numbers;
  if (d.family == &NormalFamily())
    return Gaussian{Gaussian::kScales, 1, 0, numbers.first(1), numbers.subspan(1)};
  const auto n = static_cast<size_t>(d.dimension), rank = static_cast<size_t>(d.rank);
  if (d.family == &DiagonalNormalFamily())
    return Gaussian{Gaussian::kScales, n, 0, numbers.first(n), numbers.subspan(n)};
  if (d.family == &MultivariateNormalFamily()) {
    constexpr Gaussian::Kind kKinds[] = {Gaussian::kCovariance, Gaussian::kFactor,
                                         Gaussian::kPrecision};
    return Gaussian{kKinds[d.parametrization], n, 0, numbers.first(n), numbers.subspan(n)};
  }
  if (d.family == &LowRankMultivariateNormalFamily()) {
    return Gaussian{
        Gaussian::kLowRank,           n, rank, numbers.first(n), numbers.subspan(n, n * rank),
        numbers.subspan(n + n * rank)};
  }
  return std::nullopt;
}

Exponents ExponentsOf(const Gaussian& d) {
  const size_t n = d.dimension;
  Exponents exponents(n);
  for (size_t i = 0; i < n; ++i) {
    switch (d.kind) {
      case Gaussian::kScales:
        exponents[i] = Split(d.shape[i]).exponent;
        break;
      case Gaussian::kFactor:
        exponents[i] = Split(LargestOf(d.shape.subspan(i * n, i + 1))).exponent;
        break;
      case Gaussian::kCovariance:
        exponents[i] = HalfExponent(d.shape[i * n + i]);
        break;
      case Gaussian::kPrecision:
        exponents[i] = -HalfExponent(d.shape[i * n + i]);
        break;
      case Gaussian::kLowRank:
        exponents[i] = HalfExponent(d.diagonal[i]);
        if (const double w = LargestOf(d.shape.subspan(i * d.rank, d.rank)); w > 0) {
          const int of_row = Split(w).exponent;
          exponents[i] = of_row > exponents[i] ? of_row : exponents[i];
        }
        break;
    }
  }
  return exponents;
}

DoubleDoubleMatrix ShapeOf(const Gaussian& d, const Exponents& exponents) {
  const size_t n = d.dimension;
  DoubleDoubleMatrix shape(n, n);
  if (d.kind == Gaussian::kCovariance || d.kind == Gaussian::kPrecision) {
    const int sign = d.kind == Gaussian::kPrecision ? 1 : -1;
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j <= i; ++j) {
        shape.Set(i, j, Scale(Mean(d.shape, n, i, j), sign * (exponents[i] + exponents[j])));
      }
    }
    return shape;
  }
  if (d.kind == Gaussian::kLowRank) {
    DoubleDoubleMatrix rows(n, d.rank);
    for (size_t i = 0; i < n; ++i) {
      for (size_t k = 0; k < d.rank; ++k)
        rows.Set(i, k, {Scale(d.shape[i * d.rank + k], -exponents[i]), 0});
    }
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j <= i; ++j) shape.Set(i, j, RowProduct(rows, i, rows, j, 0, d.rank));
      shape.Set(i, i, Add(shape(i, i), Scale(d.diagonal[i], -2 * exponents[i])));
    }
    return shape;
  }
  const DoubleDoubleMatrix factor = FactorOf(d, exponents);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) shape.Set(i, j, RowProduct(factor, i, factor, j, 0, j + 1));
  }
  return shape;
}

void Rescale(DoubleDoubleMatrix& factor, const Exponents& from, const Exponents& to,
             bool of_precision) {
  for (size_t i = 0; i < factor.rows(); ++i) {
    const int exponent = of_precision ? to[i] - from[i] : from[i] - to[i];
    if (exponent == 0) continue;
    for (size_t j = 0; j <= i; ++j) factor.Set(i, j, Scale(factor(i, j), exponent));
  }
}

DoubleDoubleMatrix FactorOf(const Gaussian& d, const Exponents& exponents) {
  const size_t n = d.dimension;
  if (d.kind == Gaussian::kScales || d.kind == Gaussian::kFactor) {
    DoubleDoubleMatrix factor(n, n);
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = d.kind == Gaussian::kScales ? i : 0; j <= i; ++j) {
        const double x = d.kind == Gaussian::kScales ? d.shape[i] : d.shape[i * n + j];
        factor.Set(i, j, {Scale(x, -exponents[i]), 0});
      }
    }
    return factor;
  }
  const Exponents own = ExponentsOf(d);
  DoubleDoubleMatrix factor = ShapeOf(d, own);
  FactorCholesky(factor);
  Rescale(factor, own, exponents, d.kind == Gaussian::kPrecision);
  return factor;
}

/// With J the reversal of order and J Λ J = C Cᵀ, the covariance is (J C⁻ᵀ J)(J C⁻ᵀ J)ᵀ, and that factor is lower.
DoubleDoubleMatrix CovarianceFactorOf(const Gaussian& d, const Exponents& exponents) {
  if (d.kind != Gaussian::kPrecision) return FactorOf(d, exponents);
  const size_t n = d.dimension;
  const Exponents own = ExponentsOf(d);
  const DoubleDoubleMatrix precision = ShapeOf(d, own);
  DoubleDoubleMatrix reversed(n, n), factor(n, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) reversed.Set(i, j, precision(n - 1 - j, n - 1 - i));
  }
  FactorCholesky(reversed);
  const DoubleDoubleMatrix inverse = InverseTransposed(reversed);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j)
      factor.Set(i, j, Scale(inverse(n - 1 - i, n - 1 - j), own[i] - exponents[i]));
  }
  return factor;
}

DoubleDoubleMatrix Difference(std::span<const double> a, std::span<const double> b,
                              const Exponents& exponents) {
  DoubleDoubleMatrix difference(1, a.size());
  for (size_t i = 0; i < a.size(); ++i) {
    difference.Set(0, i, TwoSum(Scale(a[i], -exponents[i]), Scale(-b[i], -exponents[i])));
  }
  return difference;
}

}  // namespace kl
