#include "divergence/expected_scores.h"

#include <algorithm>

#include "divergence/log_ratio.h"
#include "divergence/scores.h"
#include "divergence/sum_integrand.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kTolerance = 1e-13, kUnit = 0x1p-50;
constexpr size_t kAtOnce = kMaxIntegrals / 2;

/// Near an end, score and log ratio both have the logarithm of the distance as a factor: an integral of them feels what is off in
/// the density's slope there three times as much as the density's own does. The rest is margin for an estimate.
constexpr double kMoreError = 16;

const Univariate& Of(const Distribution& d) { return *d.family->univariate(d); }
Support SupportOf(const Distribution& d) { return Of(d).SupportOf(d); }

/// What the score is multiplied with.
enum class Factor {
  kLogRatio,    // p log(p/q)
  kMinusP,      // −p
  kDifference,  // q − p, where the score has mean 0 under Q: nothing cancels as Q → P
};

/// Some of the products of scores and a factor, to be integrated or summed.
struct Products {
  const Scores& scores;
  const LogRatios& ratios;
  Factor factor;
  size_t first = 0, count = 0;
};

/// The factor times dx, and its noise.
Doubtful FactorAt(const Products& products, const Node& node) {
  const double p = Exp(node.log_p + node.log_dx), q = Exp(node.log_q + node.log_dx);
  if (p == 0) {
    return products.factor == Factor::kDifference ? Doubtful{q, kUnit * (2 + Abs(node.log_q)) * q}
                                                  : Doubtful{};
  }
  const double of_mass = kUnit * (2 + Abs(node.log_dx) + Abs(node.log_p)) + node.p_doubt;
  if (products.factor == Factor::kMinusP) return {-p, p * of_mass};
  const auto [log, doubt] = products.ratios.At(node);
  if (products.factor == Factor::kLogRatio) {
    return {p * log, p * (doubt + of_mass * Abs(log))};
  }
  const double difference = Abs(log) < 1 ? p * Expm1(-log) : q - p;
  return {difference, doubt * std::max(p, q) + of_mass * Abs(difference)};
}

void At(const void* context, const Node& node, double* out) {
  const Products& products = *static_cast<const Products*>(context);
  const size_t count = products.count;
  std::fill_n(out, 2 * count, 0.0);
  const Doubtful factor = FactorAt(products, node);
  if (factor.value == 0 && factor.doubt == 0) return;
  const size_t all = products.scores.count();
  std::vector<double> scores(all), noise(all);
  products.scores.At(node, scores, noise);
  for (size_t i = 0; i < count; ++i) {
    const size_t at = products.first + i;
    out[i] = scores[at] * factor.value;
    out[count + i] = Abs(scores[at]) * factor.doubt + noise[at] * Abs(factor.value);
  }
}

Reach ReachFor(const Distribution& p, const Distribution& q, Factor factor) {
  const Reach of_p = ReachOf(Of(p), p);
  if (factor != Factor::kDifference) return of_p;
  const Reach of_q = ReachOf(Of(q), q);
  return {std::min(of_p.low, of_q.low), std::max(of_p.high, of_q.high)};
}

std::vector<Derivative> Expected(const Distribution& p, const Distribution& q, const Scores& scores,
                                 Factor factor) {
  const LogRatios ratios(p, q);
  std::vector<Derivative> derivatives(scores.count());
  for (size_t first = 0; first < derivatives.size(); first += kAtOnce) {
    const Products products{scores, ratios, factor, first,
                            std::min(kAtOnce, derivatives.size() - first)};
    const Integrand integrand{At, &products, 2 * products.count, products.count};
    const Support over = SupportOf(p);
    const Integrals found =
        over.is_discrete
            ? SumIntegrand(p, q, ReachFor(p, q, factor),
                           std::min(Of(p).BulkOf(p).width, Of(q).BulkOf(q).width), integrand)
            : Integrate(p, q, over, integrand, kTolerance);
    for (size_t i = 0; i < products.count; ++i) {
      const auto& [value, error, magnitude] = found.of[i];
      const bool is_known = !found.diverges && value == value && error == error;
      derivatives[first + i] =
          is_known ? Derivative{value, kMoreError * error} : Derivative{0, kInfinity};
    }
  }
  return derivatives;
}

/// The log density on both sides of an end: where the support that moves is, and where it is not.
struct Jump {
  double inside, outside;

  static Jump Of(const Distribution& d, const MovingEnd& end) {
    const double step = std::max(Abs(end.at) * 0x1p-52, std::numeric_limits<double>::denorm_min());
    const double beyond = end.is_high ? end.at + step : end.at - step;
    return {kl::Of(d).LogDensityAt(d, end.at), kl::Of(d).LogDensityAt(d, beyond)};
  }
};

