#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/coth_excess.h"
#include "special/elementary.h"
#include "special/kronrod.h"
#include "special/sine.h"

// ContinuousBernoulli(probs | logits): the density e^(l x − A(l)) on [0, 1], l = log(probs/(1 − probs)), A(l) = log((e^l − 1)/l).

namespace kl {
namespace {

constexpr double kMaxUlp = 64;

constexpr Parameter kProbs[] = {{"probs", Rule::kOpenProbability}};
constexpr Parameter kLogits[] = {{"logits", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kProbs, kLogits};
constexpr int kByProbs = 0;

/// For probs from 1/4 on, 2 probs − 1 is exact.
double Logit(const Distribution& d) {
  const double x = d.numbers[0];
  if (d.parametrization != kByProbs) return x;
  return x >= 0.25 && x <= 0.75 ? Log1p((2 * x - 1) / (1 - x)) : LogRatio(x, 1 - x);
}

/// Q's logit less P's: log1p of the difference of the odds, where they are near.
double LogitStep(const Distribution& p, const Distribution& q) {
  if (p.parametrization == kByProbs && q.parametrization == kByProbs) {
    const double from = p.numbers[0], to = q.numbers[0];
    const double odds = (to - from) / (from * (1 - to));
    if (Abs(odds) < 0.5) return Log1p(odds);
  }
  return Logit(q) - Logit(p);
}

/// A(−l) for l ≥ 0, which is A(l) − l.
double LogMass(double l) {
  if (l < 1) return Log1p(-ExpExcess(-l) / (l == 0 ? 1 : l));
  return Log1p(-Exp(-l)) - LogRatio(l, 1);
}

double LogPartition(double l) { return l < 0 ? LogMass(-l) : l + LogMass(l); }

/// A'(l), the mean.
double Mean(double l) {
  if (Abs(l) < 4) return l == 0 ? 0.5 : 0.5 + CothExcess(l / 2) / l;
  const double nearer = 1 / Abs(l) - 1 / Expm1(Abs(l));  // to 0 or 1
  return l > 0 ? 1 - nearer : nearer;
}

/// A''(l), the variance.
double Variance(double l) {
  const double size = Abs(l);
  if (size < 0x1p-20) return 1.0 / 12;
  if (size < 4) {  // [1 − y²/sinh² y]/l² with y = l/2, y²/sinh² y = (1 + H)² − y²
    const double half = size / 2, excess = CothExcess(half);
    return (half * half - excess * (2 + excess)) / (size * size);
  }
  const double decay = Exp(-size);
  return 1 / size / size - decay / Square(1 - decay);
}

/// ∫ f(x) dx over [0, 1], of an f that polynomials of degree 32 follow.
template <class Function>
double OverUnit(Function f) {
  double sum = kKronrodMiddleWeight * f(0.5);
  for (size_t i = 0; i < kKronrodPairs; ++i) {
    sum += kKronrodWeights[i] * (f(0.5 - kKronrodNodes[i] / 2) + f(0.5 + kKronrodNodes[i] / 2));
  }
  return sum / 2;
}

/// Of logits up to this, for OverUnit.
constexpr double kLargest = 10;

/// A(lq) − A(lp) − (lq − lp) A'(lp) ≥ 0, lq = lp + by.
double Divergence(double p, double q, double by) {
  if (by == 0) return 0;
  if (p < 0) return Divergence(-p, -q, -by);  // 1 − X has the opposite logit
  if (p >= 1 && q >= 1) {
    // Of −log l, and of log(1 − e^−l), whose slope is n = 1/(e^l − 1).
    const double n = 1 / Expm1(p), excess = ExpExcess(-by);
    const double of_log = Abs(by) < p / 2 ? LogExcess(by / p) : PhiOver(p, q);
    if (by < -1) return of_log + Log1p(-Exp(-q)) - Log1p(-Exp(-p)) - n * by;
    return of_log - LogExcess(n * (by - excess)) - n * excess;
  }
  if (p <= kLargest && Abs(q) <= kLargest) {
    // log E e^(by (X − mean)), where the first-order part has mean 0.
    const double mean = Mean(p), log_mass = LogPartition(p);
    return Log1p(
        OverUnit([&](double x) { return Exp(p * x - log_mass) * ExpExcess(by * (x - mean)); }));
  }
  if (p < 1) return LogPartition(q) - LogPartition(p) - by * Mean(p);
  const double q_mass = q < 0 ? LogMass(-q) - q : LogMass(q);  // A(−q)
  return q_mass + (LogRatio(p, 1) - 1) + q / p - Log1p(-Exp(-p)) - by / Expm1(p);
}

/// A'(to) − A'(from).
double MeanStep(double from, double to, double by) {
  if (Abs(from) <= kLargest && Abs(to) <= kLargest) {
    // E z e^(by z)/E e^(by z) of z = X − mean, E z = 0: no term of z (e^(by z) − 1) is of the other sign.
    const double mean = Mean(from), log_mass = LogPartition(from);
    const auto density = [&](double x) { return Exp(from * x - log_mass); };
    return OverUnit([&](double x) { return density(x) * (x - mean) * Expm1(by * (x - mean)); }) /
           OverUnit([&](double x) { return density(x) * Exp(by * (x - mean)); });
  }
  if (from * to < 0 || Abs(from) < kLargest / 2 || Abs(to) < kLargest / 2) {
    return Mean(to) - Mean(from);
  }
  const double size = Abs(from), n = 1 / Expm1(size), growth = from > 0 ? by : -by;
  // 1/(e^(l + g) − 1) − 1/(e^l − 1) = −n (e^g − 1)(1 + n)/(1 + (1 + n)(e^g − 1))
  const double rise = (1 + n) * Expm1(growth), of_decays = -n * (rise / (1 + rise));
  return by / from / to + (from > 0 ? of_decays : -of_decays);
}

class ContinuousBernoulli final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution&) const override { return {0, 1}; }
  Bulk BulkOf(const Distribution& d) const override {
    const double l = Logit(d), width = 1 / (Abs(l) + 2);
    return {l > 0 ? 1 - width : width, width};
  }

