#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kTiny = std::numeric_limits<double>::denorm_min();

/// The problem of every function that reads weights; they must agree.
Problem ProblemOf(const Weights& weights, const Options& options = {}) {
  PairsInMemory pairs = InMemory(weights);
  const Problem problem = KlDivergence(pairs, options).problem;
  for (const Problem& other :
       {JeffreysDivergence(pairs, options).problem, Asymmetry(pairs, options).problem,
        Compare(pairs, options, nullptr).problem, Entropy(pairs, options).problem,
        CrossEntropy(pairs, options).problem}) {
    EXPECT_EQ(other.status, problem.status) << weights;
    EXPECT_EQ(other.argument, problem.argument) << weights;
    EXPECT_EQ(other.index, problem.index) << weights;
  }
  return problem;
}

void ExpectProblem(const Problem& got, Status status, Argument argument, std::ptrdiff_t index,
                   double value) {
  EXPECT_EQ(got.status, status);
  EXPECT_EQ(got.argument, argument);
  EXPECT_EQ(got.index, index);
  EXPECT_TRUE(got.value == value || (std::isnan(got.value) && std::isnan(value))) << got.value;
}

TEST(KlDivergenceFails, ForWeightsThatAreNegativeOrNotFiniteAndNamesTheFirst) {
  for (const Normalization normalization :
       {Normalization::kStrict, Normalization::kDivide, Normalization::kAsGiven}) {
    const Options options{normalization};
    for (const size_t n : std::initializer_list<size_t>{1, 2, 3, 64, 65, 256, 257, 5000}) {
      for (const size_t i : {size_t{0}, n / 2, n - 1}) {
        for (const double bad : {-1.0, -kTiny, -1e308, kNaN, kInfinity, -kInfinity}) {
          const Status status = std::isfinite(bad) ? Status::kNegative : Status::kNotFinite;
          const auto index = static_cast<std::ptrdiff_t>(i);
          Weights weights{std::vector<double>(n, 1.0 / static_cast<double>(n)), {}};
          weights.q = weights.p;
          weights.q[i] = weights.q[n - 1] = bad;
          ExpectProblem(ProblemOf(weights, options), status, Argument::kQ, index, bad);
          weights.p[i] = weights.p[n - 1] = bad;  // P is named before Q
          ExpectProblem(ProblemOf(weights, options), status, Argument::kP, index, bad);
        }
      }
    }
  }
}

TEST(KlDivergenceFails, WithoutOutcomes) {
  ExpectProblem(ProblemOf({}), Status::kEmpty, Argument::kP, kNoIndex, 0);
}

TEST(KlDivergenceFails, ForWeightsThatAreAllZero) {
  for (const size_t n : std::initializer_list<size_t>{1, 2, 5, 300}) {
    const std::vector<double> none(n, 0.0), some(n, 1.0 / static_cast<double>(n));
    for (const Options& options : {Options{}, kDivideNats}) {
      ExpectProblem(ProblemOf({none, some}, options), Status::kSumIsZero, Argument::kP, kNoIndex,
                    0);
      ExpectProblem(ProblemOf({some, none}, options), Status::kSumIsZero, Argument::kQ, kNoIndex,
                    0);
    }
  }
}

TEST(KlDivergenceFails, ForProbabilitiesWhoseSumIsNotOne) {
  const Weights good{{0.25, 0.75}, {0.5, 0.5}};
  EXPECT_FALSE(ProblemOf(good));
  for (const double sum : {1 + 0.999 * kSumTolerance, 1 - 0.999 * kSumTolerance}) {
    EXPECT_FALSE(ProblemOf({{sum / 4, sum - sum / 4}, good.q})) << sum;
    EXPECT_FALSE(ProblemOf({good.p, {sum / 2, sum / 2}})) << sum;
  }
  for (const double sum :
       {1 + 1.001 * kSumTolerance, 1 - 1.001 * kSumTolerance, 2.0, 1e300, kTiny}) {
    const Problem of_p = ProblemOf({{0, sum}, good.q}), of_q = ProblemOf({good.p, {0.0, sum}});
    ExpectProblem(of_p, Status::kSumIsNotOne, Argument::kP, kNoIndex, sum);
    ExpectProblem(of_q, Status::kSumIsNotOne, Argument::kQ, kNoIndex, sum);
    EXPECT_FALSE(ProblemOf({{0, sum}, good.q}, kDivideNats));
  }
}

TEST(KlDivergenceFails, ForManyProbabilitiesWhoseSumIsNotOne) {
  const std::vector<double> p(512, 1.0 / 512);
  std::vector<double> q(512, 1.0 / 1024);
  ExpectProblem(ProblemOf({p, q}), Status::kSumIsNotOne, Argument::kQ, kNoIndex, 0.5);
  for (size_t i = 0; i < 256; ++i) q[i] = 0x1p-20;  // quite another shape, and still not one
  ExpectProblem(ProblemOf({p, q}), Status::kSumIsNotOne, Argument::kQ, kNoIndex, 0.25 + 0x1p-12);
}

TEST(KlDivergenceFails, ForBasesThatHaveNoLogarithm) {
  const Weights weights{{0.25, 0.75}, {0.5, 0.5}};
  for (const double base : {0.0, -0.0, 1.0, -2.0, kNaN, kInfinity, -kInfinity}) {
    ExpectProblem(ProblemOf(weights, Using(Normalization::kStrict, base)), Status::kBaseNotUsable,
                  Argument::kBase, kNoIndex, base);
    PairsInMemory pairs = InMemory(weights);
    EXPECT_EQ(GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, base)).problem.status,
              Status::kBaseNotUsable);
  }
}

TEST(KlDivergenceFails, NotForHugeWeightsWhoseSumOverflows) {
  const Weights weights{std::vector<double>(5, 1.7e308),
                        {1e308, 1.1e308, 1.2e308, 1.3e308, 1.4e308}};
  PairsInMemory pairs = InMemory(weights);
  const Result<Finding> found = KlDivergence(pairs, kDivideNats);
  EXPECT_FALSE(found.problem);
  EXPECT_LE(UlpError(found.value.value, ExactKl(weights)), kFiniteMaxUlp);
}

}  // namespace
}  // namespace kl::test
