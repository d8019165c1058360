#include "kernels/phi.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/ratios.h"
#include "support/reference.h"
#include "support/vectors.h"
#include "support/worst.h"

namespace kl::test {
namespace {

struct Values {
  double forward, reverse, difference;
};

Values PhiOf(double p, double q, double q_low = 0) {
  const PhiPair both = PhiBoth(Splat(p), Splat(q), Splat(q_low));
  EXPECT_EQ(both.forward[0], both.forward[1]);
  EXPECT_EQ(both.reverse[0], both.reverse[1]);
  EXPECT_EQ(both.difference[0], both.difference[1]);
  EXPECT_EQ(both.forward[0], Phi(Splat(p), Splat(q), Splat(q_low))[0]);
  return {both.forward[0], both.reverse[0], both.difference[0]};
}

/// The error in ulp; fails if it is above the bound.
double Check(const char* what, double p, double q, double got, const Wanted& want, double bound) {
  const double error = UlpError(got, want);
  EXPECT_LE(error, bound) << std::hexfloat << what << "(" << p << ", " << q << ") got " << got
                          << ", want " << want;
  return error;
}

TEST(Phi, IsWithinItsBoundForTheVectors) {
  for (const Row& row : ReadVectors("phi.csv")) {
    SCOPED_TRACE(row.where);
    const double p = row.Double(0), q = row.Double(1);
    const Values got = PhiOf(p, q);
    Check("forward", p, q, got.forward, row.Want(2), kPhiMaxUlp);
    Check("reverse", p, q, got.reverse, row.Want(3), kPhiMaxUlp);
    Check("difference", p, q, got.difference, row.Want(4), kPhiDifferenceMaxUlp);
  }
}

// Found by searching some hundred million arguments.
TEST(Phi, IsWithinItsBoundForItsWorstKnownArguments) {
  struct Case {
    double p, q, q_low;
  };
  constexpr Case kForward[] = {
      {0x1.8fa9b2b9fb536p+0, 0x1.8e8c512d0e62ap-2, 0},                       // 4.152 ulp
      {0x1.1798b68aed5ccp+0, 0x1.050018cc5ad6bp-1, -0x1.fff8bf4d3aa2cp-55},  // 5.729
  };
  constexpr Case kReverse[] = {
      {0x1.875882858758ap+0, 0x1.8c418ba3a452cp+2, 0},                      // 4.146 ulp
      {0x1.d14ebffdb5fabp+0, 0x1.022f376e1cdb2p+2, 0x1.fffeeb7e0d8d6p-52},  // 6.576
  };
  constexpr Case kDifference[] = {
      {0x1.33e44837c2b06p+0, 0x1.c5670a78c6376p-2, 0},  // 25.93 ulp
  };
  for (const auto& [p, q, q_low] : kForward) {
    Check("forward", p, q, PhiOf(p, q, q_low).forward, ExactPhi(p, q, q_low), kPhiMaxUlp);
  }
  for (const auto& [p, q, q_low] : kReverse) {
    Check("reverse", p, q, PhiOf(p, q, q_low).reverse, ExactPhiReverse(p, q, q_low), kPhiMaxUlp);
  }
  for (const auto& [p, q, q_low] : kDifference) {
    Check("difference", p, q, PhiOf(p, q, q_low).difference, ExactPhiDifference(p, q),
          kPhiDifferenceMaxUlp);
  }
}

TEST(Phi, IsWithinItsBoundForRandomArguments) {
  WorstOf<const char*> worst("Phi");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 5000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const auto [p, q] = SomeRatio(random);
      const Values got = PhiOf(p, q);
      worst.Include("forward", Check("forward", p, q, got.forward, ExactPhi(p, q), kPhiMaxUlp));
      worst.Include("reverse", Check("reverse", p, q, got.reverse, ExactPhi(q, p), kPhiMaxUlp));
      worst.Include("difference", Check("difference", p, q, got.difference,
                                        ExactPhiDifference(p, q), kPhiDifferenceMaxUlp));
    }
  });
}

