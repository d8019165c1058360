#include "measures/terms.h"

#include <algorithm>
#include <array>

#include "kernels/phi.h"
#include "kernels/sqrt.h"
#include "measures/term_sums.h"

namespace kl {
namespace {

/// `of` gives the terms of one pair of lanes.
template <size_t n_sums, class Of>
inline void AddEach(const AlignedLanes* pairs, size_t n, F64x2* sums, Of of) {
  std::array<F64x2, n_sums> local;
  std::copy_n(sums, n_sums, local.begin());
  for (size_t i = 0; i < n; ++i) {
    const std::array<F64x2, n_sums> terms = of(pairs[i].x, pairs[i].y, pairs[i].y_low);
    for (size_t k = 0; k < n_sums; ++k) local[k] += terms[k];
  }
  std::copy_n(local.begin(), n_sums, sums);
}

void AddForward(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<1>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 1> {
    return {Phi(x, y, y_low)};
  });
}

/// Adds weight · (log(x/y) − less) · sign.
void AddLog(const FarWeights& far, const Scaled& weight, double less, double sign, int exponent,
            TermSum& sum) {
  const double log = far.log - less * PowerOfTwo(-far.log_exponent);
  sum.Add(sign * weight.significand * log, weight.exponent + far.log_exponent + exponent);
}

/// x log(x/y) − x where x is the larger.
void AddForwardFar(const FarWeights& far, int exponent, TermSum* sums) {
  if (far.log > 0) AddLog(far, far.x, 1, 1, exponent, sums[0]);
}

void AddBothWays(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<3>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 3> {
    const PhiPair phi = PhiBoth(x, y, y_low);
    return {phi.forward, phi.reverse, phi.difference};
  });
}

void AddBothWaysFar(const FarWeights& far, int exponent, TermSum* sums) {
  AddForwardFar(far, exponent, sums);
  if (far.log < 0) AddLog(far, far.y, -1, -1, exponent, sums[1]);
  // (x + y) log(x/y) − 2 (x − y)
  const bool p_larger = far.log > 0;
  AddLog(far, p_larger ? far.x : far.y, p_larger ? 2 : -2, 1, exponent, sums[2]);
}

void AddJensenShannon(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<1>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 1> {
    const TwoParts<F64x2> sum = TwoSum(x, y);
    const F64x2 half = Splat(0.5), m = half * sum.hi, m_low = half * (sum.lo + y_low);
    return {half * (Phi(x, m, m_low) + Phi(y, m, m_low - y_low))};
  });
}

void AddOverlap(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<3>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 3> {
    const F64x2 d = (x - y) - y_low, root_x = Sqrt(x), root_y = Sqrt(y);
    const F64x2 difference = d / (root_x + root_y);  // √x − √y without cancellation
    return {Splat(0.5) * Abs(d), Splat(0.5) * (difference * difference), root_x * root_y};
  });
}

void AddOverlapFar(const FarWeights& far, int exponent, TermSum* sums) {
  sums[kCoefficient].Add(far.root.significand, far.root.exponent + exponent);
}

void AddChiSquared(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<2>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 2> {
    const F64x2 d = (x - y) - y_low;
    return {d * (d / y), d * (d / x)};
  });
}

void AddChiSquaredFar(const FarWeights& far, int exponent, TermSum* sums) {
  sums[far.log > 0 ? 0 : 1].Add(far.square.significand, far.square.exponent + exponent);
}

void AddContributions(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<5>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 5> {
    const F64x2 log = LogRatio(x, y, y_low);
    return {x * log, -(y * log), (x + y) * log, x * Abs(log), y * Abs(log)};
  });
}

void AddContributionsFar(const FarWeights& far, int exponent, TermSum* sums) {
  const double sign = far.log < 0 ? -1 : 1;
  AddLog(far, far.x, 0, 1, exponent, sums[kForwardSum]);
  AddLog(far, far.y, 0, -1, exponent, sums[kReverseSum]);
  AddLog(far, far.x, 0, 1, exponent, sums[kAsymmetrySum]);
  AddLog(far, far.y, 0, 1, exponent, sums[kAsymmetrySum]);
  AddLog(far, far.x, 0, sign, exponent, sums[kForwardMagnitude]);
  AddLog(far, far.y, 0, sign, exponent, sums[kReverseMagnitude]);
}

void AddAll(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddBothWays(pairs, n, sums + kBothWaysAt);
  AddJensenShannon(pairs, n, sums + kJensenShannonAt);
  AddOverlap(pairs, n, sums + kOverlapAt);
  AddChiSquared(pairs, n, sums + kChiSquaredAt);
}

void AddAllFar(const FarWeights& far, int exponent, TermSum* sums) {
  AddBothWaysFar(far, exponent, sums + kBothWaysAt);
  AddOverlapFar(far, exponent, sums + kOverlapAt);
  AddChiSquaredFar(far, exponent, sums + kChiSquaredAt);
}

void AddNothingFar(const FarWeights&, int, TermSum*) {}

constexpr double kHalfLn2 = kLn2 / 2;

}  // namespace

constinit const Terms kForwardTerms{.sums = 1,
                                    .witness = 0,
                                    .noise = kSecondOrderNoise,
                                    .add = AddForward,
                                    .at_zero_p = {1},
                                    .at_zero_q = {0},
                                    .add_far = AddForwardFar};

constinit const Terms kBothWaysTerms{.sums = 3,
                                     .witness = 0,
                                     .noise = kSecondOrderNoise,
                                     .add = AddBothWays,
                                     .at_zero_p = {1, 0, 0},
                                     .at_zero_q = {0, 1, 0},
                                     .add_far = AddBothWaysFar};

constinit const Terms kJensenShannonTerms{.sums = 1,
                                          .witness = 0,
                                          .noise = kSecondOrderNoise,
                                          .add = AddJensenShannon,
                                          .at_zero_p = {kHalfLn2},
                                          .at_zero_q = {kHalfLn2},
                                          .add_far = AddNothingFar};

constinit const Terms kOverlapTerms{.sums = 3,
                                    .witness = kTotalVariation,
                                    .noise = kFirstOrderNoise,
                                    .add = AddOverlap,
                                    .at_zero_p = {0.5, 0.5, 0},
                                    .at_zero_q = {0.5, 0.5, 0},
                                    .add_far = AddOverlapFar};

constinit const Terms kChiSquaredTerms{.sums = 2,
                                       .witness = 0,
                                       .noise = kSecondOrderNoise,
                                       .add = AddChiSquared,
                                       .at_zero_p = {1, 0},
                                       .at_zero_q = {0, 1},
                                       .add_far = AddChiSquaredFar};

constinit const Terms kContributionTerms{.sums = 5,
                                         .witness = kForwardMagnitude,
                                         .noise = 0,
                                         .add = AddContributions,
                                         .at_zero_p = {},
                                         .at_zero_q = {},
                                         .add_far = AddContributionsFar};

constinit const Terms kAllTerms{.sums = 9,
                                .witness = kOverlapAt + kTotalVariation,
                                .noise = kFirstOrderNoise,
                                .add = AddAll,
                                .at_zero_p = {1, 0, 0, kHalfLn2, 0.5, 0.5, 0, 1, 0},
                                .at_zero_q = {0, 1, 0, kHalfLn2, 0.5, 0.5, 0, 0, 1},
                                .add_far = AddAllFar};

}  // namespace kl
