#include "measures/logits.h"

#include "kernels/power_difference.h"

namespace kl {
namespace {

bool IsLogit(double a) { return a < kInfinity; }  // −∞ too; NaN not

/// Beyond such a power of two, P and Q are not alike, and their normalisations may be subtracted.
constexpr int kMaxRise = 500;

/// ψ(e) = e^-e − 1 + e for |e| ≤ 1/2: e²/2 − e³/6 + …
double PsiNearZero(double e) {
  if (e >= -0.3466 && e <= 0.3466) return e * e * ExpTail(Splat(-e))[0];
  return (Exp(Splat(-e))[0] - 1) + e;
}

DoubleDouble LogOfSum(DoubleDouble sum) {
  return Negate(LogRatioTwice({Splat(1), Splat(sum.hi), Splat(sum.lo)}));
}

/// log(1 + x) for x ≥ 0 within the lanes.
double LogOnePlus(double x) { return LogOf(TwoSum(1.0, x)); }

}  // namespace

Scaled Logits::Share(double a, const Side& side) const {
  if (as_given_) return ExpOf({a, 0});
  Scaled share = ExpOf(TwoSum(a, -side.max));
  share.significand /= side.sum.hi;
  return share;
}

/// −log of the outcome's probability, ≥ 0.
double Logits::LogShare(double a, const Side& side) const {
  if (as_given_) return -a;
  const DoubleDouble below = TwoSum(side.max, -a);
  return Value(Add(below, side.log_sum));
}

/// Dᵢ to twice the precision.
DoubleDouble Logits::Difference(double a, double b) const {
  return Add(TwoSum(a, -p_.max), Negate(TwoSum(b, -reference_)));
}

Result<Logits> Logits::Read(Pairs& pairs, const Options& options) {
  if (pairs.size() == 0) return {{}, {Status::kEmpty, Argument::kP}};
  Logits logits;
  logits.as_given_ = options.normalization == Normalization::kAsGiven;
  Problem problem[2];
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const auto index = static_cast<std::ptrdiff_t>(offset + i);
      const auto include = [&](double a, double other, Side& side, std::ptrdiff_t& alone,
                               int which) {
        if (!IsLogit(a) && !problem[which]) {
          problem[which] = {Status::kNotALogit, which == 0 ? Argument::kP : Argument::kQ, index, a};
        }
        if (a > side.max) side.max = a, side.at = index;
        if (a > -kInfinity && other == -kInfinity && alone == kNoIndex) alone = index;
      };
      include(chunk.p[i], chunk.q[i], logits.p_, logits.totals_.only_in_p, 0);
      include(chunk.q[i], chunk.p[i], logits.q_, logits.totals_.only_in_q, 1);
      if (logits.p_.at == index) logits.reference_ = chunk.q[i];
    }
  });
  for (const Problem& found : problem) {
    if (found) return {{}, found};
  }
  if (logits.p_.at == kNoIndex) return {{}, {Status::kSumIsZero, Argument::kP}};
  if (logits.q_.at == kNoIndex) return {{}, {Status::kSumIsZero, Argument::kQ}};
  logits.ReadSums(pairs);
  if (options.normalization == Normalization::kStrict) {
    for (const Argument argument : {Argument::kP, Argument::kQ}) {
      const Side& side = argument == Argument::kP ? logits.p_ : logits.q_;
      const Scaled unit = ExpOf({side.max, 0});
      const double sum = Scale(unit.significand * side.sum.hi, unit.exponent);
      if (!IsOneWithinTolerance(sum)) return {{}, {Status::kSumIsNotOne, argument, kNoIndex, sum}};
    }
  }
  if (!logits.as_given_ && logits.totals_.only_in_p == kNoIndex) logits.ReadDivergence(pairs);
  return {logits, {}};
}

void Logits::ReadSums(Pairs& pairs) {
  TermSum p, q, level;  // p, q: of all but the largest, whose share is 1
  level_is_known_ = reference_ > -kInfinity;
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const auto index = static_cast<std::ptrdiff_t>(offset + i);
      const double a = chunk.p[i], b = chunk.q[i];
      const bool in_p = a > -kInfinity, in_q = b > -kInfinity;
      const Scaled x = in_p ? ExpOf(TwoSum(a, -p_.max)) : Scaled{0, 0};
      if (in_p && index != p_.at) p.Add(x.significand, x.exponent);
      if (in_q && index != q_.at) {
        const Scaled y = ExpOf(TwoSum(b, -q_.max));
        q.Add(y.significand, y.exponent);
      }
      // Σ e^(bᵢ − bᵣ) − Σ e^(aᵢ − aᵣ), term by term.
      if (!level_is_known_ || (!in_p && !in_q)) continue;
      if (!in_q) {
        level.Add(-x.significand, x.exponent);
        continue;
      }
      const double rise = in_p ? -Value(Difference(a, b)) : kInfinity;
      if (rise > -0.35 && rise < 0.35) {
        level.Add(x.significand * ExpMinusOne(rise), x.exponent);
        continue;
      }
      const Scaled y = ExpOf(TwoSum(b, -reference_));
      level_is_known_ = y.exponent < kMaxRise;
      if (!level_is_known_) continue;
      level.Add(y.significand, y.exponent);
      if (in_p) level.Add(-x.significand, x.exponent);
    }
  });
  const auto finish = [](Side& side, const TermSum& rest) {
    side.sum = TwoSum(1.0, rest.Over(1));
    side.log_sum = LogOfSum(side.sum);
  };
  finish(p_, p);
  finish(q_, q);
  const double change = level.Over(p_.sum.hi);
  level_is_known_ = level_is_known_ && change > -0.5 && change < 1;
  if (level_is_known_) level_ = LogOf(TwoSum(1.0, change));
}

