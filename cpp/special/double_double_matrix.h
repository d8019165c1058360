#pragma once

#include <cstddef>
#include <vector>

#include "kernels/double_double.h"
#include "result.h"

namespace kl {

/// A matrix of numbers to twice the precision, row by row.
class DoubleDoubleMatrix {
 public:
  DoubleDoubleMatrix(size_t rows, size_t columns)
      : rows_(rows), columns_(columns), high_(rows * columns), low_(rows * columns) {}

  size_t rows() const { return rows_; }
  size_t columns() const { return columns_; }

  DoubleDouble operator()(size_t i, size_t j) const {
    return {high_[i * columns_ + j], low_[i * columns_ + j]};
  }
  void Set(size_t i, size_t j, DoubleDouble x) {
    high_[i * columns_ + j] = x.hi;
    low_[i * columns_ + j] = x.lo;
  }
  const double* High(size_t i) const { return high_.data() + i * columns_; }
  const double* Low(size_t i) const { return low_.data() + i * columns_; }

 private:
  size_t rows_, columns_;
  std::vector<double> high_, low_;
};

/// Σ a(i, k) b(j, k) over first ≤ k < last. Error ≤ n 2^-103 of the sum of the magnitudes.
DoubleDouble RowProduct(const DoubleDoubleMatrix& a, size_t i, const DoubleDoubleMatrix& b,
                        size_t j, size_t first, size_t last);

DoubleDouble Subtract(DoubleDouble a, DoubleDouble b);

/// x 2^exponent.
DoubleDouble Scale(DoubleDouble x, int exponent);

/// √a for a > 0.
DoubleDouble SqrtTwice(DoubleDouble a);

/// A row whose pivot is not positive, if there is one, and that pivot.
struct BadPivot {
  std::ptrdiff_t row = kNoIndex;
  double value = 0;
};

/// The lower L > 0 of L Lᵀ = A, in the place of A, of which the lower half is read. L is zero above the diagonal.
BadPivot FactorCholesky(DoubleDoubleMatrix& a);

/// L_A − L_B from A − B, which it replaces: as exact, relative to its size, as that is, where A ≈ B.
///
///   δ = A − B, λ = L_A − L_B:   δᵢⱼ − Σ_{k<j} (λᵢₖ L_Aⱼₖ + L_Bᵢₖ λⱼₖ) = λᵢⱼ L_Aⱼⱼ + L_Bᵢⱼ λⱼⱼ
void FactorDifference(const DoubleDoubleMatrix& of_a, const DoubleDoubleMatrix& of_b,
                      DoubleDoubleMatrix& difference);

/// Row i of `rows`, which is 0 before `first`, becomes the x of L x = that row.
void SolveLower(const DoubleDoubleMatrix& lower, DoubleDoubleMatrix& rows, size_t i,
                size_t first = 0);

/// Row i of `rows` becomes the x of Lᵀ x = that row.
void SolveUpper(const DoubleDoubleMatrix& lower, DoubleDoubleMatrix& rows, size_t i);

/// L⁻ᵀ.
DoubleDoubleMatrix InverseTransposed(const DoubleDoubleMatrix& lower);

/// A⁻¹ of A = L Lᵀ.
DoubleDoubleMatrix InverseOf(const DoubleDoubleMatrix& lower);

DoubleDoubleMatrix Transposed(const DoubleDoubleMatrix& a);

/// A Bᵀ.
DoubleDoubleMatrix TimesTransposed(const DoubleDoubleMatrix& a, const DoubleDoubleMatrix& b);

/// An estimate, from below and mostly within a factor of 3, of ‖A‖ ‖A⁻¹‖ in the 1-norm, for A = L Lᵀ scaled to
/// a diagonal of 1, which is what errors of its factor depend on.
/// Source   W. W. Hager, "Condition estimates", 1984
double ConditionOf(const DoubleDoubleMatrix& lower);

}  // namespace kl
