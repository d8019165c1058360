#include "divergence/entropy.h"

#include <algorithm>

#include "distributions/families.h"
#include "distributions/summation.h"
#include "distributions/univariate.h"
#include "divergence/integrate.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kTolerance = 1e-13, kMaxUlp = 32;

enum { kEntropy, kMass, kNoise, kNoiseOfMass, kCount };

void At(const void*, const Node& node, double* out) {
  const double p = Exp(node.log_p + node.log_dx);
  out[kMass] = p;
  out[kEntropy] = out[kNoise] = out[kNoiseOfMass] = 0;
  if (p == 0) return;
  out[kEntropy] = -p * node.log_p;
  const double noise = 0x1p-51 * (Abs(node.log_p) + Abs(node.log_dx)) * p;
  out[kNoise] = noise * (1 + Abs(node.log_p));
  out[kNoiseOfMass] = noise;
}

Finding ByQuadrature(const Univariate& family, const Distribution& d) {
  const Integrals found =
      Integrate(d, d, family.SupportOf(d), {At, nullptr, kCount, kNoise}, kTolerance);
  const Integral& entropy = found.of[kEntropy];
  if (found.diverges || !IsFinite(entropy.value)) {
    return {kInfinity, 0, Method::kInfinite, Reason::kExpectation, kNoIndex};
  }
  return {entropy.value, entropy.error, Method::kQuadrature, Reason::kNone, kNoIndex};
}

/// Right to 1e-14, as SummedEntropy says.
Finding BySum(const Univariate& family, const Distribution& d) {
  const bool is_finite = family.SupportOf(d).high < kInfinity;
  return Found(SummedEntropy(family, d), 48, is_finite ? Method::kFiniteSum : Method::kSeries);
}

}  // namespace

Result<Finding> Entropy(const Distribution& d) {
  if (d.family->HasEntropy(d)) {
    const double entropy = d.family->Entropy(d);
    return {FoundSigned(entropy, std::max(1.0, Abs(entropy)), kMaxUlp, Method::kClosedForm), {}};
  }
  if (const Univariate* family = d.family->univariate(d)) {
    const bool is_discrete = family->SupportOf(d).is_discrete;
    return {is_discrete ? BySum(*family, d) : ByQuadrature(*family, d), {}};
  }
  if (d.family != &IndependentFamily()) {
    return {{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}};
  }
  Finding sum{0, 0, Method::kClosedForm, Reason::kNone, kNoIndex};
  for (const Distribution& component : d.components) {
    const Result<Finding> found = Entropy(component);
    if (found.problem || !IsFinite(found.value.value)) return found;
    sum.value += found.value.value;
    sum.error += found.value.error + 0x1p-52 * Abs(sum.value);
    sum.method = std::max(sum.method, found.value.method);
  }
  return {sum, {}};
}

}  // namespace kl
