#include "distributions/summation.h"

#include <algorithm>
#include <array>

#include "special/elementary.h"

namespace kl {
namespace {

/// Numbers beyond are not looked at: no mass that matters is there.
constexpr double kFarthest = 0x1p1000;

/// Whether beyond x, on its way from `start`, there is no mass that matters: below `level` once summed.
bool IsBeyond(const Univariate& family, const Distribution& d, double x, double start,
              double level) {
  return family.LogDensityAt(d, x) + Log(Abs(x - start) + 1) < level;
}

double FindEnd(const Univariate& family, const Distribution& d, double start, double end,
               double width) {
  const double sign = end < start ? -1 : 1;
  const double next = family.LogDensityAt(d, start + sign);
  const double level = (next < 0 && next > -kInfinity ? next : 0) - kReachDepth;
  double inside = 0, step = std::max(1.0, __builtin_floor(width));
  for (;; step *= 2) {
    const double x = start + sign * step;
    if (sign * x >= sign * end) return end;
    if (IsBeyond(family, d, x, start, level)) break;
    if (step > kFarthest) return x;
    inside = step;
  }
  double outside = step;
  for (int i = 0; i < 6 && outside - inside > 1; ++i) {
    const double middle = inside + __builtin_floor((outside - inside) / 2);
    (IsBeyond(family, d, start + sign * middle, start, level) ? outside : inside) = middle;
  }
  return start + sign * outside;
}

/// Numbers and weights on their way to the summand.
class Nodes {
 public:
  explicit Nodes(Summand& sum) : sum_(sum) {}
  ~Nodes() { Flush(); }

  void Add(double x, double weight) {
    x_[used_] = x;
    weights_[used_] = weight;
    ++count_;
    if (++used_ == x_.size()) Flush();
  }

  /// weight · h [μδ/12 − …] f at x.
  void AddEnd(double x, double h, double weight) {
    constexpr double kFirst = 1.0 / 12, kThird = -11.0 / 720, kFifth = 191.0 / 60480,
                     kSeventh = -2497.0 / 3628800;
    constexpr double kOdd[] = {(kFirst - 2 * kThird + 5 * kFifth - 14 * kSeventh) / 2,
                               (kThird - 4 * kFifth + 14 * kSeventh) / 2,
                               (kFifth - 6 * kSeventh) / 2, kSeventh / 2};
    for (int j = 1; j <= 4; ++j) {
      Add(x + j * h, weight * h * kOdd[j - 1]);
      Add(x - j * h, -weight * h * kOdd[j - 1]);
    }
  }

  size_t count() const { return count_; }

 private:
  void Flush() {
    sum_.Add({x_.data(), used_}, {weights_.data(), used_});
    used_ = 0;
  }

  Summand& sum_;
  std::array<double, 256> x_, weights_;
  size_t used_ = 0, count_ = 0;
};

class EntropySum final : public Summand {
 public:
  EntropySum(const Univariate& family, const Distribution& d) : family_(family), d_(d) {}

  void Add(std::span<const double> x, std::span<const double> weights) override {
    std::array<double, 256> log;
    family_.LogDensity(d_, x.data(), x.size(), log.data());
    for (size_t i = 0; i < x.size(); ++i) {
      if (log[i] > -kInfinity) sum_ = kl::Add(sum_, -weights[i] * Exp(log[i]) * log[i]);
    }
  }
  double sum() const { return Value(sum_); }

 private:
  const Univariate& family_;
  const Distribution& d_;
  DoubleDouble sum_{0, 0};
};

}  // namespace

Reach ReachOf(const Univariate& family, const Distribution& d) {
  const Support support = family.SupportOf(d);
  const Bulk bulk = family.BulkOf(d);
  if (support.high - support.low < kMaxTerms || bulk.width < 1) return {support.low, support.high};
  double first = bulk.centre, last = bulk.centre;
  std::vector<double> breaks;
  family.AddBreaks(d, breaks);
  for (const double x : breaks) {
    first = std::min(first, x);
    last = std::max(last, x);
  }
  first = std::clamp(__builtin_floor(first), support.low, support.high);
  last = std::clamp(__builtin_ceil(last), support.low, support.high);
  return {FindEnd(family, d, first, support.low, bulk.width),
          FindEnd(family, d, last, support.high, bulk.width)};
}

size_t SumOver(const Reach& reach, bool has_low_end, double width, double fineness, Summand& sum) {
  Nodes nodes(sum);
  const bool one_by_one = IsSummedOneByOne(reach);
  double greatest = 1;
  if (!one_by_one && width >= fineness) greatest = PowerOfTwo(Split(width / fineness).exponent);
  if ((reach.high - reach.low) / greatest > kMaxNodes || reach.high + greatest == reach.high)
    return 0;
  double h = has_low_end && !one_by_one ? 1 : greatest;
  for (double x = reach.low; x <= reach.high; x += h) {
    if (h < greatest && x - reach.low >= 2 * h * fineness) {
      nodes.Add(x, 1.5 * h);  // half of the step before, half of the next
      nodes.AddEnd(x, h, -1);
      h *= 2;
      nodes.AddEnd(x, h, 1);
    } else {
      nodes.Add(x, h);
    }
  }
  return nodes.count();
}

double SummedEntropy(const Univariate& family, const Distribution& d) {
  constexpr double kFineness = 64;
  const Reach reach = ReachOf(family, d);
  EntropySum sum(family, d);
  SumOver(reach, reach.low == family.SupportOf(d).low, family.BulkOf(d).width, kFineness, sum);
  return sum.sum();
}

}  // namespace kl
