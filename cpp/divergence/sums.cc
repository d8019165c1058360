#include "divergence/sums.h"

#include <algorithm>
#include <array>

#include "distributions/summation.h"
#include "special/elementary.h"

namespace kl {
namespace {

/// log masses are right to this, times 1 + |log p| + |log q|.
constexpr double kLogError = 8 * 0x1p-52;

/// Ratios nearer to 1 than this have φ by (e^t − 1 − t).
constexpr double kNear = 0.3;

/// How finely sums that are not taken one by one are first tried, and after how many numbers no more is tried.
constexpr double kFirstFineness = 16;
constexpr size_t kManyNodes = 1 << 16;

/// A sum and the bound of its error.
struct Estimate {
  double value = 0, error = kInfinity;
  bool IsKnown() const { return error < kInfinity; }
};

/// Both forms of the divergence over some whole numbers, their terms' errors with them:
///
///   signed      Σ p log(p/q)
///   by φ        Σ φ(p, q) = Σ p log(p/q) − p + q: what does not depend on k in the errors of log(p/q) is of second order
class PairSum final : public Summand {
 public:
  PairSum(const Distribution& p, const Distribution& q)
      : p_(p), q_(q), of_p_(*p.family->univariate(p)), of_q_(*q.family->univariate(q)) {
    const Bulk bulk = of_p_.BulkOf(p);
    direct_error_ =
        2 * kLogError * Square(2 + std::min(Abs(bulk.centre) / bulk.width, 2 * bulk.width));
  }

  void Add(std::span<const double> x, std::span<const double> weights) override {
    std::array<double, 256> log_p, log_q;
    of_p_.LogDensity(p_, x.data(), x.size(), log_p.data());
    of_q_.LogDensity(q_, x.data(), x.size(), log_q.data());
    for (size_t i = 0; i < x.size(); ++i) Add(x[i], weights[i], log_p[i], log_q[i]);
  }

  Estimate Signed() const { return {Value(signed_), HasAll() ? signed_error_ : kInfinity}; }
  Estimate ByPhi() const { return {Value(phi_), HasAll() ? phi_error_ : kInfinity}; }

  /// P has mass here and Q has none.
  std::optional<double> outside() const { return outside_; }

 private:
  /// Not where P's mass lies beyond the numbers that doubles can be, or where it was not to be found.
  bool HasAll() const { return Abs(Value(mass_) - 1) < 0x1p-20; }

  void Add(double x, double weight, double log_p, double log_q) {
    const double p = Exp(log_p), q = Exp(log_q);
    mass_ = kl::Add(mass_, weight * p);
    if (p == 0) {
      phi_ = kl::Add(phi_, weight * q);
      phi_error_ += Abs(weight) * q * kLogError * (1 + Abs(log_q == -kInfinity ? 0 : log_q));
      return;
    }
    if (log_q == -kInfinity) {
      if (!outside_) outside_ = x;
      return;
    }
    const double log = log_p - log_q;
    const double of_mass = kLogError * (1 + Abs(log_p)), of_log = of_mass + kLogError * Abs(log_q);
    const double count = Abs(weight);
    signed_ = kl::Add(signed_, weight * p * log);
    signed_error_ += count * p * (of_mass * Abs(log) + of_log);
    if (Abs(log) >= kNear) {
      const double phi = p * log - p + q;
      phi_ = kl::Add(phi_, weight * phi);
      phi_error_ += count * (of_mass * phi + of_log * Abs(p - q));
      return;
    }
    const double exact = p_.family == q_.family ? of_p_.LogRatioAt(p_, q_, x) : log;
    const double phi = p * ExpExcess(-exact);
    phi_ = kl::Add(phi_, weight * phi);
    phi_error_ +=
        count * (of_mass * phi + (exact == log ? of_log * Abs(p * log) : direct_error_ * phi));
  }

  const Distribution &p_, &q_;
  const Univariate &of_p_, &of_q_;
  DoubleDouble signed_{0, 0}, phi_{0, 0}, mass_{0, 0};
  double signed_error_ = 0, phi_error_ = 0;