void Logits::ReadDivergence(Pairs& pairs) {
  TermSum mean;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      if (chunk.p[i] == -kInfinity) continue;
      const Scaled share = Share(chunk.p[i], p_);
      mean.Add(share.significand * Value(Difference(chunk.p[i], chunk.q[i])), share.exponent);
    }
  });
  mean_ = mean.Over(1);

  // Pᵢ e^-eᵢ = e^(bᵢ − bᵣ + mean)/Σ. Where it is high, it is all of the sum.
  const DoubleDouble highest = Add(TwoSum(q_.max, -reference_), mean_);
  constexpr double kHigh = 200;
  if (!(highest.hi < kHigh)) {
    const double found = Value(Add(highest, Add(q_.log_sum, Negate(p_.log_sum))));
    divergence_ = found < kInfinity ? found : kInfinity;
    return;
  }
  TermSum sum;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      if (b == -kInfinity) continue;
      if (a > -kInfinity) {
        const Scaled share = Share(a, p_);
        const double e = Value(Add(Difference(a, b), -mean_));
        const bool near = e >= -0.5 && e <= 0.5;
        sum.Add(share.significand * (near ? PsiNearZero(e) : e - 1), share.exponent);
        if (near) continue;
      }
      const Scaled power = ExpOf(Add(TwoSum(b, -reference_), mean_));
      sum.Add(power.significand / p_.sum.hi, power.exponent);
    }
  });
  divergence_ = LogOnePlus(sum.Over(1));
}

DoubleDouble Logits::LogRatioOf(double a, double b) const {
  if (as_given_) return TwoSum(a, -b);
  if (level_is_known_) return Add(Difference(a, b), level_);
  return Add(Add(TwoSum(a, -p_.max), Negate(TwoSum(b, -q_.max))),
             Add(q_.log_sum, Negate(p_.log_sum)));
}

LanePair Logits::Align(double a, double b) const {
  const Scaled share = Share(a, p_);
  const DoubleDouble log = LogRatioOf(a, b);
  const double x = share.significand;
  LanePair pair{Splat(x), Splat(x), Splat(0), share.exponent, 0};
  if (log.hi > -0.35 && log.hi < 0.35) {
    const double d = -x * ExpMinusOne(-Value(log)), y = x - d;
    pair.q = Splat(y);
    pair.q_low = Splat((x - y) - d);
    return pair;
  }
  // y = x e^-log, its exponent taken out and no farther away than the lanes can hold.
  const Scaled power = ExpOf(Negate(log));
  const int gap = power.exponent, kept = gap > kMaxGap ? kMaxGap : gap < -kMaxGap ? -kMaxGap : gap;
  const double y = x * power.significand;
  if (kept < 0) {
    pair.q = Splat(y * PowerOfTwo(kept));
    pair.shift = kept - gap;
  } else {
    pair.p = Splat(x * PowerOfTwo(-kept));
    pair.q = Splat(y);
    pair.exponent += gap;
    pair.shift = kept - gap;
  }
  return pair;
}

TermSums Logits::Sum(const Terms& terms, Pairs& pairs) const {
  TermSums sums(terms);
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      if (a == -kInfinity && b == -kInfinity) continue;
      if (a == -kInfinity) {
        const Scaled y = Share(b, q_);
        sums.AddAtZeroP(y.significand, y.exponent);
      } else if (b == -kInfinity) {
        const Scaled x = Share(a, p_);
        sums.AddAtZeroQ(x.significand, x.exponent);
      } else {
        sums.Add(Align(a, b), 0);
      }
    }
  });
  return sums;
}

Entropies Logits::FindEntropies(Pairs& pairs) const {
  TermSum p, q, forward, reverse;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      const bool in_p = a > -kInfinity, in_q = b > -kInfinity;
      const auto add = [](TermSum& sum, const Scaled& share, double log) {
        sum.Add(share.significand * log, share.exponent);
      };
      if (in_p) add(p, Share(a, p_), LogShare(a, p_));
      if (in_q) add(q, Share(b, q_), LogShare(b, q_));
      if (in_p && in_q) {
        add(forward, Share(a, p_), LogShare(b, q_));
        add(reverse, Share(b, q_), LogShare(a, p_));
      }
    }
  });
  return {p.Over(1), q.Over(1), totals_.only_in_p == kNoIndex ? forward.Over(1) : kInfinity,
          totals_.only_in_q == kNoIndex ? reverse.Over(1) : kInfinity};
}

}  // namespace kl
