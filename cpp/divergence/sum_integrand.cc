#include "divergence/sum_integrand.h"

#include <algorithm>

#include "special/elementary.h"

namespace kl {
namespace {

/// How finely sums that are not taken one by one are first tried, and after how many numbers no more is tried.
constexpr double kFirstFineness = 16;
constexpr size_t kManyNodes = 1 << 16;

class IntegrandSum final : public Summand {
 public:
  IntegrandSum(const Distribution& p, const Distribution& q, const Integrand& integrand)
      : p_(p), q_(q), integrand_(integrand) {}

  void Add(std::span<const double> x, std::span<const double> weights) override {
    std::array<double, 256> log_p, log_q;
    p_.family->univariate(p_)->LogDensity(p_, x.data(), x.size(), log_p.data());
    q_.family->univariate(q_)->LogDensity(q_, x.data(), x.size(), log_q.data());
    std::array<double, kMaxIntegrals> values{};
    for (size_t i = 0; i < x.size(); ++i) {
      integrand_.at(integrand_.context, {x[i], log_p[i], log_q[i], 0, 0, 0, false}, values.data());
      for (size_t c = 0; c < integrand_.count; ++c) {
        sums_[c] = kl::Add(sums_[c], weights[i] * values[c]);
        magnitudes_[c] += Abs(weights[i] * values[c]);
      }
    }
  }

  Integrals found() const {
    Integrals found;
    for (size_t c = 0; c < integrand_.count; ++c)
      found.of[c] = {Value(sums_[c]), 0, magnitudes_[c]};
    for (size_t c = integrand_.controlled; c < integrand_.count; ++c)
      found.of[c - integrand_.controlled].error = found.of[c].magnitude;
    return found;
  }

 private:
  const Distribution &p_, &q_;
  const Integrand& integrand_;
  std::array<DoubleDouble, kMaxIntegrals> sums_{};
  std::array<double, kMaxIntegrals> magnitudes_{};
};

/// Whether the support of one of them ends here.
bool IsEnd(double Support::*end, double x, const Distribution& p, const Distribution& q) {
  return x == p.family->univariate(p)->SupportOf(p).*end ||
         x == q.family->univariate(q)->SupportOf(q).*end;
}

/// What all numbers beyond an end add: the end's term times its distance from the bulks.
void AddTail(const Distribution& p, const Distribution& q, double end, const Integrand& integrand,
             Integrals& found) {
  IntegrandSum at_end(p, q, integrand);
  double away = 1;
  for (const Distribution* d : {&p, &q})
    away = std::max(away, Abs(end - d->family->univariate(*d)->BulkOf(*d).centre) + 1);
  const double one = 1;
  at_end.Add({&end, 1}, {&one, 1});
  for (size_t c = 0; c < integrand.controlled; ++c)
    found.of[c].error += away * at_end.found().of[c].magnitude;
}

}  // namespace

Integrals SumIntegrand(const Distribution& p, const Distribution& q, const Reach& reach,
                       double width, const Integrand& integrand) {
  Integrals found, last;
  const bool one_by_one = IsSummedOneByOne(reach);
  const bool has_low_end = IsEnd(&Support::low, reach.low, p, q);
  for (double fineness = kFirstFineness;; fineness *= 2) {
    IntegrandSum sum(p, q, integrand);
    const size_t taken = SumOver(reach, has_low_end, width, fineness, sum);
    if (taken == 0) {
      for (size_t c = 0; c < integrand.controlled; ++c) found.of[c].error = kInfinity;
      return found;
    }
    found = sum.found();
    bool agrees = one_by_one;
    if (!one_by_one && fineness > kFirstFineness) {
      agrees = true;
      for (size_t c = 0; c < integrand.controlled; ++c) {
        Integral& now = found.of[c];
        const double change = Abs(now.value - last.of[c].value);
        agrees = agrees && change <= std::max(now.error, 0x1p-42 * now.magnitude);
        now.error += change;
      }
    }
    last = found;
    if (agrees || taken > kManyNodes) break;
  }
  if (!has_low_end) AddTail(p, q, reach.low, integrand, found);
  if (!IsEnd(&Support::high, reach.high, p, q)) AddTail(p, q, reach.high, integrand, found);
  return found;
}

}  // namespace kl
