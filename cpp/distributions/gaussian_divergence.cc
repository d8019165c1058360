#include "distributions/gaussian_divergence.h"

#include <algorithm>

#include "distributions/low_rank.h"
#include "distributions/normal.h"
#include "special/elementary.h"

namespace kl {
namespace {

/// Below this, differences of factors are not got by subtraction.
constexpr double kNear = 0x1p-6;

bool HasFactor(const Gaussian& d) {
  return d.kind == Gaussian::kScales || d.kind == Gaussian::kFactor;
}

DoubleDoubleMatrix Subtract(const DoubleDoubleMatrix& a, const DoubleDoubleMatrix& b) {
  DoubleDoubleMatrix difference(a.rows(), a.columns());
  for (size_t i = 0; i < a.rows(); ++i) {
    for (size_t j = 0; j < a.columns(); ++j) difference.Set(i, j, Subtract(a(i, j), b(i, j)));
  }
  return difference;
}

/// A − B, its lower half, as exact as its parameters make it.
DoubleDoubleMatrix DifferenceOfShapes(const Gaussian& a, const Gaussian& b,
                                      const Exponents& exponents) {
  if (a.kind != Gaussian::kLowRank || b.kind != Gaussian::kLowRank || a.rank != b.rank) {
    return Subtract(ShapeOf(a, exponents), ShapeOf(b, exponents));
  }
  // (W_a − W_b) W_aᵀ + W_b (W_a − W_b)ᵀ
  const size_t n = a.dimension, rank = a.rank;
  DoubleDoubleMatrix of_a(n, rank), of_b(n, rank), moved(n, rank), difference(n, n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < rank; ++k) {
      const double x = Scale(a.shape[i * rank + k], -exponents[i]),
                   y = Scale(b.shape[i * rank + k], -exponents[i]);
      of_a.Set(i, k, {x, 0});
      of_b.Set(i, k, {y, 0});
      moved.Set(i, k, TwoSum(x, -y));
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      difference.Set(
          i, j,
          Add(RowProduct(moved, i, of_a, j, 0, rank), RowProduct(of_b, i, moved, j, 0, rank)));
    }
    const DoubleDouble noise = TwoSum(a.diagonal[i], -b.diagonal[i]);
    difference.Set(i, i, Add(difference(i, i), Scale(noise, -2 * exponents[i])));
  }
  return difference;
}

/// The sum of the coordinates' divergences.
Finding OfScales(const Gaussian& p, const Gaussian& q) {
  DoubleDouble sum{0, 0};
  for (size_t i = 0; i < p.dimension; ++i) {
    const Finding found = KlDivergence(Normal{p.loc[i], p.shape[i]}, {q.loc[i], q.shape[i]});
    if (!IsFinite(found.value)) return found;
    sum = Add(sum, found.value);
    if (!IsFinite(sum.hi)) return Found(kInfinity, 0, Method::kClosedForm);
  }
  return Found(Value(sum), kNormalMaxUlp, Method::kClosedForm);
}

}  // namespace

double HalfOfSquares(const DoubleDoubleMatrix& rows) {
  DoubleDouble sum{0, 0};
  for (size_t i = 0; i < rows.rows(); ++i)
    sum = Add(sum, RowProduct(rows, i, rows, i, 0, rows.columns()));
  return Value(sum) / 2;
}

void SetExcess(const DoubleDoubleMatrix& difference, const DoubleDoubleMatrix& of_b,
               const std::vector<double>& log_ratios, Whitened& whitened) {
  whitened.excess = Transposed(difference);
  const size_t n = difference.rows();
  whitened.logs.resize(n);
  whitened.excesses.resize(n);
  for (size_t j = 0; j < n; ++j) {
    SolveLower(of_b, whitened.excess, j, j);
    const double x = whitened.excess(j, j).hi;
    const bool is_small = x > -0.5;
    // Near −1 the sum has lost the digits of the ratio.
    whitened.logs[j] = is_small ? Log1p(x) : log_ratios[j];
    whitened.excesses[j] = is_small ? LogExcess(x) : x - whitened.logs[j];
  }
}

