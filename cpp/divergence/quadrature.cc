#include "divergence/quadrature.h"

#include "divergence/integrate.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kTolerance = 1e-13, kUnit = 0x1p-50;

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
  // A log density of size e^z is an exponential, whose relative error is that of z.
  const double size = Abs(node.log_p) + Abs(node.log_q) + Abs(node.log_dx);
  double noise = kUnit * size * (size > 1e3 ? Log(size) / 4 : 1) + node.doubt;
  if (pair.knows_ratio && !node.is_beyond) {
    log = pair.p.family->univariate(pair.p)->LogRatioAt(pair.p, pair.q, node.x);
    noise = 16 * kUnit * Abs(log);
  }
  out[kPhi] = Abs(log) < 1 ? p * ExpExcess(-log) : p * (log - 1) + q;
  out[kSigned] = p * log;
  out[kNoiseOfPhi] = noise * (Abs(p - q) + (noise < 1 ? noise : 1) * p);
  out[kNoiseOfSigned] = noise * p;
}

/// D by ∫ φ over Q's support, or by ∫ p log(p/q), whichever is known better. What the masses lack to 1 is the error of the log
/// densities, if it is small: φ feels it by log p/q alone. If it is not, there is mass that doubles do not resolve.
Finding Better(const Integrals& found, bool knows_ratio) {
  constexpr double kUnresolved = 1e-2;
  const auto& [phi, by_log, p_mass, q_mass, phi_noise, log_noise] = found.of;
  const double p_lack = Abs(p_mass.value - 1), q_lack = Abs(q_mass.value - 1);
  const double of_log = by_log.magnitude, felt = knows_ratio ? phi.value : of_log;
  double phi_error = phi.error + 2 * (p_lack + q_lack) * felt;
  double log_error = by_log.error + 2 * p_lack * (1 + of_log);
  if (q_lack > q_mass.error) log_error += q_lack;
  if (!(p_lack < kUnresolved)) phi_error = log_error = kInfinity;
  if (!(q_lack < kUnresolved)) phi_error = kInfinity;
  const bool is_phi = !(log_error < phi_error) && IsFinite(phi.value);
  const Integral& better = is_phi ? phi : by_log;
  if (!IsFinite(better.value)) return {0, kInfinity, Method::kQuadrature, Reason::kNone, kNoIndex};
  return {better.value, is_phi ? phi_error : log_error, Method::kQuadrature, Reason::kNone,
          kNoIndex};
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
  const bool has_masses = IsFinite(found.of[kMassOfP].value) && IsFinite(found.of[kMassOfQ].value);
  if (found.of[kPhi].value == kInfinity && has_masses) {
    return {kInfinity, 0, Method::kInfinite, Reason::kSupport, kNoIndex};
  }
  const Finding by_logs = Better(found, false);
  if (by_logs.error <= 1e-12 * by_logs.value || !KnowsRatio(p, q)) return by_logs;
  const Finding by_ratio = Better(integrals(true), true);
  return by_ratio.error < by_logs.error ? by_ratio : by_logs;
}

}  // namespace kl