void Add(double value, double error, Derivative& to) {
  const double sum = to.value + value;
  if (sum != sum) {
    to = {0, kInfinity};
  } else {
    to = {sum, IsFinite(sum) ? to.error + error : 0};
  }
}

/// Of all outcomes one that P would have too, if the number changed: whether there is, and Q has it.
enum class Gain { kNone, kOfQ, kOutsideQ };

Gain GainOf(const Distribution& p, const Distribution& q, size_t number) {
  const double x = p.numbers[number];
  if (x != 0 && x != 1) return Gain::kNone;
  std::vector<double> numbers(p.numbers.begin(), p.numbers.end());
  numbers[number] += x == 0 ? 0x1p-20 : -0x1p-20;
  Distribution moved = p;
  moved.numbers = numbers;
  const Support support = SupportOf(moved);
  std::vector<double> outcomes{support.low, support.low + 1, support.high};
  for (size_t i = 0; i < numbers.size(); ++i) outcomes.push_back(static_cast<double>(i));
  Gain gain = Gain::kNone;
  for (const double outcome : outcomes) {
    if (!(outcome <= support.high) || !IsFinite(outcome)) continue;
    const bool is_new = Of(p).LogDensityAt(p, outcome) == -kInfinity &&
                        Of(moved).LogDensityAt(moved, outcome) > -kInfinity;
    if (!is_new) continue;
    if (Of(q).LogDensityAt(q, outcome) == -kInfinity) return Gain::kOutsideQ;
    gain = Gain::kOfQ;
  }
  return gain;
}

void ClearWhole(const Scores& scores, std::vector<Derivative>& derivatives) {
  for (size_t i = 0; i < derivatives.size(); ++i) {
    if (scores.IsWhole(i)) derivatives[i] = {};
  }
}

}  // namespace

/// At an end that moves, with F = p log(p/q): σ [(F − p) inside − (F − p) outside].
std::vector<Derivative> DerivativesByP(const Distribution& p, const Distribution& q) {
  const Scores scores(p);
  std::vector<Derivative> derivatives = Expected(p, q, scores, Factor::kLogRatio);
  for (const MovingEnd& end : scores.moving_ends()) {
    const Jump of_p = Jump::Of(p, end), of_q = Jump::Of(q, end);
    const double sign = end.is_high ? 1 : -1;
    for (const bool is_inside : {true, false}) {
      const double log_p = is_inside ? of_p.inside : of_p.outside, mass = Exp(log_p);
      if (mass == 0) continue;
      const double log_q = of_q.inside;
      const double value = mass * (log_p - log_q - 1);
      const double error = 4 * kUnit * mass * (1 + Abs(log_p) + Abs(log_q)) * (1 + Abs(log_p));
      Add(is_inside ? sign * value : -sign * value, error, derivatives[end.number]);
    }
  }
  for (size_t i = 0; SupportOf(p).is_discrete && i < p.numbers.size(); ++i) {
    const Gain gain = scores.IsWhole(i) ? Gain::kNone : GainOf(p, q, i);
    if (gain == Gain::kNone) continue;
    const double towards = p.numbers[i] == 0 ? 1 : -1;  // from within
    derivatives[i] = {gain == Gain::kOfQ ? -towards * kInfinity : towards * kInfinity, 0};
  }
  ClearWhole(scores, derivatives);
  return derivatives;
}

/// At an end that moves: −σ p [log q inside − log q outside].
std::vector<Derivative> DerivativesByQ(const Distribution& p, const Distribution& q) {
  const Scores scores(q);
  const Support of_p = SupportOf(p), of_q = SupportOf(q);
  const bool is_centred = p.family == q.family && scores.moving_ends().empty() &&
                          of_p.low == of_q.low && of_p.high == of_q.high;
  std::vector<Derivative> derivatives =
      Expected(p, q, scores, is_centred ? Factor::kDifference : Factor::kMinusP);
  for (const MovingEnd& end : scores.moving_ends()) {
    const double mass = Exp(Jump::Of(p, end).outside);
    if (mass == 0) continue;  // Q's own support moves away from P's, or stays with it
    const Jump jump = Jump::Of(q, end);
    const double step = mass * (jump.inside - jump.outside);
    Add(end.is_high ? -step : step, 4 * kUnit * mass * (Abs(jump.inside) + Abs(jump.outside)),
        derivatives[end.number]);
  }
  ClearWhole(scores, derivatives);
  return derivatives;
}

}  // namespace kl
