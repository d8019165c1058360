#include "special/double_double_matrix.h"

#include <algorithm>

#include "special/elementary.h"
#include "special/twice.h"

namespace kl {
namespace {

F64x2 Single(double x) { return F64x2{x, 0}; }

/// A sum in every lane, what its additions and products lost apart.
struct LaneSums {
  F64x2 sum = Splat(0), rest = Splat(0);

  void Add(F64x2 a, F64x2 a_low, F64x2 b, F64x2 b_low) {
    const TwoParts<F64x2> product = TwoProduct(a, b), next = TwoSum(sum, product.hi);
    sum = next.hi;
    rest += next.lo + (product.lo + (a * b_low + a_low * b));
  }

  DoubleDouble Total() const { return kl::Add(TwoSum(sum[0], rest[0]), TwoSum(sum[1], rest[1])); }
};

/// A lower factor in single precision, its rows of length 1.
class RoughFactor {
 public:
  explicit RoughFactor(const DoubleDoubleMatrix& lower) : n_(lower.rows()), rows_(n_ * n_) {
    for (size_t i = 0; i < n_; ++i) {
      const double* from = lower.High(i);
      const double largest = Abs(*LargestOf(from, i + 1));
      double squares = 0;
      for (size_t k = 0; k <= i; ++k) squares += Square(from[k] / largest);
      const double length = largest * Sqrt(squares);
      for (size_t k = 0; k <= i; ++k) rows_[i * n_ + k] = from[k] / length;
    }
  }

  /// x becomes (L Lᵀ)⁻¹ x.
  void Solve(std::vector<double>& x) const {
    for (size_t i = 0; i < n_; ++i) {
      for (size_t k = 0; k < i; ++k) x[i] -= Row(i)[k] * x[k];
      x[i] /= Row(i)[i];
    }
    for (size_t i = n_; i-- > 0;) {
      x[i] /= Row(i)[i];
      for (size_t k = 0; k < i; ++k) x[k] -= Row(i)[k] * x[i];
    }
  }

  /// At least ‖L Lᵀ‖₁.
  double Norm() const {
    std::vector<double> columns(n_), sums(n_);
    for (size_t i = 0; i < n_; ++i) {
      for (size_t k = 0; k <= i; ++k) columns[k] += Abs(Row(i)[k]);
    }
    for (size_t i = 0; i < n_; ++i) {
      for (size_t k = 0; k <= i; ++k) sums[i] += Abs(Row(i)[k]) * columns[k];
    }
    return *std::max_element(sums.begin(), sums.end());
  }

 private:
  static const double* LargestOf(const double* row, size_t n) {
    return std::max_element(row, row + n, [](double a, double b) { return Abs(a) < Abs(b); });
  }
  const double* Row(size_t i) const { return rows_.data() + i * n_; }

  size_t n_;
  std::vector<double> rows_;
};

double SumOfMagnitudes(const std::vector<double>& x) {
  double sum = 0;
  for (const double value : x) sum += Abs(value);
  return sum;
}

}  // namespace

DoubleDouble RowProduct(const DoubleDoubleMatrix& a, size_t i, const DoubleDoubleMatrix& b,
                        size_t j, size_t first, size_t last) {
  const double *a_high = a.High(i), *a_low = a.Low(i), *b_high = b.High(j), *b_low = b.Low(j);
  LaneSums even, odd;
  size_t k = first;
  for (; k + 4 <= last; k += 4) {
    even.Add(Load(a_high + k), Load(a_low + k), Load(b_high + k), Load(b_low + k));
    odd.Add(Load(a_high + k + 2), Load(a_low + k + 2), Load(b_high + k + 2), Load(b_low + k + 2));
  }
  for (; k < last; ++k) {
    even.Add(Single(a_high[k]), Single(a_low[k]), Single(b_high[k]), Single(b_low[k]));
  }
  return Add(even.Total(), odd.Total());
}

DoubleDouble Subtract(DoubleDouble a, DoubleDouble b) { return Add(a, Negate(b)); }

DoubleDouble Scale(DoubleDouble x, int exponent) {
  return {Scale(x.hi, exponent), Scale(x.lo, exponent)};
}

DoubleDouble SqrtTwice(DoubleDouble a) {
  const double root = Sqrt(a.hi);
  const DoubleDouble rest = Subtract(a, TwoProduct(root, root));
  return FastTwoSum(root, rest.hi / (2 * root));
}

BadPivot FactorCholesky(DoubleDoubleMatrix& a) {
  const size_t n = a.rows();
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < i; ++j) {
      a.Set(i, j, Divide(Subtract(a(i, j), RowProduct(a, i, a, j, 0, j)), a(j, j)));
    }
    const DoubleDouble pivot = Subtract(a(i, i), RowProduct(a, i, a, i, 0, i));
    if (!(pivot.hi > 0)) return {static_cast<std::ptrdiff_t>(i), pivot.hi};
    a.Set(i, i, SqrtTwice(pivot));
    for (size_t j = i + 1; j < n; ++j) a.Set(i, j, {0, 0});
  }
  return {};
}

