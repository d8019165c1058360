#include "divergence/gaussian_measures.h"

#include <algorithm>

#include "distributions/gaussian_divergence.h"
#include "divergence/support.h"
#include "special/elementary.h"
#include "special/polar.h"
#include "special/twice.h"

namespace kl {
namespace {

constexpr Finding kInfinitelyFar{kInfinity, 0, Method::kInfinite, Reason::kExpectation, kNoIndex};

/// Both as normal distributions of one dimension.
struct Pair {
  Gaussian p, q;
};

Result<std::optional<Pair>> PairOf(const Distribution& p, const Distribution& q) {
  if (const Problem problem = CheckAlike(p, q)) return {{}, problem};
  const auto of_p = AsGaussian(p), of_q = AsGaussian(q);
  if (!of_p || !of_q) return {{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}};
  return {Pair{*of_p, *of_q}, {}};
}

/// N + Nᵀ + N Nᵀ, of which the eigenvalues are those of Σq⁻¹ Σp less 1; of precisions N + Nᵀ + Nᵀ N.
DoubleDoubleMatrix ExcessOfCovariance(const Whitened& whitened) {
  const DoubleDoubleMatrix columns = whitened.excess, rows = Transposed(columns);
  const DoubleDoubleMatrix& factor = whitened.by_precision ? columns : rows;
  DoubleDoubleMatrix excess = TimesTransposed(factor, factor);
  for (size_t i = 0; i < excess.rows(); ++i) {
    for (size_t j = 0; j < excess.rows(); ++j)
      excess.Set(i, j, Add(excess(i, j), Add(rows(i, j), columns(i, j))));
  }
  return excess;
}

DoubleDoubleMatrix Identity(size_t n) {
  DoubleDoubleMatrix identity(n, n);
  for (size_t i = 0; i < n; ++i) identity.Set(i, i, {1, 0});
  return identity;
}

double SumOf(const std::vector<double>& values) {
  DoubleDouble sum{0, 0};
  for (const double value : values) sum = Add(sum, value);
  return Value(sum);
}

double MagnitudeOf(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += Abs(value);
  return sum;
}

/// α ≥ ½, finite, not 1; `rest` is 1 − α. With e the eigenvalues of ExcessOfCovariance and λ(x) = x − log(1 + x), the covariances' part is
///
///   ½ Σ [λ(e) − λ((1 − α) e)/(1 − α)]  =  ½ Σ [log(1 + (1 − α) e)/(1 − α) − log(1 + e)],
///
/// the left for small e, the right for large; sums over e as those of the Cholesky factors of I + E, I + (1 − α) E.
Finding RenyiOfOrder(const Gaussian& p, const Gaussian& q, double alpha, DoubleDouble rest) {
  const Whitened whitened = Whiten(p, q);
  const size_t n = p.dimension;
  DoubleDoubleMatrix difference = ExcessOfCovariance(whitened);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) difference.Set(i, j, Multiply(difference(i, j), rest));
  }
  DoubleDoubleMatrix mixed = difference;
  for (size_t i = 0; i < n; ++i) mixed.Set(i, i, Add(difference(i, i), 1.0));
  if (FactorCholesky(mixed).row != kNoIndex) return kInfinitelyFar;

  Whitened of_mixed{false, {0, 0}, whitened.difference, {}, {}, 0, 0};
  const DoubleDoubleMatrix identity = Identity(n);
  FactorDifference(mixed, identity, difference);
  std::vector<double> logs(n);
  for (size_t i = 0; i < n; ++i) logs[i] = LogRatio(mixed(i, i).hi, 1);
  SetExcess(difference, identity, logs, of_mixed);
  SolveLower(mixed, of_mixed.difference, 0);

