#include "distributions/normal.h"

#include "distributions/families.h"
#include "distributions/location_scale.h"
#include "distributions/random.h"
#include "special/elementary.h"
#include "special/error_function.h"
#include "special/wide.h"

namespace kl {

Finding KlDivergence(const Normal& p, const Normal& q) {
  const double of_scales = PhiOver(q.scale, p.scale) + HalfSquare(Ratio(p.scale, q.scale, q.scale));
  return Found(of_scales + HalfSquare(Ratio(p.loc, q.loc, q.scale)), kNormalMaxUlp,
               Method::kClosedForm);
}

double Asymmetry(const Normal& p, const Normal& q) {
  const double excess = SinhExcess(p.scale, q.scale);
  const double by_p = Ratio(p.loc, q.loc, p.scale), by_q = Ratio(p.loc, q.loc, q.scale);
  if (by_p == 0 || p.scale == q.scale) return excess;
  // (Δμ/σq)² − (Δμ/σp)² with the difference of the scales taken first; the larger of the two carries it.
  const double of_locs =
      p.scale > q.scale
          ? HalfSquare(by_q) * Ratio(p.scale, q.scale, p.scale) * (1 + q.scale / p.scale)
          : HalfSquare(by_p) * Ratio(p.scale, q.scale, q.scale) * (1 + p.scale / q.scale);
  return excess + of_locs;
}

double Entropy(const Normal& distribution) {
  return kHalfLog2PiE + LogRatio(distribution.scale, 1);
}

namespace {

/// (σq² − σp² − Δμ²)/σq³: in two parts where these nearly cancel, and so are all of about one size.
double SlopeByScaleOfQ(const Normal& p, const Normal& q, double excess, double square) {
  const double sum = excess + square;
  if (!(Abs(sum) < square / 4)) return -sum / q.scale;
  const DoubleDouble by = TwoSum(p.loc, -q.loc);
  const Wide rest =
      WideProduct(TwoSum(q.scale, -p.scale), TwoSum(q.scale, p.scale)) - WideProduct(by, by);
  return Over(rest, q.scale, q.scale) / q.scale;
}

constexpr double kRootOf2OverPi = 0x1.9884533d43651p-1, kRootOfHalf = 0x1.6a09e667f3bcdp-1;

Normal Of(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

class NormalUnivariate final : public LocationScale {
 public:
  using LocationScale::LocationScale;

  double Entropy(const Distribution& d) const override { return kl::Entropy(Of(d)); }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [loc, scale] = Of(d);
    const double constant = -kHalfLog2Pi - LogRatio(scale, 1);
    for (size_t i = 0; i < n; ++i) out[i] = constant - HalfSquare(Ratio(x[i], loc, scale));
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [loc, scale] = Of(d);
    for (size_t i = 0; i < n; ++i) out[i] = loc + scale * random.Normal();
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return kl::KlDivergence(Of(p), Of(q));
  }
  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    return kl::Asymmetry(Of(p), Of(q));
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const auto [p_loc, p_scale] = Of(p);
    const auto [q_loc, q_scale] = Of(q);
    const double z = Ratio(p_loc, q_loc, q_scale);
    // (σp − σq)(σp + σq)/(σp σq²), and less the square of the standardized difference, by σq.
    const double excess = Ratio(p_scale, q_scale, q_scale) * (1 + p_scale / q_scale);
    by_p[0] = z / q_scale;
    by_p[1] = excess / p_scale;
    by_q[0] = -z / q_scale;
    by_q[1] = SlopeByScaleOfQ(Of(p), Of(q), excess, z * z);
    return true;
  }

  LogDensityTerms Terms(const Distribution& d) const override {
    const auto [loc, scale] = Of(d);
    return {-kHalfLog2Pi - LogRatio(scale, 1),
            {{{-0.5 / scale / scale, {Statistic::kSquare, loc}}}},
            1};
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const auto [loc, scale] = Of(d);
    const double a = statistic.a, b = statistic.b;
    switch (statistic.kind) {
      case Statistic::kShift:
        return Expectation::Of(loc - a);
      case Statistic::kSquare:
        return Expectation::Of(Square(scale) + Square(loc - a));
      case Statistic::kAbs: {
        const double z = (loc - a) / scale;
        return Expectation::Of(scale * kRootOf2OverPi * Exp(-HalfSquare(z)) +
                               (loc - a) * Erf(z * kRootOfHalf));
      }
      case Statistic::kExp:
        return Expectation::Of(Exp(a * (loc - b) + HalfSquare(a * scale)));
      default:
        return Expectation::Unknown();
    }
  }

  /// log(σq/σp) + ½ (zq − zp)(zq + zp), zq − zp = [zq (σp − σq) + (μp − μq)]/σp.
  double LogRatioAt(const Distribution& p, const Distribution& q, double x) const override {
    const auto [p_loc, p_scale] = Of(p);
    const auto [q_loc, q_scale] = Of(q);
    const double by_p = Ratio(x, p_loc, p_scale), by_q = Ratio(x, q_loc, q_scale);
    const double difference =
        by_q * Ratio(p_scale, q_scale, p_scale) + Ratio(p_loc, q_loc, p_scale);
    return LogRatio(q_scale, p_scale) + difference * ((by_p + by_q) / 2);
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [loc, scale] = Of(d);
    const double z = Ratio(x, loc, scale);
    out[0] = z / scale;
    out[1] = (z - 1) * (z + 1) / scale;
  }
};

constexpr NormalUnivariate kNormal("Normal");

}  // namespace

const Family& NormalFamily() { return kNormal; }

}  // namespace kl
