#pragma once

#include <array>

#include "distributions/univariate.h"

namespace kl {

/// A point of integration: both log densities and log dx there.
struct Node {
  double x;
  double log_p, log_q, log_dx;
  double doubt;    // what rounding of x may have changed log p − log q by
  double p_doubt;  // and log p alone
  bool is_beyond;  // nearer to an end than doubles get: x is the nearest, the log densities go on
};

inline constexpr size_t kMaxIntegrals = 6;

/// Functions to be integrated at once: `at` writes their values times dx. The first `controlled` of them decide where to look
/// closer. Those after them, if any, are how much rounding may have changed these, one after another.
struct Integrand {
  void (*at)(const void* context, const Node& node, double* out);
  const void* context;
  size_t count, controlled;
};

/// ∫ f dx, an estimate of its error, ∫ |f| dx. Error and magnitude are ∞ where f is.
struct Integral {
  double value = 0, error = 0, magnitude = 0;
};

struct Integrals {
  std::array<Integral, kMaxIntegrals> of{};
  bool diverges = false;  // the first of them, for certain: it does not fall towards an end
};

/// Integrals over `over` of functions of two continuous distributions, which may have integrable singularities at the ends of
/// their supports and at their breaks, tails of any kind, kinks and modes there, and widths of any size.
///
/// From every such point a, and from both centres, half of the way to the next is integrated in the variable s = log |x − a|,
/// in which a power at a or at ∞ is an exponential, and a width of any size is one unit. Where doubles end, at 1e±300 or beside
/// an a that is not 0, log densities go on as they came, as straight lines or downward parabolas in s.
/// Where Q's does neither, as of a log q that is a power of x, the functions themselves go on as they fell (TailOf).
///
/// Error    each to `tolerance` of its magnitude if possible; Integral.error is an estimate without that of the densities
/// Source   the rule and its error estimate: QUADPACK's qk21
Integrals Integrate(const Distribution& p, const Distribution& q, const Support& over,
                    const Integrand& integrand, double tolerance);

}  // namespace kl
