#include "support/distribution_reference_gaussian.h"

#include <algorithm>
#include <string>
#include <vector>

#include "distributions/family.h"

namespace kl::test {
namespace {

using R = Real;

/// A square matrix, row by row.
struct Matrix {
  size_t n;
  std::vector<R> entries;

  explicit Matrix(size_t size) : n(size), entries(size * size) {}
  R& At(size_t i, size_t j) { return entries[i * n + j]; }
  const R& At(size_t i, size_t j) const { return entries[i * n + j]; }
};

Matrix Product(const Matrix& a, const Matrix& b) {
  Matrix c(a.n);
  for (size_t i = 0; i < a.n; ++i) {
    for (size_t j = 0; j < a.n; ++j) {
      for (size_t k = 0; k < a.n; ++k) c.At(i, j) += a.At(i, k) * b.At(k, j);
    }
  }
  return c;
}

/// The inverse of a positive definite matrix and the logarithm of its determinant, by Gauss–Jordan elimination.
struct Inverse {
  Matrix matrix;
  R log_determinant = 0;

  explicit Inverse(Matrix a) : matrix(a.n) {
    const size_t n = a.n;
    for (size_t i = 0; i < n; ++i) matrix.At(i, i) = 1;
    for (size_t k = 0; k < n; ++k) {
      const R pivot = a.At(k, k);
      log_determinant += Log(pivot);
      for (size_t j = 0; j < n; ++j) {
        a.At(k, j) /= pivot;
        matrix.At(k, j) /= pivot;
      }
      for (size_t i = 0; i < n; ++i) {
        if (i == k) continue;
        const R factor = a.At(i, k);
        for (size_t j = 0; j < n; ++j) {
          a.At(i, j) -= factor * a.At(k, j);
          matrix.At(i, j) -= factor * matrix.At(k, j);
        }
      }
    }
  }
};

Matrix CovarianceOf(const Distribution& d) {
  const auto n = static_cast<size_t>(d.dimension), rank = static_cast<size_t>(d.rank);
  const std::string family = d.family->name();
  const double* rest = d.numbers.data() + n;
  Matrix m(n);
  if (family == "DiagonalNormal") {
    for (size_t i = 0; i < n; ++i) m.At(i, i) = R(rest[i]) * rest[i];
    return m;
  }
  if (family == "LowRankMultivariateNormal") {
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < n; ++j) {
        if (i == j) m.At(i, i) = rest[n * rank + i];
        for (size_t k = 0; k < rank; ++k) m.At(i, j) += R(rest[i * rank + k]) * rest[j * rank + k];
      }
    }
    return m;
  }
  for (size_t i = 0; i < n * n; ++i) m.entries[i] = rest[i];
  if (d.parametrization == 0) return m;
  if (d.parametrization == 2) return Inverse(m).matrix;
  Matrix transposed(n);
  for (size_t i = 0; i < n * n; ++i) transposed.entries[i] = m.At(i % n, i / n);
  return Product(m, transposed);
}

double NormOf(const Matrix& m) {
  R greatest = 0;
  for (size_t i = 0; i < m.n; ++i) {
    R sum = 0;
    for (size_t j = 0; j < m.n; ++j) sum += abs(m.At(i, j));
    greatest = std::max(greatest, sum);
  }
  return static_cast<double>(greatest);
}

}  // namespace

Wanted ExactGaussianDivergence(const Distribution& p, const Distribution& q) {
  const Matrix of_p = CovarianceOf(p);
  const Inverse by_p(of_p), by_q(CovarianceOf(q));
  const Matrix product = Product(by_q.matrix, of_p);
  const size_t n = of_p.n;
  R sum = by_q.log_determinant - by_p.log_determinant - R(n);
  for (size_t i = 0; i < n; ++i) {
    sum += product.At(i, i);
    for (size_t j = 0; j < n; ++j) {
      const R of_i = R(p.numbers[i]) - q.numbers[i], of_j = R(p.numbers[j]) - q.numbers[j];
      sum += of_i * by_q.matrix.At(i, j) * of_j;
    }
  }
  return Rounded(R(sum / 2));
}

double ConditionOf(const Distribution& d) {
  const Matrix covariance = CovarianceOf(d);
  return NormOf(covariance) * NormOf(Inverse(covariance).matrix);
}

}  // namespace kl::test
