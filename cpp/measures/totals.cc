#include "measures/totals.h"

#include <limits>

#include "kernels/lane_sum.h"
#include "kernels/scaled.h"

namespace kl {
namespace {

constexpr double kMax = std::numeric_limits<double>::max();

// Sums outside of this are summed again, scaled: nothing overflows, and no lane loses a subnormal part.
constexpr double kComfortableMin = 0x1p-200, kComfortableMax = 0x1p200;

// 2^1000 brings subnormal numbers up to 2^-74; 2^1074 would be no number.
constexpr int kLeastExponent = -1000;

bool IsWeight(double x) { return x >= 0 && x <= kMax; }

/// The sum, the greatest and the validity of one array, lane by lane.
struct LaneTotal {
  LaneSum sum;
  F64x2 max = {};
  I64x2 valid = {-1, -1};

  void Include(F64x2 x, double scale) {
    valid &= (x >= Splat(0)) & (x <= Splat(kMax));
    max = x > max ? x : max;
    sum.Include(x * Splat(scale));
  }
  bool IsValid() const { return (valid[0] & valid[1]) != 0; }
  double Max() const { return max[0] > max[1] ? max[0] : max[1]; }
};

struct Scan {
  LaneTotal p, q;
  std::ptrdiff_t only_in_p = kNoIndex, only_in_q = kNoIndex;
};

std::ptrdiff_t FirstAlone(const double* here, const double* there, size_t n, size_t offset) {
  for (size_t i = 0; i < n; ++i) {
    if (here[i] > 0 && there[i] == 0) return static_cast<std::ptrdiff_t>(offset + i);
  }
  return kNoIndex;
}

Scan ScanAll(Pairs& pairs, double p_scale, double q_scale) {
  Scan scan;
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    I64x2 p_alone = {}, q_alone = {};
    const auto include = [&](F64x2 p, F64x2 q) {
      scan.p.Include(p, p_scale);
      scan.q.Include(q, q_scale);
      const I64x2 no_p = p == Splat(0), no_q = q == Splat(0);
      p_alone |= no_q & ~no_p;
      q_alone |= no_p & ~no_q;
    };
    size_t i = 0;
    for (; i + 2 <= chunk.n; i += 2) include(Load(chunk.p + i), Load(chunk.q + i));
    if (i < chunk.n) include(F64x2{chunk.p[i], 0}, F64x2{chunk.q[i], 0});
    if (scan.only_in_p == kNoIndex && Any(p_alone))
      scan.only_in_p = FirstAlone(chunk.p, chunk.q, chunk.n, offset);
    if (scan.only_in_q == kNoIndex && Any(q_alone))
      scan.only_in_q = FirstAlone(chunk.q, chunk.p, chunk.n, offset);
  });
  return scan;
}

Problem FirstInvalid(Pairs& pairs, Argument argument) {
  Problem problem;
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    const double* x = argument == Argument::kP ? chunk.p : chunk.q;
    for (size_t i = 0; i < chunk.n && !problem; ++i) {
      if (IsWeight(x[i])) continue;
      const bool negative = x[i] < 0 && x[i] >= -kMax;
      problem = {negative ? Status::kNegative : Status::kNotFinite, argument,
                 static_cast<std::ptrdiff_t>(offset + i), x[i]};
    }
  });
  return problem;
}

bool IsComfortable(double max) {
  return max == 0 || (max >= kComfortableMin && max <= kComfortableMax);
}

/// The same total with its sum in [3/4, 3/2): what is computed from it does not change by a bit where all weights are
/// multiplied by a power of two, and probabilities, whose sum is nearly 1, stay as they are.
Total Normalized(const Total& total) {
  const int exponent = Split(total.sum.hi * (4.0 / 3)).exponent;
  if (total.exponent + exponent < kLeastExponent) return total;
  const double power = PowerOfTwo(-exponent);
  return {{total.sum.hi * power, total.sum.lo * power}, total.exponent + exponent, total.max};
}

int ScaleExponent(double max) {
  if (IsComfortable(max)) return 0;
  const int exponent = Split(max).exponent;
  return exponent < kLeastExponent ? kLeastExponent : exponent;
}

}  // namespace

Result<Totals> Sum(Pairs& pairs) {
  if (pairs.size() == 0) return {{}, {Status::kEmpty, Argument::kP}};
  Scan scan = ScanAll(pairs, 1, 1);
  if (!scan.p.IsValid()) return {{}, FirstInvalid(pairs, Argument::kP)};
  if (!scan.q.IsValid()) return {{}, FirstInvalid(pairs, Argument::kQ)};
  const double p_max = scan.p.Max(), q_max = scan.q.Max();
  const int p_exponent = ScaleExponent(p_max), q_exponent = ScaleExponent(q_max);
  if (p_exponent != 0 || q_exponent != 0) {
    scan = ScanAll(pairs, PowerOfTwo(-p_exponent), PowerOfTwo(-q_exponent));
  }
  return {{{scan.p.sum.Total(), p_exponent, p_max},
           {scan.q.sum.Total(), q_exponent, q_max},
           scan.only_in_p,
           scan.only_in_q},
          {}};
}

Result<Alignment> Align(const Totals& totals, const Options& options) {
  for (const Argument argument : {Argument::kP, Argument::kQ}) {
    const Total& total = argument == Argument::kP ? totals.p : totals.q;
    if (total.sum.hi == 0) return {{}, {Status::kSumIsZero, argument}};
    const double sum = Scale(Value(total.sum), total.exponent);
    if (options.normalization == Normalization::kStrict && !IsOneWithinTolerance(sum)) {
      return {{}, {Status::kSumIsNotOne, argument, kNoIndex, sum}};
    }
  }
  const Total p = Normalized(totals.p), q = Normalized(totals.q);
  Alignment alignment{{1, 0}, p.exponent, q.exponent, p.sum.hi, p.sum.lo, false};
  if (p.sum.hi != q.sum.hi || p.sum.lo != q.sum.lo) alignment.ratio = Divide(p.sum, q.sum);
  return {alignment, {}};
}

Alignment AsGiven(const Totals& totals) {
  const int exponent = std::max(totals.p.sum.hi > 0 ? totals.p.exponent : totals.q.exponent,
                                totals.q.sum.hi > 0 ? totals.q.exponent : totals.p.exponent);
  return {{1, 0}, exponent, exponent, 1, 0, true};
}

Result<Checked> Check(Pairs& pairs, const Options& options) {
  const Result<Totals> totals = Sum(pairs);
  if (totals.problem) return {{}, totals.problem};
  if (options.normalization == Normalization::kAsGiven)
    return {{totals.value, AsGiven(totals.value)}, {}};
  const Result<Alignment> alignment = Align(totals.value, options);
  return {{totals.value, alignment.value}, alignment.problem};
}

}  // namespace kl