  /// What the terms by LogRatioAt are off by, relatively. Its parts exceed their sum, on average, by no more than the square of
  /// mean over deviation, or of twice the deviation: where the means of P and Q agree, the sum is of second order in the
  /// distance from them. In φ it counts twice.
  double direct_error_;
  std::optional<double> outside_;
};

/// What is summed, and how.
struct Plan {
  Reach reach;
  bool has_low_end;
  double width;
  double tails;  // bound of what lies beyond
};

/// Where |log p/q| grows no faster than masses vanish, the tail beyond x is less than its first term times the distance from
/// the mode.
double TailBound(const Distribution& d, const Distribution& p, const Distribution& q, double x,
                 double mode) {
  const double log_p = p.family->univariate(p)->LogDensityAt(p, x);
  const double log_q = q.family->univariate(q)->LogDensityAt(q, x);
  const double log = d.family->univariate(d)->LogDensityAt(d, x);
  if (log == -kInfinity) return 0;
  const double ratio = log_p == -kInfinity || log_q == -kInfinity ? 0 : Abs(log_p - log_q);
  return Exp(log + Log(Abs(x - mode) + 1)) * (1 + ratio);
}

double TailsOf(const Distribution& d, const Distribution& p, const Distribution& q,
               const Reach& reach, const Support& support, double mode) {
  return (reach.low > support.low ? TailBound(d, p, q, reach.low, mode) : 0) +
         (reach.high < support.high ? TailBound(d, p, q, reach.high, mode) : 0);
}

/// Tries finer and finer sums until two agree.
template <class Choose>
Estimate Refine(const Distribution& p, const Distribution& q, const Plan& plan, Choose choose,
                std::optional<double>& outside) {
  Estimate last;
  for (double fineness = kFirstFineness;; fineness *= 2) {
    PairSum sum(p, q);
    const size_t taken = SumOver(plan.reach, plan.has_low_end, plan.width, fineness, sum);
    if (taken == 0) return last;
    outside = sum.outside();
    Estimate now = choose(sum);
    now.error += plan.tails;
    if (outside || IsSummedOneByOne(plan.reach)) return now;
    const double change = Abs(now.value - last.value);
    const bool agrees = last.IsKnown() && change <= std::max(now.error, 0x1p-42 * Abs(now.value));
    now.error += last.IsKnown() ? change : Abs(now.value);
    if (agrees || taken > kManyNodes) return now;
    last = now;
  }
}

}  // namespace

Finding BySum(const Distribution& p, const Distribution& q) {
  const Univariate &of_p = *p.family->univariate(p), &of_q = *q.family->univariate(q);
  const Support p_support = of_p.SupportOf(p), q_support = of_q.SupportOf(q);
  const Bulk p_bulk = of_p.BulkOf(p), q_bulk = of_q.BulkOf(q);
  const Reach p_reach = ReachOf(of_p, p);
  std::optional<double> outside;
  const Plan by_sign{p_reach, p_reach.low == p_support.low, p_bulk.width,
                     TailsOf(p, p, q, p_reach, p_support, p_bulk.centre)};
  Estimate best = Refine(
      p, q, by_sign, [](const PairSum& sum) { return sum.Signed(); }, outside);
  if (outside) {
    return {kInfinity, 0, Method::kInfinite, Reason::kSupport,
            static_cast<std::ptrdiff_t>(*outside)};
  }
  constexpr double kGood = 0x1p-41;
  if (!(best.error <= kGood * best.value)) {
    const Reach q_reach = ReachOf(of_q, q);
    const Reach both{std::min(p_reach.low, q_reach.low), std::max(p_reach.high, q_reach.high)};
    const Plan by_phi{both, both.low == q_support.low, std::min(p_bulk.width, q_bulk.width),
                      TailsOf(p, p, q, both, p_support, p_bulk.centre) +
                          TailsOf(q, p, q, both, q_support, q_bulk.centre)};
    const Estimate found = Refine(
        p, q, by_phi, [](const PairSum& sum) { return sum.ByPhi(); }, outside);
    if (!(found.error > best.error)) best = found;
  }
  const Method method = p_support.high < kInfinity ? Method::kFiniteSum : Method::kSeries;
  if (!best.IsKnown()) {
    // So large a distribution is a point to doubles; no sum can tell more, but that nothing is below 0.
    const double guess = -of_p.Entropy(p) - of_q.LogDensityAt(q, p_bulk.centre);
    best.value = guess > 0 ? guess : 0;
  }
  if (!IsFinite(best.value)) return Found(best.value, 0, method);
  return {best.value + 0, best.error, method, Reason::kNone, kNoIndex};
}

}  // namespace kl