void FactorDifference(const DoubleDoubleMatrix& of_a, const DoubleDoubleMatrix& of_b,
                      DoubleDoubleMatrix& difference) {
  const size_t n = difference.rows();
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      const DoubleDouble known =
          Add(RowProduct(difference, i, of_a, j, 0, j), RowProduct(of_b, i, difference, j, 0, j));
      const DoubleDouble rest = Subtract(difference(i, j), known);
      if (i == j) {
        difference.Set(i, i, Divide(rest, Add(of_a(i, i), of_b(i, i))));
      } else {
        difference.Set(i, j,
                       Divide(Subtract(rest, Multiply(of_b(i, j), difference(j, j))), of_a(j, j)));
      }
    }
    for (size_t j = i + 1; j < n; ++j) difference.Set(i, j, {0, 0});
  }
}

void SolveLower(const DoubleDoubleMatrix& lower, DoubleDoubleMatrix& rows, size_t i, size_t first) {
  for (size_t j = first; j < lower.rows(); ++j) {
    rows.Set(i, j,
             Divide(Subtract(rows(i, j), RowProduct(rows, i, lower, j, first, j)), lower(j, j)));
  }
}

void SolveUpper(const DoubleDoubleMatrix& lower, DoubleDoubleMatrix& rows, size_t i) {
  for (size_t j = lower.rows(); j-- > 0;) {
    const DoubleDouble x = Divide(rows(i, j), lower(j, j));
    rows.Set(i, j, x);
    for (size_t k = 0; k < j; ++k) {
      rows.Set(i, k, Subtract(rows(i, k), Multiply(lower(j, k), x)));
    }
  }
}

DoubleDoubleMatrix InverseTransposed(const DoubleDoubleMatrix& lower) {
  const size_t n = lower.rows();
  DoubleDoubleMatrix columns(n, n);
  for (size_t i = 0; i < n; ++i) {
    columns.Set(i, i, {1, 0});
    SolveLower(lower, columns, i, i);
  }
  return columns;
}

DoubleDoubleMatrix InverseOf(const DoubleDoubleMatrix& lower) {
  const size_t n = lower.rows();
  const DoubleDoubleMatrix columns = InverseTransposed(lower);
  DoubleDoubleMatrix inverse(n, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      inverse.Set(i, j, RowProduct(columns, i, columns, j, i, n));
      inverse.Set(j, i, inverse(i, j));
    }
  }
  return inverse;
}

DoubleDoubleMatrix Transposed(const DoubleDoubleMatrix& a) {
  DoubleDoubleMatrix transposed(a.columns(), a.rows());
  for (size_t i = 0; i < a.rows(); ++i) {
    for (size_t j = 0; j < a.columns(); ++j) transposed.Set(j, i, a(i, j));
  }
  return transposed;
}

DoubleDoubleMatrix TimesTransposed(const DoubleDoubleMatrix& a, const DoubleDoubleMatrix& b) {
  DoubleDoubleMatrix product(a.rows(), b.rows());
  for (size_t i = 0; i < a.rows(); ++i) {
    for (size_t j = 0; j < b.rows(); ++j) product.Set(i, j, RowProduct(a, i, b, j, 0, a.columns()));
  }
  return product;
}

double ConditionOf(const DoubleDoubleMatrix& lower) {
  const size_t n = lower.rows();
  const RoughFactor factor(lower);
  double inverse_norm = 0;
  std::vector<double> x(n, 1 / static_cast<double>(n));
  for (int round = 0; round < 4; ++round) {
    factor.Solve(x);
    const double found = SumOfMagnitudes(x);
    if (!(found > inverse_norm)) break;
    inverse_norm = found;
    for (double& value : x) value = value < 0 ? -1 : 1;
    factor.Solve(x);
    size_t most = 0;
    for (size_t i = 1; i < n; ++i) {
      if (Abs(x[i]) > Abs(x[most])) most = i;
    }
    x.assign(n, 0);
    x[most] = 1;
  }
  return factor.Norm() * inverse_norm;
}

}  // namespace kl
