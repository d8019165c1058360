#include "kernels/power_difference.h"
#include "measures/logits.h"

// What Logits, once read, are summed to.

namespace kl {
namespace {

/// Beyond this, weights count as far apart.
constexpr double kFarNats = 277;

/// ψ(l) = e^-l − 1 + l ≥ 0: φ(x, y)/x for l = log(x/y). With h = l/2 and m = e^-h − 1 = −h + h² T, it is 2 h² T + m².
double Psi(DoubleDouble l) {
  if (Magnitude(l.hi) > 0.69) return (Exp(Splat(-l.hi), Splat(-l.lo))[0] - 1) + l.hi;
  const double h = l.hi / 2, tail = h * h * ExpTail(Splat(-h))[0], m = tail - h;
  return 2 * tail + m * m;
}

}  // namespace

/// −log of the outcome's probability, ≥ 0.
double Logits::LogShare(double a, const Side& side) const {
  return Value(Add(Negate(Below(a, side)), side.log_sum));
}

/// A sum of logarithms times PowerFrom(level).
double Logits::InUnits(const TermSum& sum, double level) const {
  const Scaled unit = as_given_ ? ExpOf({level, 0}) : Scaled{1, 0};
  return Scale(sum.Over(1) * unit.significand, unit.exponent + log_exponent_);
}

LanePair Logits::Align(double a, double b, DoubleDouble log) const {
  const Scaled share = Share(a, p_);
  const double nats = Value(log) * up_;
  double x = share.significand;
  if (nats > -0.35 && nats < 0.35) {
    // Lifted where the square of the difference would be no number.
    constexpr int kLift = 470;
    const int lift = nats < 0x1p-240 && nats > -0x1p-240 ? kLift : 0;
    x *= PowerOfTwo(lift);
    const double d = -x * ExpMinusOne(-nats), y = x - d;
    return {Splat(x), Splat(y), Splat((x - y) - d), share.exponent - lift, 0};
  }
  LanePair pair{Splat(x), Splat(x), Splat(0), share.exponent, 0};
  // y = x e^-log, its exponent taken out and no farther away than the lanes can hold. Far away, exponents are at their limit.
  Scaled power = ExpOf(TimesPowerOfTwo(Negate(log), up_));
  if (Magnitude(nats) > kFarNats) {
    const Scaled other = Share(b, q_);
    power = {other.significand / x, other.exponent - share.exponent};
  }
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

FarWeights Logits::FarApart(double a, double b, DoubleDouble log) const {
  const bool p_larger = log.hi > 0;
  const Side& side = p_larger ? p_ : q_;
  const DoubleDouble larger = Below(p_larger ? a : b, side);
  const DoubleDouble rise = p_larger ? log : Negate(log);
  return {Share(a, p_),
          Share(b, q_),
          Power(Add(larger, TimesPowerOfTwo(rise, -0.5)), side),
          Power(Add(larger, rise), side),
          Value(log),
          log_exponent_};
}

double Logits::Divergence(Pairs& pairs) const {
  TermSum sum;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      if (b == -kInfinity) continue;
      if (a == -kInfinity) {
        const Scaled y = Share(b, q_);
        sum.Add(y.significand, y.exponent - log_exponent_);
        continue;
      }
      const Scaled x = Share(a, p_);
      const DoubleDouble log = LogRatioOf(a, b);
      if (Magnitude(log.hi) <= kFarNats * down_) {
        sum.Add(x.significand * Psi(TimesPowerOfTwo(log, up_)), x.exponent - log_exponent_);
        continue;
      }
      sum.Add(x.significand * (Value(log) - down_), x.exponent);
      const Scaled y = Share(b, q_);
      sum.Add(y.significand, y.exponent - log_exponent_);
    }
  });
  return sum.Over(1, log_exponent_);
}

TermSums Logits::Sum(const Terms& terms, Pairs& pairs) const {
  TermSums sums(terms);
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      if (a == -kInfinity && b == -kInfinity) continue;
      if (a == -kInfinity) {
        const Scaled y = Share(b, q_);
        sums.AddAtZeroP(y.significand, y.exponent - log_exponent_);
      } else if (b == -kInfinity) {
        const Scaled x = Share(a, p_);
        sums.AddAtZeroQ(x.significand, x.exponent - log_exponent_);
      } else if (const DoubleDouble log = LogRatioOf(a, b); Magnitude(log.hi) > kFarNats * down_) {
        sums.Add(FarApart(a, b, log), -log_exponent_);
      } else {
        sums.Add(Align(a, b, log), -log_exponent_);
      }
    }
  });
  return sums;
}

std::array<double, Terms::kMostSums> Logits::SumContributions(Pairs& pairs) const {
  TermSum forward, reverse, both, forward_magnitude, reverse_magnitude;
  const double level = p_.level > q_.level ? p_.level : q_.level;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double a = chunk.p[i], b = chunk.q[i];
      if (a == -kInfinity || b == -kInfinity) continue;
      const double log = Value(LogRatioOf(a, b));
      const auto add = [](TermSum& sum, const Scaled& weight, double log) {
        sum.Add(weight.significand * log, weight.exponent);
      };
      const Scaled x = PowerFrom(p_.level, a, p_), y = PowerFrom(q_.level, b, q_);
      add(forward, x, log);
      add(forward_magnitude, x, Magnitude(log));
      add(reverse, y, -log);
      add(reverse_magnitude, y, Magnitude(log));
      add(both, PowerFrom(level, a, p_), log);
      add(both, PowerFrom(level, b, q_), log);
    }
  });
  return {InUnits(forward, p_.level), InUnits(reverse, q_.level), InUnits(both, level),
          InUnits(forward_magnitude, p_.level), InUnits(reverse_magnitude, q_.level)};
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
      if (in_p) {
        const Scaled x = PowerFrom(p_.level, a, p_);
        add(p, x, LogShare(a, p_));
        if (in_q) add(forward, x, LogShare(b, q_));
      }
      if (in_q) {
        const Scaled y = PowerFrom(q_.level, b, q_);
        add(q, y, LogShare(b, q_));
        if (in_p) add(reverse, y, LogShare(a, p_));
      }
    }
  });
  return {InUnits(p, p_.level), InUnits(q, q_.level),
          totals_.only_in_p == kNoIndex ? InUnits(forward, p_.level) : kInfinity,
          totals_.only_in_q == kNoIndex ? InUnits(reverse, q_.level) : kInfinity};
}

}  // namespace kl
