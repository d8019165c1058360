#include "divergence/gradient.h"

#include <algorithm>

#include "distributions/families.h"
#include "distributions/gaussian_gradient.h"
#include "distributions/low_rank.h"
#include "distributions/univariate.h"
#include "divergence/expected_scores.h"
#include "divergence/kl_divergence.h"
#include "divergence/scores.h"
#include "special/elementary.h"

namespace kl {
namespace {

bool AreGaussiansOfTwoFamilies(const Distribution& p, const Distribution& q) {
  const auto of_p = AsGaussian(p), of_q = AsGaussian(q);
  return p.family != q.family && of_p && of_q && of_p->dimension <= kMaxDense;
}

/// The family's own form, or that of two normal distributions, if there is one and it gives numbers.
struct OwnForm {
  std::vector<Partial> by_p, by_q;

  static std::optional<OwnForm> Of(const Distribution& p, const Distribution& q) {
    OwnForm form{std::vector<Partial>(p.numbers.size()), std::vector<Partial>(q.numbers.size())};
    if (AreGaussiansOfTwoFamilies(p, q)) {
      GaussianGradient(*AsGaussian(p), *AsGaussian(q), form.by_p, form.by_q);
    } else if (p.family != q.family || !p.components.empty() ||
               !p.family->Gradient(p, q, form.by_p, form.by_q)) {
      return std::nullopt;
    }
    for (const std::vector<Partial>* by : {&form.by_p, &form.by_q}) {
      for (const auto& [value, size] : *by) {
        if (value != value || size != size) return std::nullopt;
      }
    }
    return form;
  }
};

std::vector<Derivative> Known(const std::vector<Partial>& slopes) {
  std::vector<Derivative> derivatives(slopes.size());
  for (size_t i = 0; i < slopes.size(); ++i) {
    const auto& [value, size] = slopes[i];
    const double log = size == 0 ? 0 : Abs(Log(size));  // as large an argument had an e^x
    const Finding found = FoundSigned(value, size, kGradientMaxUlp + 2 * log, Method::kClosedForm);
    derivatives[i] = {found.value, found.error};
  }
  return derivatives;
}

/// The same distribution in another family that q, or p, belongs to by itself: its numbers' derivatives are that family's.
std::optional<OwnForm> LiftedForm(const Distribution& p, const Distribution& q, bool lifts_p) {
  const Distribution& d = lifts_p ? p : q;
  const Distribution& other = lifts_p ? q : p;
  Lifts lifted;
  if (const Univariate* family = d.family->univariate(d)) family->AddLifts(d, lifted);
  for (const SmallDistribution& lift : lifted) {
    if (&lift.family() != other.family) continue;
    if (const auto form = lifts_p ? OwnForm::Of(lift, q) : OwnForm::Of(p, lift)) return form;
  }
  return std::nullopt;
}

Method NumericMethod(const Distribution& p) {
  const Support support = p.family->univariate(p)->SupportOf(p);
  if (!support.is_discrete) return Method::kQuadrature;
  return support.high < kInfinity ? Method::kFiniteSum : Method::kSeries;
}

Result<DistributionGradient> OfComponents(const Distribution& p, const Distribution& q) {
  DistributionGradient whole{std::vector<Derivative>(CountOfNumbers(p)),
                             std::vector<Derivative>(CountOfNumbers(q))};
  auto p_next = whole.by_p.begin(), q_next = whole.by_q.begin();
  for (size_t i = 0; i < p.components.size(); ++i) {
    const auto [part, problem] = Gradient(p.components[i], q.components[i]);
    if (problem) return {{}, problem};
    p_next = std::copy(part.by_p.begin(), part.by_p.end(), p_next);
    q_next = std::copy(part.by_q.begin(), part.by_q.end(), q_next);
    whole.p_method = std::max(whole.p_method, part.p_method);
    whole.q_method = std::max(whole.q_method, part.q_method);
  }
  return {whole, {}};
}

bool HaveMatchingComponents(const Distribution& p, const Distribution& q) {
  if (p.family != &IndependentFamily() || q.family != p.family) return false;
  return std::equal(p.components.begin(), p.components.end(), q.components.begin(),
                    q.components.end(), [](const Distribution& a, const Distribution& b) {
                      return a.family->Dimension(a) == b.family->Dimension(b);
                    });
}

}  // namespace

Result<DistributionGradient> Gradient(const Distribution& p, const Distribution& q) {
  const Result<Finding> divergence = KlDivergence(p, q);
  if (divergence.problem) return {{}, divergence.problem};
  if (!IsFinite(divergence.value.value)) {
    return {{}, {Status::kDivergenceIsInfinite, Argument::kNone, kNoIndex, kInfinity}};
  }
  if (HaveMatchingComponents(p, q)) return OfComponents(p, q);
  if (const auto form = OwnForm::Of(p, q)) {
    return {{Known(form->by_p), Known(form->by_q)}, {}};
  }
  if (!p.family->univariate(p) || !q.family->univariate(q)) {
    return {{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}};
  }
  DistributionGradient gradient;
  if (const auto form = LiftedForm(p, q, false)) {
    gradient.by_p = Known(form->by_p);
  } else {
    gradient.by_p = DerivativesByP(p, q);
    gradient.p_method = NumericMethod(p);
  }
  if (const auto form = LiftedForm(p, q, true)) {
    gradient.by_q = Known(form->by_q);
  } else {
    gradient.by_q = DerivativesByQ(p, q);
    gradient.q_method = NumericMethod(p);
  }
  return {gradient, {}};
}

}  // namespace kl