  const double by = Value(rest), of_locs = alpha * HalfOfSquares(of_mixed.difference);
  const double first = DivergenceOfShapes(whitened), second = DivergenceOfShapes(of_mixed) / by;
  const double by_excess = first + Abs(second),
               by_logs = MagnitudeOf(whitened.logs) + MagnitudeOf(of_mixed.logs) / Abs(by);
  const bool is_small = by_excess <= by_logs;
  const double of_shapes =
      is_small ? first - second : SumOf(of_mixed.logs) / by - SumOf(whitened.logs);
  const double magnitude = is_small ? by_excess : by_logs;
  Finding found = FoundOf(of_shapes + of_locs, whitened, kGaussianMaxUlp);
  // What cancels; and how near to its end the matrix of Σα is.
  if (IsFinite(found.value)) {
    found.error += 0x1p-46 * magnitude + whitened.relative_error * ConditionOf(mixed) * found.value;
  }
  return found;
}

/// log sup p/q = −½ log det(I + E) + ½ zᵀ (−E)⁻¹ z.
Finding RenyiOfInfiniteOrder(const Gaussian& p, const Gaussian& q) {
  const Whitened whitened = Whiten(p, q);
  const DoubleDoubleMatrix excess = ExcessOfCovariance(whitened);
  size_t count = 0;
  std::vector<size_t> kept(excess.rows());  // coordinates in which P and Q differ
  for (size_t i = 0; i < excess.rows(); ++i) {
    const double* row = excess.High(i);
    const bool is_equal = std::all_of(row, row + excess.rows(), [](double x) { return x == 0; });
    if (!is_equal || whitened.difference(0, i).hi != 0) kept[count++] = i;
  }
  if (count == 0) return Found(0, 0, Method::kClosedForm);
  DoubleDoubleMatrix fall(count, count), z(1, count);
  for (size_t i = 0; i < count; ++i) {
    z.Set(0, i, whitened.difference(0, kept[i]));
    for (size_t j = 0; j < count; ++j) fall.Set(i, j, Negate(excess(kept[i], kept[j])));
  }
  if (FactorCholesky(fall).row != kNoIndex) return kInfinitelyFar;
  SolveLower(fall, z, 0);
  Finding found = FoundOf(HalfOfSquares(z) - SumOf(whitened.logs), whitened, kGaussianMaxUlp);
  if (IsFinite(found.value)) {
    found.error += 0x1p-46 * MagnitudeOf(whitened.logs) +
                   whitened.relative_error * ConditionOf(fall) * found.value;
  }
  return found;
}

Finding Renyi(const Gaussian& p, const Gaussian& q, double alpha) {
  if (alpha == kInfinity) return RenyiOfInfiniteOrder(p, q);
  if (alpha >= 0.5) return RenyiOfOrder(p, q, alpha, TwoSum(1.0, -alpha));
  // Skew symmetry: (1 − α) D_α(P‖Q) = α D_(1−α)(Q‖P).
  Finding found = RenyiOfOrder(q, p, 1 - alpha, {alpha, 0});
  const double factor = alpha / (1 - alpha);
  found.value *= factor;
  found.error = factor * found.error + 0x1p-51 * found.value;
  return found;
}

Gaussian CoordinateOf(const Gaussian& d, size_t i) {
  return {Gaussian::kScales, 1, 0, d.loc.subspan(i, 1), d.shape.subspan(i, 1)};
}

/// The sum over coordinates, for independent ones.
Finding RenyiOfScales(const Gaussian& p, const Gaussian& q, double alpha) {
  Finding sum{0, 0, Method::kClosedForm, Reason::kNone, kNoIndex};
  for (size_t i = 0; i < p.dimension; ++i) {
    const Finding found = Renyi(CoordinateOf(p, i), CoordinateOf(q, i), alpha);
    sum.value += found.value;
    if (!IsFinite(sum.value))
      return IsFinite(found.value) ? Found(sum.value, 0, found.method) : found;
    sum.error += found.error + 0x1p-53 * sum.value;
  }
  return sum;
}

/// What the matrices to be compared are scaled by: the largest coordinate's.
int LargestExponent(const Gaussian& p, const Gaussian& q) {
  const Exponents of_p = ExponentsOf(p), of_q = ExponentsOf(q);
  return std::max(*std::max_element(of_p.begin(), of_p.end()),
                  *std::max_element(of_q.begin(), of_q.end()));
}

