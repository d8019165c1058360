#include "kernels/exp.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/exact.h"
#include "support/random.h"
#include "support/worst.h"

namespace kl::test {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

double ExpOf(double x, double x_low = 0) {
  const F64x2 both = Exp(Splat(x), Splat(x_low));
  if (!std::isnan(x)) {
    EXPECT_EQ(both[0], both[1]);
  }
  return both[0];
}

Real ExactExp(double hi, double lo = 0) { return exp(Real(hi) + Real(lo)); }

/// Of the size where results are subnormal, ordinary, near 1, or overflow.
double SomeExponent(Random& random) {
  switch (random.Below(5)) {
    case 0:
      return random.Small(0, 60);
    case 1:
      return 745.2 * random.Signed();
    case 2:
      return -708 - 38 * random.Unit();
    case 3:  // near a multiple of ln 2, or half of one
      return (random.Between(-2148, 2046) * 0.5) * 0x1.62e42fefa39efp-1 *
             (1 + random.Small(30, 52));
    default:
      return 10 * random.Signed();
  }
}

double SomeLow(double x, Random& random) {
  const double unit = random.Signed();
  return random.OneIn(2) ? 0 : unit * 0x1p-53 * x;
}

TEST(Exp, IsWithinItsBoundForRandomArguments) {
  WorstOf<const char*> worst("Exp");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 5000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const double x = SomeExponent(random), x_low = SomeLow(x, random);
      const Wanted want = Rounded(ExactExp(x, x_low));
      const double got = ExpOf(x, x_low);
      worst.Include("random", UlpError(got, want));
      EXPECT_LE(UlpError(got, want), kExpMaxUlp)
          << std::hexfloat << x << " + " << x_low << " got " << got << ", want " << want;
    }
  });
}

TEST(Exp, HasTheEdgesOfTheExponential) {
  EXPECT_EQ(ExpOf(0), 1);
  EXPECT_EQ(ExpOf(-0.0), 1);
  EXPECT_EQ(ExpOf(kInf), kInf);
  EXPECT_EQ(ExpOf(-kInf), 0);
  EXPECT_TRUE(std::isnan(ExpOf(kNaN)));
  EXPECT_EQ(ExpOf(1e300), kInf);
  EXPECT_EQ(ExpOf(-1e300), 0);
  EXPECT_EQ(ExpOf(1e-300), 1);
}

TEST(Exp, OverflowsAndUnderflowsWhereTheExponentialDoes) {
  const double greatest = 0x1.62e42fefa39efp+9, least = -0x1.74910d52d3051p+9;
  EXPECT_LE(UlpError(ExpOf(greatest), Rounded(ExactExp(greatest))), kExpMaxUlp);
  EXPECT_EQ(ExpOf(std::nextafter(greatest, 800)), kInf);
  EXPECT_EQ(ExpOf(least), 0x1p-1074);
  EXPECT_EQ(ExpOf(std::nextafter(least, -800)), 0);
}

TEST(Exp, TreatsTheLanesSeparately) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double a = SomeExponent(random), b = SomeExponent(random);
      const F64x2 both = Exp(F64x2{a, b});
      EXPECT_EQ(both[0], ExpOf(a));
      EXPECT_EQ(both[1], ExpOf(b));
    }
  });
  EXPECT_EQ(Exp(F64x2{kNaN, 0})[1], 1);
}

TEST(ExpScaled, IsWithinItsBoundForExponentsOfAnySize) {
  WorstOf<const char*> worst("ExpScaled");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 3000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const double hi = random.OneIn(3) ? 0x1p20 * random.Signed() : random.Small(-20, 50);
      const double lo = SomeLow(hi, random);
      const Scaled got = ExpScaled(hi, lo);
      EXPECT_GE(got.significand, 1);
      EXPECT_LT(got.significand, 2);
      const Real want = ldexp(ExactExp(hi, lo), -got.exponent);  // near [1, 2)
      const double error = static_cast<double>(abs(Real(got.significand) - want)) * 0x1p52;
      worst.Include("random", error);
      EXPECT_LE(error, kExpMaxUlp) << std::hexfloat << hi << " + " << lo;
    }
  });
  EXPECT_EQ(ExpScaled(0).significand, 1);
  EXPECT_EQ(ExpScaled(0).exponent, 0);
}

}  // namespace
}  // namespace kl::test
