#include "divergence/support.h"

#include "special/elementary.h"

namespace kl {

std::optional<Finding> InfiniteBySupport(const Distribution& p, const Distribution& q) {
  const Univariate *p_family = p.family->univariate(p), *q_family = q.family->univariate(q);
  if (!p_family || !q_family) return std::nullopt;
  const Support of_p = p_family->SupportOf(p), of_q = q_family->SupportOf(q);
  const auto infinite = [](Reason reason, std::ptrdiff_t outcome = kNoIndex) {
    return Finding{kInfinity, 0, Method::kInfinite, reason, outcome};
  };
  if (of_p.is_discrete != of_q.is_discrete) return infinite(Reason::kDiscreteInContinuous);
  if (of_p.low >= of_q.low && of_p.high <= of_q.high) return std::nullopt;
  if (!of_p.is_discrete) return infinite(Reason::kSupport);
  // Both ends have mass; without end, every number from some on has.
  const double outcome = of_p.low < of_q.low   ? of_p.low
                         : IsFinite(of_p.high) ? of_p.high
                                               : of_q.high + 1;
  return infinite(Reason::kSupport, static_cast<std::ptrdiff_t>(outcome));
}

Problem CheckBothHaveDensities(const Distribution& p, const Distribution& q) {
  const Univariate *p_family = p.family->univariate(p), *q_family = q.family->univariate(q);
  if (!p_family || !q_family) return {};
  const bool p_is_discrete = p_family->SupportOf(p).is_discrete;
  if (p_is_discrete == q_family->SupportOf(q).is_discrete) return {};
  return {Status::kKindsDiffer, p_is_discrete ? Argument::kQ : Argument::kP, kNoIndex, 0};
}

Problem CheckAlike(const Distribution& p, const Distribution& q) {
  const int of_q = q.family->Dimension(q);
  if (p.family->Dimension(p) == of_q) return {};
  return {Status::kDimensionsDiffer, Argument::kQ, kNoIndex, static_cast<double>(of_q)};
}

}  // namespace kl
