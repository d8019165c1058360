#pragma once

#include <gtest/gtest.h>

#include <cinttypes>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace kl::test {

/// Random numbers that are the same on every platform: of the standard library only the generator, whose
/// every bit is laid down; not its distributions.
class Random {
 public:
  explicit Random(uint64_t seed) : generator_(seed) {}

  uint64_t Bits() { return generator_(); }
  /// 0 … n − 1.
  int Below(int n) { return static_cast<int>(Bits() % static_cast<uint64_t>(n)); }
  /// from … to, both included.
  int Between(int from, int to) { return from + Below(to - from + 1); }
  bool OneIn(int n) { return Below(n) == 0; }
  /// In (0, 1].
  double Unit() { return static_cast<double>((Bits() >> 11) + 1) * 0x1p-53; }
  /// In (-1, 1].
  double Signed() { return 2 * Unit() - 1; }
  /// In [1, 2), every double equally likely.
  double Significand() { return 1 + static_cast<double>(Bits() >> 12) * 0x1p-52; }

  // Two numbers never come from one expression: compilers differ in what they evaluate first.

  /// A significand times a power of two from 2^from to 2^to.
  double WithExponent(int from, int to) {
    const int exponent = Between(from, to);
    return std::ldexp(Significand(), exponent);
  }
  /// Up to 2^-from … 2^-to in magnitude.
  double Small(int from, int to) {
    const int exponent = Between(from, to);
    return std::ldexp(Signed(), -exponent);
  }
  /// x 2^from … x 2^to.
  double Scaled(double x, int from, int to) { return std::ldexp(x, Between(from, to)); }

  template <class T>
  const T& Pick(const std::vector<T>& from) {
    return from[static_cast<size_t>(Below(static_cast<int>(from.size())))];
  }

 private:
  std::mt19937_64 generator_;
};

/// What random tests start from: one seed that never changes and one that is new in every run; or, to see a
/// failure again, the one in the environment variable KL_SEED.
inline const std::vector<uint64_t>& Seeds() {
  static const std::vector<uint64_t> seeds = [] {
    if (const char* given = std::getenv("KL_SEED"))
      return std::vector<uint64_t>{std::strtoull(given, nullptr, 0)};
    std::random_device device;
    const uint64_t fresh = (uint64_t{device()} << 32) | device();
    std::printf("KL_SEED=0x%" PRIx64 "\n", fresh);
    return std::vector<uint64_t>{20261121, fresh};
  }();
  return seeds;
}

/// How often to repeat: WebAssembly is slower, and the reference much more so than what it checks.
#ifdef __EMSCRIPTEN__
inline constexpr int kEffort = 1;
#else
inline constexpr int kEffort = 4;
#endif

/// Runs f(random) once for each of Seeds(); a failure says which.
template <class F>
void ForEachSeed(F f) {
  for (const uint64_t seed : Seeds()) {
    SCOPED_TRACE("KL_SEED=" + std::to_string(seed));
    Random random(seed);
    f(random);
  }
}

}  // namespace kl::test
