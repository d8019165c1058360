#include "measures/distances.h"

#include "kernels/sqrt.h"
#include "measures/kl_divergence.h"
#include "measures/prepared.h"
#include "measures/renyi.h"
#include "measures/terms.h"

namespace kl {
namespace {

/// Sum k of the terms.
Result<double> Measured(const Terms& terms, size_t k, Pairs& pairs, const Options& options,
                        bool in_base) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  return {read.value.Sum(terms, pairs)[k] / (in_base ? read.value.log_base() : 1), {}};
}

/// Its root, which may be a number where the sum itself would be a subnormal one. To a base below 1, where divergences are
/// negative, the root is too.
Result<double> RootMeasured(const Terms& terms, size_t k, Pairs& pairs, const Options& options,
                            bool in_base) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  const Prepared& prepared = read.value;
  const double divisor = in_base ? prepared.log_base() : 1;
  const auto lifted = [&](int lift) { return prepared.Sum(terms, pairs, lift)[k] / divisor; };
  constexpr double kSmall = 0x1p-500;
  constexpr int kMostLift = 1400;
  int lift = prepared.RootLift();
  double square = lifted(lift);
  if (lift > 0 && square < kSmall && square > -kSmall) {
    lift = kMostLift;
    square = lifted(lift);
  }
  const double root = square < 0 ? -Sqrt(-square) : Sqrt(square);
  return {Scale(root, -lift / 2), {}};
}

}  // namespace

Result<double> JensenShannonDivergence(Pairs& pairs, const Options& options) {
  return Measured(kJensenShannonTerms, 0, pairs, options, true);
}

Result<double> JensenShannonDistance(Pairs& pairs, const Options& options) {
  return RootMeasured(kJensenShannonTerms, 0, pairs, options, true);
}

Result<double> TotalVariationDistance(Pairs& pairs, const Options& options) {
  return Measured(kOverlapTerms, kTotalVariation, pairs, options, false);
}

Result<double> HellingerDistance(Pairs& pairs, const Options& options) {
  return RootMeasured(kOverlapTerms, kSquaredHellinger, pairs, options, false);
}

Result<double> BhattacharyyaDistance(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  const Prepared& prepared = read.value;
  const int lift = prepared.Lift();
  const auto sums = prepared.Sum(kOverlapTerms, pairs, lift);
  const double squared_hellinger = sums[kSquaredHellinger];
  const double coefficient = sums[kCoefficient];
  if (!prepared.is_as_given() && squared_hellinger <= 0.5) {
    return {-LogOf(TwoSum(1.0, -squared_hellinger)) / prepared.log_base(), {}};
  }
  // A coefficient that no double holds: −log Σ√(pq) is half of Rényi's divergence of order ½, which sums over exponents.
  if (!prepared.is_as_given() && coefficient < 0x1p-900) {
    const Result<Finding> renyi = RenyiDivergence(pairs, options, 0.5);
    return {renyi.value.value / 2, renyi.problem};
  }
  if (coefficient == 0) return {kInfinity / prepared.log_base(), {}};
  const LanePair pair = Align(1, coefficient, {1, 0}, 0);
  const double nats = LogRatio(pair.p, pair.q)[0] + (pair.shift + lift) * kLn2;
  return {nats / prepared.log_base(), {}};
}

Finding ChiSquaredFrom(double value, std::ptrdiff_t alone) {
  return alone == kNoIndex ? Found(value, kDistanceMaxUlp, Method::kSum) : Infinite(alone);
}

Result<Finding> ChiSquaredDivergence(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  return {ChiSquaredFrom(read.value.Sum(kChiSquaredTerms, pairs)[0], read.value.only_in_p()), {}};
}

}  // namespace kl
