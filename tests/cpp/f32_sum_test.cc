#include <gtest/gtest.h>

#include <cmath>

#include "kernels/phi.h"
#include "kernels/phi_f32_sum.h"
#include "support/floats.h"

namespace kl::test {
namespace {

/// φ of the same two numbers, as good as exact.
double PhiOfDoubles(double p, double q) { return Phi(Splat(p), Splat(q))[0]; }

struct Exact {
  DoubleDouble terms{0, 0}, p{0, 0}, difference{0, 0};
  double distance = 0;

  explicit Exact(const WeightsF32& weights) {
    for (size_t i = 0; i < weights.size(); ++i) {
      const double p_i = weights.p[i], q_i = weights.q[i];
      terms = Add(terms, PhiOfDoubles(p_i, q_i));
      p = Add(p, p_i);
      difference = Add(Add(difference, q_i), -p_i);
      distance += std::abs(p_i - q_i);
    }
  }
};

PairSums SumOf(const WeightsF32& weights) {
  PairSums sums;
  AddPhiF32(weights.p.data(), weights.q.data(), weights.size(), sums);
  return sums;
}

void CheckSums(const PairSums& sums, const WeightsF32& weights) {
  const Exact want(weights);
  EXPECT_TRUE(sums.in_range);
  EXPECT_NEAR(Value(sums.terms), Value(want.terms), kPhiF32SumMaxError * Value(want.terms));
  EXPECT_NEAR(Value(sums.p), Value(want.p), kFloatSumMaxError * Value(want.p));
  EXPECT_NEAR(Value(Add(sums.q, Negate(sums.p))), Value(want.difference),
              kFloatDifferenceMaxError * want.distance);
}

TEST(PhiF32Sum, IsWithinItsBoundsForEveryNumberOfOutcomes) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kFloatSizes) {
      for (const double difference : {1.0, 1e-1, 1e-3, 1e-5, 1e-7, 0.0}) {
        const WeightsF32 weights = MakeF32(n, difference, random);
        CheckSums(SumOf(weights), weights);
      }
    }
  });
}

TEST(PhiF32Sum, LosesNothingInAMillionTerms) {
  Random random(1);
  const WeightsF32 weights = MakeF32(1000000, 1, random);
  const PairSums sums = SumOf(weights);
  CheckSums(sums, weights);
  // Errors of both signs: far less is left of them than the bound allows.
  const Exact want(weights);
  EXPECT_NEAR(Value(sums.terms), Value(want.terms), 1e-8);
  EXPECT_NEAR(Value(sums.p), Value(want.p), 1e-8);
}

TEST(PhiF32Sum, AddsToWhatIsThere) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kFloatSizes) {
      WeightsF32 both = MakeF32(n, 0.5, random);
      const WeightsF32 other = MakeF32(41, 1, random);
      PairSums sums = SumOf(both);
      AddPhiF32(other.p.data(), other.q.data(), other.size(), sums);
      both.p.insert(both.p.end(), other.p.begin(), other.p.end());
      both.q.insert(both.q.end(), other.q.begin(), other.q.end());
      CheckSums(sums, both);
    }
  });
}

TEST(PhiF32Sum, SaysWhetherAWeightIsOutOfRange) {
  const float bad[] = {0.0f,
                       -0.0f,
                       -1.0f,
                       kFloatNaN,
                       -kFloatNaN,
                       kFloatInf,
                       -kFloatInf,
                       1e30f,
                       0x1p77f,
                       -0x1p-77f,
                       0x1p-149f,
                       3e38f,
                       std::nextafter(kPhiF32Min, 0.0f)};
  for (const size_t n : kFloatSizes) {
    for (const size_t i : {size_t{0}, n / 3, n / 2, n - 1}) {
      const WeightsF32 good{std::vector<float>(n, 0.5f), std::vector<float>(n, 0.25f)};
      ASSERT_TRUE(SumOf(good).in_range);
      for (const float x : bad) {
        WeightsF32 in_p = good, in_q = good;
        in_p.p[i] = in_q.q[i] = x;
        EXPECT_FALSE(SumOf(in_p).in_range) << std::hexfloat << x << " at " << i << " of " << n;
        EXPECT_FALSE(SumOf(in_q).in_range) << std::hexfloat << x << " at " << i << " of " << n;
      }
      WeightsF32 extreme = good;
      extreme.p[i] = kPhiF32Min;
      extreme.q[i] = 0x1p75f;
      EXPECT_TRUE(SumOf(extreme).in_range);
    }
  }
}

TEST(PhiF32Sum, StaysOutOfRangeOnceItWas) {
  const float zero = 0, one = 1;
  PairSums sums;
  AddPhiF32(&zero, &one, 1, sums);
  AddPhiF32(&one, &one, 1, sums);
  EXPECT_FALSE(sums.in_range);
}

// As in bits_test.cc: a change means that some platform, or some change of the code, gives other bits.
TEST(PhiF32Sum, GivesTheRecordedBits) {
  Random random(6);
  WeightsF32 weights;
  for (int i = 0; i < 20001; ++i) {
    const float p = FloatWithExponent(random, -10, 10);
    const float q = FloatWithExponent(random, -10, 10);
    weights.p.push_back(p);
    weights.q.push_back(random.OneIn(3) ? Float(p * (1 + random.Small(2, 20))) : q);
  }
  const PairSums sums = SumOf(weights);
  EXPECT_EQ(sums.terms.hi, 0x1.77c7e33856da2p+23) << std::hexfloat << sums.terms.hi;
  EXPECT_EQ(sums.p.hi, 0x1.6bfa92437de9p+21) << std::hexfloat << sums.p.hi;
  EXPECT_EQ(sums.q.hi, 0x1.6c431298b08dp+21) << std::hexfloat << sums.q.hi;
}

}  // namespace
}  // namespace kl::test
