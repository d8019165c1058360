#include "distributions/gaussian_gradient.h"

#include "special/elementary.h"
#include "special/twice.h"

namespace kl {
namespace {

using Matrix = DoubleDoubleMatrix;

/// Both halves of what FactorOf's square or ShapeOf is.
Matrix CovarianceOf(const Gaussian& d, const Matrix& factor, const Exponents& exponents) {
  const size_t n = d.dimension;
  Matrix covariance(n, n);
  const Matrix shape = d.kind == Gaussian::kPrecision ? Matrix(0, 0) : ShapeOf(d, exponents);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      covariance.Set(i, j,
                     d.kind == Gaussian::kPrecision ? RowProduct(factor, i, factor, j, 0, j + 1)
                                                    : shape(i, j));
      covariance.Set(j, i, covariance(i, j));
    }
  }
  return covariance;
}

/// L, W or standard deviations as the rows of a matrix, in the coordinates of `exponents`, transposed.
Matrix TransposedRoot(const Gaussian& d, const Exponents& exponents) {
  const size_t n = d.dimension, columns = d.kind == Gaussian::kLowRank ? d.rank : n;
  Matrix root(columns, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < columns; ++j) {
      const bool is_scale = d.kind == Gaussian::kScales;
      const double x = !is_scale ? d.shape[i * columns + j] : i == j ? d.shape[i] : 0;
      root.Set(j, i, {Scale(x, -exponents[i]), 0});
    }
  }
  return root;
}

/// From the gradient by the covariance, symmetric, in the coordinates of `exponents`, that by the numbers after loc.
void ByShape(const Gaussian& d, const Matrix& gradient, const Matrix& covariance,
             const Exponents& exponents, std::span<Partial> by) {
  const size_t n = d.dimension;
  if (d.kind == Gaussian::kCovariance || d.kind == Gaussian::kPrecision) {
    const bool is_precision = d.kind == Gaussian::kPrecision;
    const Matrix halfway = is_precision ? TimesTransposed(covariance, gradient) : Matrix(0, 0);
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j <= i; ++j) {
        const int exponent = exponents[i] + exponents[j];
        by[i * n + j] = by[j * n + i] =
            is_precision ? -Scale(RowProduct(halfway, i, covariance, j, 0, n).hi, exponent)
                         : Scale(gradient(i, j).hi, -exponent);
      }
    }
    return;
  }
  const Matrix root = TransposedRoot(d, exponents);
  const size_t columns = root.rows();
  for (size_t i = 0; i < n; ++i) {
    const auto by_root = [&](size_t j) {
      return 2 * Scale(RowProduct(gradient, i, root, j, 0, n).hi, -exponents[i]);
    };
    if (d.kind == Gaussian::kScales) {
      by[i] = by_root(i);
      continue;
    }
    const size_t last = d.kind == Gaussian::kFactor ? i + 1 : columns;
    for (size_t j = 0; j < columns; ++j) by[i * columns + j] = j < last ? by_root(j) : 0;
    if (d.kind == Gaussian::kLowRank)
      by[n * columns + i] = Scale(gradient(i, i).hi, -2 * exponents[i]);
  }
}

}  // namespace

void GaussianGradient(const Gaussian& p, const Gaussian& q, std::span<Partial> by_p,
                      std::span<Partial> by_q) {
  const size_t n = p.dimension;
  const Exponents exponents = ExponentsOf(q);
  const Matrix p_factor = CovarianceFactorOf(p, exponents),
               q_factor = CovarianceFactorOf(q, exponents);
  const Matrix p_inverse = InverseOf(p_factor), q_inverse = InverseOf(q_factor);
  const Matrix p_covariance = CovarianceOf(p, p_factor, exponents),
               q_covariance = CovarianceOf(q, q_factor, exponents);
  Matrix difference(n, n), by_p_shape(n, n), by_q_shape(n, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j)
      difference.Set(i, j, Subtract(p_covariance(i, j), q_covariance(i, j)));
  }
  const Matrix moved = TimesTransposed(q_inverse, difference),
               y = TimesTransposed(Difference(p.loc, q.loc, exponents), q_inverse);
  for (size_t i = 0; i < n; ++i) {
    by_p[i] = Scale(y(0, i).hi, -exponents[i]);
    by_q[i] = -by_p[i];
    for (size_t j = 0; j <= i; ++j) {
      const double rough = y(0, i).hi * y(0, j).hi;
      const DoubleDouble by_both =
          Abs(rough) < 0x1p1000 ? Multiply(y(0, i), y(0, j)) : DoubleDouble{rough, 0};
      by_p_shape.Set(i, j, Scale(RowProduct(moved, i, p_inverse, j, 0, n), -1));
      by_q_shape.Set(
          i, j,
          Subtract({0, 0}, Scale(Add(RowProduct(moved, i, q_inverse, j, 0, n), by_both), -1)));
      by_p_shape.Set(j, i, by_p_shape(i, j));
      by_q_shape.Set(j, i, by_q_shape(i, j));
    }
  }
  ByShape(p, by_p_shape, p_covariance, exponents, by_p.subspan(n));
  ByShape(q, by_q_shape, q_covariance, exponents, by_q.subspan(n));
}

}  // namespace kl
