#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/arctangent.h"
#include "special/bessel.h"
#include "special/elementary.h"
#include "special/sine.h"

// VonMises(loc, concentration): the density e^(κ cos(x − loc))/(2π I0(κ)) on [−π, π]; uniform for κ = 0.

namespace kl {
namespace {

constexpr double kMaxUlp = 512, kLog2Pi = 2 * kHalfLog2Pi;

constexpr Parameter kParameters[] = {{"loc", Rule::kFinite}, {"concentration", Rule::kNonNegative}};
constexpr Parametrization kParametrizations[] = {kParameters};

/// Beyond, an angle's neighbours are a good part of a turn away.
constexpr double kMaxLoc = 0x1p50;

struct Parameters {
  double loc, concentration;
};

/// x less whole turns, in [−π, π]. Beyond some 2^52 turns nothing is left.
double Wrapped(double x) {
  if (Abs(x) <= kPi) return x;
  constexpr double kToWhole = 0x1.8p52, kTurnTail = 0x1.1a62633145c07p-52;
  if (Abs(x) >= 0x1p51) return 0;
  const double turns = (x / (2 * kPi) + kToWhole) - kToWhole;
  const DoubleDouble whole = TwoProduct(turns, 2 * kPi);
  const double rest = (x - whole.hi) - whole.lo - turns * kTurnTail;
  return rest > kPi ? kPi : rest < -kPi ? -kPi : rest;
}

Parameters Of(const Distribution& d) { return {Wrapped(d.numbers[0]), d.numbers[1]}; }

/// The difference of two angles, less whole turns, from the numbers given: each by itself would be rounded.
double Between(double to, double from) {
  const DoubleDouble difference = TwoSum(to, -from);
  return Wrapped(difference.hi) + difference.lo;
}

/// 1 − cos x.
double Versine(double x) { return 2 * Square(Sin(x / 2)); }

/// The sine of that: less half turns, so that it is relatively right about all of its roots.
double SineBetween(double to, double from) {
  constexpr double kToWhole = 0x1.8p52, kPiTail = 0x1.1a62633145c07p-53;
  const DoubleDouble difference = TwoSum(to, -from);
  const double half_turns = (difference.hi / kPi + kToWhole) - kToWhole;
  const DoubleDouble whole = TwoProduct(half_turns, kPi);
  const double rest =
      ((difference.hi - whole.hi) - whole.lo) + (difference.lo - half_turns * kPiTail);
  const bool is_odd = __builtin_floor(half_turns / 2) != half_turns / 2;
  return is_odd ? -Sin(rest) : Sin(rest);
}

class VonMises final : public Univariate {
 public:
  using Univariate::Univariate;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (const Problem problem = Family::Check(d, argument)) return problem;
    if (Abs(d.numbers[0]) <= kMaxLoc) return {};
    return {Status::kParameterTooLarge, argument, 0, d.numbers[0]};
  }

  Support SupportOf(const Distribution&) const override { return {-kPi, kPi}; }
  Bulk BulkOf(const Distribution& d) const override {
    return {Of(d).loc, 1 / Sqrt(Of(d).concentration + 1)};
  }

  /// log(2π) + (Λ(κ) − κ) + κ (1 − Λ'(κ)).
  double Entropy(const Distribution& d) const override {
    const double kappa = Of(d).concentration;
    return kLog2Pi + LogScaledBessel(kappa) + kappa * BesselRatioGap(kappa);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, kappa] = Of(d);
    const double constant = -kLog2Pi - LogScaledBessel(kappa);
    for (size_t i = 0; i < n; ++i) {
      out[i] = Abs(x[i]) > kPi ? -kInfinity : constant - kappa * Versine(x[i] - loc);
    }
  }

  /// Rejection from the wrapped Cauchy distribution: D. J. Best, N. I. Fisher, "Efficient simulation of the von Mises
  /// distribution", 1979; with their r = τ/(2κ), τ = 1 + √(1 + 4κ²), and T the tangent of half of their angle:
  ///
  ///   c = τ (1 + T²)/((τ + 2κ) + (τ − 2κ) T²),  tan(θ/2) = ±T √((τ − 2κ)/(τ + 2κ)).
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, kappa] = Of(d);
    const double root = kappa > 0x1p30 ? 2 * kappa : Sqrt(1 + 4 * kappa * kappa);
    const double tau = 1 + root, sum = tau + 2 * kappa, difference = 1 + 1 / (root + 2 * kappa);
    for (size_t i = 0; i < n; ++i) {
      double u, v, c, accept;
      do {
        do {
          u = random.Uniform();
          v = 2 * random.Uniform() - 1;
        } while (u * u + v * v > 1);
        c = tau / (sum * (u * u) + difference * (v * v)) * (u * u + v * v);
        accept = random.Uniform();
      } while (c * (2 - c) <= accept && LogRatio(c, accept) + 1 - c < 0);
      const double half = Arctangent(Abs(v / u) * Sqrt(difference / sum));
      const double x = loc + (v < 0 ? -2 : 2) * half;
      out[i] = Wrapped(x);
    }
  }

  /// Λ(κq) − Λ(κp) − (κq − κp) Λ'(κp) + κq Λ'(κp) (1 − cos Δloc), since E cos(X − μ) = Λ'(κp) cos(μp − μ).
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const double p_kappa = Of(p).concentration, q_kappa = Of(q).concentration;
    const double versine = Versine(Between(p.numbers[0], q.numbers[0]));
    const double value =
        BesselBregman(q_kappa, p_kappa) + q_kappa * (BesselRatio(p_kappa) * versine);
    return Found(value, kMaxUlp, Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double p_kappa = Of(p).concentration, q_kappa = Of(q).concentration;
    const double versine = Versine(Between(p.numbers[0], q.numbers[0]));
    const double ratio = BesselRatio(p_kappa);
    by_p[0] = q_kappa * ratio * SineBetween(p.numbers[0], q.numbers[0]);
    by_p[1] = BesselCurvature(p_kappa) * (Partial(p_kappa - q_kappa) + q_kappa * versine);
    by_q[0] = -by_p[0];
    by_q[1] = Partial(BesselRatioStep(q_kappa, p_kappa)) + ratio * versine;
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [loc, kappa] = Of(d);
    return {-kLog2Pi - LogScaledBessel(kappa) - kappa, {{{kappa, {Statistic::kCos, loc}}}}, 1};
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [loc, kappa] = Of(d);
    const double a = statistic.a;
    switch (statistic.kind) {
      case Statistic::kShift:
        return loc == 0 ? Expectation::Of(-a) : Expectation::Unknown();
      case Statistic::kCos:
        return Expectation::Of(BesselRatio(kappa) * Cos(loc - Wrapped(a)));
      default:
        return Expectation::Unknown();
    }
  }

  void AddLifts(const Distribution& d, Lifts& lifts) const override {
    if (Of(d).concentration == 0) lifts.push_back({UniformFamily(), {-kPi, kPi}});
  }

  /// ∂/∂loc = κ sin(x − loc), ∂/∂κ = cos(x − loc) − Λ'(κ).
  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, kappa] = Of(d);
    out[0] = kappa * Sin(x - loc);
    out[1] = BesselRatioGap(kappa) - Versine(x - loc);
  }
};

constexpr VonMises kVonMises("VonMises", kParametrizations);

}  // namespace

const Family& VonMisesFamily() { return kVonMises; }

}  // namespace kl
