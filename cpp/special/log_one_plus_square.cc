#include "special/log_one_plus_square.h"

#include <limits>

#include "special/elementary.h"

namespace kl {

double LogOnePlusSquare(double x, double loc, double scale) {
  constexpr double kOneIsNothing = 0x1p30;  // beside its square, in a logarithm above 41
  const double distance = Abs(x - loc), z = distance / scale;
  if (z <= kOneIsNothing) return Log1p(z * z);
  if (!IsFinite(x)) return std::numeric_limits<double>::infinity();
  if (IsFinite(distance)) return 2 * LogRatio(distance, scale);
  return 2 * (LogRatio(Abs(x / 2 - loc / 2), scale) + kLn2);
}

}  // namespace kl
