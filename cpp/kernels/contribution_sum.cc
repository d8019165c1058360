#include <algorithm>

#include "kernels/lane_sum.h"
#include "kernels/log.h"
#include "kernels/pair_sums.h"

namespace kl {
namespace {

// Two loops over a block that stays in the first-level cache, instead of one: the divisions of the first overlap each
// other, the polynomials of the second do. In one loop each would wait for the other's result.
constexpr size_t kBlock = 256;

/// log₂ r / s, z = s² ≤ 0.0402: Horner's scheme in z² over pairs, as short a chain as costs one product more.
inline F64x2 Log2Series(F64x2 z) {
  const auto pair = [z](int i) { return Splat(kLog2Series[i]) + z * Splat(kLog2Series[i + 1]); };
  const F64x2 z2 = z * z;
  return ((pair(6) * z2 + pair(4)) * z2 + pair(2)) * z2 + pair(0);
}

/// s and k of log₂(p/q), with the exponent rounded to nearest: |s| ≤ 1/5, one term of the series fewer than
/// Reduce would need. What cancels between s and k is harmless here, in a sum of both signs.
inline void StoreSlope(F64x2 p, F64x2 q, double* slope, double* exponent) {
  const I64x2 k = Plus(Minus(Bits(p), Bits(q)), SplatBits(1LL << 51)) & SplatBits(kExponentField);
  const F64x2 m = FromBits(Plus(Bits(q), k));
  Store(slope, (p - m) / (p + m));
  Store(exponent, ExponentValue(k));
}

/// A sum of which every group of kGroup numbers is added plainly, and the groups' sums with compensation: an error here
/// is an error of the divergence, undiminished, since Σp/Σq enters it by its logarithm.
constexpr size_t kGroup = 32;
static_assert(kBlock % kGroup == 0);

struct Sums {
  LaneSum contributions, p, q;
  LeastUpperWord least;
};

/// n: a multiple of 4, at most kBlock.
inline void AddBlock(const double* p, const double* q, size_t n, Sums& sums) {
  alignas(16) double slope[kBlock], exponent[kBlock];
  for (size_t group = 0; group < n; group += kGroup) {
    F64x2 p_sum = {}, q_sum = {};
    const size_t end = std::min(group + kGroup, n);
    for (size_t i = group; i < end; i += 4) {
      const F64x2 p0 = Load(p + i), p1 = Load(p + i + 2), q0 = Load(q + i), q1 = Load(q + i + 2);
      for (const F64x2 x : {p0, p1, q0, q1}) sums.least.Include(x);
      StoreSlope(p0, q0, slope + i, exponent + i);
      StoreSlope(p1, q1, slope + i + 2, exponent + i + 2);
      p_sum += p0 + p1;
      q_sum += q0 + q1;
    }
    sums.p.Include(p_sum);
    sums.q.Include(q_sum);
  }
  F64x2 even = {}, odd = {};
  for (size_t i = 0; i < n; i += 4) {
    const F64x2 s0 = Load(slope + i), s1 = Load(slope + i + 2);
    even += Load(p + i) * (s0 * Log2Series(s0 * s0) + Load(exponent + i));
    odd += Load(p + i + 2) * (s1 * Log2Series(s1 * s1) + Load(exponent + i + 2));
  }
  sums.contributions.Include(even + odd);
}

void Collect(const Sums& sums, PairSums& total) {
  total.terms = Add(total.terms, Multiply(sums.contributions.Total(), kLn2));
  total.p = Add(total.p, sums.p.Total());
  total.q = Add(total.q, sums.q.Total());
  total.in_range = total.in_range && sums.least.IsAtLeast(kLaneMinExponent);
}

}  // namespace

void AddContributions(const double* p, const double* q, size_t n, PairSums& total) {
  Sums sums;
  const size_t whole = n - n % 4;
  for (size_t i = 0; i < whole; i += kBlock) {
    AddBlock(p + i, q + i, std::min(kBlock, whole - i), sums);
  }
  Collect(sums, total);
  if (whole < n) {
    // The last one to three, filled up with ones, whose logarithm is 0, and summed by themselves.
    double p_rest[4] = {1, 1, 1, 1}, q_rest[4] = {1, 1, 1, 1};
    std::copy(p + whole, p + n, p_rest);
    std::copy(q + whole, q + n, q_rest);
    Sums rest;
    AddBlock(p_rest, q_rest, 4, rest);
    rest.p = rest.q = {};
    Collect(rest, total);
    for (size_t i = whole; i < n; ++i) {
      total.p = Add(total.p, p[i]);
      total.q = Add(total.q, q[i]);
    }
  }
  total.in_range = total.in_range && total.p.hi <= kLaneMax && total.q.hi <= kLaneMax;
}

}  // namespace kl
