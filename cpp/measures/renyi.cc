#include "measures/renyi.h"

#include <algorithm>

#include "kernels/power_difference.h"
#include "measures/aligned_outcomes.h"
#include "measures/kl_divergence.h"

namespace kl {
namespace {

using Outcome = AlignedOutcomes::Outcome;

constexpr double kMostLog = 0x1p1000;

/// u α, as far as numbers reach below.
DoubleDouble Times(DoubleDouble u, double alpha) {
  const double product = u.hi * alpha;
  if (product < -kMostLog) return {-kMostLog, 0};
  return product > kMostLog ? DoubleDouble{kMostLog, 0} : Multiply(u, alpha);
}

struct AlphaSums {
  double tsallis = 0, power = 0;  // T, and Σf, both over the mass
  DoubleDouble below{0, 0};       // Σf is over e^(below up)
  bool only_power = false;        // T was not summed: Σf is all of it
  double log_max = -kInfinity;    // log max x/y, over up
  bool alike = true;              // P = Q; log max x/y may be too small for a number
  bool is_limit = false;          // the order is as good as infinite
  double up = 1;                  // by what logarithms are to be multiplied
};

/// f = y e^v over e^below.
Scaled PowerTerm(const Outcome& at, DoubleDouble v, const AlphaSums& to) {
  const DoubleDouble log = Add(Add(at.rest, v), Negate(to.below));
  const Scaled power = ExpOf({log.hi * to.up, log.lo * to.up});
  return {at.unit.significand * power.significand, power.exponent + at.unit.exponent};
}

/// Σf = Σ x^α y^(1−α), f = y e^(αu), u = log(x/y), and Tsallis's divergence T = Σ t for aligned x and y, Σx = Σy = mass:
///
///   (α − 1) t = f − α x − (1 − α) y      that is   t = α y u² exp[0, u, αu]   (a second divided difference: t ≥ 0)
///
/// which is how t is found where 0, u and αu lie close; farther apart, its parts are:
///
///   α < 1:  t = α (x − f)/(1 − α) − (f − y)          α > 1:  t = (f − x)/(α − 1) − (x − y)
///
/// with differences over small exponents by ExpSlope.
class AlphaSum {
 public:
  AlphaSum(double alpha, const AlphaSums& to) : alpha_(alpha), to_(to) {}

  void Include(const Outcome& at) {
    const double up = to_.up, y = at.y.significand;
    const DoubleDouble scaled_v = Times(at.log, alpha_);
    const double u = at.log.hi * up, v = scaled_v.hi * up;
    Scaled f = PowerTerm(at, scaled_v, to_);
    power_.Add(f.significand, f.exponent);
    if (to_.only_power) return;
    if (to_.below.hi < 0) f = {0, 0};  // nothing beside x and y
    const double span = alpha_ < 1 ? Magnitude(u) : Magnitude(v);
    if (span <= kSecondSlopeSpan) {
      tsallis_.Add(alpha_ * (y * (u * u) * ExpSecondSlope(u, v)), at.y.exponent);
      return;
    }
    const double x = at.x.significand, w = Value(Times(at.log, 1 - alpha_)) * up;  // log(x/f)
    const double factor = alpha_ < 1 ? alpha_ : 1;
    if (Magnitude(w) > kSlopeMax) {
      tsallis_.Add(factor / (1 - alpha_) * x, at.x.exponent);
      tsallis_.Add(-factor / (1 - alpha_) * f.significand, f.exponent);
    } else if (alpha_ < 1) {
      tsallis_.Add(v * f.significand * ExpSlope(w), f.exponent);
    } else {
      tsallis_.Add(u * x * ExpSlope(-w), at.x.exponent);
    }
    if (alpha_ > 1) {
      tsallis_.Add(-x, at.x.exponent);
      tsallis_.Add(y, at.y.exponent);
      tsallis_.Add(at.y_low, at.y.exponent);
    } else if (Magnitude(v) > kSlopeMax) {
      tsallis_.Add(-f.significand, f.exponent);
      tsallis_.Add(y, at.y.exponent);
    } else {
      tsallis_.Add(-v * y * ExpSlope(v), at.y.exponent);
    }
  }
  void AddAloneQ(Scaled y) {
    if (!to_.only_power) tsallis_.Add(y.significand, y.exponent);
  }
  /// Only for α < 1.
  void AddAloneP(Scaled x) { tsallis_.Add(alpha_ / (1 - alpha_) * x.significand, x.exponent); }

  double Tsallis(double mass) const { return tsallis_.Over(mass); }
  double Power(double mass) const { return power_.Over(mass); }

 private:
  static constexpr double kSlopeMax = 0.35;
  static double Magnitude(double x) { return x < 0 ? -x : x; }

