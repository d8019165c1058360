#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "measures/compare.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

double Kl(const Weights& weights, Options options = kDivideNats) {
  PairsInMemory pairs = InMemory(weights);
  const Result<Finding> result = KlDivergence(pairs, options);
  EXPECT_FALSE(result.problem) << weights;
  return result.value.value;
}

/// Everything that is 0 for proportional weights.
void ExpectAllZero(const Weights& weights) {
  PairsInMemory pairs = InMemory(weights);
  EXPECT_EQ(Kl(weights), 0) << weights;
  EXPECT_EQ(JeffreysDivergence(pairs, kDivideNats).value.value, 0) << weights;
  EXPECT_EQ(Asymmetry(pairs, kDivideNats).value, 0) << weights;
}

TEST(KlDivergence, IsZeroExactlyWhenPEqualsQ) {
  ForEachKind(8, [](Kind, const Weights& weights) {
    ExpectAllZero({weights.p, weights.p});
    PairsInMemory pairs(weights.p.data(), weights.p.data(), weights.size());
    EXPECT_EQ(GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, 2)).value.value, 0)
        << weights;
    EXPECT_EQ(Kl({weights.p, weights.p}, {Normalization::kAsGiven}), 0) << weights;
  });
}

TEST(KlDivergence, IsZeroExactlyForProportionalCounts) {
  ExpectAllZero({{1, 2, 3}, {10, 20, 30}});
  ExpectAllZero({{1, 2, 4}, {0.1, 0.2, 0.4}});
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 50 * kEffort; ++i) {
      const double factor = random.Between(1, 1 << 20), other = random.Between(1, 1 << 20);
      Weights weights;
      for (size_t n = SomeSize(random); n > 0; --n) {
        const double share = random.Between(0, 1 << 30);
        weights.p.push_back(share * factor);
        weights.q.push_back(share * other);
      }
      weights.p[0] = factor, weights.q[0] = other;
      ExpectAllZero(weights);
    }
  });
}

TEST(KlDivergence, IsZeroExactlyForProportionalWeightsOfAnySize) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 100 * kEffort && !testing::Test::HasFailure(); ++i) {
      // A factor of some bits and shares of the others: their products are exact.
      const int bits = random.Between(1, 52);
      const auto whole = [&random](int of_bits) {
        return static_cast<double>(1 + (random.Bits() >> (64 - of_bits)) % ((1ull << of_bits) - 1));
      };
      const double factor = random.Scaled(whole(bits), -400, 400);
      Weights weights;
      for (size_t n = SomeSize(random); n > 0; --n) {
        const double share = random.Scaled(whole(53 - bits), -250, 250);
        weights.q.push_back(share);
        weights.p.push_back(share * factor);
      }
      ExpectAllZero(weights);
    }
  });
}

TEST(KlDivergence, IsPositiveWhenOneOutcomeDiffersInItsLastPlace) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 100 * kEffort; ++i) {
      Weights weights = Make(Kind::kOrdinary, static_cast<size_t>(random.Between(2, 300)), random);
      weights.q = weights.p;
      double& one = weights.q[static_cast<size_t>(random.Below(static_cast<int>(weights.size())))];
      one = std::nextafter(one, 0.0);
      EXPECT_GT(Kl(weights), 0) << weights;
    }
  });
}

Weights Scaled(const Weights& weights, int p_exponent, int q_exponent) {
  Weights scaled = weights;
  for (double& p : scaled.p) p = std::ldexp(p, p_exponent);
  for (double& q : scaled.q) q = std::ldexp(q, q_exponent);
  return scaled;
}

constexpr Kind kScalable[] = {Kind::kOrdinary, Kind::kNear,   Kind::kLastPlace,
                              Kind::kSparse,   Kind::kCounts, Kind::kNearProportional};

TEST(KlDivergence, DoesNotChangeByABitWhenBothAreScaledByOnePowerOfTwo) {
  ForEachSeed([](Random& random) {
    for (const Kind kind : kScalable) {
      for (int i = 0; i < 20 * kEffort; ++i) {
        const Weights weights = Make(kind, SomeSize(random), random);
        const int exponent = random.Between(-120, 120);
        EXPECT_EQ(Kl(Scaled(weights, exponent, exponent)), Kl(weights))
            << kind << ": " << weights << " by 2^" << exponent;
      }
    }
  });
}

// The ways of summing that read the weights but once see their scales; hence not to the bit.
TEST(KlDivergence, DoesNotChangeBeyondRoundingWhenEachIsScaledByItsOwnPowerOfTwo) {
  ForEachSeed([](Random& random) {
    for (const Kind kind : kScalable) {
      for (int i = 0; i < 20 * kEffort; ++i) {
        const Weights weights = Make(kind, SomeSize(random), random);
        const int up = random.Between(-900, 900), down = random.Between(-900, 900);
        const double one = Kl(weights), other = Kl(Scaled(weights, up, down));
        EXPECT_LE(UlpError(other, Exactly(one)), 2 * kFiniteMaxUlp)
            << kind << ": " << weights << " by 2^" << up << ", 2^" << down;
      }
    }
  });
}

TEST(KlDivergence, DoesNotDependOnTheOrderOfOutcomesBeyondRounding) {
  ForEachKind(6, [](Kind kind, const Weights& weights) {
    Weights reversed = weights;
    std::reverse(reversed.p.begin(), reversed.p.end());
    std::reverse(reversed.q.begin(), reversed.q.end());
    const double one = Kl(weights), other = Kl(reversed);
    EXPECT_LE(UlpError(one, Exactly(other)), 2 * kFiniteMaxUlp) << kind << ": " << weights;
  });
}

TEST(KlDivergence, DoesNotChangeByABitWhenOutcomesWithoutWeightAreAppended) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 30 * kEffort; ++i) {
      const Weights weights = Make(Kind::kNear, static_cast<size_t>(random.Between(1, 64)), random);
      Weights longer = weights;
      longer.p.resize(weights.size() + 1, 0);
      longer.q.resize(weights.size() + 1, 0);
      EXPECT_LE(UlpError(Kl(longer), Exactly(Kl(weights))), 2 * kFiniteMaxUlp) << weights;
    }
  });
}

}  // namespace
}  // namespace kl::test
