#include "kernels/log.h"

#include <gtest/gtest.h>

#include <cmath>

#include "measures/finding.h"
#include "measures/options.h"
#include "support/ratios.h"
#include "support/reference.h"
#include "support/vectors.h"
#include "support/worst.h"

namespace kl::test {
namespace {

double LogOf(double p, double q, double q_low = 0) {
  const F64x2 both = LogRatio(Splat(p), Splat(q), Splat(q_low));
  EXPECT_EQ(both[0], both[1]);
  return both[0];
}

void ExpectWithinBound(double p, double q, double got, const Wanted& want) {
  EXPECT_LE(UlpError(got, want), kLogRatioMaxUlp)
      << std::hexfloat << "LogRatio(" << p << ", " << q << ") got " << got << ", want " << want;
}

TEST(LogRatio, IsWithinItsBoundForTheVectors) {
  for (const Row& row : ReadVectors("log_ratio.csv")) {
    SCOPED_TRACE(row.where);
    const double p = row.Double(0), q = row.Double(1);
    ExpectWithinBound(p, q, LogOf(p, q), row.Want(2));
  }
}

// Found by searching a hundred million arguments.
TEST(LogRatio, IsWithinItsBoundForItsWorstKnownArguments) {
  constexpr double kWorst[][3] = {
      {0x1.000316ebf2a5dp+0, 0x1.000396a3678f4p+0, 0},                      // 2.995 ulp
      {0x1.048ec2694baa7p+0, 0x1.048eb26946ddp+0, -0x1.f32a5ffcc427p-54},   // 4.394
      {0x1.0491bdfb76e57p+0, 0x1.0491adfb431e8p+0, -0x1.fa4e5f68a39fp-54},  // 4.383
  };
  for (const auto& [p, q, q_low] : kWorst) {
    ExpectWithinBound(p, q, LogOf(p, q, q_low), ExactLogRatio(p, q, q_low));
  }
}

TEST(LogRatio, IsWithinItsBoundForRandomArguments) {
  WorstOf<const char*> worst("LogRatio");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 5000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const auto [p, q] = SomeRatio(random);
      const double q_low = random.OneIn(2) ? 0 : random.Signed() * SpacingAt(q) / 2;
      const Wanted want = ExactLogRatio(p, q, q_low);
      const double got = LogOf(p, q, q_low);
      worst.Include("random", UlpError(got, want));
      ExpectWithinBound(p, q, got, want);
    }
  });
}

TEST(LogRatio, IsZeroExactlyForEqualArguments) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double p = SomeRatio(random).p;
      EXPECT_EQ(LogOf(p, p), 0);
      EXPECT_GT(LogOf(std::nextafter(p, 0x1p500), p), 0);
      EXPECT_LT(LogOf(p, std::nextafter(p, 0x1p500)), 0);
    }
  });
}

TEST(LogRatio, OfPowersOfTwoIsTheirExponentTimesLog2) {
  for (int k = -900; k <= 900; ++k) {
    const double p = std::ldexp(1.0, k / 2), q = std::ldexp(1.0, k / 2 - k);
    EXPECT_LE(UlpError(LogOf(p, q), ExactLogRatio(p, q)), kLogRatioMaxUlp) << k;
  }
}

TEST(LogRatio, TreatsTheLanesSeparately) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const auto [a, b] = SomeRatio(random);
      const auto [c, d] = SomeRatio(random);
      const F64x2 both = LogRatio(F64x2{a, c}, F64x2{b, d});
      EXPECT_EQ(both[0], LogOf(a, b));
      EXPECT_EQ(both[1], LogOf(c, d));
    }
  });
}

TEST(LogOfBase, IsOneForEAndRightForOthers) {
  EXPECT_EQ(LogOfBase(kE).value, 1);
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 300; ++i) {
      const double base = random.WithExponent(-1074, 1023);
      EXPECT_LE(UlpError(LogOfBase(base).value, ExactLog(base)), kLogRatioMaxUlp)
          << std::hexfloat << base;
    }
  });
}

}  // namespace
}  // namespace kl::test
