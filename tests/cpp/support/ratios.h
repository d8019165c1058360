#pragma once

#include <cmath>
#include <vector>

#include "support/random.h"

namespace kl::test {

struct Ratio {
  double p, q;
};

/// p and q whose ratio is near 1, near a power of two, ordinary, or as large as the lanes of kernels/log.h take.
inline Ratio SomeRatio(Random& random) {
  const double p = random.Significand();
  double q = random.Significand();
  switch (random.Below(5)) {
    case 0:
      q = p * (1 + random.Small(1, 52));
      break;
    case 1:
      q = random.Scaled(p * (1 + random.Small(1, 52)), -3, 3);
      break;
    case 2:
      q = std::ldexp(q, random.Between(-4, 4));
      break;
    case 3:
      q = std::nextafter(p, random.OneIn(2) ? 0.0 : 4.0);
      break;
    default:
      return {random.Scaled(p, -479, 478), random.Scaled(q, -479, 478)};
  }
  const int exponent = random.Between(-400, 400);
  return {std::ldexp(p, exponent), std::ldexp(q, exponent)};
}

}  // namespace kl::test