  double alpha_;
  const AlphaSums& to_;
  TermSum tsallis_, power_;
};

AlphaSums SumAlpha(Pairs& pairs, const Prepared& prepared, double alpha) {
  const AlignedOutcomes outcomes(pairs, prepared);
  const auto for_each = [&](auto visit) {
    ForEachChunk(pairs, [&](Chunk chunk, size_t) {
      for (size_t i = 0; i < chunk.n; ++i) visit(outcomes.Align(chunk.p[i], chunk.q[i]));
    });
  };
  AlphaSums sums;
  sums.up = PowerOfTwo(outcomes.log_exponent());
  double highest = -kInfinity;  // log f, over up, and to twice the precision
  DoubleDouble highest_log{0, 0};
  for_each([&](const Outcome& at) {
    if (at.where == Outcome::kOnlyInQ) sums.alike = false;
    if (at.where != Outcome::kInBoth) return;
    sums.log_max = std::max(sums.log_max, Value(at.log));
    sums.alike = sums.alike && at.log.hi == 0;
    const DoubleDouble log =
        Add(Add(at.rest, Times(at.log, alpha)), at.unit.exponent * kLn2 / sums.up);
    if (log.hi > highest) highest = log.hi, highest_log = log;
  });
  sums.is_limit = alpha == kInfinity || alpha * sums.log_max > kMostLog;
  if (sums.is_limit) return sums;
  constexpr double kHigh = 200;  // logarithms of what a sum may have as it is
  if (highest_log.hi * sums.up > kHigh || highest_log.hi * sums.up < -kHigh) {
    sums.below = highest_log;
    sums.only_power = highest_log.hi > 0;
  }
  AlphaSum sum(alpha, sums);
  for_each([&](const Outcome& at) {
    if (at.where == Outcome::kInBoth) sum.Include(at);
    if (at.where == Outcome::kOnlyInP && alpha < 1) sum.AddAloneP(at.x);
    if (at.where == Outcome::kOnlyInQ) sum.AddAloneQ(at.y);
  });
  sums.tsallis = sum.Tsallis(prepared.mass());
  sums.power = sum.Power(prepared.mass());
  return sums;
}

double Log(double x) {
  const LanePair pair = Align(x, 1, {1, 0}, 0);
  return LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2;
}

/// log(1 + x) for x > −1, of which 1 + x is not small.
double LogOnePlus(double x) {
  const DoubleDouble sum = TwoSum(1.0, x);
  if (sum.hi > kLaneMax) return Log(x);
  return LogOf(sum);
}

/// log of Σf over the mass, over α − 1 and `up`.
double RenyiOfPower(const AlphaSums& sums, double alpha) {
  return Value(Add(sums.below, Log(sums.power) / sums.up)) / (alpha - 1);
}

/// Over `up`: it may be no number in nats, and one in the base.
double RenyiNats(const AlphaSums& sums, double alpha) {
  if (sums.is_limit) return sums.log_max;
  if (sums.only_power) return RenyiOfPower(sums, alpha);
  const double change = (alpha - 1) * sums.tsallis;  // Σf/mass − 1
  constexpr double kNone = 0x1p-60;
  if (change < kNone && change > -kNone) return sums.tsallis / sums.up;
  if (change < -0.5) return sums.power == 0 ? kInfinity : RenyiOfPower(sums, alpha);
  return LogOnePlus(change) / (alpha - 1) / sums.up;
}

double TsallisNats(const AlphaSums& sums, double alpha) {
  if (sums.is_limit) return sums.alike ? 0 : kInfinity;
  if (!sums.only_power) return sums.tsallis / sums.up;
  const Scaled power = ExpOf({sums.below.hi * sums.up, sums.below.lo * sums.up});
  return Scale(sums.power / (alpha - 1) * power.significand, power.exponent) / sums.up;
}

/// What the two have in common: the orders that need no sums, the input, the infinite cases.
Result<Finding> DivergenceOfOrder(Pairs& pairs, const Options& given, double alpha,
                                  double (*nats)(const AlphaSums&, double)) {
  if (!(alpha >= 0)) return {{}, {Status::kAlphaNotUsable, Argument::kAlpha, kNoIndex, alpha}};
  Options options = given;
  if (options.normalization == Normalization::kAsGiven)
    options.normalization = Normalization::kDivide;
  if (alpha == 1) return KlDivergence(pairs, options);
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  const Prepared& prepared = read.value;
  if (alpha > 1 && prepared.only_in_p() != kNoIndex)
    return {InBase(Infinite(prepared.only_in_p()), prepared.log_base()), {}};
  const AlphaSums sums = SumAlpha(pairs, prepared, alpha);
  const double value = nats(sums, alpha);
  if (value == kInfinity && prepared.only_in_p() != kNoIndex)
    return {InBase(Infinite(prepared.only_in_p()), prepared.log_base()), {}};
  return {Found(value / prepared.log_base() * sums.up, AlphaMaxUlp(alpha), Method::kSum), {}};
}

}  // namespace

Result<Finding> RenyiDivergence(Pairs& pairs, const Options& options, double alpha) {
  return DivergenceOfOrder(pairs, options, alpha, RenyiNats);
}

Result<Finding> TsallisDivergence(Pairs& pairs, const Options& options, double alpha) {
  return DivergenceOfOrder(pairs, options, alpha, TsallisNats);
}

}  // namespace kl
