#pragma once

#include <cstddef>
#include <span>

#include "distributions/univariate.h"

namespace kl {

/// The whole numbers low … high.
struct Reach {
  double low, high;
};

/// Where all but e^-60 of the mass lies, and of the mass besides the mode's, which may be small: the tails beyond are sums of
/// terms that decrease geometrically or faster. The whole support, where that has not more than kMaxTerms numbers, or where
/// the bulk's width is below 1, which says that masses are not smooth.
inline constexpr double kMaxTerms = 0x1p14;
inline constexpr double kReachDepth = 60;
Reach ReachOf(const Univariate& family, const Distribution& d);

/// What is summed: takes numbers x and how often each counts.
class Summand {
 public:
  virtual void Add(std::span<const double> x, std::span<const double> weights) = 0;

 protected:
  ~Summand() = default;
};

/// Σ f(k) over low … high for f smooth on the scale of `width` and of the distance from a low end at which it does not vanish;
/// f vanishes at all others.
///
///   up to kMaxTerms numbers are taken one by one; else with steps h ≤ width/fineness, powers of two, since the trapezoidal
///   rule is right to e^−2(π width/h)². From a low end with mass the steps grow with the distance from it, and wherever they
///   double the Euler–Maclaurin terms
///     h [μδ/12 − 11 μδ³/720 + 191 μδ⁵/60480 − 2497 μδ⁷/3628800] f
///   of both steps are exchanged.
///
/// Returns  how many numbers were taken; 0 and nothing done, if that were more than kMaxNodes, or if the numbers are so large
///          that doubles do not tell them apart
inline constexpr double kMaxNodes = 0x1p20;
size_t SumOver(const Reach& reach, bool has_low_end, double width, double fineness, Summand& sum);

/// Whether SumOver takes the numbers one by one.
inline bool IsSummedOneByOne(const Reach& reach) { return reach.high - reach.low < kMaxTerms; }

/// −Σ p log p of a discrete distribution. Error ≤ 1e-14 relative.
double SummedEntropy(const Univariate& family, const Distribution& d);

}  // namespace kl
