#pragma once

#include <cstddef>
#include <vector>

#include "special/twice.h"

namespace kl {

/// A few numbers to twice the precision; for many, see double_double_matrix.h.
using DoubleDoubleVector = std::vector<DoubleDouble>;

/// A square matrix of a few rows.
class SmallDoubleDoubleMatrix {
 public:
  explicit SmallDoubleDoubleMatrix(size_t n) : n_(n), at_(n * n, {0, 0}) {}
  static SmallDoubleDoubleMatrix Identity(size_t n) {
    SmallDoubleDoubleMatrix identity(n);
    for (size_t i = 0; i < n; ++i) identity.at_[i * n + i] = {1, 0};
    return identity;
  }

  DoubleDoubleVector Times(const DoubleDoubleVector& x, bool transposed = false) const {
    DoubleDoubleVector y(n_, {0, 0});
    for (size_t i = 0; i < n_; ++i) {
      for (size_t j = 0; j < n_; ++j) {
        const DoubleDouble a = transposed ? at_[j * n_ + i] : at_[i * n_ + j];
        y[i] = Add(y[i], Multiply(a, x[j]));
      }
    }
    return y;
  }

  /// + factor x yᵀ
  void AddProduct(DoubleDouble factor, const DoubleDoubleVector& x, const DoubleDoubleVector& y) {
    for (size_t i = 0; i < n_; ++i) {
      const DoubleDouble fx = Multiply(factor, x[i]);
      for (size_t j = 0; j < n_; ++j) at_[i * n_ + j] = Add(at_[i * n_ + j], Multiply(fx, y[j]));
    }
  }

 private:
  size_t n_;
  DoubleDoubleVector at_;
};

inline DoubleDouble Dot(const DoubleDoubleVector& x, const DoubleDoubleVector& y) {
  DoubleDouble sum{0, 0};
  for (size_t i = 0; i < x.size(); ++i) sum = Add(sum, Multiply(x[i], y[i]));
  return sum;
}

inline DoubleDoubleVector Times(const DoubleDoubleVector& x, DoubleDouble factor) {
  DoubleDoubleVector y(x);
  for (DoubleDouble& value : y) value = Multiply(value, factor);
  return y;
}

inline DoubleDoubleVector Plus(const DoubleDoubleVector& x, const DoubleDoubleVector& y) {
  DoubleDoubleVector sum(x);
  for (size_t i = 0; i < x.size(); ++i) sum[i] = Add(x[i], y[i]);
  return sum;
}

inline DoubleDoubleVector Minus(const DoubleDoubleVector& x, const DoubleDoubleVector& y) {
  return Plus(x, Times(y, {-1, 0}));
}

}  // namespace kl
