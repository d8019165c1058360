#include "measures/entropy.h"

#include <gtest/gtest.h>

#include <cmath>

#include "measures/cross_entropy.h"
#include "measures/kl_divergence.h"
#include "support/inputs.h"
#include "support/worst.h"

namespace kl::test {
namespace {

double EntropyOf(const std::vector<double>& p, Options options = kDivideNats) {
  PairsInMemory pairs(p.data(), p.data(), p.size());
  return Entropy(pairs, options).value;
}

TEST(Entropy, IsWithinItsBoundAndNeverNegative) {
  WorstOf<Kind> worst("Entropy");
  ForEachKind(3, [&](Kind kind, const Weights& weights) {
    const double got = EntropyOf(weights.p);
    const double error = UlpError(got, ExactEntropy(weights.p));
    worst.Include(kind, error);
    EXPECT_LE(error, kEntropyMaxUlp) << kind << ": " << weights << std::hexfloat << " got " << got
                                     << ", want " << ExactEntropy(weights.p);
    EXPECT_GE(got, 0) << kind << ": " << weights;
  });
}

TEST(Entropy, CrossEntropyIsWithinItsBound) {
  WorstOf<Kind> worst("CrossEntropy");
  ForEachKind(3, [&](Kind kind, const Weights& weights) {
    PairsInMemory pairs = InMemory(weights);
    const double got = CrossEntropy(pairs, kDivideNats).value.value;
    const double error = UlpError(got, ExactCrossEntropy(weights));
    worst.Include(kind, error);
    EXPECT_LE(error, kEntropyMaxUlp) << kind << ": " << weights << std::hexfloat << " got " << got
                                     << ", want " << ExactCrossEntropy(weights);
  });
}

TEST(Entropy, OfEqualWeightsIsTheLogarithmOfTheirNumber) {
  for (const size_t n : std::initializer_list<size_t>{2, 3, 10, 1000, 4097}) {
    const std::vector<double> p(n, 0.1);
    EXPECT_LE(UlpError(EntropyOf(p), ExactLog(static_cast<double>(n))), kEntropyMaxUlp) << n;
  }
  EXPECT_EQ(EntropyOf({0.5, 0.5}, Using(Normalization::kStrict, 2)), 1);
  EXPECT_EQ(EntropyOf({0.25, 0.25, 0.25, 0.25}, Using(Normalization::kStrict, 2)), 2);
}

TEST(Entropy, IsZeroExactlyForOneOutcome) {
  EXPECT_EQ(EntropyOf({1}), 0);
  EXPECT_EQ(EntropyOf({0, 0.3, 0}), 0);
  EXPECT_EQ(EntropyOf({5e-324}), 0);
}

TEST(Entropy, CrossEntropyIsInfiniteWhereQLacksAnOutcomeOfP) {
  const Weights weights{{0.5, 0.25, 0.25, 0}, {0.5, 0, 0, 0.5}};
  PairsInMemory pairs = InMemory(weights);
  const Finding found = CrossEntropy(pairs, {}).value;
  EXPECT_EQ(found.value, kInfinity);
  EXPECT_EQ(found.method, Method::kInfinite);
  EXPECT_EQ(found.reason, Reason::kOutsideSupport);
  EXPECT_EQ(found.outcome, 1);
}

TEST(Entropy, CrossEntropyIsEntropyAndDivergenceTogether) {
  ForEachKind(3, [](Kind kind, const Weights& weights) {
    PairsInMemory pairs = InMemory(weights);
    const double cross = CrossEntropy(pairs, kDivideNats).value.value;
    const double sum = EntropyOf(weights.p) + KlDivergence(pairs, kDivideNats).value.value;
    EXPECT_LE(std::abs(cross - sum), 20 * SpacingAt(cross)) << kind << ": " << weights;
  });
}

}  // namespace
}  // namespace kl::test
