#include "measures/distances.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "measures/kl_divergence.h"
#include "measures/renyi.h"
#include "support/check_measures.h"
#include "support/exact.h"

namespace kl::test {
namespace {

void CheckAllKinds(const char* what, Normalization normalization) {
  WorstOf<std::string> worst(what);
  ForEachSeed([&](Random& random) {
    for (const Kind kind : kAllKinds) {
      for (int i = 0; i < (3 * kEffort + 1) / 2; ++i) {
        const size_t n =
            static_cast<size_t>(random.OneIn(12) ? random.Between(60, 300) : random.Between(1, 16));
        const Weights weights = Make(kind, n, random);
        const double base = random.OneIn(3) ? 2 : kE;
        ExpectMeasuresWithinBounds(testing::PrintToString(kind), weights,
                                   Using(normalization, base), worst);
      }
    }
  });
}

TEST(Distances, AreWithinTheirBoundsForAllKindsOfWeights) {
  CheckAllKinds("Weights", Normalization::kDivide);
}

TEST(Distances, OfWeightsAsGivenAreWithinTheirBounds) {
  CheckAllKinds("Weights as given", Normalization::kAsGiven);
}

/// Every distance of one comparison, in nats.
struct Distances {
  double jensen_shannon, jensen_shannon_distance, variation, hellinger, bhattacharyya, chi_squared;
  auto operator<=>(const Distances&) const = default;
};

Distances Of(const Weights& weights, const Options& options = kDivideNats) {
  PairsInMemory pairs = InMemory(weights);
  return {JensenShannonDivergence(pairs, options).value,
          JensenShannonDistance(pairs, options).value,
          TotalVariationDistance(pairs, options).value,
          HellingerDistance(pairs, options).value,
          BhattacharyyaDistance(pairs, options).value,
          ChiSquaredDivergence(pairs, options).value.value};
}

/// As much as a distance that is x may be above it by rounding.
double Above(double x) { return x + 2 * kDistanceMaxUlp * SpacingAt(x); }

TEST(Distances, AreZeroExactlyForProportionalWeights) {
  constexpr Distances kZero{};
  EXPECT_EQ(Of({{1, 2, 3}, {10, 20, 30}}), kZero);
  EXPECT_EQ(Of({{1, 2, 4}, {0.1, 0.2, 0.4}}), kZero);
  ForEachKind(2, [&](Kind kind, const Weights& weights) {
    EXPECT_EQ(Of({weights.p, weights.p}), kZero) << kind << ": " << weights;
    EXPECT_EQ(Of({weights.p, weights.p}, {Normalization::kAsGiven}).jensen_shannon, 0) << weights;
  });
}

TEST(Distances, KeepTheirInequalities) {
  ForEachKind(2, [](Kind kind, const Weights& weights) {
    SCOPED_TRACE(testing::Message() << kind << ": " << weights);
    PairsInMemory pairs = InMemory(weights);
    const Distances d = Of(weights);
    const double divergence = KlDivergence(pairs, kDivideNats).value.value;
    EXPECT_GE(d.jensen_shannon, 0);
    EXPECT_LE(d.jensen_shannon, Above(std::log(2.0)));
    EXPECT_LE(d.variation, Above(1));
    EXPECT_LE(d.hellinger, Above(1));
    EXPECT_GE(d.bhattacharyya, 0);
    EXPECT_LE(2 * d.variation * d.variation, Above(divergence)) << "Pinsker";
    EXPECT_LE(d.hellinger * d.hellinger, Above(d.variation));
    EXPECT_LE(d.variation, Above(std::sqrt(2.0) * d.hellinger));
    EXPECT_LE(d.jensen_shannon, Above(std::log(2.0) * d.variation));
    EXPECT_LE(divergence, Above(std::log1p(d.chi_squared)));
    if (std::isnormal(d.jensen_shannon) || d.jensen_shannon_distance == 0) {
      EXPECT_EQ(d.jensen_shannon_distance, std::sqrt(d.jensen_shannon));
    }
  });
}

TEST(Distances, OfDistributionsWithoutACommonOutcomeAreTheGreatest) {
  const Weights apart{{1, 2, 0, 0}, {0, 0, 3, 4}};
  const Distances d = Of(apart);
  EXPECT_LE(UlpError(d.jensen_shannon, ExactLog(2)), kFiniteMaxUlp);
  EXPECT_EQ(Of(apart, Using(Normalization::kDivide, 2)).jensen_shannon, 1);
  EXPECT_EQ(d.variation, 1);
  EXPECT_EQ(d.hellinger, 1);
  EXPECT_EQ(d.bhattacharyya, kInfinity);
  EXPECT_EQ(d.chi_squared, kInfinity);
}

TEST(Distances, WhoseSquaresAreSubnormalKeepTheirDigits) {
  WorstOf<std::string> worst("Subnormal squares");
  for (const Weights& weights : {Weights{{0, 1}, {5e-324, 1}}, Weights{{1e-310, 1}, {3e-310, 1}}}) {
    for (const Normalization normalization : {Normalization::kDivide, Normalization::kAsGiven}) {
      ExpectMeasuresWithinBounds("subnormal", weights, Using(normalization, kE), worst);
    }
  }
}

TEST(Distances, OfLogitsWhoseSquaresAreNoNumbersKeepTheirDigits) {
  using Precise = Binary<2688>;
  for (const double t : {1e-100, 1e-165, 1e-220}) {
    const Options options{.normalization = Normalization::kDivide, .form = Form::kLogits};
    const Distances d = Of({{0, 0}, {t, 0}}, options);
    const Precise power = Exponential(Precise(t)), half = Precise(1) / 2, y = power / (1 + power);
    const Precise of_one = sqrt(half) - sqrt(y), of_other = sqrt(half) - sqrt(Precise(1 - y));
    const Precise square = (of_one * of_one + of_other * of_other) / 2;
    EXPECT_LE(UlpError(d.hellinger, Rounded(Precise(sqrt(square)))), kDistanceMaxUlp) << t;
    EXPECT_LE(UlpError(d.variation, Rounded(Precise(y - half))), kDistanceMaxUlp) << t;
    // Of distributions so much alike, JS and the squared Hellinger distance agree to a factor of 1 + O(t).
    EXPECT_LE(UlpError(d.jensen_shannon_distance, Rounded(Precise(sqrt(square)))), kDistanceMaxUlp)
        << t;
  }
}

TEST(Distances, ChiSquaredNamesTheOutcomeThatMakesItInfinite) {
  const Weights weights{{1, 1, 1, 1}, {1, 1, 0, 0}};
  PairsInMemory pairs = InMemory(weights), reversed(weights.q.data(), weights.p.data(), 4);
  const Finding found = ChiSquaredDivergence(pairs, kDivideNats).value;
  EXPECT_EQ(found.value, kInfinity);
  EXPECT_EQ(found.method, Method::kInfinite);
  EXPECT_EQ(found.reason, Reason::kOutsideSupport);
  EXPECT_EQ(found.outcome, 2);
  EXPECT_EQ(ChiSquaredDivergence(reversed, kDivideNats).value.value, 1);
}

TEST(Distances, ChiSquaredThatOverflowsSaysSo) {
  const Weights weights{{1, 1}, {1e-320, 1}};
  PairsInMemory pairs = InMemory(weights);
  const Finding found = ChiSquaredDivergence(pairs, kDivideNats).value;
  EXPECT_EQ(found.value, kInfinity);
  EXPECT_EQ(found.method, Method::kInfinite);
  EXPECT_EQ(found.reason, Reason::kOverflow);
  EXPECT_EQ(found.outcome, kNoIndex);
}

TEST(Distances, AreSymmetricBeyondRounding) {
  ForEachKind(2, [](Kind kind, const Weights& weights) {
    SCOPED_TRACE(testing::Message() << kind << ": " << weights);
    const Distances one = Of(weights), other = Of({weights.q, weights.p});
    EXPECT_LE(UlpError(one.jensen_shannon, Exactly(other.jensen_shannon)), 2 * kFiniteMaxUlp);
    EXPECT_LE(UlpError(one.variation, Exactly(other.variation)), 2 * kDistanceMaxUlp);
    EXPECT_LE(UlpError(one.hellinger, Exactly(other.hellinger)), 2 * kDistanceMaxUlp);
    EXPECT_LE(UlpError(one.bhattacharyya, Exactly(other.bhattacharyya)), 2 * kDistanceMaxUlp);
  });
}

TEST(Distances, DoNotChangeByABitWhenBothAreScaledByOnePowerOfFour) {
  ForEachSeed([](Random& random) {
    for (const Kind kind : {Kind::kOrdinary, Kind::kNear, Kind::kSparse, Kind::kCounts}) {
      for (int i = 0; i < 10 * kEffort; ++i) {
        const Weights weights = Make(kind, SomeSize(random), random);
        const int exponent = 2 * random.Between(-60, 60);  // roots of odd powers round
        Weights scaled = weights;
        for (double& p : scaled.p) p = std::ldexp(p, exponent);
        for (double& q : scaled.q) q = std::ldexp(q, exponent);
        EXPECT_EQ(Of(scaled), Of(weights)) << kind << ": " << weights << " by 2^" << exponent;
      }
    }
  });
}

TEST(Distances, DoNotDependOnTheOrderOfOutcomesBeyondRounding) {
  ForEachKind(2, [](Kind kind, const Weights& weights) {
    SCOPED_TRACE(testing::Message() << kind << ": " << weights);
    Weights reversed = weights;
    std::reverse(reversed.p.begin(), reversed.p.end());
    std::reverse(reversed.q.begin(), reversed.q.end());
    const Distances one = Of(weights), other = Of(reversed);
    EXPECT_LE(UlpError(one.jensen_shannon, Exactly(other.jensen_shannon)), 2 * kFiniteMaxUlp);
    EXPECT_LE(UlpError(one.variation, Exactly(other.variation)), 2 * kDistanceMaxUlp);
    EXPECT_LE(UlpError(one.hellinger, Exactly(other.hellinger)), 2 * kDistanceMaxUlp);
    EXPECT_LE(UlpError(one.bhattacharyya, Exactly(other.bhattacharyya)), 2 * kDistanceMaxUlp);
    EXPECT_LE(UlpError(one.chi_squared, Exactly(other.chi_squared)), 2 * kDistanceMaxUlp);
  });
}

TEST(Distances, DoNotGrowWhenOutcomesAreMerged) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 50 * kEffort; ++i) {
      Weights weights = Make(Kind::kCounts, 12, random);
      for (auto* array : {&weights.p, &weights.q}) {
        for (double& x : *array) x = std::floor(x / 32) + 1;  // so that sums are exact
      }
      Distances before = Of(weights);
      while (weights.size() > 1) {
        const double p = weights.p.back(), q = weights.q.back();
        weights.p.pop_back(), weights.q.pop_back();
        const size_t into = static_cast<size_t>(random.Below(static_cast<int>(weights.size())));
        weights.p[into] += p, weights.q[into] += q;
        const Distances after = Of(weights);
        EXPECT_LE(after.jensen_shannon, Above(before.jensen_shannon)) << weights;
        EXPECT_LE(after.variation, Above(before.variation)) << weights;
        EXPECT_LE(after.hellinger, Above(before.hellinger)) << weights;
        EXPECT_LE(after.bhattacharyya, Above(before.bhattacharyya)) << weights;
        EXPECT_LE(after.chi_squared, Above(before.chi_squared)) << weights;
        before = after;
      }
      EXPECT_EQ(before, Distances{});
    }
  });
}