  /// −D from the uniform distribution.
  double Entropy(const Distribution& d) const override {
    const double l = Logit(d);
    return -Divergence(l, 0, -l);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const double l = Logit(d), constant = -LogMass(Abs(l));
    for (size_t i = 0; i < n; ++i) {
      const bool is_inside = x[i] >= 0 && x[i] <= 1;
      out[i] = is_inside ? constant + l * (l > 0 ? x[i] - 1 : x[i]) : -kInfinity;
    }
  }

  /// By the inverse of the distribution function of −|l|.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const double l = Logit(d), size = Abs(l);
    for (size_t i = 0; i < n; ++i) {
      const double u = random.Uniform();
      const double x = size == 0 ? u : -Log1p(u * Expm1(-size)) / size;
      out[i] = l > 0 ? 1 - x : x;
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return Found(Divergence(Logit(p), Logit(q), LogitStep(p, q)), kMaxUlp, Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double from = Logit(p), to = Logit(q), by = LogitStep(p, q);
    by_p[0] = -by * Variance(from) * LogitSlope(p);
    by_q[0] = MeanStep(from, to, by) * LogitSlope(q);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const double l = Logit(d);
    return {-LogMass(Abs(l)), {{{l, {Statistic::kShift, l > 0 ? 1.0 : 0.0}}}}, 1};
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const double l = Logit(d), a = statistic.a, b = statistic.b, log_mass = LogPartition(l);
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(Mean(l) - a);
      case Statistic::kSquare:
        return Expectation::Of(Variance(l) + Square(Mean(l) - a));
      case Statistic::kAbs: {
        if (a <= 0 || a >= 1) return Expectation::Of(Abs(Mean(l) - a));
        // (a − mean) + 2 E (X − a)+, with ∫ s e^(zs) ds = e^z (e^−z − 1 + z)/z² over [0, 1].
        const double z = l * (1 - a), half = z == 0 ? 0.5 : ExpExcess(-z) / z / z;
        const double above = Exp(l - log_mass) * Square(1 - a) * half;
        return Expectation::Of((a - Mean(l)) + 2 * above);
      }
      case Statistic::kPower:
        if (a == 0) return Expectation::Of(1);
        if (a == 1) return Expectation::Of(Mean(l) / b);
        if (a == 2) return Expectation::Of((Variance(l) + Square(Mean(l))) / b / b);
        return a <= -1 ? Expectation::Infinite() : Expectation::Unknown();
      case Statistic::kExp:
        return Expectation::Of(Exp(LogPartition(l + a) - log_mass - a * b));
      case Statistic::
          kCos: {  // ∫ e^(lx) cos(x − a) dx = e^(lx) (l cos(x − a) + sin(x − a))/(l² + 1)
        const double high = Exp(l - log_mass) * (l * Cos(1 - a) + Sin(1 - a));
        const double low = Exp(-log_mass) * (l * Cos(a) - Sin(a));
        return Expectation::Of((high - low) / (l * l + 1));
      }
      default:
        return Expectation::Unknown();
    }
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    if (Logit(d) != 0) return;
    lifts.push_back({UniformFamily(), {0, 1}});
    lifts.push_back({BetaFamily(), {1, 1}});
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    out[0] = (x - Mean(Logit(d))) * LogitSlope(d);
  }

 private:
  static double LogitSlope(const Distribution& d) {
    return d.parametrization == kByProbs ? 1 / d.numbers[0] / (1 - d.numbers[0]) : 1;
  }
};

constexpr ContinuousBernoulli kContinuousBernoulli("ContinuousBernoulli", kParametrizations);

}  // namespace

const Family& ContinuousBernoulliFamily() { return kContinuousBernoulli; }

}  // namespace kl
