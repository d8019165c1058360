#include "divergence/compare.h"

#include "divergence/within_family.h"
#include "measures/finding.h"

namespace kl {

Result<DistributionComparison> Compare(const Distribution& p, const Distribution& q, double base) {
  const Result<double> log_base = LogOfBase(base);
  for (const Problem& problem :
       {log_base.problem, Check(p, Argument::kP), Check(q, Argument::kQ)}) {
    if (problem) return {{}, problem};
  }
  const WithinFamily nats = FindWithinFamily(p, q);
  const auto in_base = [&](double value) { return value / log_base.value; };
  DistributionComparison comparison;
  comparison.forward = InBase(nats.forward, log_base.value);
  comparison.reverse = InBase(nats.reverse, log_base.value);
  comparison.jeffreys = InBase(Jeffreys(nats.forward, nats.reverse), log_base.value);
  comparison.asymmetry = in_base(nats.asymmetry);
  comparison.entropy_p = in_base(Entropy(p));
  comparison.entropy_q = in_base(Entropy(q));
  comparison.cross_entropy_forward = in_base(Entropy(p) + nats.forward.value);
  comparison.cross_entropy_reverse = in_base(Entropy(q) + nats.reverse.value);
  return {comparison, {}};
}

}  // namespace kl