/// min ‖L_p − L_q U‖² over orthogonal U; ∞ where such a U is not to be found.
double SquaredBuresDistance(const DoubleDoubleMatrix& of_p, const DoubleDoubleMatrix& of_q) {
  const DoubleDoubleMatrix product = TimesTransposed(Transposed(of_q), Transposed(of_p));
  // (L_qᵀ L_p)⁻ᵀ = L_q⁻¹ L_p⁻ᵀ
  const DoubleDoubleMatrix inverse =
      TimesTransposed(Transposed(InverseTransposed(of_q)), Transposed(InverseTransposed(of_p)));
  const auto turn = PolarFactor(product, inverse);
  if (!turn) return kInfinity;
  DoubleDoubleMatrix rest = TimesTransposed(of_q, Transposed(*turn));
  for (size_t i = 0; i < rest.rows(); ++i) {
    for (size_t j = 0; j < rest.columns(); ++j) rest.Set(i, j, Subtract(of_p(i, j), rest(i, j)));
  }
  return 2 * HalfOfSquares(rest);
}

}  // namespace

Result<Finding> RenyiDivergence(const Distribution& p, const Distribution& q, double alpha) {
  if (!(alpha >= 0)) return {{}, {Status::kAlphaNotUsable, Argument::kAlpha, kNoIndex, alpha}};
  const auto [pair, problem] = PairOf(p, q);
  if (problem) return {{}, problem};
  if (alpha == 1) return {KlDivergence(pair->p, pair->q), {}};
  if (alpha == 0) return {Found(0, 0, Method::kClosedForm), {}};
  const bool are_scales = pair->p.kind == Gaussian::kScales && pair->q.kind == Gaussian::kScales;
  return {(are_scales ? RenyiOfScales : Renyi)(pair->p, pair->q, alpha), {}};
}

Result<Finding> BhattacharyyaDistance(const Distribution& p, const Distribution& q) {
  Result<Finding> found = RenyiDivergence(p, q, 0.5);
  found.value.value /= 2;
  found.value.error /= 2;
  return found;
}

Result<Finding> HellingerDistance(const Distribution& p, const Distribution& q) {
  const Result<Finding> found = BhattacharyyaDistance(p, q);
  if (found.problem) return found;
  const auto& [value, error, method, reason, outcome] = found.value;
  if (!IsFinite(value)) return {Found(1, 1, Method::kClosedForm), {}};
  const double distance = Sqrt(-Expm1(-value));
  Finding of_distance = Found(distance, 4, Method::kClosedForm);
  // d√(1 − e^−b) = e^−b/(2√(1 − e^−b)) db
  if (value > 0) of_distance.error += Exp(-value) * (error / distance);
  return {of_distance, {}};
}

Result<Finding> WassersteinDistance(const Distribution& p, const Distribution& q) {
  const auto [pair, problem] = PairOf(p, q);
  if (problem) return {{}, problem};
  const auto& [of_p, of_q] = *pair;
  const int exponent = LargestExponent(of_p, of_q);
  const Exponents exponents(of_p.dimension, exponent);
  const size_t n = of_p.dimension;
  double squares = 2 * HalfOfSquares(Difference(of_p.loc, of_q.loc, exponents)), off = 0;
  if (of_p.kind == Gaussian::kScales && of_q.kind == Gaussian::kScales) {
    squares += 2 * HalfOfSquares(Difference(of_p.shape, of_q.shape, exponents));
  } else {
    const DoubleDoubleMatrix p_factor = CovarianceFactorOf(of_p, exponents),
                             q_factor = CovarianceFactorOf(of_q, exponents);
    const double condition = std::max(ConditionOf(p_factor), ConditionOf(q_factor));
    squares += SquaredBuresDistance(p_factor, q_factor);
    off = Square(static_cast<double>(n)) * condition * 0x1p-103 *
          Sqrt(HalfOfSquares(p_factor) + HalfOfSquares(q_factor));
  }
  if (!IsFinite(squares)) return {Found(kInfinity, 0, Method::kClosedForm), {}};
  Finding found = Found(Scale(Sqrt(squares), exponent), kGaussianMaxUlp, Method::kClosedForm);
  found.error += Scale(off, exponent);
  return {found, {}};
}

}  // namespace kl
