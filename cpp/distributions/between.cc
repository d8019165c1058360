#include "distributions/between.h"

namespace kl {

Problem Between::Check(const Distribution& d, Argument argument) const {
  if (const Problem problem = Univariate::Check(d, argument)) return problem;
  const double low = d.numbers[0], high = d.numbers[1];
  if (!(low < high)) return {Status::kBoundsNotOrdered, argument, 1, high};
  return {};
}

std::optional<Finding> Between::KlDivergence(const Distribution& p, const Distribution& q) const {
  const Support inner = SupportOf(p), outer = SupportOf(q);
  if (inner.low < outer.low || inner.high > outer.high) {
    return Finding{kInfinity, 0, Method::kInfinite, Reason::kSupport, kNoIndex};
  }
  return Found(LogOfIntegrals(p, q), kBetweenMaxUlp, Method::kClosedForm);
}

/// The scores, which are the same at every x inside.
bool Between::Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                       std::span<Partial> by_q) const {
  double of_p[2], of_q[2];
  Score(p, SupportOf(p).low, of_p);
  Score(q, SupportOf(q).low, of_q);
  for (size_t i = 0; i < 2; ++i) {
    by_p[i] = of_p[i];
    by_q[i] = -of_q[i];
  }
  return true;
}

}  // namespace kl
