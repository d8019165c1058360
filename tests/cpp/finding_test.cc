#include "measures/finding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

/// A finding is infinite by its value, its method and its reason, or by none of them; NaN never.
void ExpectConsistent(const Finding& finding, const char* what) {
  EXPECT_FALSE(std::isnan(finding.value)) << what;
  EXPECT_EQ(std::isinf(finding.value), finding.method == Method::kInfinite)
      << what << finding.value;
  EXPECT_EQ(std::isinf(finding.value), finding.reason != Reason::kNone) << what << finding.value;
  EXPECT_EQ(finding.reason == Reason::kOutsideSupport, finding.outcome != kNoIndex) << what;
}

TEST(Finding, IsInfiniteInEveryRespectOrInNone) {
  const Weights cases[] = {
      {{0.5, 0.5}, {0.5, 0.5}},
      {{0.5, 0.5}, {1, 0}},
      {{1, 0}, {0.5, 0.5}},
      {{1.7e308}, {0.4e308}},  // overflows to small bases only
      {{1.7e308}, {1e-300}},   // as given, overflows
      {{1}, {1.7e308}},
      {{1, 1}, {1.7e308, 1.7e308}},  // Σq overflows, the sum as given does not
      {std::vector<double>(9, 6e307), std::vector<double>(9, 1.7e308)},
      {{5e-324}, {1e-323}},
  };
  for (const Weights& weights : cases) {
    SCOPED_TRACE(testing::Message() << weights);
    PairsInMemory pairs = InMemory(weights);
    for (const double base : {kE, 2.0, 10.0, 1.5, 0.5, 1 + 0x1p-52}) {
      SCOPED_TRACE(base);
      ExpectConsistent(GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, base)).value,
                       "generalized ");
      for (const Normalization normalization : {Normalization::kDivide, Normalization::kAsGiven}) {
        const Options options = Using(normalization, base);
        ExpectConsistent(KlDivergence(pairs, options).value, "divergence ");
        ExpectConsistent(JeffreysDivergence(pairs, options).value, "Jeffreys ");
        ExpectConsistent(CrossEntropy(pairs, options).value, "cross-entropy ");
        const Comparison both = Compare(pairs, options, nullptr).value;
        for (const Finding& finding : {both.forward, both.reverse, both.jeffreys})
          ExpectConsistent(finding, "comparison ");
        EXPECT_FALSE(std::isnan(both.asymmetry));
      }
    }
  }
}

/// Of weights as given D(P‖Q) may overflow downwards; then D(Q‖P) does so upwards, and (p − q) log(p/q) is not negative.
TEST(Finding, OfBothWaysIsInfiniteUpwards) {
  const std::vector<double> less(9, 6e307), more(9, 1.7e308);
  for (const auto& [p, q] : {std::pair(less, more), std::pair(more, less)}) {
    const Weights weights{p, q};
    PairsInMemory pairs = InMemory(weights);
    for (const double base : {kE, 10.0, 0.5}) {
      const Options options = Using(Normalization::kAsGiven, base);
      const double upwards = base > 1 ? kInfinity : -kInfinity;
      const double forward = p == less ? -upwards : upwards;
      const Comparison both = Compare(pairs, options, nullptr).value;
      EXPECT_EQ(both.forward.value, forward);
      EXPECT_EQ(both.reverse.value, -forward);
      EXPECT_EQ(both.asymmetry, forward);
      EXPECT_EQ(both.jeffreys.value, upwards);
      EXPECT_EQ(Asymmetry(pairs, options).value, forward);
      EXPECT_EQ(JeffreysDivergence(pairs, options).value.value, upwards);
    }
  }
}

TEST(Finding, StatesAnErrorOfTheOrderOfItsLastPlace) {
  const Weights weights{{0.4, 0.6}, {0.3, 0.7}};
  PairsInMemory pairs = InMemory(weights);
  const Finding found = KlDivergence(pairs, {}).value;
  EXPECT_GT(found.error, 0);
  EXPECT_LE(found.error, 2 * kFiniteMaxUlp * SpacingAt(found.value));
}

}  // namespace
}  // namespace kl::test
