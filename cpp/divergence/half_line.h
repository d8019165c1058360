#pragma once

#include <span>
#include <vector>

#include "distributions/univariate.h"
#include "divergence/integrate.h"

namespace kl {

/// How a log density goes on where x cannot follow: log(at) + slope (s − at) + curvature (s − at)²/2.
struct Continuation {
  static constexpr double kFarBelow = 0x1p1000;

  double at = 0, log = -kInfinity, slope = 0, curvature = 0;
  double doubt = 0;  // of its integral, relative

  /// Finite, as it was.
  double Log(double s) const {
    if (log == -kInfinity) return log;
    const double on = log + (s - at) * (slope + curvature / 2 * (s - at));
    return on > -kFarBelow ? on : -kFarBelow;
  }
};

/// The points x = anchor ± unit·e^s, s < high: from an anchor half of the way to the next one, or to infinity.
struct HalfLine {
  double anchor = 0;
  double sign = 1;
  double unit = 1, log_unit = 0;
  double low = 0, high = 0;  // where x can follow
  bool is_infinite = false;
  bool is_cut = false;           // where log q overflows
  std::vector<double> scales{};  // where in [low, high] the densities change
  std::array<Continuation, 2> beyond_low{}, beyond_high{};  // of P and Q
  bool has_gap = false;                                     // P has mass where Q has none
};

/// The half-lines that make up `over`.
std::vector<HalfLine> HalfLines(const Distribution& p, const Distribution& q, const Support& over);

/// What nodes suffer from points that are no doubles: the relative error of integrals beyond the ends, and by how much s is
/// off between them.
struct Rounding {
  double doubt, off;
};

/// The nodes at ascending s, all on one side of `low` and of `high`: beyond them continued, between them of x as rounded, and
/// moved back along the log densities' slopes.
Rounding FillNodes(const Distribution& p, const Distribution& q, const HalfLine& line,
                   std::span<const double> s, std::span<Node> nodes);

}  // namespace kl
