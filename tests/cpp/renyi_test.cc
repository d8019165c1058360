#include "measures/renyi.h"

#include <gtest/gtest.h>

#include <cmath>

#include "measures/distances.h"
#include "measures/kl_divergence.h"
#include "support/check_measures.h"

namespace kl::test {
namespace {

const std::vector<double> kOrders = {0,         1e-10, 0.3, 0.5, 0.999, 1 - 1e-12, 1,
                                     1 + 1e-12, 1.5,   2,   5,   30,    1e6,       kInfinity};

double Renyi(const Weights& weights, double alpha, const Options& options = kDivideNats) {
  PairsInMemory pairs = InMemory(weights);
  return RenyiDivergence(pairs, options, alpha).value.value;
}
double Tsallis(const Weights& weights, double alpha, const Options& options = kDivideNats) {
  PairsInMemory pairs = InMemory(weights);
  return TsallisDivergence(pairs, options, alpha).value.value;
}

TEST(Renyi, AndTsallisAreWithinTheirBoundForAllKindsAndOrders) {
  WorstOf<std::string> worst("Weights");
  ForEachSeed([&](Random& random) {
    for (const Kind kind : kAllKinds) {
      for (const double alpha : kOrders) {
        for (int i = 0; i < (kEffort + 1) / 2; ++i) {
          const size_t n = static_cast<size_t>(random.OneIn(10) ? 70 : random.Between(1, 12));
          const Weights weights = Make(kind, n, random);
          const Options options = Using(Normalization::kDivide, random.OneIn(4) ? 2 : kE);
          ExpectOrdersWithinBounds(testing::PrintToString(kind), weights, options, alpha, worst);
        }
      }
    }
  });
}

TEST(Renyi, AndTsallisAreWithinTheirBoundForLogits) {
  WorstOf<std::string> worst("Logits");
  ForEachSeed([&](Random& random) {
    for (const LogitKind kind : kAllLogitKinds) {
      for (const double alpha : kOrders) {
        for (int i = 0; i < (kEffort + 1) / 2; ++i) {
          const Weights logits =
              MakeLogits(kind, static_cast<size_t>(random.Between(1, 12)), random);
          const Options options{.normalization = Normalization::kDivide, .form = Form::kLogits};
          ExpectOrdersWithinBounds(testing::PrintToString(kind), logits, options, alpha, worst);
        }
      }
    }
  });
}

TEST(Renyi, GrowsWithItsOrder) {
  ForEachKind(1, [](Kind kind, const Weights& weights) {
    double last = 0;
    for (const double alpha : kOrders) {
      const double now = Renyi(weights, alpha);
      EXPECT_GE(now + 2 * AlphaMaxUlp(alpha) * SpacingAt(now), last)
          << alpha << ", " << kind << ": " << weights;
      last = now;
    }
  });
}

TEST(Renyi, OfOrdersOneHalfOneAndTwoIsWhatOtherMeasuresSay) {
  ForEachKind(1, [](Kind kind, const Weights& weights) {
    SCOPED_TRACE(testing::Message() << kind << ": " << weights);
    PairsInMemory pairs = InMemory(weights);
    const double bhattacharyya = BhattacharyyaDistance(pairs, kDivideNats).value;
    const double chi_squared = ChiSquaredDivergence(pairs, kDivideNats).value.value;
    const double kl = KlDivergence(pairs, kDivideNats).value.value;
    const auto expect_near = [](double got, double want) {
      if (want < 0x1p-1000) return;
      EXPECT_LE(UlpError(got, Exactly(want)), 2 * (kAlphaMaxUlp + kDistanceMaxUlp));
    };
    expect_near(Renyi(weights, 0.5), 2 * bhattacharyya);
    if (std::isfinite(chi_squared)) expect_near(Renyi(weights, 2), std::log1p(chi_squared));
    if (std::isfinite(chi_squared)) expect_near(Tsallis(weights, 2), chi_squared);
    EXPECT_EQ(Renyi(weights, 1), kl);
    EXPECT_EQ(Tsallis(weights, 1), kl);
  });
}

TEST(Renyi, AndTsallisHaveTheDivergenceAsTheirLimit) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 30 * kEffort; ++i) {
      const Weights weights = Make(Kind::kOrdinary, SomeSize(random), random);
      const double kl = Renyi(weights, 1);
      for (const double alpha : {std::nextafter(1.0, 0.0), std::nextafter(1.0, 2.0)}) {
        EXPECT_LE(UlpError(Renyi(weights, alpha), Exactly(kl)), 2 * kAlphaMaxUlp) << weights;
        EXPECT_LE(UlpError(Tsallis(weights, alpha), Exactly(kl)), 2 * kAlphaMaxUlp) << weights;
      }
    }
  });
}

TEST(Renyi, AndTsallisAreZeroExactlyForProportionalWeights) {
  const Weights cases[] = {{{1, 2, 3}, {10, 20, 30}},
                           {{1, 2, 4}, {0.1, 0.2, 0.4}},
                           {{5e-324, 1e-323}, {1e300, 2e300}},
                           {{0, 7}, {0, 3}}};
  for (const Weights& weights : cases) {
    for (const double alpha : kOrders) {
      EXPECT_EQ(Renyi(weights, alpha), 0) << alpha << ": " << weights;
      EXPECT_EQ(Tsallis(weights, alpha), 0) << alpha << ": " << weights;
    }
  }
}

TEST(Renyi, OfOrderZeroIsTheWeightThatPLeavesOut) {
  const Weights weights{{1, 1, 0}, {1, 1, 2}};
  EXPECT_EQ(Renyi(weights, 0, Using(Normalization::kDivide, 2)), 1);
  EXPECT_EQ(Tsallis(weights, 0), 0.5);
  EXPECT_EQ(Renyi({{1, 1}, {1, 3}}, 0), 0);
}

