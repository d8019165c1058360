#include "distributions/chance.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"

// Geometric(probs) or Geometric(logits): the mass p (1 − p)^k on k = 0, 1, 2 …, failures before the first success.

namespace kl {
namespace {

constexpr double kMaxUlp = kChanceMaxUlp + 1;

/// Where p is that small, and may underflow, P and Q are exponential distributions.
constexpr double kTiny = 0x1p-60;
constexpr double kUnderflow = 0x1p-1000;
bool AreTiny(const Chance& p, const Chance& q) { return p.yes.hi < kTiny && q.yes.hi < kTiny; }

constexpr Parameter kByProbs[] = {{"probs", Rule::kPositiveProbability}};
constexpr Parameter kByLogits[] = {{"logits", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kByProbs, kByLogits};

Chance Of(const Distribution& d) { return Chance::Of(d.parametrization, d.numbers[0]); }

/// (1 − p)/p.
double Mean(const Chance& chance) {
  return chance.is_logit ? Exp(-chance.number) : chance.no.hi / chance.yes.hi;
}

class Geometric final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override {
    return {0, d.parametrization == 0 && d.numbers[0] == 1 ? 0 : kInfinity, true};
  }
  Bulk BulkOf(const Distribution& d) const override {
    const double mean = Mean(Of(d));
    return {0, (mean < kMax ? mean : kMax) + 1};
  }

  /// The entropy of a trial, over p: −log p − (1 − p)/p · log(1 − p).
  double Entropy(const Distribution& d) const override {
    const Chance chance = Of(d);
    if (chance.yes.hi < kTiny) return 1 - chance.LogYes();
    return kl::Entropy(chance) / chance.yes.hi;
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Chance chance = Of(d);
    const double log_yes = chance.LogYes(), log_no = chance.LogNo();
    for (size_t i = 0; i < n; ++i) {
      const bool is_count = x[i] >= 0 && x[i] == __builtin_floor(x[i]);
      out[i] = !is_count ? -kInfinity : x[i] == 0 ? log_yes : log_yes + x[i] * log_no;
    }
  }

  /// ⌊log U/log(1 − p)⌋ ≥ k with probability (1 − p)^k.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const double rate = -Of(d).LogNo();
    for (size_t i = 0; i < n; ++i) out[i] = __builtin_floor(random.Exponential() / rate);
  }

  /// [φ(p, q) + φ(1 − p, 1 − q)]/p.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const Chance of_p = Of(p), of_q = Of(q);
    if (!AreTiny(of_p, of_q)) return FoundByTrials(1 / of_p.yes.hi, of_p, of_q, kMaxUlp);
    const double t = LogitDifference(of_p, of_q), p_yes = of_p.yes.hi, q_yes = of_q.yes.hi;
    if (of_p.is_logit && of_q.is_logit) {
      return Found(ExpExcessOfDifference(of_q.number, of_p.number), kMaxUlp, Method::kClosedForm);
    }
    const bool both_probs = !of_p.is_logit && !of_q.is_logit;
    if (both_probs || (Abs(t) > 1 && p_yes > kUnderflow && q_yes > kUnderflow)) {
      return Found(PhiOver(p_yes, q_yes), kMaxUlp, Method::kClosedForm);
    }
    // e^t, of a logit and the logarithm of a chance.
    return Found(ExpExcess(t), kMaxUlp + 2 * Abs(of_p.Logit()), Method::kClosedForm);
  }

  /// With B the divergence of trials, B(p, q)/p − B(q, p)/q = [B(p, q) − B(q, p)]/p + B(q, p)(q − p)/(p q).
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    const Chance of_p = Of(p), of_q = Of(q);
    const std::optional<double> of_trials = kl::Asymmetry(of_p, of_q);
    if (!of_trials || AreTiny(of_p, of_q)) return std::nullopt;
    const double change = Difference(of_p, of_q) / of_q.yes.hi;
    return (*of_trials + Divergence(of_q, of_p) * change) / of_p.yes.hi;
  }

  /// ∂D/∂p = log((1 − q)/(1 − p))/p², ∂D/∂q = (q − p)/(p q (1 − q)).
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const Chance of_p = Of(p), of_q = Of(q);
    if (AreTiny(of_p, of_q)) {
      by_q[0] = Expm1(LogitDifference(of_p, of_q));
      by_p[0] = -by_q[0];
      if (!of_p.is_logit) by_p[0] = by_p[0] / of_p.yes.hi;
      if (!of_q.is_logit) by_q[0] = by_q[0] / of_q.yes.hi;
      return true;
    }
    const double yes = of_p.yes.hi, slope = LogNoRatio(of_p, of_q) / yes;
    const double excess = Difference(of_p, of_q) / yes;
    by_p[0] = of_p.is_logit ? of_p.no.hi * slope : slope / yes;
    by_q[0] = of_q.is_logit     ? excess
              : of_p.no.hi == 0 ? -1 / of_q.yes.hi
                                : excess / of_q.yes.hi / of_q.no.hi;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const Chance chance = Of(d);
    const double log_no = chance.LogNo();
    if (!IsFinite(log_no)) return LogDensityTerms::None();
    return {chance.LogYes(), {{{log_no, {Statistic::kShift, 0}}}}, 1};
  }

  /// A NegativeBinomial has the probability of going on, which must be a number without rounding.
  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    const Chance chance = Of(d);
    if (chance.is_logit) {
      lifts.push_back({NegativeBinomialFamily(), {1, -chance.number}, 1});
    } else if (chance.no.lo == 0) {
      lifts.push_back({NegativeBinomialFamily(), {1, chance.no.hi}});
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const Chance chance = Of(d);
    const double yes = chance.yes.hi, no = chance.no.hi;
    out[0] = chance.is_logit ? no - x * yes : 1 / yes - (x == 0 ? 0 : x / no);
  }

  /// E |X − a| = a − mean + 2 E(X − a)⁺, the last (1 − p)^m (m − a + mean) for m the first whole number above a; Var X = (1 − p)/p²;
  /// E e^(aX) = p/(1 − (1 − p) e^a).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const Chance chance = Of(d);
    const double yes = chance.yes.hi, mean = Mean(chance), a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(mean - a);
      case Statistic::kSquare:
        return Expectation::Of(mean / yes + Square(mean - a));
      case Statistic::kAbs: {
        if (a <= 0) return Expectation::Of(mean - a);
        const double m = __builtin_floor(a) + 1;
        return Expectation::Of(a - mean + 2 * Exp(m * chance.LogNo()) * (m - a + mean));
      }
      case Statistic::kExp: {
        const double left = yes - chance.no.hi * Expm1(a);  // 1 − (1 − p) e^a
        return left <= 0 ? Expectation::Infinite() : Expectation::Of(yes / left * Exp(-a * b));
      }
      default:
        return chance.no.hi == 0 && statistic.kind == Statistic::kLogFactorial
                   ? Expectation::Of(0)
                   : Expectation::Unknown();
    }
  }
};

constexpr Geometric kGeometric("Geometric", kParametrizations);

}  // namespace

const Family& GeometricFamily() { return kGeometric; }

}  // namespace kl
