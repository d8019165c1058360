#pragma once

#include <optional>

#include "divergence/half_line.h"

namespace kl {

/// How the first function comes to an end that doubles can resolve, on three ever farther points beyond all scales: it falls;
/// it does not, nor ever more slowly rises, so that its integral diverges; or neither is certain.
enum class Fate { kFalls, kDiverges, kUnknown };

struct Ending {
  Fate fate = Fate::kFalls;
  double rest = 0;  // the integral from there on, if it falls on as it did
};

/// What the functions' integrals are beyond where x can follow, of those that are known from how they fall.
using Tails = std::array<std::optional<Integral>, kMaxIntegrals>;

/// How functions of P and Q go on towards the ends of half-lines.
class Endings {
 public:
  Endings(const Distribution& p, const Distribution& q, const Integrand& integrand)
      : p_(p), q_(q), integrand_(integrand) {}

  Ending Of(const HalfLine& line, bool is_high) const;

  /// The last point on the way to an end where P's mass does not underflow, if there is one near enough: what P's mass is
  /// multiplied with may be huge.
  double LastWithMass(const HalfLine& line, bool is_high) const;

  /// The integral of each function from such a point on; see TailOf.
  Tails TailsFrom(const HalfLine& line, double last, bool is_high) const;

 private:
  /// The same from four points at equal steps before it.
  Tails TailsBySteps(const HalfLine& line, double last, bool is_high, double step) const;

  using Values = std::array<double, kMaxIntegrals>;

  Node NodeAt(const HalfLine& line, double s) const;

  /// The functions at s where they are not noise and P's mass does not underflow; else 0.
  Values At(const HalfLine& line, double s) const;

  /// The first, where it is positive.
  double FirstAt(const HalfLine& line, double s) const;

  const Distribution &p_, &q_;
  const Integrand& integrand_;
};

}  // namespace kl
