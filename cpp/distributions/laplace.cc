#include "distributions/families.h"
#include "distributions/location_scale.h"
#include "distributions/random.h"
#include "special/elementary.h"
#include "special/twice.h"

// Laplace(loc, scale): the density 1/(2b) e^(−|x − μ|/b).

namespace kl {
namespace {

constexpr double kMaxUlp = 8;

/// bp/bq (e^−t − 1 + t), t = |μp − μq|/bp: what the distance of the two adds.
double OfDistance(const LocScale& p, const LocScale& q) {
  const double t = Abs(Ratio(p.loc, q.loc, p.scale));
  if (t == kInfinity) return Abs(Ratio(p.loc, q.loc, q.scale));  // beside which bp/bq is nothing
  const double excess = ExpExcess(-t);
  return excess == 0 ? 0 : p.scale / q.scale * excess;
}

/// e^−t − 1 + t for 0 ≤ t ≤ ½: t²/2 (1 − t/3 (1 − t/4 (1 − …))). Error ≤ 2^-98, relative.
DoubleDouble ExcessTwice(DoubleDouble t) {
  constexpr int kTerms = 24;
  DoubleDouble sum{1, 0};
  for (int k = kTerms; k >= 3; --k) {
    sum = Add(Negate(Divide(Multiply(t, sum), {static_cast<double>(k), 0})), 1);
  }
  const DoubleDouble twice = Multiply(Multiply(t, t), sum);
  return {twice.hi / 2, twice.lo / 2};
}

/// ∂D/∂bp = (s (1 + t) e^−t − 1)/bp and ∂D/∂bq = (1 − s (e^−t + t))/bq, times the scale: either may be nearly 0.
struct ByLogScales {
  Partial p, q;
};

ByLogScales OfLogScales(const LocScale& p, const LocScale& q) {
  constexpr double kFarthest = 600;
  constexpr int kMostApart = 400;
  const double s = p.scale / q.scale, rough_t = Abs(Ratio(p.loc, q.loc, p.scale));
  const int exponent = Split(p.scale).exponent, gap = Split(q.scale).exponent - exponent;
  if (rough_t > kFarthest || gap > kMostApart || gap < -kMostApart) {
    const double power = Exp(-rough_t);
    return {Partial(power > 0 ? s * (1 + rough_t) * power : 0) - 1,
            Partial(Ratio(q.scale, p.scale, q.scale)) - OfDistance(p, q)};
  }
  const DoubleDouble a{Scale(p.scale, -exponent), 0}, b{Scale(q.scale, -exponent), 0};
  const DoubleDouble by = TwoSum(p.loc, -q.loc);
  const double sign = by.hi < 0 ? -1 : 1;
  const DoubleDouble way{sign * Scale(by.hi, -exponent), sign * Scale(by.lo, -exponent)};
  const DoubleDouble t = Divide(way, a);
  if (t.hi <= 0.5) {  // (s − 1) − s (t² − (1 + t) (e^−t − 1 + t))
    const DoubleDouble excess = ExcessTwice(t), less = TwoSum(a.hi, -b.hi);
    const DoubleDouble fall = Add(Multiply(t, t), Negate(Multiply(Add(t, 1), excess)));
    return {Value(Add(less, Negate(Multiply(fall, a.hi)))) / b.hi,
            -Value(Add(less, Multiply(excess, a.hi))) / b.hi};
  }
  const DoubleDouble power = Add(ExpTwice(-t.hi), -t.lo * Exp(-t.hi));
  return {Value(Add(Multiply(Add(a, way), power), -b.hi)) / b.hi,
          Value(Add(b, Negate(Add(way, Multiply(power, a.hi))))) / b.hi};
}

class Laplace final : public LocationScale {
 public:
  using LocationScale::LocationScale;

  double Entropy(const Distribution& d) const override {
    return (1 + kLn2) + LogRatio(LocScaleOf(d).scale, 1);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double constant = Constant(d);
    for (size_t i = 0; i < n; ++i) out[i] = constant - Abs(Ratio(x[i], loc, scale));
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = LocScaleOf(d);
    for (size_t i = 0; i < n; ++i) {
      const double distance = scale * random.Exponential();
      out[i] = random.Uniform() < 0.5 ? loc - distance : loc + distance;
    }
  }

  /// −log s + δ/bq + s e^(−δ/bp) − 1 = (s − 1 − log s) + s (e^−t − 1 + t),  s = bp/bq, δ = |μp − μq|, t = δ/bp.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return Found(PhiOver(LocScaleOf(q).scale, LocScaleOf(p).scale) +
                     OfDistance(LocScaleOf(p), LocScaleOf(q)),
                 kMaxUlp, Method::kClosedForm);
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const double p_scale = LocScaleOf(p).scale, q_scale = LocScaleOf(q).scale;
    const double signed_t = Ratio(LocScaleOf(p).loc, LocScaleOf(q).loc, p_scale), t = Abs(signed_t);
    const double slope = -Expm1(-t) / q_scale;
    const ByLogScales by_log_scales = OfLogScales(LocScaleOf(p), LocScaleOf(q));
    by_p[0] = signed_t < 0 ? -slope : slope;
    by_p[1] = by_log_scales.p / p_scale;
    by_q[0] = -by_p[0];
    by_q[1] = by_log_scales.q / q_scale;
    return true;
  }

  void AddBreaks(const Distribution& d, std::vector<double>& breaks) const override {
    breaks.push_back(LocScaleOf(d).loc);
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    return {Constant(d), {{{-1 / LocScaleOf(d).scale, {Statistic::kAbs, LocScaleOf(d).loc}}}}, 1};
  }

  /// Var X = 2b², E|X − a| = |μ − a| + b e^(−|μ − a|/b), E e^(aX) = e^(aμ)/(1 − a²b²).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double a = statistic.a, b = statistic.b, shift = loc - a;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(shift);
      case Statistic::kSquare:
        return Expectation::Of(2 * Square(scale) + Square(shift));
      case Statistic::kAbs:
        return Expectation::Of(Abs(shift) + scale * Exp(-Abs(shift) / scale));
      case Statistic::kExp: {
        // Not a·b ≥ 1: a, the rounded reciprocal of another scale, reaches 1/b wherever that scale is no larger than b.
        if (Abs(a) >= 1 / scale) return Expectation::Infinite();
        const DoubleDouble product = Product(Abs(a), scale);
        const double rest = (1 - product.hi) - product.lo;
        return Expectation::Of(Exp(a * (loc - b)) / (rest * (1 + product.hi)));
      }
      default:
        return Expectation::Unknown();
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, scale] = LocScaleOf(d);
    const double z = Ratio(x, loc, scale);
    out[0] = z == 0 ? 0 : z < 0 ? -1 / scale : 1 / scale;
    out[1] = (Abs(z) - 1) / scale;
  }

 private:
  static double Constant(const Distribution& d) { return -kLn2 - LogRatio(LocScaleOf(d).scale, 1); }
};

constexpr Laplace kLaplace("Laplace");

}  // namespace

const Family& LaplaceFamily() { return kLaplace; }

}  // namespace kl
