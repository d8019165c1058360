#include "measures/entropy.h"

#include "kernels/lane_sum.h"
#include "measures/term_sums.h"

namespace kl {
namespace {

/// log(T/z) ≥ 0 for weights z of a total T, lane by lane; 0 for z = 0, which no weight meets.
class LogOfShare {
 public:
  /// `rest`: the sum of all but the heaviest over the heaviest, if that has half of T: near T the difference decides, and
  /// subtracting would leave none of it.
  LogOfShare(const Total& total, double rest)
      : total_(total),
        scale_(Splat(PowerOfTwo(-total.exponent))),
        sum_(Splat(total.sum.hi)),
        dominant_(Splat(rest < 1 ? total.max : kInfinity)),
        log_of_dominant_(Splat(rest < 1 ? LogOf(TwoSum(1.0, rest)) : 0)) {}

  F64x2 operator()(F64x2 z) const {
    const F64x2 scaled = Select(z == Splat(0), sum_, z * scale_);
    const I64x2 in_range = (scaled >= Splat(kLaneMin)) & (scaled <= Splat(kLaneMax));
    const bool usable = (in_range[0] & in_range[1]) != 0 && IsInRange();
    const F64x2 log = usable ? LogRatio(sum_, scaled) : F64x2{OfAny(z[0]), OfAny(z[1])};
    return Select(z == dominant_, log_of_dominant_, log);
  }

 private:
  bool IsInRange() const { return total_.sum.hi >= kLaneMin && total_.sum.hi <= kLaneMax; }

  /// Of a weight of any size.
  [[gnu::noinline]] double OfAny(double z) const {
    if (z == 0) return 0;
    const LanePair pair = Align(total_.sum.hi, z, {1, 0}, -total_.exponent);
    return LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2;
  }

  Total total_;
  F64x2 scale_, sum_, dominant_, log_of_dominant_;
};

/// The sum of all weights but one of the heaviest, over that one; at least 1 where it has less than half.
struct Rests {
  double p = 1, q = 1;
};

Rests FindRests(Pairs& pairs, const Totals& totals) {
  const auto is_dominant = [](const Total& total) {
    return Scale(total.max, -total.exponent) >= total.sum.hi / 2;
  };
  const bool of_p = is_dominant(totals.p), of_q = is_dominant(totals.q);
  if (!of_p && !of_q) return {};
  TermSum p, q;
  bool p_skipped = false, q_skipped = false;
  const auto include = [](double x, const Total& total, bool& skipped, TermSum& sum) {
    if (x == total.max && !skipped) {
      skipped = true;
    } else if (x > 0) {
      const Scaled part = Split(x);
      sum.Add(part.significand, part.exponent - total.exponent);
    }
  };
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      if (of_p) include(chunk.p[i], totals.p, p_skipped, p);
      if (of_q) include(chunk.q[i], totals.q, q_skipped, q);
    }
  });
  const auto over_max = [](const TermSum& sum, const Total& total) {
    return sum.Over(Scale(total.max, -total.exponent));
  };
  return {of_p ? over_max(p, totals.p) : 1, of_q ? over_max(q, totals.q) : 1};
}

/// Σ weight · log, the weights scaled; those too small for that one by one.
class WeightedSum {
 public:
  explicit WeightedSum(const Total& total)
      : exponent_(total.exponent), scale_(Splat(PowerOfTwo(-exponent_))) {}

  void Add(F64x2 weight, F64x2 log) {
    const F64x2 scaled = weight * scale_;
    const I64x2 usable = (weight == Splat(0)) | (scaled >= Splat(kLaneMin));
    if ((usable[0] & usable[1]) != 0) {
      block_ += scaled * log;
      return;
    }
    AddAny(weight[0], log[0]);
    AddAny(weight[1], log[1]);
  }
  void EndBlock() {
    sum_.Add(Sum(block_));
    block_ = Splat(0);
  }
  double Over(double divisor) const { return sum_.Over(divisor); }

 private:
  /// A weight of any size.
  [[gnu::noinline]] void AddAny(double weight, double log) {
    if (weight == 0) return;
    const Scaled part = Split(weight);
    sum_.Add(part.significand * log, part.exponent - exponent_);
  }

  TermSum sum_;
  F64x2 block_ = {};
  int exponent_;
  F64x2 scale_;
};

}  // namespace

Entropies FindEntropies(Pairs& pairs, const Totals& totals, const Options& options) {
  const bool as_given = options.normalization == Normalization::kAsGiven;
  const Total one{{1, 0}, 0, 0};
  const Rests rests = as_given ? Rests{} : FindRests(pairs, totals);
  const LogOfShare log_p(as_given ? one : totals.p, rests.p),
      log_q(as_given ? one : totals.q, rests.q);
  WeightedSum p(totals.p), q(totals.q), forward(totals.p), reverse(totals.q);
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    const auto include = [&](F64x2 p_weight, F64x2 q_weight) {
      const F64x2 p_log = log_p(p_weight), q_log = log_q(q_weight);
      p.Add(p_weight, p_log);
      q.Add(q_weight, q_log);
      forward.Add(p_weight, q_log);
      reverse.Add(q_weight, p_log);
    };
    for (size_t start = 0; start < chunk.n; start += kPlainGroup) {
      const size_t end = std::min(start + kPlainGroup, chunk.n);
      size_t i = start;
      for (; i + 2 <= end; i += 2) include(Load(chunk.p + i), Load(chunk.q + i));
      if (i < end) include(F64x2{chunk.p[i], 0}, F64x2{chunk.q[i], 0});
      for (WeightedSum* sum : {&p, &q, &forward, &reverse}) sum->EndBlock();
    }
  });
  const auto over = [as_given](const WeightedSum& sum, const Total& total) {
    return as_given ? Scale(sum.Over(1), total.exponent) : sum.Over(total.sum.hi);
  };
  return {over(p, totals.p), over(q, totals.q),
          totals.only_in_p == kNoIndex ? over(forward, totals.p) : kInfinity,
          totals.only_in_q == kNoIndex ? over(reverse, totals.q) : kInfinity};
}

}  // namespace kl
