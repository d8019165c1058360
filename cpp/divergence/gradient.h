#pragma once

#include <vector>

#include "distributions/family.h"

namespace kl {

/// A derivative and a bound of its absolute error.
struct Derivative {
  double value = 0, error = 0;
};

/// Derivatives of D(P‖Q) by the numbers of P and of Q, and how they were found.
struct DistributionGradient {
  std::vector<Derivative> by_p{}, by_q{};
  Method p_method = Method::kClosedForm, q_method = Method::kClosedForm;
};

/// The gradient of D(P‖Q) in nats of two checked distributions by Distribution::numbers and, after these, by the numbers of
/// their components: by the family's own form or, of distributions of one number, as expectations of the scores
/// s = ∂ log density/∂θ,
///
///   ∂D/∂θq = −E_P[s_q],   ∂D/∂θp = E_P[s_p log(p/q)],
///
/// by quadrature or sums; for an end e of P's support that moves with θp, and σ = 1 if that is the upper one, else −1, there is
/// σ p(e) [log(p/q) − 1] besides. Products of independent components have those of their components.
///
/// Edges    where D is ∞ on one side, the derivative from the other: by the end of a support that P and Q share. Where a
///          number is at the end of its range, the derivative from within; there it is −∞ if P gains mass of an outcome, and
///          ∞ if Q has none of it. ∞ or −∞ too where q is 0 or ∞ at the end of P's support that moves. By a whole number
///          there is no derivative: 0 stands there
/// Error    Derivative.error: of closed forms kGradientMaxUlp + 2 |log s| units in the last place of s, the result's magnitude
///          or, where the form adds parts of opposite signs, the sum of theirs (Partial); an estimate of quadrature's, ∞ where it
///          failed. So many units of the result alone are too few near its roots: the derivative by 5.34 of
///          Gamma(1.006, 0.3168)‖Gamma(5.34, 2.69), 0.006584… = 1.7 − 1.7, has been off by 480 of them
/// Fails    what KlDivergence says; kDivergenceIsInfinite; kNoClosedForm for distributions of more than one number whose family
///          knows no gradient
inline constexpr double kGradientMaxUlp = 64;
Result<DistributionGradient> Gradient(const Distribution& p, const Distribution& q);

}  // namespace kl
