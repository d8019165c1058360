#pragma once

#include "distributions/univariate.h"

namespace kl {

/// A family of the parameters low < high: the density f/∫f between them, 0 elsewhere, for one f ≥ 0. So if P's interval lies
/// within Q's, log p/q is the same everywhere, D(P‖Q) = log ∫f over Q's interval less that over P's; else D(P‖Q) is ∞.
class Between : public Univariate {
 public:
  using Univariate::Univariate;

  Problem Check(const Distribution& d, Argument argument) const final;
  Support SupportOf(const Distribution& d) const final { return {d.numbers[0], d.numbers[1]}; }
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const final;
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const final;

 protected:
  ~Between() = default;

  /// log of the ratio of the integrals of f, for P's interval within Q's, to kBetweenMaxUlp.
  virtual double LogOfIntegrals(const Distribution& p, const Distribution& q) const = 0;
};

inline constexpr double kBetweenMaxUlp = 8;

}  // namespace kl
