#pragma once

#include <cstdint>

namespace kl {

/// A stream of random numbers, the same for a seed on every machine: xoshiro256++, its state filled by splitmix64.
/// Source   D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2021
class Random {
 public:
  explicit Random(uint64_t seed);

  uint64_t Bits();

  /// In (0, 1): the middle of one of 2^52 equal intervals, so that its logarithm is finite.
  double Uniform() { return (static_cast<double>(Bits() >> 12) + 0.5) * 0x1p-52; }

  /// Standard normal, exponential of rate 1, and gamma of rate 1.
  double Normal();
  double Exponential();
  double Gamma(double concentration);

  /// log of a draw of Gamma(concentration), which itself underflows for small concentrations.
  double LogGamma(double concentration);

 private:
  uint64_t state_[4];
};

}  // namespace kl
