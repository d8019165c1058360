#include "measures/logits.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "measures/distances.h"
#include "measures/kl_divergence.h"
#include "measures/renyi.h"
#include "support/check_measures.h"
#include "support/exact.h"
#include "support/logits.h"

namespace kl::test {
namespace {

size_t SomeFew(Random& random) {
  return static_cast<size_t>(random.OneIn(10) ? 70 : random.Between(1, 12));
}

TEST(Logits, OfAllKindsGiveMeasuresWithinTheirBounds) {
  WorstOf<std::string> worst("Logits");
  ForEachSeed([&](Random& random) {
    for (const LogitKind kind : kAllLogitKinds) {
      for (int i = 0; i < 2 * kEffort; ++i) {
        const Weights logits = MakeLogits(kind, SomeFew(random), random);
        const double base = random.OneIn(3) ? 2 : kE;
        ExpectMeasuresWithinBounds(testing::PrintToString(kind), logits,
                                   OfLogits(Normalization::kDivide, base), worst);
      }
    }
  });
}

TEST(Logits, ThatAreLogProbabilitiesGiveMeasuresWithinTheirBounds) {
  WorstOf<std::string> worst("Log-probabilities");
  ForEachSeed([&](Random& random) {
    for (const Normalization normalization : {Normalization::kStrict, Normalization::kAsGiven}) {
      for (int i = 0; i < 5 * kEffort; ++i) {
        const Weights logits = MakeLogits(LogitKind::kLogProbabilities, SomeFew(random), random);
        ExpectMeasuresWithinBounds(normalization == Normalization::kStrict ? "strict" : "as given",
                                   logits, OfLogits(normalization), worst);
      }
    }
  });
}

TEST(Logits, AsGivenGiveMeasuresWithinTheirBounds) {
  WorstOf<std::string> worst("Logits as given");
  ForEachSeed([&](Random& random) {
    for (const LogitKind kind : {LogitKind::kOrdinary, LogitKind::kNear, LogitKind::kLastPlace,
                                 LogitKind::kMissing, LogitKind::kDominant}) {
      for (int i = 0; i < 2 * kEffort; ++i) {
        const Weights logits = MakeLogits(kind, SomeFew(random), random);
        ExpectMeasuresWithinBounds(testing::PrintToString(kind), logits,
                                   OfLogits(Normalization::kAsGiven), worst);
      }
    }
  });
}

TEST(Logits, ThatDifferByAConstantAreOfEqualDistributions) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 50 * kEffort; ++i) {
      Weights logits;
      const double level = random.Between(-10000, 10000);
      for (size_t n = SomeFew(random); n > 0; --n) {
        logits.p.push_back(std::round(std::ldexp(random.Signed(), 30)) * 0x1p-26);
        logits.q.push_back(logits.p.back() + level);
      }
      PairsInMemory pairs = InMemory(logits);
      const Options options = OfLogits();
      EXPECT_EQ(Kl(logits).value, 0) << logits;
      EXPECT_EQ(JeffreysDivergence(pairs, options).value.value, 0) << logits;
      EXPECT_EQ(Asymmetry(pairs, options).value, 0) << logits;
      EXPECT_EQ(JensenShannonDivergence(pairs, options).value, 0) << logits;
      EXPECT_EQ(TotalVariationDistance(pairs, options).value, 0) << logits;
      EXPECT_EQ(HellingerDistance(pairs, options).value, 0) << logits;
      EXPECT_EQ(BhattacharyyaDistance(pairs, options).value, 0) << logits;
      EXPECT_EQ(ChiSquaredDivergence(pairs, options).value.value, 0) << logits;
      for (const double alpha : {0.0, 0.5, 2.0, 1e6, kInfinity}) {
        EXPECT_EQ(RenyiDivergence(pairs, options, alpha).value.value, 0) << logits;
        EXPECT_EQ(TsallisDivergence(pairs, options, alpha).value.value, 0) << logits;
      }
    }
  });
}

TEST(Logits, DoNotChangeByABitWhenAConstantIsAddedExactly) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 50 * kEffort; ++i) {
      Weights logits, shifted;
      const double p_level = random.Between(-10000, 10000), q_level = random.Between(-10000, 10000);
      for (size_t n = SomeFew(random); n > 0; --n) {
        logits.p.push_back(std::round(std::ldexp(random.Signed(), 30)) * 0x1p-26);
        logits.q.push_back(std::round(std::ldexp(random.Signed(), 30)) * 0x1p-26);
        shifted.p.push_back(logits.p.back() + p_level);
        shifted.q.push_back(logits.q.back() + q_level);
      }
      PairsInMemory one = InMemory(logits), other = InMemory(shifted);
      EXPECT_EQ(Kl(logits).value, Kl(shifted).value) << logits;
      EXPECT_EQ(JensenShannonDivergence(one, OfLogits()).value,
                JensenShannonDivergence(other, OfLogits()).value)
          << logits;
      EXPECT_EQ(Entropy(one, OfLogits()).value, Entropy(other, OfLogits()).value) << logits;
    }
  });
}

TEST(Logits, AgreeWithTheWeightsTheyAreTheLogarithmsOf) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20 * kEffort; ++i) {
      const Weights weights = Make(Kind::kOrdinary, SomeFew(random), random);
      Weights logits = weights;
      for (auto* array : {&logits.p, &logits.q}) {
        for (double& x : *array) x = std::log(x);
      }
      PairsInMemory pairs = InMemory(weights);
      const double want = KlDivergence(pairs, kDivideNats).value.value;
      EXPECT_NEAR(Kl(logits).value, want, 1e-14) << weights;
    }
  });
}

TEST(Logits, WithoutWeightAddNothing) {
  const Weights logits{{1, kNone, 2, kNone}, {2, kNone, 1, 0}}, shorter{{1, 2, kNone}, {2, 1, 0}};
  EXPECT_EQ(Kl(logits).value, Kl(shorter).value);
  EXPECT_EQ(Kl({{kNone, 5}, {kNone, -7}}).value, 0);
}

TEST(Logits, NameTheOutcomeThatMakesADivergenceInfinite) {
  const Weights logits{{0, kNone, 1, 2}, {1, 0, kNone, kNone}};
  for (const Normalization normalization : {Normalization::kDivide, Normalization::kAsGiven}) {
    const Options options = OfLogits(normalization);
    PairsInMemory pairs = InMemory(logits);
    const Comparison both = Compare(pairs, options, nullptr).value;
    for (const Finding& finding :
         {Kl(logits, options), JeffreysDivergence(pairs, options).value,
          CrossEntropy(pairs, options).value, ChiSquaredDivergence(pairs, options).value,
          RenyiDivergence(pairs, options, 2).value, both.forward, both.jeffreys,
          both.chi_squared_forward}) {
      EXPECT_EQ(finding.value, kInfinity);
      EXPECT_EQ(finding.method, Method::kInfinite);
      EXPECT_EQ(finding.reason, Reason::kOutsideSupport);
      EXPECT_EQ(finding.outcome, 2);
    }
    EXPECT_EQ(both.reverse.outcome, 1);
    EXPECT_EQ(both.asymmetry, 0);
    EXPECT_TRUE(std::isfinite(both.jensen_shannon) && std::isfinite(both.bhattacharyya));
  }
}

}  // namespace
}  // namespace kl::test
