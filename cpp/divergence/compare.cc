#include "divergence/compare.h"

#include "distributions/families.h"
#include "divergence/entropy.h"
#include "divergence/kl_divergence.h"
#include "divergence/within_family.h"
#include "measures/finding.h"
#include "special/elementary.h"

namespace kl {
namespace {

double AsymmetryOf(const Distribution& p, const Distribution& q, const Finding& forward,
                   const Finding& reverse) {
  if (IsFinite(forward.value) && IsFinite(reverse.value)) {
    if (const auto asymmetry = AsymmetryWithinFamily(p, q)) return *asymmetry;
  }
  return forward.value == reverse.value ? 0 : forward.value - reverse.value;
}

}  // namespace

Result<DistributionComparison> Compare(const Distribution& p, const Distribution& q, double base) {
  const Result<double> log_base = LogOfBase(base);
  for (const Problem& problem :
       {log_base.problem, Check(p, Argument::kP), Check(q, Argument::kQ)}) {
    if (problem) return {{}, problem};
  }
  const Result<Finding> forward = KlDivergence(p, q), reverse = KlDivergence(q, p);
  const Result<Finding> entropy_p = Entropy(p), entropy_q = Entropy(q);
  for (const Problem& problem :
       {forward.problem, reverse.problem, entropy_p.problem, entropy_q.problem}) {
    if (problem) return {{}, problem};
  }
  const auto in_base = [&](double value) { return value / log_base.value; };
  DistributionComparison comparison;
  comparison.forward = InBase(forward.value, log_base.value);
  comparison.reverse = InBase(reverse.value, log_base.value);
  comparison.jeffreys = InBase(Jeffreys(forward.value, reverse.value, 1), log_base.value);
  comparison.asymmetry = in_base(AsymmetryOf(p, q, forward.value, reverse.value));
  comparison.entropy_p = in_base(entropy_p.value.value);
  comparison.entropy_q = in_base(entropy_q.value.value);
  comparison.cross_entropy_forward = in_base(entropy_p.value.value + forward.value.value);
  comparison.cross_entropy_reverse = in_base(entropy_q.value.value + reverse.value.value);
  return {comparison, {}};
}

}  // namespace kl
