#include <gtest/gtest.h>

#include <cmath>

#include "kernels/phi.h"
#include "kernels/phi_f32.h"
#include "support/floats.h"
#include "support/worst.h"

namespace kl::test {
namespace {

double PhiOf(float p, float q) { return Phi(SplatFloat(p), SplatFloat(q))[0]; }

/// φ of the same two numbers, as good as exact.
double PhiOfDoubles(double p, double q) { return Phi(Splat(p), Splat(q))[0]; }

/// In units in the last place of a float.
double Error(double got, double want) {
  if (want == 0) return got == 0 ? 0 : HUGE_VAL;
  return std::abs(got - want) / (SpacingAt(want) * 0x1p29);
}

void CheckPhi(float p, float q, WorstOf<const char*>& worst, const char* which) {
  const double want = PhiOfDoubles(p, q), error = Error(PhiOf(p, q), want);
  worst.Include(which, error);
  EXPECT_LE(error, kPhiF32MaxUlp) << std::hexfloat << p << " " << q << " got " << PhiOf(p, q)
                                  << ", want " << want;
}

TEST(PhiF32, IsWithinItsBoundForEveryPairOfExponents) {
  WorstOf<const char*> worst("Phi of floats");
  ForEachSeed([&](Random& random) {
    for (int i = -76; i < 76 && !testing::Test::HasFailure(); ++i) {
      for (int j = -76; j < 76; ++j) {
        const float p = std::ldexp(FloatSignificand(random), i),
                    q = std::ldexp(FloatSignificand(random), j);
        const float p_power = std::ldexp(1.0f, i), q_power = std::ldexp(1.0f, j);
        for (const float a : {p, p_power, std::nextafter(2 * p_power, 0.0f)}) {
          for (const float b : {q, q_power, std::nextafter(2 * q_power, 0.0f)})
            CheckPhi(a, b, worst, "exponents");
        }
      }
    }
  });
}

TEST(PhiF32, IsWithinItsBoundForDenseSignificands) {
  WorstOf<const char*> worst("Phi of floats");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 200000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const float p = FloatSignificand(random);
      const float q = FloatSignificand(random);
      CheckPhi(p, std::ldexp(q, i % 5 - 2), worst, "near ratios");
      CheckPhi(p, Float(p * (1 + random.Small(1, 24))), worst, "near 1");
      CheckPhi(p, Float(p * std::sqrt(2.0) * (1 + random.Small(2, 10))), worst,
               "near the root of 2");
      CheckPhi(p, Float(2 * p * (1 + random.Small(6, 20))), worst, "near 2");
    }
  });
}

// Found by sweeps over four thousand million arguments.
TEST(PhiF32, IsWithinItsBoundForItsWorstKnownArguments) {
  WorstOf<const char*> worst("Phi of floats");
  CheckPhi(0x1.84cb5ep+0f, 0x1.8153dcp-2f, worst, "known");  // 4.063 ulp
  CheckPhi(0x1.7dcb9p+0f, 0x1.7b64ccp-2f, worst, "known");   // 4.054
  CheckPhi(0x1.e32c94p+0f, 0x1.11f978p+1f, worst, "known");  // 3.733
  CheckPhi(0x1.5c9ep+0f, 0x1.65e1f4p-1f, worst, "known");    // 3.724
  CheckPhi(0x1.934c98p+0f, 0x1.941f7cp-2f, worst, "known");
  CheckPhi(0x1.54ccf4p+0f, 0x1.592d7cp-1f, worst, "known");
  CheckPhi(0x1.37864cp+0f, 0x1.bdefccp-1f, worst, "known");
  CheckPhi(0x1.8094cp+0f, 0x1.43549ep+1f, worst, "known");
}

TEST(PhiF32, IsZeroExactlyWhenPEqualsQAndPositiveBesides) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20000; ++i) {
      const float p = FloatWithExponent(random, -75, 74);
      EXPECT_EQ(PhiOf(p, p), 0);
      EXPECT_GT(PhiOf(p, std::nextafter(p, 0.0f)), 0) << std::hexfloat << p;
      EXPECT_GT(PhiOf(p, std::nextafter(p, kFloatInf)), 0) << std::hexfloat << p;
    }
  });
  EXPECT_EQ(PhiOf(kPhiF32Min, kPhiF32Min), 0);
  EXPECT_GT(PhiOf(kPhiF32Min, std::nextafter(kPhiF32Min, kFloatInf)), 0);
  EXPECT_GT(PhiOf(std::nextafter(kPhiF32Min, kFloatInf), kPhiF32Min), 0);
}

TEST(PhiF32, ScalesExactlyWithPowersOfTwo) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20000; ++i) {
      const float p = FloatSignificand(random);
      const float q = FloatWithExponent(random, -3, 3);
      const int exponent = random.Between(-73, 72);
      EXPECT_EQ(PhiOf(std::ldexp(p, exponent), std::ldexp(q, exponent)),
                std::ldexp(PhiOf(p, q), exponent))
          << std::hexfloat << p << " " << q << " " << exponent;
    }
  });
}

TEST(PhiF32, TreatsTheLanesSeparately) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 2000; ++i) {
      F32x4 p = {}, q = {};
      for (int lane = 0; lane < 4; ++lane) {
        p[lane] = FloatWithExponent(random, -70, 70);
        q[lane] = random.OneIn(3) ? p[lane] : FloatWithExponent(random, -70, 70);
      }
      const F32x4 phi = Phi(p, q);
      for (int lane = 0; lane < 4; ++lane) EXPECT_EQ(phi[lane], PhiOf(p[lane], q[lane]));
    }
  });
}

TEST(F32x4, WidensAndSelectsLaneByLane) {
  const F32x4 x{1, -2, 3.5f, 0x1p-140f}, y{-1, 5, kFloatInf, 0};
  EXPECT_EQ(WidenLow(x)[0], 1);
  EXPECT_EQ(WidenLow(x)[1], -2);
  EXPECT_EQ(WidenHigh(x)[0], 3.5);
  EXPECT_EQ(WidenHigh(x)[1], 0x1p-140);
  const F32x4 less = Select(x < y, x, y), least = LeastOf(x, y);
  const float want[] = {-1, -2, 3.5f, 0};
  for (int lane = 0; lane < 4; ++lane) {
    EXPECT_EQ(less[lane], want[lane]);
    EXPECT_EQ(least[lane], want[lane]);
  }
  EXPECT_EQ(LeastOf(SplatFloat(kFloatNaN), x)[2], 3.5f);
  float stored[4];
  Store(stored, ToFloat(I32x4{-8388608, 0, 3, 16777217}));
  EXPECT_EQ(stored[0], -0x1p23f);
  EXPECT_EQ(stored[2], 3.0f);
  EXPECT_EQ(Load(stored)[3], 0x1p24f);
}

}  // namespace
}  // namespace kl::test
