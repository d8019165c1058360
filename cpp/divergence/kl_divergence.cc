#include "divergence/kl_divergence.h"

#include "distributions/gaussian_divergence.h"
#include "divergence/expectations.h"
#include "divergence/independent.h"
#include "divergence/quadrature.h"
#include "divergence/sums.h"
#include "divergence/support.h"
#include "divergence/within_family.h"
#include "special/elementary.h"

namespace kl {
namespace {

/// An answer by expectations that is as good as quadrature would be.
bool IsAccurate(const Finding& found) {
  if (!IsFinite(found.value)) return found.reason != Reason::kOverflow;
  return found.error <= 1e-12 * Abs(found.value);
}

/// Whichever is known better. An expectation that overflows gives way to every value that is one.
Finding Better(const Finding& expected, const Finding& summed) {
  if (expected.reason != Reason::kOverflow)
    return expected.error < summed.error ? expected : summed;
  return IsFinite(summed.value) && summed.error <= 1e-9 * summed.value ? summed : expected;
}

}  // namespace

Result<Finding> KlDivergence(const Distribution& p, const Distribution& q) {
  if (const Problem problem = CheckAlike(p, q)) return {{}, problem};
  if (const auto found = InfiniteBySupport(p, q)) return {*found, {}};
  if (const auto found = WithinFamily(p, q)) return {*found, {}};
  const std::optional<Gaussian> p_gaussian = AsGaussian(p), q_gaussian = AsGaussian(q);
  if (p_gaussian && q_gaussian) return {KlDivergence(*p_gaussian, *q_gaussian), {}};
  if (const auto found = IndependentKlDivergence(p, q)) return *found;
  const Univariate* family = p.family->univariate(p);
  if (!family || !q.family->univariate(q)) {
    return {{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}};
  }
  const auto expected = ByExpectations(p, q);
  if (expected && IsAccurate(*expected)) return {*expected, {}};
  const Finding summed = family->SupportOf(p).is_discrete ? BySum(p, q) : ByQuadrature(p, q);
  return {expected ? Better(*expected, summed) : summed, {}};
}

}  // namespace kl
