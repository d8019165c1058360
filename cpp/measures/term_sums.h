#pragma once

#include <array>

#include "kernels/scaled.h"
#include "measures/terms.h"
#include "result.h"

namespace kl {

/// A sum of terms of one sign or both, in double-double; `tiny` · 2^-kTinyExponent collects what lies so far below 1 that
/// it would be rounded as a subnormal number.
struct TermSum {
  static constexpr int kTinyExponent = 1400;
  DoubleDouble main{0, 0}, tiny{0, 0};

  void Add(double term) {
    const double plain = main.hi + term;
    // An overflow stays one; compensating it would make NaN of it.
    const bool overflows = plain == kInfinity || plain == -kInfinity;
    main = overflows ? DoubleDouble{plain, 0} : kl::Add(main, term);
  }

  /// term · 2^exponent.
  void Add(double term, int exponent);

  /// The sum over `divisor`, times 2^exponent.
  double Over(double divisor, int exponent = 0) const;
};

/// The sums of some Terms, filled outcome by outcome.
struct TermSums {
  explicit TermSums(const Terms& of) : terms(&of) {}

  /// x, y > 0; all multiplied by 2^exponent.
  void Add(const LanePair& pair, int exponent);
  void Add(const FarWeights& far, int exponent);
  /// y · 2^exponent where x = 0, x · 2^exponent where y = 0.
  void AddAtZeroP(double y, int exponent) { AddMultiples(terms->at_zero_p, y, exponent); }
  void AddAtZeroQ(double x, int exponent) { AddMultiples(terms->at_zero_q, x, exponent); }

  const Terms* terms;
  std::array<TermSum, Terms::kMostSums> sums{};

 private:
  void AddMultiples(const double* multiples, double weight, int exponent);
};

}  // namespace kl
