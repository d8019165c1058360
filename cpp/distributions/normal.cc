#include "distributions/normal.h"

#include "kernels/phi.h"
#include "kernels/scaled.h"

namespace kl {
namespace {

constexpr double kMax = std::numeric_limits<double>::max();
constexpr double kHalfLog2PiE = 0x1.6b3f8e4325f5ap+0;

bool IsFinite(double x) { return x >= -kMax && x <= kMax; }

double Square(double x) { return x * x; }

/// x²/2, which may be finite where x² is not.
double HalfSquare(double x) { return x * (x / 2); }

/// (a − b)/c for finite a, b and c > 0, whose difference may overflow.
double Ratio(double a, double b, double c) {
  const double difference = a - b;
  return IsFinite(difference) ? difference / c : 2 * ((a / 2 - b / 2) / c);
}

/// φ(a, b)/a.
double PhiOver(double a, double b) {
  const LanePair pair = Align(a, b, {1, 0}, 0);
  double phi = Phi(pair.p, pair.q)[0];
  if (pair.shift > 0) phi += pair.shift * kLn2 * pair.p[0];
  return pair.shift < 0 ? Scale(phi / pair.p[0], -pair.shift) : phi / pair.p[0];
}

/// sinh 2w − 2w for w = log(a/b).
///
///   = 4 s z [(3 − z)/(1 − z)² − T(z)],  s = (a − b)/(a + b), z = s², T of kernels/log.h (halved)     for |s| ≤ 1/3
double SinhExcess(double a, double b) {
  const LanePair pair = Align(a, b, {1, 0}, 0);
  const double x = pair.p[0], y = pair.q[0];
  const double s = (x - y) / (x + y), z = s * s;
  if (z <= 1.0 / 9) return 4 * s * z * ((3 - z) / Square(1 - z) - LogTail(Splat(z))[0] / 2);
  const double log = LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2, r = x / y;
  return (Scale(r * r, 2 * pair.shift) - Scale(1 / (r * r), -2 * pair.shift)) / 2 - 2 * log;
}

}  // namespace

Problem Check(const Normal& distribution, Argument argument) {
  if (!IsFinite(distribution.loc))
    return {Status::kParameterNotFinite, argument, 0, distribution.loc};
  if (!IsFinite(distribution.scale))
    return {Status::kParameterNotFinite, argument, 1, distribution.scale};
  if (!(distribution.scale > 0))
    return {Status::kParameterNotPositive, argument, 1, distribution.scale};
  return {};
}

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
  const LanePair pair = Align(distribution.scale, 1, {1, 0}, 0);
  return kHalfLog2PiE + (LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2);
}

}  // namespace kl