Whitened Whiten(const Gaussian& p, const Gaussian& q) {
  const bool by_precision = p.kind == Gaussian::kPrecision && q.kind == Gaussian::kPrecision;
  const Gaussian &a = by_precision ? q : p, &b = by_precision ? p : q;
  const Exponents own = ExponentsOf(a), exponents = ExponentsOf(b);
  DoubleDoubleMatrix of_a = by_precision ? FactorOf(a, own) : CovarianceFactorOf(a, own);
  const DoubleDoubleMatrix of_b =
      by_precision ? FactorOf(b, exponents) : CovarianceFactorOf(b, exponents);
  const size_t n = p.dimension;
  const bool have_factors = HasFactor(a) && HasFactor(b);
  // Given factors are only solved with, which is as good as their own condition.
  const double of_shapes = std::max(ConditionOf(of_a), ConditionOf(of_b));
  const double condition = have_factors ? Sqrt(of_shapes) : of_shapes;
  const double rounding = Square(static_cast<double>(n)) * condition * 0x1p-103;
  // In coordinates of their own, where nothing underflows.
  std::vector<double> log_ratios(n);
  for (size_t j = 0; j < n; ++j) {
    const int exponent = by_precision ? exponents[j] - own[j] : own[j] - exponents[j];
    log_ratios[j] = LogRatio(of_a(j, j).hi, of_b(j, j).hi) + exponent * kLn2;
  }
  Rescale(of_a, own, exponents, by_precision);

  Whitened whitened{by_precision, {0, 0},   Difference(p.loc, q.loc, exponents), {},
                    {},           rounding, have_factors ? 0 : rounding};
  SetExcess(Subtract(of_a, of_b), of_b, log_ratios, whitened);
  const bool has_shapes =
      by_precision || (a.kind != Gaussian::kPrecision && b.kind != Gaussian::kPrecision);
  if (whitened.absolute_error > 0 && has_shapes && HalfOfSquares(whitened.excess) < kNear) {
    DoubleDoubleMatrix difference = DifferenceOfShapes(a, b, exponents);
    FactorDifference(of_a, of_b, difference);
    SetExcess(difference, of_b, log_ratios, whitened);
    whitened.absolute_error = 0;
  }
  if (by_precision) {
    whitened.difference = TimesTransposed(whitened.difference, Transposed(of_a));
  } else {
    SolveLower(of_b, whitened.difference, 0);
  }
  return whitened;
}

double DivergenceOfShapes(const Whitened& whitened) {
  DoubleDouble sum{HalfOfSquares(whitened.excess), 0};
  for (const double excess : whitened.excesses) sum = Add(sum, excess);
  return Value(sum);
}

Finding FoundOf(double value, const Whitened& whitened, double max_ulp) {
  if (!IsFinite(value)) return Found(kInfinity, 0, Method::kClosedForm);
  Finding found = Found(value, max_ulp, Method::kClosedForm);
  const double off = whitened.absolute_error;
  found.error += 8 * whitened.relative_error * value + off * (4 * Sqrt(value) + off);
  return found;
}

Finding KlDivergence(const Gaussian& p, const Gaussian& q) {
  if (p.kind == Gaussian::kScales && q.kind == Gaussian::kScales) return OfScales(p, q);
  if (IsOfLowRank(p, q)) {
    const Finding found = LowRankKlDivergence(p, q);
    // Variances that underflow beside Q's are better had from factors, each in coordinates of its own.
    if (IsFinite(found.value) || p.dimension > kMaxDense) return found;
  }
  const Whitened whitened = Whiten(p, q);
  return FoundOf(DivergenceOfShapes(whitened) + HalfOfSquares(whitened.difference), whitened,
                 kGaussianMaxUlp);
}

}  // namespace kl
