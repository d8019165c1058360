#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "distributions/normal.h"
#include "divergence/compare.h"
#include "measures/compare.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

constexpr double kHalf = 0.5e-4;  // of the last of four digits printed

Finding Kl(const Weights& weights, const Options& options) {
  PairsInMemory pairs = InMemory(weights);
  const Result<Finding> result = KlDivergence(pairs, options);
  EXPECT_FALSE(result.problem);
  return result.value;
}

TEST(Examples, TwoOutcomesFromTheDefinition) {
  const Weights weights{{0.4, 0.6}, {0.3, 0.7}};
  const double nats = Kl(weights, {}).value;
  EXPECT_NEAR(nats, 0.0226, kHalf);
  EXPECT_LE(UlpError(nats, ExactKl(weights)), kFiniteMaxUlp);
  EXPECT_NEAR(nats, 0.4 * std::log(0.4 / 0.3) + 0.6 * std::log(0.6 / 0.7), 1e-16);
}

TEST(Examples, CountsOfTwoSamples) {
  // {1,1,2,2,3} and {1,1,1,1,1,2,3,3,3,3} over the outcomes 1, 2, 3
  const Weights counts{{2, 2, 1}, {5, 1, 4}}, shares{{0.4, 0.4, 0.2}, {0.5, 0.1, 0.4}};
  const double nats = Kl(counts, kDivideNats).value;
  const double bits = Kl(counts, Using(Normalization::kDivide, 2)).value;
  EXPECT_NEAR(nats, 0.3266, kHalf);
  EXPECT_NEAR(bits, 0.4712, kHalf);
  EXPECT_LE(UlpError(nats, ExactKl(counts)), kFiniteMaxUlp);
  EXPECT_LE(UlpError(bits, ExactKl(counts, 2)), kFiniteMaxUlp);
  EXPECT_NEAR(Kl(shares, {}).value, nats, 1e-15);
}

TEST(Examples, OutcomesWithZeros) {
  EXPECT_EQ(Kl({{1, 0}, {0.5, 0.5}}, Using(Normalization::kStrict, 2)).value, 1);
  EXPECT_EQ(Kl({{0, 1}, {0, 1}}, {}).value, 0);
  const Finding infinite = Kl({{0, 0, 0.25, 0.5, 0.25}, {0, 0.5, 0.5, 0, 0}}, {});
  EXPECT_EQ(infinite.value, kInfinity);
  EXPECT_EQ(infinite.method, Method::kInfinite);
  EXPECT_EQ(infinite.reason, Reason::kOutsideSupport);
  EXPECT_EQ(infinite.outcome, 3);
}

TEST(Examples, BothDirectionsOfOneComparison) {
  const Weights weights{{0.5, 0.25, 0.25, 0}, {0.25, 0.25, 0, 0.5}};
  PairsInMemory pairs = InMemory(weights);
  const Comparison both = Compare(pairs, {}, nullptr).value;
  EXPECT_EQ(both.forward.outcome, 2);
  EXPECT_EQ(both.reverse.outcome, 3);
  EXPECT_EQ(both.jeffreys.value, kInfinity);
  EXPECT_EQ(both.asymmetry, 0);  // neither exceeds the other
  EXPECT_EQ(both.p_sum, 1);
  EXPECT_EQ(both.q_sum, 1);

  const Weights one_way{{1, 0}, {0.5, 0.5}};
  PairsInMemory one_way_pairs = InMemory(one_way);
  EXPECT_EQ(Compare(one_way_pairs, {}, nullptr).value.asymmetry, -kInfinity);
}

TEST(Examples, ContributionsOfEveryOutcome) {
  struct Collected final : ContributionSink {
    void Write(size_t offset, const double* forward, const double* reverse, size_t n) override {
      EXPECT_EQ(offset, f.size());
      f.insert(f.end(), forward, forward + n);
      r.insert(r.end(), reverse, reverse + n);
    }
    std::vector<double> f, r;
  } sink;
  const Weights weights{{0.5, 0.25, 0.25, 0, 0}, {0.25, 0.5, 0, 0.25, 0}};
  PairsInMemory pairs = InMemory(weights);
  EXPECT_FALSE(Compare(pairs, Using(Normalization::kStrict, 2), &sink).problem);
  EXPECT_EQ(sink.f, (std::vector<double>{0.5, -0.25, kInfinity, 0, 0}));
  EXPECT_EQ(sink.r, (std::vector<double>{-0.25, 0.5, 0, kInfinity, 0}));
}

TEST(Examples, NormalAgainstStandardNormal) {
  for (const double mu : {-2.0, 0.0, 0.5}) {
    for (const double sigma : {0.25, 1.0, 3.0}) {
      const double textbook = -std::log(sigma) + (sigma * sigma + mu * mu) / 2 - 0.5;
      EXPECT_NEAR(KlDivergence(Normal{mu, sigma}, Normal{0, 1}).value, textbook, 1e-14);
    }
  }
  EXPECT_EQ(KlDivergence(Normal{0, 1}, Normal{0, 1}).value, 0);
}

}  // namespace
}  // namespace kl::test
