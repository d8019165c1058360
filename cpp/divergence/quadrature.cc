#include "divergence/quadrature.h"

#include "divergence/integrate.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kTolerance = 1e-13, kUnit = 0x1p-51;

/// What is integrated: φ, p·log(p/q), p, q, and what rounding of log densities does to the first two.
enum { kPhi, kSigned, kMassOfP, kMassOfQ, kNoiseOfPhi, kNoiseOfSigned, kCount };

/// Both distributions, and whether their family knows log p/q better than as a difference.
struct Pair {
  const Distribution &p, &q;
  bool knows_ratio;
};

void At(const void* context, const Node& node, double* out) {
  const Pair& pair = *static_cast<const Pair*>(context);
  const double p = Exp(node.log_p + node.log_dx), q = Exp(node.log_q + node.log_dx);
  out[kMassOfP] = p;
  out[kMassOfQ] = q;
  out[kPhi] = q;
  out[kSigned] = out[kNoiseOfPhi] = out[kNoiseOfSigned] = 0;
  if (p == 0) return;
  double log = node.log_p - node.log_q;
  double noise = Abs(node.log_p) + Abs(node.log_q) + Abs(node.log_dx);
  if (pair.knows_ratio && !node.is_beyond) {
    log = pair.p.family->univariate(pair.p)->LogRatioAt(pair.p, pair.q, node.x);
    noise = 16 * Abs(log);
  }
  out[kPhi] = Abs(log) < 1 ? p * ExpExcess(-log) : p * (log - 1) + q;
  out[kSigned] = p * log;
  out[kNoiseOfPhi] = kUnit * noise * Abs(p - q);
  out[kNoiseOfSigned] = kUnit * noise * p;
}

/// D by ∫ φ over Q's support, or by ∫ p log(p/q), whichever is known better.
Finding Better(const Integrals& found, bool knows_ratio) {
  const auto& of = found.of;
  const double p_excess = Abs(of[kMassOfP].value - 1), q_excess = Abs(of[kMassOfQ].value - 1);
  // What the masses lack beyond the errors of their integrals is the log densities' error; φ feels it by log p/q alone.
  const double p_lack = p_excess,
               q_lack = q_excess > of[kMassOfQ].error ? q_excess - of[kMassOfQ].error : 0;
  const double of_phi = knows_ratio ? (p_excess + q_excess) * of[kPhi].value
                                    : (p_excess + q_excess) * of[kSigned].magnitude;
  const double phi_error = of[kPhi].error + of_phi;
  const double signed_error = of[kSigned].error + p_lack * (1 + of[kSigned].magnitude) + q_lack;
  const bool is_phi = !(signed_error < phi_error);
  return {is_phi ? of[kPhi].value : of[kSigned].value, is_phi ? phi_error : signed_error,
          Method::kQuadrature, Reason::kNone, kNoIndex};
}

/// Whether the family's log p/q is more than a difference of log densities.
bool KnowsRatio(const Distribution& p, const Distribution& q) {
  if (p.family != q.family) return false;
  const Univariate& family = *p.family->univariate(p);
  const Bulk bulk = family.BulkOf(p);
  const Support support = family.SupportOf(p);
  for (const double x : {bulk.centre, bulk.centre + bulk.width / 3, bulk.centre + bulk.width}) {
    if (!(x > support.low && x < support.high)) continue;
    if (family.LogRatioAt(p, q, x) != family.LogDensityAt(p, x) - family.LogDensityAt(q, x))
      return true;
  }
  return false;
}

}  // namespace

Finding ByQuadrature(const Distribution& p, const Distribution& q) {
  const Support over = q.family->univariate(q)->SupportOf(q);
  const auto integrals = [&](bool knows_ratio) {
    const Pair pair{p, q, knows_ratio};
    return Integrate(p, q, over, {At, &pair, kCount, kNoiseOfPhi}, kTolerance);
  };
  const Integrals found = integrals(false);
  if (found.diverges) return {kInfinity, 0, Method::kInfinite, Reason::kExpectation, kNoIndex};
  if (found.of[kPhi].value == kInfinity) {
    return {kInfinity, 0, Method::kInfinite, Reason::kSupport, kNoIndex};
  }
  const Finding by_logs = Better(found, false);
  if (by_logs.error <= 1e-12 * by_logs.value || !KnowsRatio(p, q)) return by_logs;
  const Finding by_ratio = Better(integrals(true), true);
  return by_ratio.error < by_logs.error ? by_ratio : by_logs;
}

}  // namespace kl
