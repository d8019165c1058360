#pragma once

#include <array>

#include "result.h"

namespace kl {

/// A function of x of which the log densities of the families are made.
///
/// Centres are part of the statistic, since E(x − a)² = Var + (mean − a)² keeps the digits that E x² − 2a E x + a² loses.
struct Statistic {
  enum Kind {
    kShift,             // x − a
    kSquare,            // (x − a)²
    kAbs,               // |x − a|
    kPower,             // (x/b)^a, x > 0, b > 0
    kLog,               // log(x/b), x > 0, b > 0
    kLogSquared,        // (log x − a)², x > 0
    kLog1m,             // log(1 − x), 0 < x < 1
    kLog1mPower,        // log(1 − x^a), 0 < x < 1, a > 0
    kExp,               // e^(a (x − b))
    kCos,               // cos(x − a)
    kLogOnePlusSquare,  // log(1 + ((x − a)/b)²), b > 0
    kLogFactorial,      // log Γ(x + 1), x = 0, 1, 2 …
    kLogRising,         // log Γ(x + a) − log Γ(a), x = 0, 1, 2 …
    kLogFalling,        // log Γ(a − x + 1), x = 0, 1 … a
  };
  Kind kind;
  double a = 0;
  double b = 1;
};

/// log density = constant + Σ coefficient · statistic.
struct LogDensityTerms {
  struct Term {
    double coefficient;
    Statistic statistic;
  };
  double constant = 0;
  std::array<Term, 3> terms{};
  int count = 0;  // −1: the log density is no such combination

  static LogDensityTerms None() { return {0, {}, -1}; }
};

/// The expectation of a statistic.
struct Expectation {
  bool is_known = false;  // unknown ones are finite
  double value = 0;       // known to be ∞ where the expectation diverges, and only there

  static Expectation Unknown() { return {}; }
  /// Of ±∞, where it or a part of it is too large for a double, unknown with that value.
  static Expectation Of(double value) {
    return value == value ? Expectation{value - value == 0, value} : Unknown();
  }
  static Expectation Infinite() { return {true, kInfinity}; }
};

}  // namespace kl
