#pragma once

#include "measures/pairs.h"
#include "measures/term_sums.h"
#include "measures/totals.h"

namespace kl {

/// The sums of a Measure (see TermSums) over all outcomes, aligned.
///
/// Error    beside the terms' own: 2 ulp of Σ|term|, whatever the number of outcomes.
template <class Measure>
class AlignedSum {
 public:
  using Terms = std::array<F64x2, Measure::kSums>;

  AlignedSum(Pairs& pairs, const Alignment& alignment)
      : alignment_(alignment),
        p_scale_(Splat(PowerOfTwo(-alignment.p_exponent))),
        q_scale_(Splat(PowerOfTwo(-alignment.q_exponent))) {
    ForEachChunk(pairs, [&](Chunk chunk, size_t) {
      for (size_t i = 0; i < chunk.n; i += kBlock) {
        const size_t n = std::min(kBlock, chunk.n - i);
        alignment.IsIdentity() ? AddBlock<true>(chunk.p + i, chunk.q + i, n)
                               : AddBlock<false>(chunk.p + i, chunk.q + i, n);
      }
    });
  }

  const TermSums<Measure>& sums() const { return sums_; }

 private:
  static constexpr size_t kBlock =
      64;  // plain additions in a row: 32 a lane, then a compensated one

  struct Lanes {
    F64x2 p, q, q_low;
  };

  template <bool identity>
  Lanes AlignLanes(F64x2 p, F64x2 q) const {
    if constexpr (identity) return {p, q, Splat(0)};
    const F64x2 scaled = q * q_scale_;
    const TwoParts<F64x2> product = TwoProduct(Splat(alignment_.ratio.hi), scaled);
    return {p * p_scale_, product.hi, product.lo + Splat(alignment_.ratio.lo) * scaled};
  }

  static I64x2 InRange(F64x2 x) { return (x >= Splat(kLaneMin)) & (x <= Splat(kLaneMax)); }

  template <bool identity>
  void AddBlock(const double* p, const double* q, size_t n) {
    const size_t whole = n - n % 2;
    I64x2 in_range = {-1, -1};
    for (size_t i = 0; i < whole; i += 2) {
      in_range &= InRange(Load(p + i) * p_scale_) & InRange(Load(q + i) * q_scale_);
    }
    Terms block{};
    if ((in_range[0] & in_range[1]) != 0) {
      for (size_t i = 0; i < whole; i += 2) {
        const Lanes at = AlignLanes<identity>(Load(p + i), Load(q + i));
        Accumulate(Measure::At(at.p, at.q, at.q_low), block);
      }
    } else {
      for (size_t i = 0; i < whole; i += 2) AddWithZeros<identity>(Load(p + i), Load(q + i), block);
    }
    if (whole < n) AddWithZeros<identity>(F64x2{p[whole], 0}, F64x2{q[whole], 0}, block);
    for (size_t k = 0; k < Measure::kSums; ++k) sums_.sums[k].Add(Sum(block[k]));
  }

  static void Accumulate(const Terms& terms, Terms& block) {
    for (size_t k = 0; k < Measure::kSums; ++k) block[k] += terms[k];
  }

  template <bool identity>
  void AddWithZeros(F64x2 p, F64x2 q, Terms& block) {
    const I64x2 no_p = p == Splat(0), no_q = q == Splat(0);
    const I64x2 usable = (InRange(p * p_scale_) | no_p) & (InRange(q * q_scale_) | no_q);
    if ((usable[0] & usable[1]) == 0) {
      AddScaled(p[0], q[0]);
      AddScaled(p[1], q[1]);
      return;
    }
    Lanes at = AlignLanes<identity>(p, q);
    // Ones where At does not apply: it must not meet a zero, and what it says of them is not used.
    const I64x2 any_zero = no_p | no_q;
    const Terms inside = Measure::At(Select(any_zero, Splat(1), at.p),
                                     Select(any_zero, Splat(1), at.q), Keep(~any_zero, at.q_low));
    const Terms zero_p = Measure::AtZeroP(at.q), zero_q = Measure::AtZeroQ(at.p);
    for (size_t k = 0; k < Measure::kSums; ++k) {
      block[k] +=
          Select(any_zero, Keep(no_p, zero_p[k]) + Keep(no_q & ~no_p, zero_q[k]), inside[k]);
    }
  }

  /// One outcome of any size.
  void AddScaled(double p, double q) {
    const int ratio_exponent = alignment_.p_exponent - alignment_.q_exponent;
    if (p == 0 && q == 0) return;
    if (p == 0) {
      const Scaled part = Split(q);
      const double y = Multiply(alignment_.ratio, part.significand).hi;
      sums_.Add(Measure::AtZeroP(Splat(y)), part.exponent + ratio_exponent - alignment_.p_exponent);
    } else if (q == 0) {
      const Scaled part = Split(p);
      sums_.Add(Measure::AtZeroQ(Splat(part.significand)), part.exponent - alignment_.p_exponent);
    } else {
      sums_.Add(Align(p, q, alignment_.ratio, ratio_exponent), -alignment_.p_exponent);
    }
  }

  const Alignment& alignment_;
  F64x2 p_scale_, q_scale_;
  TermSums<Measure> sums_;
};

}  // namespace kl