TEST(Renyi, AndTsallisAreInfiniteWhereAndForTheReasonTheyShould) {
  const Weights outside{{1, 1, 1}, {1, 0, 0}}, apart{{0, 1, 0}, {1, 0, 1}};
  for (const double alpha : kOrders) {
    SCOPED_TRACE(alpha);
    for (const Weights& weights : {outside, apart}) {
      PairsInMemory pairs = InMemory(weights);
      const Finding renyi = RenyiDivergence(pairs, kDivideNats, alpha).value;
      const Finding tsallis = TsallisDivergence(pairs, kDivideNats, alpha).value;
      const bool is_apart = weights.p[0] == 0;
      EXPECT_EQ(renyi.value == kInfinity, alpha >= 1 || is_apart);
      EXPECT_EQ(tsallis.value == kInfinity, alpha >= 1);
      for (const Finding& finding : {renyi, tsallis}) {
        const bool infinite = finding.value == kInfinity;
        EXPECT_EQ(finding.method == Method::kInfinite, infinite);
        EXPECT_EQ(finding.reason, infinite ? Reason::kOutsideSupport : Reason::kNone);
        EXPECT_EQ(finding.outcome, infinite ? 1 : kNoIndex);
      }
      if (is_apart && alpha < 1) {
        EXPECT_LE(UlpError(tsallis.value, Exactly(1 / (1 - alpha))), 2);
      }
    }
  }
}

TEST(Renyi, OfNumbersAsGivenIsThatOfTheirShares) {
  const Weights weights{{1, 2, 3}, {3, 5, 7}};
  for (const double alpha : kOrders) {
    EXPECT_EQ(Renyi(weights, alpha, {Normalization::kAsGiven}), Renyi(weights, alpha)) << alpha;
    EXPECT_EQ(Tsallis(weights, alpha, {Normalization::kAsGiven}), Tsallis(weights, alpha)) << alpha;
  }
}

TEST(Renyi, AndTsallisOfInfiniteOrderSeeTheLeastOutcomeThatOnlyQHas) {
  EXPECT_EQ(Tsallis({{0, 1}, {5e-324, 1}}, kInfinity), kInfinity);
  EXPECT_EQ(Renyi({{0, 1}, {5e-324, 1}}, kInfinity), 0);
}

TEST(Renyi, RefusesOrdersBelowZeroAndNaN) {
  const Weights weights{{0.5, 0.5}, {0.25, 0.75}};
  PairsInMemory pairs = InMemory(weights);
  for (const double alpha : {-1.0, -5e-324, -kInfinity, std::nan("")}) {
    for (const Problem& problem :
         {RenyiDivergence(pairs, {}, alpha).problem, TsallisDivergence(pairs, {}, alpha).problem}) {
      EXPECT_EQ(problem.status, Status::kAlphaNotUsable) << alpha;
      EXPECT_EQ(problem.argument, Argument::kAlpha) << alpha;
      EXPECT_EQ(problem.index, kNoIndex);
      EXPECT_TRUE(problem.value == alpha || std::isnan(alpha));
    }
  }
  EXPECT_EQ(RenyiDivergence(pairs, {}, -0.0).value.value, 0);
}

TEST(Renyi, OfIndependentPairsIsTheSumOfBoth) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 5 * kEffort; ++i) {
      Weights one, other, product;
      const auto fill = [&random](Weights& weights, int n) {
        for (; n > 0; --n) {
          weights.p.push_back(random.Between(1, 1 << 20));
          weights.q.push_back(random.Between(1, 1 << 20));
        }
      };
      fill(one, random.Between(1, 5));
      fill(other, random.Between(1, 5));
      for (size_t a = 0; a < one.size(); ++a) {
        for (size_t b = 0; b < other.size(); ++b) {
          product.p.push_back(one.p[a] * other.p[b]);
          product.q.push_back(one.q[a] * other.q[b]);
        }
      }
      for (const double alpha : kOrders) {
        const double sum = Renyi(one, alpha) + Renyi(other, alpha), whole = Renyi(product, alpha);
        EXPECT_LE(std::abs(whole - sum), 2 * AlphaMaxUlp(alpha) * SpacingAt(sum))
            << alpha << ": " << one << "; " << other;
      }
    }
  });
}

TEST(Renyi, AndTsallisDoNotGrowWhenOutcomesAreMerged) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 3 * kEffort; ++i) {
      for (const double alpha : kOrders) {
        Weights weights = Make(Kind::kCounts, 10, random);
        for (auto* array : {&weights.p, &weights.q}) {
          for (double& x : *array) x = std::floor(x / 32) + 1;  // so that sums are exact
        }
        double renyi = Renyi(weights, alpha), tsallis = Tsallis(weights, alpha);
        while (weights.size() > 1) {
          weights.p[weights.size() - 2] += weights.p.back();
          weights.q[weights.size() - 2] += weights.q.back();
          weights.p.pop_back(), weights.q.pop_back();
          const double renyi_after = Renyi(weights, alpha), tsallis_after = Tsallis(weights, alpha);
          EXPECT_LE(renyi_after, renyi + 2 * AlphaMaxUlp(alpha) * SpacingAt(renyi))
              << alpha << weights;
          if (std::isfinite(tsallis)) {
            EXPECT_LE(tsallis_after, tsallis + 2 * AlphaMaxUlp(alpha) * SpacingAt(tsallis))
                << alpha << weights;
          }
          renyi = renyi_after, tsallis = tsallis_after;
        }
        EXPECT_EQ(renyi, 0);
        EXPECT_EQ(tsallis, 0);
      }
    }
  });
}

}  // namespace
}  // namespace kl::test
