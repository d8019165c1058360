#include "measures/aligned_sum.h"

#include <algorithm>

#include "kernels/lane_sum.h"

namespace kl {
namespace {

I64x2 InRange(F64x2 x) { return (x >= Splat(kLaneMin)) & (x <= Splat(kLaneMax)); }

class AlignedSum {
 public:
  AlignedSum(const Terms& terms, const Alignment& alignment)
      : sums_(terms),
        alignment_(alignment),
        p_scale_(Splat(PowerOfTwo(-alignment.p_exponent))),
        q_scale_(Splat(PowerOfTwo(-alignment.q_exponent))) {}

  /// n ≤ kPlainGroup.
  void AddBlock(const double* p, const double* q, size_t n) {
    std::fill_n(block_, sums_.terms->sums, Splat(0));
    n_ = 0;
    const size_t whole = n - n % 2;
    I64x2 in_range = {-1, -1};
    for (size_t i = 0; i < whole; i += 2) {
      in_range &= InRange(Load(p + i) * p_scale_) & InRange(Load(q + i) * q_scale_);
    }
    if ((in_range[0] & in_range[1]) != 0) {
      for (size_t i = 0; i < whole; i += 2) lanes_[n_++] = AlignLanes(Load(p + i), Load(q + i));
    } else {
      for (size_t i = 0; i < whole; i += 2) AddWithZeros(Load(p + i), Load(q + i));
    }
    if (whole < n) AddWithZeros(F64x2{p[whole], 0}, F64x2{q[whole], 0});
    AddLanes();
    for (size_t k = 0; k < sums_.terms->sums; ++k) sums_.sums[k].Add(Sum(block_[k]));
  }

  const TermSums& sums() const { return sums_; }

 private:
  AlignedLanes AlignLanes(F64x2 p, F64x2 q) const {
    const F64x2 scaled = q * q_scale_;
    const TwoParts<F64x2> product = TwoProduct(Splat(alignment_.ratio.hi), scaled);
    return {p * p_scale_, product.hi, product.lo + Splat(alignment_.ratio.lo) * scaled};
  }

  void AddLanes() {
    sums_.terms->add(lanes_, n_, block_);
    n_ = 0;
  }

  void AddWithZeros(F64x2 p, F64x2 q) {
    const I64x2 no_p = p == Splat(0), no_q = q == Splat(0), any_zero = no_p | no_q;
    const I64x2 usable = (InRange(p * p_scale_) | no_p) & (InRange(q * q_scale_) | no_q);
    if ((usable[0] & usable[1]) == 0) {
      AddScaled(p[0], q[0]);
      AddScaled(p[1], q[1]);
      return;
    }
    const AlignedLanes at = AlignLanes(p, q);
    if (!Any(any_zero)) {
      lanes_[n_++] = at;
      return;
    }
    AddLanes();  // what comes before is added before
    // Ones where the terms do not apply: they must not meet a zero, and what they say of those is not used.
    const AlignedLanes usable_lanes{Select(any_zero, Splat(1), at.x),
                                    Select(any_zero, Splat(1), at.y), Keep(~any_zero, at.y_low)};
    const Terms& terms = *sums_.terms;
    F64x2 inside[Terms::kMostSums] = {};
    terms.add(&usable_lanes, 1, inside);
    for (size_t k = 0; k < terms.sums; ++k) {
      const F64x2 zero_p = Splat(terms.at_zero_p[k]) * at.y;
      const F64x2 zero_q = Splat(terms.at_zero_q[k]) * at.x;
      block_[k] += Select(any_zero, Keep(no_p, zero_p) + Keep(no_q & ~no_p, zero_q), inside[k]);
    }
  }

  /// One outcome of any size.
  void AddScaled(double p, double q) {
    const int ratio_exponent = alignment_.p_exponent - alignment_.q_exponent;
    if (p == 0 && q == 0) return;
    if (p == 0) {
      const Scaled part = Split(q);
      const double y = Multiply(alignment_.ratio, part.significand).hi;
      sums_.AddAtZeroP(y, part.exponent + ratio_exponent - alignment_.p_exponent);
    } else if (q == 0) {
      const Scaled part = Split(p);
      sums_.AddAtZeroQ(part.significand, part.exponent - alignment_.p_exponent);
    } else {
      sums_.Add(Align(p, q, alignment_.ratio, ratio_exponent), -alignment_.p_exponent);
    }
  }

  TermSums sums_;
  const Alignment& alignment_;
  F64x2 p_scale_, q_scale_;
  F64x2 block_[Terms::kMostSums];        // the sums of a block so far
  AlignedLanes lanes_[kPlainGroup / 2];  // what is next to be added to them
  size_t n_ = 0;
};

}  // namespace

TermSums SumAligned(const Terms& terms, Pairs& pairs, const Alignment& alignment) {
  AlignedSum sum(terms, alignment);
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; i += kPlainGroup) {
      sum.AddBlock(chunk.p + i, chunk.q + i, std::min(kPlainGroup, chunk.n - i));
    }
  });
  return sum.sums();
}

}  // namespace kl