TEST(Phi, IsWithinItsBoundWhereQIsKnownToTwiceThePrecision) {
  WorstOf<const char*> worst("Phi");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 3000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const auto [p, q] = SomeRatio(random);
      const double q_low = random.Signed() * SpacingAt(q) / 2;
      const Values got = PhiOf(p, q, q_low);
      worst.Include("forward with q_low",
                    Check("forward", p, q, got.forward, ExactPhi(p, q, q_low), kPhiMaxUlp));
      worst.Include("reverse with q_low",
                    Check("reverse", p, q, got.reverse, ExactPhiReverse(p, q, q_low), kPhiMaxUlp));
    }
  });
}

TEST(Phi, IsZeroExactlyWhenPEqualsQ) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double p = SomeRatio(random).p;
      const Values values = PhiOf(p, p);
      EXPECT_EQ(values.forward, 0);
      EXPECT_EQ(values.reverse, 0);
      EXPECT_EQ(values.difference, 0);
    }
  });
}

TEST(Phi, IsPositiveOneUlpAwayFromEquality) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double p = random.WithExponent(-400, 400);
      for (const double q : {std::nextafter(p, 0.0), std::nextafter(p, 0x1p500)}) {
        EXPECT_GT(PhiOf(p, q).forward, 0) << std::hexfloat << p;
        EXPECT_GT(PhiOf(p, q).reverse, 0) << std::hexfloat << p;
        EXPECT_EQ(std::signbit(PhiOf(p, q).difference), p < q) << std::hexfloat << p;
      }
    }
  });
}

TEST(Phi, ScalesExactlyWithPowersOfTwo) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 3000; ++i) {
      const double p = random.Significand(), q = random.WithExponent(-60, 60);
      const int exponent = random.Between(-400, 400);
      const Values one = PhiOf(p, q),
                   other = PhiOf(std::ldexp(p, exponent), std::ldexp(q, exponent));
      EXPECT_EQ(other.forward, std::ldexp(one.forward, exponent)) << std::hexfloat << p << " " << q;
      EXPECT_EQ(other.reverse, std::ldexp(one.reverse, exponent)) << std::hexfloat << p << " " << q;
      EXPECT_EQ(other.difference, std::ldexp(one.difference, exponent))
          << std::hexfloat << p << " " << q;
    }
  });
}

TEST(Phi, IsWithinItsBoundForEveryRatioOfExponents) {
  ForEachSeed([](Random& random) {
    for (int k = -900; k <= 900; k += std::abs(k) < 60 ? 1 : 7) {
      const double p = std::ldexp(random.Significand(), k / 2);
      const double q = std::ldexp(random.OneIn(4) ? 1.0 : random.Significand(), k / 2 - k);
      const Values got = PhiOf(p, q);
      Check("forward", p, q, got.forward, ExactPhi(p, q), kPhiMaxUlp);
      Check("reverse", p, q, got.reverse, ExactPhi(q, p), kPhiMaxUlp);
      Check("difference", p, q, got.difference, ExactPhiDifference(p, q), kPhiDifferenceMaxUlp);
    }
  });
}

TEST(Phi, TreatsTheLanesSeparately) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const auto [a, b] = SomeRatio(random);
      const auto [c, d] = SomeRatio(random);
      const PhiPair both = PhiBoth(F64x2{a, c}, F64x2{b, d}, Splat(0));
      for (const int lane : {0, 1}) {
        const Values alone = lane == 0 ? PhiOf(a, b) : PhiOf(c, d);
        EXPECT_EQ(both.forward[lane], alone.forward);
        EXPECT_EQ(both.reverse[lane], alone.reverse);
        EXPECT_EQ(both.difference[lane], alone.difference);
      }
    }
  });
}

}  // namespace
}  // namespace kl::test
