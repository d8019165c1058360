#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "support/random.h"

namespace kl::test {

inline constexpr float kFloatInf = std::numeric_limits<float>::infinity();
inline constexpr float kFloatNaN = std::numeric_limits<float>::quiet_NaN();

/// Numbers of outcomes around those at which the loops over floats change their step.
inline constexpr size_t kFloatSizes[] = {1,   2,   3,   4,    5,    31,   32,   33,
                                         63,  64,  65,  127,  255,  256,  257,  287,
                                         300, 512, 545, 4095, 4096, 4097, 10000};

struct WeightsF32 {
  std::vector<float> p, q;
  size_t size() const { return p.size(); }
};

inline float Float(double x) { return static_cast<float>(x); }
inline float FloatSignificand(Random& random) {
  return 1 + Float(random.Below(1 << 23)) * 0x1p-23f;
}
inline float FloatWithExponent(Random& random, int from, int to) {
  const int exponent = random.Between(from, to);
  return std::ldexp(FloatSignificand(random), exponent);
}

/// Probabilities but for the rounding to float: q with relative differences up to `difference`, or by itself for 1.
inline WeightsF32 MakeF32(size_t n, double difference, Random& random) {
  std::vector<double> p(n), q(n);
  double p_sum = 0, q_sum = 0;
  for (size_t i = 0; i < n; ++i) {
    p_sum += p[i] = random.Unit() * random.Unit();
    q[i] = difference == 1 ? random.Unit() : p[i] * (1 + difference * random.Signed());
    q_sum += q[i];
  }
  WeightsF32 weights;
  for (size_t i = 0; i < n; ++i) {
    weights.p.push_back(Float(p[i] / p_sum));
    weights.q.push_back(Float(q[i] / q_sum));
  }
  return weights;
}

}  // namespace kl::test
