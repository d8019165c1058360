#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "distributions/statistic.h"
#include "distributions/univariate.h"
#include "support/exact.h"

/// Distributions by the textbook in 57 digits, from their parameters' names in torch.distributions; nothing here calls what it
/// is the reference of.
namespace kl::test {

using Digits = Binary<192>;
using Numbers = std::vector<Digits>;

/// A point as a distance from a place that it may be very near to: x = anchor + offset.
struct Point {
  Digits anchor = 0, offset = 0;

  explicit Point(const Digits& x) : anchor(x) {}
  Point(const Digits& from, const Digits& by) : anchor(from), offset(by) {}

  Digits x() const { return anchor + offset; }
  /// x − c and c − x, exactly where c is the anchor.
  Digits Minus(const Digits& c) const { return (anchor - c) + offset; }
  Digits Below(const Digits& c) const { return (c - anchor) - offset; }
};

using RealFunction = std::function<Digits(const Point&)>;

/// A distribution of one number.
struct RealDistribution {
  RealFunction log_density;  // inside the support; may be −∞
  double low = -kInfinity, high = kInfinity;
  bool is_discrete = false;
  std::vector<double>
      breaks;  // kinks, modes, where the mass is; widths are found from the distances in between
  double width = 1;  // of the bulk
};

/// The distribution of that name, in torch.distributions and here, with those numbers.
RealDistribution RealDistributionOf(const std::string& family, int parametrization,
                                    const Numbers& numbers);
RealDistribution RealDistributionOf(const Distribution& d);

Digits StatisticAt(const Statistic& statistic, const Point& x);

/// E f(X), or that it diverges; f may have kinks at `breaks`.
struct RealExpectation {
  Digits value = 0, magnitude = 0;  // E |f|
  bool diverges = false;
};
RealExpectation ExpectationOf(const RealDistribution& p, const RealFunction& f,
                              std::vector<double> breaks = {});

/// D(P‖Q) by the definition; diverges where it is infinite.
RealExpectation DivergenceOf(const RealDistribution& p, const RealDistribution& q);

/// The same, for P and Q on one support, as ∫ φ(p, q): to 27 digits however near they are.
RealExpectation NearDivergenceOf(const RealDistribution& p, const RealDistribution& q);

/// D(P‖Q) by the textbook's closed form, within one family; ∞ where the supports say so.
Wanted ExactDivergence(const Distribution& p, const Distribution& q);

/// The same of any numbers, so that derivatives can be had by differences.
Real ClosedForm(const std::string& family, int parametrization, const std::vector<Real>& p,
                const std::vector<Real>& q);
bool HasClosedForm(const std::string& family);

}  // namespace kl::test
