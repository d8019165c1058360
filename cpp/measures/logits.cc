#include "measures/logits.h"

#include "kernels/power_difference.h"

namespace kl {
namespace {

bool IsLogit(double a) { return a < kInfinity; }  // −∞ too; NaN not

/// Logits beyond this are taken times 2^-kDown: their differences, and products with an order, stay numbers.
constexpr double kHuge = 0x1p950;
constexpr int kDown = 64;

DoubleDouble LogOfSum(DoubleDouble sum) {
  return Negate(LogRatioTwice({Splat(1), Splat(sum.hi), Splat(sum.lo)}));
}

}  // namespace

/// log of the exponential over that of the greatest, as given of the exponential itself.
DoubleDouble Logits::Below(double a, const Side& side) const {
  return as_given_ ? DoubleDouble{a * down_, 0} : LogDifference(a, side.max);
}

/// e^log over the sum.
Scaled Logits::Power(DoubleDouble log, const Side& side) const {
  Scaled power = ExpOf(TimesPowerOfTwo(log, up_));
  power.significand /= side.sum.hi;
  return power;
}

/// An outcome's share, as given over e^level.
Scaled Logits::PowerFrom(double level, double a, const Side& side) const {
  return Power(LogDifference(a, level), side);
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
        if (a > -kInfinity && Magnitude(a) > kHuge) logits.log_exponent_ = kDown;
        if (a > -kInfinity && other == -kInfinity && alone == kNoIndex) alone = index;
      };
      include(chunk.p[i], chunk.q[i], logits.p_, logits.totals_.only_in_p, 0);
      include(chunk.q[i], chunk.p[i], logits.q_, logits.totals_.only_in_q, 1);
    }
  });
  for (const Problem& found : problem) {
    if (found) return {{}, found};
  }
  if (logits.p_.at == kNoIndex) return {{}, {Status::kSumIsZero, Argument::kP}};
  if (logits.q_.at == kNoIndex) return {{}, {Status::kSumIsZero, Argument::kQ}};
  logits.down_ = PowerOfTwo(-logits.log_exponent_);
  logits.up_ = PowerOfTwo(logits.log_exponent_);
  for (Side* side : {&logits.p_, &logits.q_}) {
    side->level = logits.as_given_ && Magnitude(side->max) < kLevelNats ? 0 : side->max;
  }
  if (logits.as_given_) return {logits, {}};
  logits.ReadSums(pairs);
  if (options.normalization == Normalization::kStrict) {
    for (const Argument argument : {Argument::kP, Argument::kQ}) {
      const Side& side = argument == Argument::kP ? logits.p_ : logits.q_;
      const Scaled unit = ExpOf({side.max, 0});
      const double sum = Scale(unit.significand * side.sum.hi, unit.exponent);
      if (!IsOneWithinTolerance(sum)) return {{}, {Status::kSumIsNotOne, argument, kNoIndex, sum}};
    }
  }
  logits.ReadLevel(pairs);
  return {logits, {}};
}

void Logits::ReadSums(Pairs& pairs) {
  TermSum p, q;  // of all but the largest, whose share is 1
  double highest = -kInfinity;
  p_.reference = p_.max, q_.reference = q_.max;
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const auto index = static_cast<std::ptrdiff_t>(offset + i);
      const auto include = [&](double a, const Side& side, TermSum& sum) {
        if (a == -kInfinity) return a;
        const DoubleDouble below = Below(a, side);
        const Scaled power = ExpOf(TimesPowerOfTwo(below, up_));
        if (index != side.at) sum.Add(power.significand, power.exponent);
        return below.hi;
      };
      const double a = chunk.p[i], b = chunk.q[i];
      const double in_p = include(a, p_, p), in_q = include(b, q_, q);
      const double less = in_p < in_q ? in_p : in_q;
      if (less > highest) highest = less, p_.reference = a, q_.reference = b;
    }
  });
  const auto finish = [this](Side& side, const TermSum& rest) {
    side.sum = TwoSum(1.0, rest.Over(1));
    side.log_sum = TimesPowerOfTwo(LogOfSum(side.sum), down_);
  };
  finish(p_, p);
  finish(q_, q);
}

void Logits::ReadLevel(Pairs& pairs) {
  const DoubleDouble guess = Add(Add(Below(p_.reference, p_), Negate(Below(q_.reference, q_))),
                                 Add(q_.log_sum, Negate(p_.log_sum)));
  // Where it is small, it may be nothing but the error of the sums.
  constexpr double kSmall = 0x1p-20;
  level_ = Magnitude(guess.hi) < kSmall * down_ ? DoubleDouble{0, 0} : guess;
  for (int i = 0; i < 2; ++i) {
    const Change change = FindChange(pairs);
    if (!change.is_small) {
      level_ = guess;
      return;
    }
    level_ = Add(level_, change.nats * down_);
    // Then what it was found from is about what P and Q differ by, and its error nothing beside that.
    if (Magnitude(change.nats) <= change.of / 8) return;
  }
}

/// What level_ lacks; not where P and Q differ by so much that the error of the sums, 2^-52, is nothing beside it.
Logits::Change Logits::FindChange(Pairs& pairs) const {
  constexpr double kMost = 1;
  TermSum change, common;
  double size = 0;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n && size < kMost; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      const auto add = [&](double term, int exponent) {
        change.Add(term, exponent);
        size += Scale(Magnitude(term), exponent);
      };
      if (b == -kInfinity) {
        if (a == -kInfinity) continue;
        const Scaled x = Share(a, p_);
        add(-x.significand, x.exponent);
        continue;
      }
      if (a == -kInfinity) {
        const Scaled y = Share(b, q_);
        add(y.significand, y.exponent);
        continue;
      }
      const DoubleDouble log = LogRatioOf(a, b);
      const double rise = -Value(log) * up_;
      const Scaled x = Share(a, p_);
      if (rise > -0.35 && rise < 0.35) {
        const double d = x.significand * ExpMinusOne(rise);
        add(d, x.exponent);
        common.Add(x.significand + d, x.exponent);
        continue;
      }
      const Scaled y = Power(Add(Below(a, p_), Negate(log)), p_);
      add(y.significand, y.exponent);
      add(-x.significand, x.exponent);
      common.Add(y.significand, y.exponent);
    }
  });
  const double total = common.Over(1);
  if (!(size < kMost) || total < 0.5) return {};
  return {true, -LogOf(TwoSum(1.0, -change.Over(total))), size};
}

DoubleDouble Logits::LogRatioOf(double a, double b) const {
  if (as_given_) return LogDifference(a, b);
  return Add(Add(LogDifference(a, p_.reference), Negate(LogDifference(b, q_.reference))), level_);
}

}  // namespace kl