TEST(Distances, AreNumbersToEveryBase) {
  const Weights weights{{1, 2, 3}, {3, 2, 1}};
  for (const double base : {0.5, 1 - 0x1p-53, 1 + 0x1p-52, 5e-324, 1.7e308}) {
    const Distances d = Of(weights, Using(Normalization::kDivide, base));
    for (const double x : {d.jensen_shannon, d.jensen_shannon_distance, d.variation, d.hellinger,
                           d.bhattacharyya, d.chi_squared})
      EXPECT_FALSE(std::isnan(x)) << "base " << base;
  }
}

TEST(Distances, FailAsKlDivergenceDoes) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Weights cases[] = {{},
                           {{0.5, nan}, {0.5, 0.5}},
                           {{0.5, 0.5}, {0.5, -0.5}},
                           {{0, 0}, {0.5, 0.5}},
                           {{0.5, 0.5}, {0.5, 0.6}},
                           {{0.5, kInfinity}, {0.5, nan}}};
  for (const Weights& weights : cases) {
    PairsInMemory pairs = InMemory(weights);
    const Problem want = KlDivergence(pairs, {}).problem;
    EXPECT_TRUE(want) << weights;
    for (const Problem& got :
         {JensenShannonDivergence(pairs, {}).problem, JensenShannonDistance(pairs, {}).problem,
          TotalVariationDistance(pairs, {}).problem, HellingerDistance(pairs, {}).problem,
          BhattacharyyaDistance(pairs, {}).problem, ChiSquaredDivergence(pairs, {}).problem,
          RenyiDivergence(pairs, {}, 0.5).problem, TsallisDivergence(pairs, {}, 2).problem}) {
      EXPECT_EQ(got.status, want.status) << weights;
      EXPECT_EQ(got.argument, want.argument) << weights;
      EXPECT_EQ(got.index, want.index) << weights;
    }
  }
}

}  // namespace
}  // namespace kl::test
