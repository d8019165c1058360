#include "kernels/natural_log.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/random.h"
#include "support/reference.h"
#include "support/worst.h"

namespace kl::test {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

double LogOf(double x) { return Log(Splat(x))[0]; }

double SomePositive(Random& random) {
  switch (random.Below(4)) {
    case 0:
      return 1 + random.Small(1, 53);
    case 1:
      return random.Scaled(1 + random.Small(1, 30), -3, 3);
    case 2:
      return random.Scaled(0x1.6a09e667f3bcdp-1 * (1 + random.Small(20, 52)), -1022, 1023);
    default:
      return random.WithExponent(-1074, 1023);
  }
}

TEST(Log, IsWithinItsBoundForRandomArguments) {
  WorstOf<const char*> worst("Log");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 10000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const double x = SomePositive(random);
      const Wanted want = ExactLog(x);
      worst.Include("random", UlpError(LogOf(x), want));
      EXPECT_LE(UlpError(LogOf(x), want), kLogMaxUlp)
          << std::hexfloat << x << " got " << LogOf(x) << ", want " << want;
    }
  });
}

TEST(Log, IsWithinItsBoundForItsWorstKnownArgument) {
  const double x = 0x1.67d1b0a01de27p-1;
  EXPECT_LE(UlpError(LogOf(x), ExactLog(x)), kLogMaxUlp);
  EXPECT_GT(UlpError(LogOf(x), ExactLog(x)), 0.85);  // the bound is not idle
}

TEST(Log, HasTheEdgesOfTheLogarithm) {
  EXPECT_EQ(LogOf(1), 0);
  EXPECT_FALSE(std::signbit(LogOf(1)));
  EXPECT_EQ(LogOf(0), -kInf);
  EXPECT_EQ(LogOf(-0.0), -kInf);
  EXPECT_EQ(LogOf(kInf), kInf);
  for (const double x : {-0x1p-1074, -1.0, -kInf, kNaN}) EXPECT_TRUE(std::isnan(LogOf(x))) << x;
  for (const double x : {0x1p-1074, 0x1p-1022, 0x1.fffffffffffffp+1023}) {
    EXPECT_LE(UlpError(LogOf(x), ExactLog(x)), kLogMaxUlp) << x;
  }
}

TEST(Log, TreatsTheLanesSeparately) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double a = SomePositive(random), b = SomePositive(random);
      const F64x2 both = Log(F64x2{a, b});
      EXPECT_EQ(both[0], LogOf(a));
      EXPECT_EQ(both[1], LogOf(b));
    }
  });
  EXPECT_EQ(Log(F64x2{-1, 1})[1], 0);
}

}  // namespace
}  // namespace kl::test
