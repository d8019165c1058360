#include "kernels/scaled.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/random.h"
#include "support/reference.h"

namespace kl::test {
namespace {

constexpr double kTiny = std::numeric_limits<double>::denorm_min();
constexpr double kLargest = std::numeric_limits<double>::max();

TEST(Split, GivesBackEveryNumber) {
  const auto check = [](double x) {
    const Scaled parts = Split(x);
    EXPECT_GE(parts.significand, 1);
    EXPECT_LT(parts.significand, 2);
    EXPECT_EQ(std::ldexp(parts.significand, parts.exponent), x) << std::hexfloat << x;
    EXPECT_EQ(Scale(parts.significand, parts.exponent), x) << std::hexfloat << x;
  };
  for (const double x : {1.0, 2.0, 1.5, kTiny, 2 * kTiny, 3 * kTiny, 0x1p-1022, 0x1p-1022 - kTiny,
                         0x1.8p-1030, kLargest, std::nextafter(2.0, 0.0)})
    check(x);
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 1000; ++i) check(random.Scaled(random.Unit(), -1021, 1024));
  });
}

TEST(PowerOfTwo, IsExactOrZeroOrInfinite) {
  for (int exponent = -1100; exponent <= 1100; ++exponent)
    EXPECT_EQ(PowerOfTwo(exponent), std::ldexp(1.0, exponent)) << exponent;
  EXPECT_EQ(PowerOfTwo(-5000), 0);
}

TEST(Scale, RoundsOnceWhereTheResultIsSubnormal) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20000; ++i) {
      const double x = random.WithExponent(-1074, 1023) * (random.OneIn(2) ? 1 : -1);
      const int exponent = random.Between(-2200, 2200);
      // std::ldexp rounds once; exact unless the result is subnormal.
      EXPECT_EQ(Scale(x, exponent), std::ldexp(x, exponent))
          << std::hexfloat << x << " 2^" << exponent;
      const int to_subnormal = random.Between(-1080, -1020) - std::ilogb(x);
      EXPECT_EQ(Scale(x, to_subnormal), std::ldexp(x, to_subnormal))
          << std::hexfloat << x << " 2^" << to_subnormal;
    }
  });
}

TEST(Scale, KeepsZeroAndOverflowsToInfinity) {
  EXPECT_EQ(Scale(0.0, 5000), 0);
  EXPECT_EQ(Scale(0.0, -5000), 0);
  EXPECT_EQ(Scale(1.0, 1024), std::numeric_limits<double>::infinity());
  EXPECT_EQ(Scale(-1.0, 3000), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(Scale(kTiny, 2097), 0x1p1023);
  EXPECT_EQ(Scale(0x1p1023, -2097), kTiny);
  EXPECT_EQ(Scale(0x1.8p1023, -2098), kTiny);  // ¾ of the least number
  EXPECT_EQ(Scale(0x1p1023, -2098), 0);        // half of it: to even
  EXPECT_EQ(Scale(0x1.0000000000001p1023, -2098), kTiny);
}

TEST(Align, KeepsTheRatioOfNumbersOfAnySize) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000 * kEffort; ++i) {
      const double p = random.WithExponent(-1074, 1023);
      const double q = random.WithExponent(-1074, 1023);
      const LanePair pair = Align(p, q, {1, 0}, 0);
      for (const double lane : {pair.p[0], pair.q[0]}) {
        EXPECT_GE(lane, kLaneMin);
        EXPECT_LE(lane, kLaneMax);
      }
      const double log = LogRatio(pair.p, pair.q, pair.q_low)[0] + pair.shift * kLn2;
      EXPECT_LE(UlpError(log, ExactLogRatio(p, q)), kLogRatioMaxUlp)
          << std::hexfloat << p << " " << q;
    }
  });
}

}  // namespace
}  // namespace kl::test
