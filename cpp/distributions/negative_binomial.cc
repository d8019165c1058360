#include "distributions/count_draws.h"
#include "distributions/count_masses.h"
#include "distributions/families.h"
#include "distributions/summation.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/stirling.h"

// NegativeBinomial(totalCount, probs) or (totalCount, logits): the mass Γ(k + r)/(Γ(r) k!) p^k (1 − p)^r on k = 0, 1, 2 …,
// successes before r failures, r > 0 any number; p = 0 is the point 0.

namespace kl {
namespace {

constexpr double kMaxUlp = kChanceMaxUlp + 2;

/// Whether 1 − p is so small, and may underflow, that P and Q are gamma distributions.
bool AreTiny(const Chance& p, const Chance& q) { return p.no.hi < 0x1p-60 && q.no.hi < 0x1p-60; }

constexpr Parameter kByProbs[] = {{"totalCount", Rule::kPositive}, {"probs", Rule::kBelowOne}};
constexpr Parameter kByLogits[] = {{"totalCount", Rule::kPositive}, {"logits", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kByProbs, kByLogits};

struct Parts {
  double r;
  Chance chance;
  double odds;  // p/(1 − p)
};

Parts Of(const Distribution& d) {
  const Chance chance = Chance::Of(d.parametrization, d.numbers[1]);
  return {d.numbers[0], chance,
          chance.is_logit ? Exp(chance.number) : chance.yes.hi / chance.no.hi};
}

class NegativeBinomial final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override {
    return {0, d.parametrization == 0 && d.numbers[1] == 0 ? 0 : kInfinity, true};
  }

  /// The mode is ⌊(r − 1) p/(1 − p)⌋. For r < 1 the deviation is less than the width of what is not at 0.
  Bulk BulkOf(const Distribution& d) const override {
    const auto [r, chance, odds] = Of(d);
    const double mode = r > 1 ? __builtin_floor((r - 1) * odds) : 0;
    const double width = Sqrt(r > 1 ? r : 1) * Sqrt(odds) * Sqrt(1 + odds) + 1;
    return {mode < kMax ? mode : kMax, width < kMax ? width : kMax};
  }

  double Entropy(const Distribution& d) const override { return SummedEntropy(*this, d); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Parts parts = Of(d);
    for (size_t i = 0; i < n; ++i) out[i] = LogNegativeBinomialMass(parts.r, parts.chance, x[i]);
  }

  /// Poisson, its rate drawn from a gamma distribution.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [r, chance, odds] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      out[i] = DrawPoisson(random, Exp(random.LogGamma(r) + chance.Logit()));
    }
  }

  /// r/(1 − p) [φ(p, q) + φ(1 − p, 1 − q)] for equal counts.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const auto [r, of_p, p_odds] = Of(p);
    const auto [s, of_q, q_odds] = Of(q);
    if (r != s) return std::nullopt;
    if (!AreTiny(of_p, of_q)) return FoundByTrials(r / of_p.no.hi, of_p, of_q, kMaxUlp);
    const double excess =
        ExpExcessOfDifference(of_p.number, of_q.number);  // so near 1 only logits are
    return Found(r * excess, kMaxUlp, Method::kClosedForm);
  }

  /// With B the divergence of trials, r times [B(p, q) − B(q, p)]/(1 − p) + B(q, p)(p − q)/((1 − p)(1 − q)).
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    const auto [r, of_p, p_odds] = Of(p);
    const auto [s, of_q, q_odds] = Of(q);
    const std::optional<double> of_trials = kl::Asymmetry(of_p, of_q);
    if (r != s || !of_trials || AreTiny(of_p, of_q)) return std::nullopt;
    const double change = Difference(of_q, of_p) / of_q.no.hi;
    return r * (*of_trials + Divergence(of_q, of_p) * change) / of_p.no.hi;
  }

  /// By the counts, of D beyond equal ones: log p/q is r log((1 − p)/(1 − q)) + k log(p/q) there, and
  /// E [ψ(k + r) − ψ(r)] = −log(1 − p), the mean of a score being 0.
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [r, of_p, p_odds] = Of(p);
    const auto [s, of_q, q_odds] = Of(q);
    if (r != s) return false;
    const double log_no = -LogNoRatio(of_p, of_q);
    const double log_yes = -LogYesRatio(of_p, of_q);
    by_p[0] = of_p.yes.hi == 0 ? 0 : p_odds * log_yes;
    by_q[0] = log_no;
    if (AreTiny(of_p, of_q)) {
      by_p[1] = r * Expm1(-LogitDifference(of_p, of_q));
      by_q[1] = -by_p[1];
      return true;
    }
    const double slope = r * log_yes / of_p.no.hi, excess = r * Difference(of_p, of_q) / of_p.no.hi;
    by_p[1] = of_p.is_logit ? of_p.yes.hi * slope : slope / of_p.no.hi;
    by_q[1] = of_q.is_logit      ? excess
              : of_p.yes.hi == 0 ? s / of_q.no.hi
                                 : excess / of_q.yes.hi / of_q.no.hi;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [r, chance, odds] = Of(d);
    if (chance.yes.hi == 0 && !chance.is_logit) return LogDensityTerms::None();
    return {r * chance.LogNo(),
            {{{chance.LogYes(), {Statistic::kShift, 0}},
              {1, {Statistic::kLogRising, r}},
              {-1, {Statistic::kLogFactorial}}}},
            3};
  }

  /// The parts that do not depend on x may be off a little: a divergence by φ does not notice.
  double LogRatioAt(const Distribution& p, const Distribution& q, double x) const override {
    const auto [r, of_p, p_odds] = Of(p);
    const auto [s, of_q, q_odds] = Of(q);
    const double difference = r - s, by_x = x == 0 ? 0 : x * LogYesRatio(of_p, of_q);
    return LogRisingRatio(s, difference, x) - by_x - r * LogNoRatio(of_p, of_q) +
           difference * of_q.LogNo();
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [r, chance, odds] = Of(d);
    const double yes = chance.yes.hi, no = chance.no.hi;
    out[0] = Digamma(x + r) - Digamma(r) + chance.LogNo();
    out[1] = chance.is_logit ? x * no - r * yes : (x == 0 ? 0 : x / yes) - r / no;
  }

  /// Var X = r p/(1 − p)², E e^(aX) = ((1 − p)/(1 − p e^a))^r.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [r, chance, odds] = Of(d);
    const double mean = r * odds, a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(mean * (1 + odds) + Square(mean - a));
      case Statistic::kAbs:
        return a <= 0 ? Expectation::Of(mean - a) : Expectation::Unknown();
      case Statistic::kExp: {
        const double change = odds * Expm1(a);
        if (change >= 1) return Expectation::Infinite();
        return Expectation::Of(Exp(-r * Log1p(-change) - a * b));
      }
      default:
        return Expectation::Unknown();
    }
  }
};

constexpr NegativeBinomial kNegativeBinomial("NegativeBinomial", kParametrizations);

}  // namespace

const Family& NegativeBinomialFamily() { return kNegativeBinomial; }

}  // namespace kl
