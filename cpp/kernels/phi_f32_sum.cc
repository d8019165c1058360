#include "kernels/phi_f32_sum.h"

#include <algorithm>

#include "kernels/lane_sum.h"

namespace kl {
namespace {

constexpr size_t kStep = 32;    // eight floats a lane, added as floats
constexpr size_t kGroup = 256;  // whose doubles are added plainly

/// Four lanes of eight floats each, as doubles.
inline F64x2 SumOfEight(const F32x4 (&x)[8]) {
  const F32x4 sum = ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]));
  return WidenLow(sum) + WidenHigh(sum);
}

struct Sums {
  LaneSum terms, p, differences;
  F32x4 least = SplatFloat(kPhiF32Max);

  /// n: a multiple of kStep, at most kGroup.
  void Include(const float* p_from, const float* q_from, size_t n) {
    F64x2 terms_group = {}, p_group = {}, differences_group = {};
    F32x4 least_so_far = least;
    for (size_t i = 0; i < n; i += kStep) {
      F32x4 phi[8], p_quads[8], difference[8];
#pragma GCC unroll 8
      for (size_t j = 0; j < 8; ++j) {
        const F32x4 p_quad = Load(p_from + i + 4 * j), q_quad = Load(q_from + i + 4 * j);
        least_so_far = LeastOf(p_quad, LeastOf(q_quad, least_so_far));
        p_quads[j] = p_quad;
        difference[j] = q_quad - p_quad;
        phi[j] = Phi(p_quad, q_quad);
      }
      terms_group += SumOfEight(phi);
      p_group += SumOfEight(p_quads);
      differences_group += SumOfEight(difference);
    }
    least = least_so_far;
    terms.Include(terms_group);
    p.Include(p_group);
    differences.Include(differences_group);
  }

  bool IsAtLeast(float bound) const {
    return least[0] >= bound && least[1] >= bound && least[2] >= bound && least[3] >= bound;
  }
};

}  // namespace

void AddPhiF32(const float* p, const float* q, size_t n, PairSums& total) {
  Sums sums;
  const size_t whole = n - n % kStep;
  for (size_t i = 0; i < whole; i += kGroup) {
    sums.Include(p + i, q + i, std::min(kGroup, whole - i));
  }
  total.terms = Add(total.terms, sums.terms.Total());
  total.p = Add(total.p, sums.p.Total());
  total.q = Add(total.q, Add(sums.p.Total(), sums.differences.Total()));
  total.in_range = total.in_range && sums.IsAtLeast(kPhiF32Min);
  if (whole < n) {
    // The last ones, filled up with ones, which differ by nothing.
    float p_rest[kStep], q_rest[kStep];
    std::fill(std::copy(p + whole, p + n, p_rest), p_rest + kStep, 1.0f);
    std::fill(std::copy(q + whole, q + n, q_rest), q_rest + kStep, 1.0f);
    Sums rest;
    rest.Include(p_rest, q_rest, kStep);
    total.terms = Add(total.terms, rest.terms.Total());
    total.in_range = total.in_range && rest.IsAtLeast(kPhiF32Min);
    for (size_t i = whole; i < n; ++i) {
      total.p = Add(total.p, static_cast<double>(p[i]));
      total.q = Add(total.q, static_cast<double>(q[i]));
    }
  }
  total.in_range = total.in_range && total.p.hi <= kPhiF32Max && total.q.hi <= kPhiF32Max;
}

}  // namespace kl
