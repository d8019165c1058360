#include <gtest/gtest.h>

#include <cmath>

#include "measures/kl_divergence.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

double Kl(const Weights& weights) {
  PairsInMemory pairs = InMemory(weights);
  return KlDivergence(pairs, kDivideNats).value.value;
}

/// As much as two divergences of equal value may differ, and a little.
double Rounding(double x) { return 3 * kFiniteMaxUlp * SpacingAt(x); }

Weights Probabilities(size_t n, Random& random) {
  Weights weights = Make(random.OneIn(2) ? Kind::kOrdinary : Kind::kNear, n, random);
  for (auto* array : {&weights.p, &weights.q}) {
    double sum = 0;
    for (const double x : *array) sum += x;
    for (double& x : *array) x /= sum;
  }
  return weights;
}

TEST(KlDivergence, DoesNotGrowWhenOutcomesAreMerged) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 100 * kEffort; ++i) {
      Weights weights = Make(Kind::kCounts, 16, random);
      for (auto* array : {&weights.p, &weights.q}) {
        for (double& x : *array) x = std::floor(x / 32);  // so that sums are exact
      }
      for (double& x : weights.q) x += 1;
      weights.p[0] += 1;
      double before = Kl(weights);
      while (weights.size() > 1) {
        const double p = weights.p.back(), q = weights.q.back();
        weights.p.pop_back(), weights.q.pop_back();
        const size_t into = static_cast<size_t>(random.Below(static_cast<int>(weights.size())));
        weights.p[into] += p, weights.q[into] += q;
        const double after = Kl(weights);
        EXPECT_LE(after, before + Rounding(before)) << weights;
        before = after;
      }
      EXPECT_EQ(before, 0);
    }
  });
}

TEST(KlDivergence, IsTwiceTheTotalVariationSquaredAtLeast) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 100 * kEffort; ++i) {
      const Weights weights = Probabilities(static_cast<size_t>(random.Between(2, 40)), random);
      double variation = 0;
      for (size_t k = 0; k < weights.size(); ++k)
        variation += std::abs(weights.p[k] - weights.q[k]) / 2;
      // Weights that sum to 1 + 2^-52 are off by as much each.
      const double certain = std::max(0.0, variation - 0x1p-50);
      EXPECT_GE(Kl(weights) * (1 + 1e-14), 2 * certain * certain) << weights;
    }
  });
}

TEST(KlDivergence, IsConvexInBothArguments) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 100 * kEffort; ++i) {
      const size_t n = static_cast<size_t>(random.Between(2, 40));
      const Weights a = Probabilities(n, random), b = Probabilities(n, random);
      Weights half = a;
      for (size_t k = 0; k < n; ++k) {
        half.p[k] = (a.p[k] + b.p[k]) / 2;
        half.q[k] = (a.q[k] + b.q[k]) / 2;
      }
      EXPECT_LE(Kl(half), (Kl(a) + Kl(b)) / 2 * (1 + 1e-12) + 1e-30) << a << "; " << b;
    }
  });
}

TEST(KlDivergence, ObeysTheChainRule) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 50 * kEffort; ++i) {
      // Joint weights of whole numbers in rows: D of the whole = D of the row sums + Σ P(row) D within the row.
      const size_t rows = static_cast<size_t>(random.Between(1, 6)),
                   columns = static_cast<size_t>(random.Between(1, 6));
      Weights all, sums;
      double within = 0, p_sum = 0;
      for (size_t row = 0; row < rows; ++row) {
        Weights one;
        double p = 0, q = 0;
        for (size_t column = 0; column < columns; ++column) {
          one.p.push_back(random.Between(1, 1000000));
          one.q.push_back(random.Between(1, 1000000));
          p += one.p.back(), q += one.q.back();
        }
        all.p.insert(all.p.end(), one.p.begin(), one.p.end());
        all.q.insert(all.q.end(), one.q.begin(), one.q.end());
        sums.p.push_back(p), sums.q.push_back(q);
        within += p * Kl(one);
        p_sum += p;
      }
      const double whole = Kl(all), parts = Kl(sums) + within / p_sum;
      EXPECT_LE(std::abs(whole - parts), Rounding(whole)) << all;
    }
  });
}

TEST(KlDivergence, OfWeightsAsGivenMayBeNegativeAndIsWhatTheDefinitionSays) {
  const Weights weights{{1, 1}, {2, 2}};
  PairsInMemory pairs = InMemory(weights);
  const Finding found = KlDivergence(pairs, {Normalization::kAsGiven}).value;
  EXPECT_LE(SumError(found.value, ExactKlAsGiven(weights)), kFiniteMaxUlp);
  EXPECT_LT(found.value, 0);
  EXPECT_EQ(KlDivergence(pairs, Using(Normalization::kAsGiven, 2)).value.value, -2);
  EXPECT_EQ(KlDivergence(pairs, kDivideNats).value.value, 0);
}

TEST(KlDivergence, OfStrictProbabilitiesIsThatOfWeights) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 50 * kEffort; ++i) {
      const Weights weights = Probabilities(SomeSize(random), random);
      PairsInMemory pairs = InMemory(weights);
      EXPECT_EQ(KlDivergence(pairs, Options{}).value.value, Kl(weights)) << weights;
    }
  });
}

TEST(GeneralizedKlDivergence, IsZeroOnlyForEqualWeights) {
  const Weights weights{{1, 2, 3}, {10, 20, 30}};
  PairsInMemory pairs = InMemory(weights);
  const double got = GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, kE)).value.value;
  EXPECT_LE(UlpError(got, ExactGeneralizedKl(weights)), kFiniteMaxUlp);
  EXPECT_GT(got, 1);
}

TEST(GeneralizedKlDivergence, NamesTheOutcomeThatMakesItInfinite) {
  const Weights weights{{1, 2, 3}, {1, 0, 0}};
  PairsInMemory pairs = InMemory(weights);
  const Finding found = GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, 2)).value;
  EXPECT_EQ(found.value, kInfinity);
  EXPECT_EQ(found.reason, Reason::kOutsideSupport);
  EXPECT_EQ(found.outcome, 1);
}

}  // namespace
}  // namespace kl::test
