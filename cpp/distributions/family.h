#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "distributions/distribution.h"
#include "distributions/parameter.h"
#include "distributions/partial.h"
#include "result.h"

namespace kl {

class Random;
class Univariate;

/// A family of distributions: all that the ways to a divergence ask of it. Objects live for ever and hold no state; the
/// list of them is family_list.h.
class Family {
 public:
  constexpr Family(const char* name, std::span<const Parametrization> parametrizations)
      : name_(name), parametrizations_(parametrizations) {}
  Family(const Family&) = delete;

  const char* name() const { return name_; }
  std::span<const Parametrization> parametrizations() const { return parametrizations_; }

  /// What is wrong with the parameters: by default each parameter's rule. All other functions take checked ones.
  virtual Problem Check(const Distribution& d, Argument argument) const;

  /// This, if d is a distribution of one number; for mixtures, what stands for such a d.
  virtual const Univariate* univariate(const Distribution&) const { return nullptr; }

  /// How many numbers a point has; for families of one number, 1.
  virtual int Dimension(const Distribution& d) const { return d.dimension; }

  /// Whether Entropy has a closed form. Entropy(d) of divergence/entropy.h also finds others.
  virtual bool HasEntropy(const Distribution&) const { return true; }

  /// −E log p(x) in nats; differential where there is a density. An upper bound where HasEntropy says no.
  virtual double Entropy(const Distribution& d) const = 0;

  /// log density, or log mass, in nats at n points of Dimension() numbers each; −∞ outside the support.
  virtual void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const = 0;

  /// n independent draws, Dimension() numbers each. The same numbers for a seed everywhere.
  virtual void Sample(const Distribution& d, Random& random, double* out, size_t n) const = 0;

  /// D(P‖Q) in nats by the family's own closed form, accurate as Q → P, ∞ with its reason; nothing if there is no such form.
  virtual std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const;

  /// D(P‖Q) − D(Q‖P), where both are finite and the family knows better than to subtract; else nothing.
  virtual std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const;

  /// The gradient of D(P‖Q) by P's and Q's numbers, in closed form; false if the family has none. For finite D.
  /// Error of each: kGradientMaxUlp units in the last place of its size, for which see divergence/gradient.h.
  virtual bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                        std::span<Partial> by_q) const;

 protected:
  ~Family() = default;

 private:
  const char* name_;
  std::span<const Parametrization> parametrizations_;
};

}  // namespace kl
