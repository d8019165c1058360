#include "kernels/phi_f32_sum.h"

#include <algorithm>

#include "kernels/lane_sum.h"

namespace kl {
namespace {

constexpr size_t kStride = 16;         // four floats a lane, added as floats in two steps
constexpr size_t kStep = 2 * kStride;  // a third step adds two of these
constexpr size_t kGroup = 8 * kStep;   // whose doubles are added plainly

using Quads = F32x4[kStride / 4];

inline F32x4 SumOf(const Quads& x) { return (x[0] + x[1]) + (x[2] + x[3]); }
inline F64x2 Widened(F32x4 x) { return WidenLow(x) + WidenHigh(x); }

struct Sums {
  LaneSum terms, p, differences;
  F32x4 least = SplatFloat(kPhiF32Max);

  /// n: a multiple of kStep, at most kGroup. In two loops, as in contribution_sum.cc. More than a stride at a time would
  /// need more registers than there are.
  void Include(const float* p_from, const float* q_from, size_t n) {
    PhiBeginF32 begins[kGroup / 4];
    F64x2 p_group = {}, differences_group = {}, terms_group = {};
    F32x4 least_so_far = least;
    for (size_t step = 0; step < n; step += kStep) {
      F32x4 p_sum = {}, difference_sum = {};
#pragma GCC unroll 1
      for (size_t i = step; i < step + kStep; i += kStride) {
        Quads p_quads, differences_quads;
#pragma GCC unroll 4
        for (size_t j = 0; j < 4; ++j) {
          const F32x4 p_quad = Load(p_from + i + 4 * j), q_quad = Load(q_from + i + 4 * j);
          least_so_far = LeastOf(p_quad, LeastOf(q_quad, least_so_far));
          p_quads[j] = p_quad;
          differences_quads[j] = q_quad - p_quad;
          begins[i / 4 + j] = BeginPhi(p_quad, q_quad);
        }
        p_sum += SumOf(p_quads);
        difference_sum += SumOf(differences_quads);
      }
      p_group += Widened(p_sum);
      differences_group += Widened(difference_sum);
    }
    for (size_t step = 0; step < n; step += kStep) {
      F32x4 terms_sum = {};
#pragma GCC unroll 1
      for (size_t i = step; i < step + kStep; i += kStride) {
        Quads phi;
#pragma GCC unroll 4
        for (size_t j = 0; j < 4; ++j) phi[j] = EndPhi(Load(p_from + i + 4 * j), begins[i / 4 + j]);
        terms_sum += SumOf(phi);
      }
      terms_group += Widened(terms_sum);
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
