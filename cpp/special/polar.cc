#include "special/polar.h"

#include "special/elementary.h"

namespace kl {
namespace {

double SumOfSquares(const DoubleDoubleMatrix& a) {
  double sum = 0;
  for (size_t i = 0; i < a.rows(); ++i) {
    for (size_t j = 0; j < a.columns(); ++j) sum += Square(a.High(i)[j]);
  }
  return sum;
}

/// x ← 2^i x + 2^j y
void Combine(DoubleDoubleMatrix& x, int i, const DoubleDoubleMatrix& y, int j) {
  for (size_t row = 0; row < x.rows(); ++row) {
    for (size_t column = 0; column < x.columns(); ++column) {
      x.Set(row, column, Add(Scale(x(row, column), i), Scale(y(row, column), j)));
    }
  }
}

/// XᵀX.
DoubleDoubleMatrix Gram(const DoubleDoubleMatrix& x) {
  const size_t n = x.columns();
  const DoubleDoubleMatrix columns = Transposed(x);
  DoubleDoubleMatrix gram(n, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      gram.Set(i, j, RowProduct(columns, i, columns, j, 0, x.rows()));
      gram.Set(j, i, gram(i, j));
    }
  }
  return gram;
}

/// I − A, in the place of A.
void SubtractFromIdentity(DoubleDoubleMatrix& a) {
  for (size_t i = 0; i < a.rows(); ++i) {
    for (size_t j = 0; j < a.columns(); ++j)
      a.Set(i, j, Subtract({i == j ? 1.0 : 0.0, 0}, a(i, j)));
  }
}

}  // namespace

std::optional<DoubleDoubleMatrix> PolarFactor(const DoubleDoubleMatrix& a,
                                              const DoubleDoubleMatrix& inverse_transposed) {
  constexpr int kMaxSteps = 60;
  constexpr double kNear = 0x1p-4, kDone = 0x1p-100;  // of squares of norms
  DoubleDoubleMatrix x = a, inverse = inverse_transposed;
  for (int step = 0; step < kMaxSteps; ++step) {
    // γ, nearly √(‖X⁻ᵀ‖/‖X‖), as a power of two.
    const double ratio = Sqrt(Sqrt(SumOfSquares(inverse) / SumOfSquares(x)));
    if (!(ratio > 0 && IsFinite(ratio))) return std::nullopt;
    const int exponent = Split(ratio * 0x1.6a09e667f3bcdp+0).exponent;
    Combine(x, exponent - 1, inverse, -exponent - 1);
    for (;;) {
      const DoubleDoubleMatrix gram = Gram(x);
      DoubleDoubleMatrix lack = gram;
      SubtractFromIdentity(lack);
      const double size = SumOfSquares(lack);
      if (!(size < kNear)) {
        DoubleDoubleMatrix factor = gram;
        if (FactorCholesky(factor).row != kNoIndex) return std::nullopt;
        inverse = TimesTransposed(x, InverseOf(factor));
        break;
      }
      Combine(x, 0, TimesTransposed(x, lack), -1);
      if (size < kDone) return x;
    }
  }
  return std::nullopt;
}

}  // namespace kl
