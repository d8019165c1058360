#include "measures/distances.h"

#include "measures/kl_divergence.h"
#include "measures/prepared.h"
#include "measures/renyi.h"
#include "measures/terms.h"

namespace kl {
namespace {

/// What `of` makes of the measure's sums and of the log of the base.
template <class Measure, class Of>
Result<double> Measured(Pairs& pairs, const Options& options, Of of) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  return {of(read.value.Sum<Measure>(pairs), read.value.log_base()), {}};
}

/// The root of a measure's sum, which may be a number where the sum itself would be a subnormal one. To a base below 1,
/// where divergences are negative, the root is too.
template <class Measure>
Result<double> RootMeasured(Pairs& pairs, const Options& options, size_t k, bool in_base) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  const Prepared& prepared = read.value;
  const int lift = prepared.Lift();
  const double square = prepared.Sum<Measure>(pairs, lift)[k] / (in_base ? prepared.log_base() : 1);
  const double root = square < 0 ? -Sqrt(-square) : Sqrt(square);
  return {Scale(root, -lift / 2), {}};
}

}  // namespace

Result<double> JensenShannonDivergence(Pairs& pairs, const Options& options) {
  return Measured<JensenShannonTerms>(
      pairs, options, [](const auto& sums, double log_base) { return sums[0] / log_base; });
}

Result<double> JensenShannonDistance(Pairs& pairs, const Options& options) {
  return RootMeasured<JensenShannonTerms>(pairs, options, 0, true);
}

Result<double> TotalVariationDistance(Pairs& pairs, const Options& options) {
  return Measured<OverlapTerms>(
      pairs, options, [](const auto& sums, double) { return sums[OverlapTerms::kTotalVariation]; });
}

Result<double> HellingerDistance(Pairs& pairs, const Options& options) {
  return RootMeasured<OverlapTerms>(pairs, options, OverlapTerms::kSquaredHellinger, false);
}

Result<double> BhattacharyyaDistance(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  const Prepared& prepared = read.value;
  const int lift = prepared.Lift();
  const auto sums = prepared.Sum<OverlapTerms>(pairs, lift);
  const double squared_hellinger = sums[OverlapTerms::kSquaredHellinger];
  const double coefficient = sums[OverlapTerms::kCoefficient];
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
  return {ChiSquaredFrom(read.value.Sum<ChiSquaredTerms>(pairs)[0], read.value.only_in_p()), {}};
}

}  // namespace kl
