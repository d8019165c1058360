#include "divergence/kl_divergence.h"

#include "divergence/expectations.h"
#include "divergence/quadrature.h"
#include "divergence/sums.h"
#include "divergence/support.h"
#include "divergence/within_family.h"
#include "special/elementary.h"

namespace kl {
namespace {

/// An answer by expectations that is as good as quadrature would be.
bool IsAccurate(const Finding& found) {
  return !IsFinite(found.value) || found.error <= 1e-12 * Abs(found.value);
}

}  // namespace

Result<Finding> KlDivergence(const Distribution& p, const Distribution& q) {
  if (p.family->Dimension(p) != q.family->Dimension(q)) {
    return {{}, {Status::kDimensionsDiffer, Argument::kQ, kNoIndex,
                 static_cast<double>(q.family->Dimension(q))}};
  }
  if (const auto found = InfiniteBySupport(p, q)) return {*found, {}};
  if (const auto found = WithinFamily(p, q)) return {*found, {}};
  const Univariate* family = p.family->univariate(p);
  if (!family) return {{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}};
  const auto expected = ByExpectations(p, q);
  if (expected && IsAccurate(*expected)) return {*expected, {}};
  const Finding summed =
      family->SupportOf(p).is_discrete ? BySum(p, q) : ByQuadrature(p, q);
  return {expected && expected->error < summed.error ? *expected : summed, {}};
}

}  // namespace kl
