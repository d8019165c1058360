#pragma once

#include <vector>

#include "distributions/family.h"
#include "distributions/statistic.h"

namespace kl {

/// Where a distribution has mass: [low, high], ends included or not; of the whole numbers in it, if discrete.
struct Support {
  double low = -kInfinity, high = kInfinity;
  bool is_discrete = false;
};

/// Where most of the mass lies: a centre inside the support and a width > 0, each right to a small factor. Quadrature and
/// sums start there.
struct Bulk {
  double centre = 0, width = 1;
};

/// A family of distributions of one number.
class Univariate : public Family {
 public:
  using Family::Family;

  const Univariate* univariate(const Distribution&) const final { return this; }
  int Dimension(const Distribution&) const final { return 1; }

  virtual Support SupportOf(const Distribution& d) const = 0;
  virtual Bulk BulkOf(const Distribution& d) const = 0;

  /// Points inside the support at which the density is not smooth (a kink, a jump), or near which it has a further mode.
  virtual void AddBreaks(const Distribution& d, std::vector<double>& breaks) const;

  /// The log density as a combination of statistics.
  virtual LogDensityTerms Terms(const Distribution& d) const;

  /// E of a statistic under d, where there is a closed form, right to some 16 ulp; ±∞ wherever it diverges.
  /// Only of statistics that are defined on the whole support of d.
  virtual Expectation Expect(const Distribution& d, const Statistic& statistic) const;

  /// log p(x)/q(x) for two members, at a point of both supports: by default the difference of log densities, which loses
  /// digits as Q → P. Families without a closed form of the divergence do better.
  virtual double LogRatioAt(const Distribution& p, const Distribution& q, double x) const;

  /// ∂ log density/∂ each of d's numbers, at x inside the support.
  virtual void Score(const Distribution& d, double x, std::span<double> out) const = 0;

  /// The same distribution as a member of more general families: Exponential(r) is Gamma(1, r) and Weibull(1/r, 1).
  virtual void AddLifts(const Distribution& d, Lifts& lifts) const;

  double LogDensityAt(const Distribution& d, double x) const {
    double log;
    LogDensity(d, &x, 1, &log);
    return log;
  }

 protected:
  ~Univariate() = default;
};

}  // namespace kl
