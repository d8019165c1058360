#include "measures/terms.h"

#include <algorithm>
#include <array>

#include "kernels/phi.h"
#include "kernels/sqrt.h"

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

void FindForwardBeyond(double x, double, int shift, double* more, int*) {
  if (shift > 0) more[0] = shift * kLn2 * x;
}

void AddBothWays(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<3>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 3> {
    const PhiPair phi = PhiBoth(x, y, y_low);
    return {phi.forward, phi.reverse, phi.difference};
  });
}

void FindBothWaysBeyond(double x, double y, int shift, double* more, int*) {
  const double nats = shift * kLn2;
  if (shift > 0) more[0] = nats * x;
  if (shift < 0) more[1] = -(nats * y);
  more[2] = more[0] - more[1];
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

void FindOverlapBeyond(double x, double y, int shift, double* more, int* exponents) {
  // The coefficient shrinks by 2^(-|shift|/2): by whole powers in its exponent, by a root here.
  constexpr double kRootOfHalfLessOne = -0x1.2bec333018867p-2;
  if (shift % 2 != 0) more[kCoefficient] = kRootOfHalfLessOne * (Sqrt(x) * Sqrt(y));
  exponents[kCoefficient] = -((shift < 0 ? -shift : shift) / 2);
}

void AddChiSquared(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<2>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 2> {
    const F64x2 d = (x - y) - y_low;
    return {d * (d / y), d * (d / x)};
  });
}

void FindChiSquaredBeyond(double, double, int shift, double*, int* exponents) {
  exponents[shift > 0 ? 0 : 1] = shift > 0 ? shift : -shift;
}

template <class T>
inline std::array<T, 5> ContributionsOf(T x, T y, T log, T magnitude) {
  return {x * log, -(y * log), (x + y) * log, x * magnitude, y * magnitude};
}

void AddContributions(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddEach<5>(pairs, n, sums, [](F64x2 x, F64x2 y, F64x2 y_low) -> std::array<F64x2, 5> {
    const F64x2 log = LogRatio(x, y, y_low);
    return ContributionsOf(x, y, log, Abs(log));
  });
}

void FindContributionsBeyond(double x, double y, int shift, double* more, int* exponents) {
  const double nats = shift * kLn2;
  const auto terms = ContributionsOf(x, y, nats, nats < 0 ? -nats : nats);
  std::copy(terms.begin(), terms.end(), more);
  // The smaller weight stands in for one 2^|shift| times smaller.
  const int of_p = shift < 0 ? shift : 0, of_q = shift < 0 ? 0 : -shift;
  exponents[kForwardSum] = exponents[kForwardMagnitude] = of_p;
  exponents[kReverseSum] = exponents[kReverseMagnitude] = of_q;
}

void AddAll(const AlignedLanes* pairs, size_t n, F64x2* sums) {
  AddBothWays(pairs, n, sums + kBothWaysAt);
  AddJensenShannon(pairs, n, sums + kJensenShannonAt);
  AddOverlap(pairs, n, sums + kOverlapAt);
  AddChiSquared(pairs, n, sums + kChiSquaredAt);
}

void FindAllBeyond(double x, double y, int shift, double* more, int* exponents) {
  FindBothWaysBeyond(x, y, shift, more + kBothWaysAt, exponents + kBothWaysAt);
  FindOverlapBeyond(x, y, shift, more + kOverlapAt, exponents + kOverlapAt);
  FindChiSquaredBeyond(x, y, shift, more + kChiSquaredAt, exponents + kChiSquaredAt);
}

void FindNothingBeyond(double, double, int, double*, int*) {}

constexpr double kHalfLn2 = kLn2 / 2;

}  // namespace

constinit const Terms kForwardTerms{.sums = 1,
                                    .witness = 0,
                                    .noise = kSecondOrderNoise,
                                    .add = AddForward,
                                    .at_zero_p = {1},
                                    .at_zero_q = {0},
                                    .find_beyond = FindForwardBeyond};

constinit const Terms kBothWaysTerms{.sums = 3,
                                     .witness = 0,
                                     .noise = kSecondOrderNoise,
                                     .add = AddBothWays,
                                     .at_zero_p = {1, 0, 0},
                                     .at_zero_q = {0, 1, 0},
                                     .find_beyond = FindBothWaysBeyond};

constinit const Terms kJensenShannonTerms{.sums = 1,
                                          .witness = 0,
                                          .noise = kSecondOrderNoise,
                                          .add = AddJensenShannon,
                                          .at_zero_p = {kHalfLn2},
                                          .at_zero_q = {kHalfLn2},
                                          .find_beyond = FindNothingBeyond};

constinit const Terms kOverlapTerms{.sums = 3,
                                    .witness = kTotalVariation,
                                    .noise = kFirstOrderNoise,
                                    .add = AddOverlap,
                                    .at_zero_p = {0.5, 0.5, 0},
                                    .at_zero_q = {0.5, 0.5, 0},
                                    .find_beyond = FindOverlapBeyond};

constinit const Terms kChiSquaredTerms{.sums = 2,
                                       .witness = 0,
                                       .noise = kSecondOrderNoise,
                                       .add = AddChiSquared,
                                       .at_zero_p = {1, 0},
                                       .at_zero_q = {0, 1},
                                       .find_beyond = FindChiSquaredBeyond};

constinit const Terms kContributionTerms{.sums = 5,
                                         .witness = kForwardMagnitude,
                                         .noise = 0,
                                         .add = AddContributions,
                                         .at_zero_p = {},
                                         .at_zero_q = {},
                                         .find_beyond = FindContributionsBeyond};

constinit const Terms kAllTerms{.sums = 9,
                                .witness = kOverlapAt + kTotalVariation,
                                .noise = kFirstOrderNoise,
                                .add = AddAll,
                                .at_zero_p = {1, 0, 0, kHalfLn2, 0.5, 0.5, 0, 1, 0},
                                .at_zero_q = {0, 1, 0, kHalfLn2, 0.5, 0.5, 0, 0, 1},
                                .find_beyond = FindAllBeyond};

}  // namespace kl
