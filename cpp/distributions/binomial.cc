#include "distributions/count_draws.h"
#include "distributions/count_masses.h"
#include "distributions/families.h"
#include "distributions/summation.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/stirling.h"

// Binomial(totalCount, probs) or (totalCount, logits): the mass n!/(k! (n − k)!) p^k (1 − p)^(n − k) on k = 0 … n.

namespace kl {
namespace {

constexpr double kMaxUlp = kChanceMaxUlp + 1;

constexpr Parameter kByProbs[] = {{"totalCount", Rule::kWhole}, {"probs", Rule::kProbability}};
constexpr Parameter kByLogits[] = {{"totalCount", Rule::kWhole}, {"logits", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kByProbs, kByLogits};

struct Parts {
  double n;
  Chance chance;
};

Parts Of(const Distribution& d) {
  return {d.numbers[0], Chance::Of(d.parametrization, d.numbers[1])};
}

class Binomial final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override {
    const double n = d.numbers[0];
    const bool never = d.parametrization == 0 && d.numbers[1] == 0;
    const bool always = d.parametrization == 0 && d.numbers[1] == 1;
    return {always ? n : 0, never ? 0 : n, true};
  }

  Bulk BulkOf(const Distribution& d) const override {
    const auto [n, chance] = Of(d);
    // ⌊(n + 1) p⌋, counted from the end that is nearer.
    const double mode = chance.yes.hi <= 0.5 ? __builtin_floor((n + 1) * chance.yes.hi)
                                             : n - __builtin_floor((n + 1) * chance.no.hi);
    return {mode, Sqrt(n * chance.yes.hi * chance.no.hi) + 1};
  }

  double Entropy(const Distribution& d) const override { return SummedEntropy(*this, d); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Parts parts = Of(d);
    for (size_t i = 0; i < n; ++i) out[i] = LogBinomialMass(parts.n, parts.chance, x[i]);
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const Parts parts = Of(d);
    for (size_t i = 0; i < n; ++i) out[i] = DrawBinomial(random, parts.n, parts.chance);
  }

  /// n [φ(p, q) + φ(1 − p, 1 − q)] for equal counts.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const auto [n, of_p] = Of(p);
    const auto [m, of_q] = Of(q);
    if (n != m) return std::nullopt;
    if (n == 0) return Found(0, 0, Method::kClosedForm);
    return FoundByTrials(n, of_p, of_q, kMaxUlp);
  }

  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    const auto [n, of_p] = Of(p);
    const auto [m, of_q] = Of(q);
    if (n != m) return std::nullopt;
    const std::optional<double> of_one = kl::Asymmetry(of_p, of_q);
    return of_one ? std::optional(n * *of_one) : std::nullopt;
  }

  /// By the count, a whole number, there is no derivative: 0 stands there.
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [n, of_p] = Of(p);
    const auto [m, of_q] = Of(q);
    if (n != m) return false;
    const ChanceGradient gradient = kl::Gradient(of_p, of_q);
    by_p[0] = by_q[0] = 0;
    by_p[1] = n == 0 ? 0 : n * of_p.TimesSlope(gradient.by_p);
    by_q[1] = n * (of_q.is_logit ? Difference(of_p, of_q) : gradient.by_q);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [n, chance] = Of(d);
    const double logit = chance.Logit();
    if (!IsFinite(logit)) return LogDensityTerms::None();
    return {LogGamma(n + 1) + n * chance.LogNo(),
            {{{logit, {Statistic::kShift, 0}},
              {-1, {Statistic::kLogFactorial}},
              {-1, {Statistic::kLogFalling, n}}}},
            3};
  }

  /// The parts that do not depend on x may be off a little: a divergence by φ does not notice.
  double LogRatioAt(const Distribution& p, const Distribution& q, double x) const override {
    const auto [n, of_p] = Of(p);
    const auto [m, of_q] = Of(q);
    const double difference = n - m;
    const double by_yes = x == 0 ? 0 : x * LogYesRatio(of_p, of_q);
    const double by_no = n == x ? 0 : (n - x) * LogNoRatio(of_p, of_q);
    const double by_count = m == x ? 0 : difference * of_q.LogNo();
    return LogRisingRatio(m - x + 1, difference, x) - by_yes - by_no + by_count;
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [n, chance] = Of(d);
    const double yes = chance.yes.hi, no = chance.no.hi, failures = n - x;
    out[0] = Digamma(n + 1) - Digamma(failures + 1) + chance.LogNo();
    out[1] = chance.is_logit ? x * no - failures * yes
                             : (x == 0 ? 0 : x / yes) - (failures == 0 ? 0 : failures / no);
  }

  /// E e^(aX) = (1 + p (e^a − 1))^n.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [n, chance] = Of(d);
    const double yes = chance.yes.hi, mean = n * yes, a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(mean * chance.no.hi + Square(mean - a));
      case Statistic::kAbs:
        if (a <= 0) return Expectation::Of(mean - a);
        return a >= n ? Expectation::Of(a - mean) : Expectation::Unknown();
      case Statistic::kExp:
        return Expectation::Of(Exp(n * Log1p(yes * Expm1(a)) - a * b));
      case Statistic::kLogFactorial:
        return n <= 1 ? Expectation::Of(0) : Expectation::Unknown();
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr Binomial kBinomial("Binomial", kParametrizations);

}  // namespace

const Family& BinomialFamily() { return kBinomial; }

}  // namespace kl
