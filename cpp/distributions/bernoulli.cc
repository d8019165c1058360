#include "distributions/chance.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"
#include "special/gamma.h"

// Bernoulli(probs) or Bernoulli(logits): 1 with probability p, 0 with 1 − p; p = 1/(1 + e^−logits).

namespace kl {
namespace {

constexpr Parameter kByProbs[] = {{"probs", Rule::kProbability}};
constexpr Parameter kByLogits[] = {{"logits", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kByProbs, kByLogits};

Chance Of(const Distribution& d) { return Chance::Of(d.parametrization, d.numbers[0]); }

class Bernoulli final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override {
    const bool never = d.parametrization == 0 && d.numbers[0] == 0;
    const bool always = d.parametrization == 0 && d.numbers[0] == 1;
    return {always ? 1.0 : 0.0, never ? 0.0 : 1.0, true};
  }
  Bulk BulkOf(const Distribution& d) const override { return {Of(d).yes.hi < 0.5 ? 0.0 : 1.0, 1}; }
  double Entropy(const Distribution& d) const override { return kl::Entropy(Of(d)); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Chance chance = Of(d);
    const double log_yes = chance.LogYes(), log_no = chance.LogNo();
    for (size_t i = 0; i < n; ++i) out[i] = x[i] == 1 ? log_yes : x[i] == 0 ? log_no : -kInfinity;
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const double yes = Of(d).yes.hi;
    for (size_t i = 0; i < n; ++i) out[i] = random.Uniform() < yes ? 1 : 0;
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return FoundByTrials(1, Of(p), Of(q), kChanceMaxUlp);
  }

  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    return kl::Asymmetry(Of(p), Of(q));
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const Chance of_p = Of(p), of_q = Of(q);
    const ChanceGradient gradient = kl::Gradient(of_p, of_q);
    by_p[0] = of_p.TimesSlope(gradient.by_p);
    by_q[0] = of_q.is_logit ? Difference(of_p, of_q) : gradient.by_q;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const Chance chance = Of(d);
    const double logit = chance.Logit();
    if (!IsFinite(logit)) return LogDensityTerms::None();
    return {chance.LogNo(), {{{logit, {Statistic::kShift, 0}}}}, 1};
  }

  /// (1 − p) s(0) + p s(1); of the logarithms of Γ, s(0) is 0 but of the falling one.
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const Chance chance = Of(d);
    const double yes = chance.yes.hi, no = chance.no.hi, a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(yes - a);
      case Statistic::kSquare:
        return Expectation::Of(yes * Square(1 - a) + no * Square(a));
      case Statistic::kAbs:
        return Expectation::Of(yes * Abs(1 - a) + no * Abs(a));
      case Statistic::kExp:
        return Expectation::Of(yes * Exp(a * (1 - b)) + no * Exp(-a * b));
      case Statistic::kLogFactorial:
        return Expectation::Of(0);
      case Statistic::kLogRising:
        return Expectation::Of(yes == 0 ? 0 : yes * LogRatio(a, 1));
      case Statistic::kLogFalling:
        return Expectation::Of(no * LogGamma(a + 1) + (yes == 0 ? 0 : yes * LogGamma(a)));
      default:
        return Expectation::Unknown();
    }
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const Chance chance = Of(d);
    lifts.push_back({BinomialFamily(), {1, d.numbers[0]}, d.parametrization});
    if (chance.is_logit) {
      lifts.push_back({CategoricalFamily(), {0, chance.number}, 1});
    } else if (chance.no.lo == 0) {  // 1 − p is a number without rounding
      lifts.push_back({CategoricalFamily(), {chance.no.hi, chance.yes.hi}});
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const Chance chance = Of(d);
    const double slope = x == 1 ? chance.no.hi : -chance.yes.hi;
    out[0] = chance.is_logit ? slope : x == 1 ? 1 / chance.yes.hi : -1 / chance.no.hi;
  }
};

constexpr Bernoulli kBernoulli("Bernoulli", kParametrizations);

}  // namespace

const Family& BernoulliFamily() { return kBernoulli; }

}  // namespace kl
