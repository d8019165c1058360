#include "kernels/lane_sum.h"
#include "kernels/pair_sums.h"
#include "kernels/phi.h"

namespace kl {
namespace {

struct Sums {
  LaneSum terms, p, q;
  LeastUpperWord least;

  void Include(F64x2 p_pair, F64x2 q_pair) {
    least.Include(p_pair);
    least.Include(q_pair);
    p.Include(p_pair);
    q.Include(q_pair);
  }
};

}  // namespace

void AddPhi(const double* p, const double* q, size_t n, PairSums& total) {
  Sums sums;
  size_t i = 0;
  while (i + 2 <= n) {
    F64x2 group = {};
    for (const size_t end = i + kPlainGroup; i < end && i + 2 <= n; i += 2) {
      const F64x2 p_pair = Load(p + i), q_pair = Load(q + i);
      sums.Include(p_pair, q_pair);
      group += Phi(p_pair, q_pair);
    }
    sums.terms.Include(group);
  }
  total.terms = Add(total.terms, sums.terms.Total());
  total.p = Add(total.p, sums.p.Total());
  total.q = Add(total.q, sums.q.Total());
  total.in_range = total.in_range && sums.least.IsAtLeast(kLaneMinExponent);
  if (i < n) {
    total.in_range = total.in_range && p[i] >= kLaneMin && q[i] >= kLaneMin;
    total.terms = Add(total.terms, Phi(Splat(p[i]), Splat(q[i]))[0]);
    total.p = Add(total.p, p[i]);
    total.q = Add(total.q, q[i]);
  }
  total.in_range = total.in_range && total.p.hi <= kLaneMax && total.q.hi <= kLaneMax;
}

}  // namespace kl
