#include "measures/renyi.h"

#include <algorithm>

#include "kernels/power_difference.h"
#include "measures/aligned_outcomes.h"
#include "measures/kl_divergence.h"

namespace kl {
namespace {

/// Higher powers are taken relative to the highest of them.
constexpr double kMostPower = 0x1p17;

/// f = y e^(v − below).
Scaled PowerTerm(const LanePair& pair, int exponent, DoubleDouble v, double below) {
  const Scaled power = ExpOf(Add(v, -below)), product = Split(pair.q[0] * power.significand);
  const int y_exponent = pair.exponent + exponent - (pair.shift > 0 ? pair.shift : 0);
  return {product.significand, product.exponent + power.exponent + y_exponent};
}

struct AlphaSums {
  double tsallis = 0, power = 0;  // T, and Σf, both over the mass
  int lowered = 0;                // Σf is over 2^lowered e^below
  double below = 0;
  bool only_power = false;      // T was not summed: Σf is all of it
  double log_max = -kInfinity;  // log max x/y
  bool alike = true;            // P = Q; log max x/y may be too small for a number
};

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

  void Include(const LanePair& pair, int exponent, DoubleDouble u) {
    const DoubleDouble v = Multiply(u, alpha_);
    const double x = pair.p[0], y = pair.q[0];
    const int x_exponent = pair.exponent + exponent + (pair.shift < 0 ? pair.shift : 0);
    const int y_exponent = pair.exponent + exponent - (pair.shift > 0 ? pair.shift : 0);
    const Scaled f = PowerTerm(pair, exponent, v, to_.below);
    power_.Add(f.significand, f.exponent - to_.lowered);
    if (to_.only_power) return;
    const double span = alpha_ < 1 ? Magnitude(u.hi) : Magnitude(v.hi);
    if (span <= kSecondSlopeSpan) {
      tsallis_.Add(alpha_ * (y * (u.hi * u.hi) * ExpSecondSlope(u.hi, v.hi)), y_exponent);
      return;
    }
    const double w = Value(Multiply(u, 1 - alpha_));  // log(x/f)
    const double factor = alpha_ < 1 ? alpha_ : 1;
    if (Magnitude(w) > kSlopeMax) {
      tsallis_.Add(factor / (1 - alpha_) * x, x_exponent);
      tsallis_.Add(-factor / (1 - alpha_) * f.significand, f.exponent);
    } else if (alpha_ < 1) {
      tsallis_.Add(alpha_ * u.hi * f.significand * ExpSlope(w), f.exponent);
    } else {
      tsallis_.Add(u.hi * x * ExpSlope(-w), x_exponent);
    }
    if (alpha_ > 1) {
      tsallis_.Add(-x, x_exponent);
      tsallis_.Add(y, y_exponent);
      tsallis_.Add(pair.q_low[0], y_exponent);
    } else if (Magnitude(v.hi) > kSlopeMax) {
      tsallis_.Add(-f.significand, f.exponent);
      tsallis_.Add(y, y_exponent);
    } else {
      tsallis_.Add(-alpha_ * u.hi * y * ExpSlope(v.hi), y_exponent);
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
  using Outcome = AlignedOutcomes::Outcome;
  const AlignedOutcomes outcomes(pairs, prepared);
  const auto for_each = [&](auto visit) {
    ForEachChunk(pairs, [&](Chunk chunk, size_t) {
      for (size_t i = 0; i < chunk.n; ++i) visit(outcomes.Align(chunk.p[i], chunk.q[i]));
    });
  };
  AlphaSums sums;
  for_each([&](const Outcome& at) {
    if (at.where != Outcome::kInBoth) return;
    if (Value(at.log) > sums.log_max) sums.log_max = Value(at.log);
    sums.alike = sums.alike && at.log.hi == 0;
  });
  if (alpha == kInfinity) return sums;
  if (sums.log_max > -kInfinity) {
    if (alpha * sums.log_max > kMostPower) sums.below = alpha * sums.log_max;
    int highest = -(1 << 30);
    for_each([&](const Outcome& at) {
      if (at.where != Outcome::kInBoth) return;
      const Scaled term = PowerTerm(at.pair, at.exponent, Multiply(at.log, alpha), sums.below);
      highest = std::max(highest, term.exponent);
    });
    constexpr int kHigh = 300;  // powers of two that a sum may have as they are
    if (highest > kHigh || highest < -kHigh) sums.lowered = highest;
    sums.only_power = highest > kHigh || sums.below > 0;
  }
  AlphaSum sum(alpha, sums);
  for_each([&](const Outcome& at) {
    if (at.where == Outcome::kInBoth) sum.Include(at.pair, at.exponent, at.log);
    if (at.where == Outcome::kOnlyInP && alpha < 1) sum.AddAloneP(at.alone);
    if (at.where == Outcome::kOnlyInQ) sum.AddAloneQ(at.alone);
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

/// log of Σf over the mass.
double LogOfPower(const AlphaSums& sums) {
  return Log(sums.power) + (sums.lowered * kLn2 + sums.below);
}

double RenyiNats(const AlphaSums& sums, double alpha) {
  if (alpha == kInfinity) return sums.log_max;
  if (sums.only_power) return LogOfPower(sums) / (alpha - 1);
  const double change = (alpha - 1) * sums.tsallis;  // Σf/mass − 1
  constexpr double kNone = 0x1p-60;
  if (change < kNone && change > -kNone) return sums.tsallis;
  if (change < -0.5) return sums.power == 0 ? kInfinity : LogOfPower(sums) / (alpha - 1);
  return LogOnePlus(change) / (alpha - 1);
}

double TsallisNats(const AlphaSums& sums, double alpha) {
  if (alpha == kInfinity) return sums.alike ? 0 : kInfinity;
  if (sums.below > 0) return kInfinity;
  return sums.only_power ? Scale(sums.power / (alpha - 1), sums.lowered) : sums.tsallis;
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
  const double value = nats(SumAlpha(pairs, prepared, alpha), alpha);
  const bool disjoint = value == kInfinity && prepared.only_in_p() != kNoIndex;
  const Finding finding =
      disjoint ? Infinite(prepared.only_in_p()) : Found(value, AlphaMaxUlp(alpha), Method::kSum);
  return {InBase(finding, prepared.log_base()), {}};
}

}  // namespace

Result<Finding> RenyiDivergence(Pairs& pairs, const Options& options, double alpha) {
  return DivergenceOfOrder(pairs, options, alpha, RenyiNats);
}

Result<Finding> TsallisDivergence(Pairs& pairs, const Options& options, double alpha) {
  return DivergenceOfOrder(pairs, options, alpha, TsallisNats);
}

}  // namespace kl
