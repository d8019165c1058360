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

/// The problem of every function that reads logits; they must agree.
Problem ProblemOf(const Weights& logits, const Options& options) {
  PairsInMemory pairs = InMemory(logits);
  const Problem problem = KlDivergence(pairs, options).problem;
  for (const Problem& other :
       {JeffreysDivergence(pairs, options).problem, Asymmetry(pairs, options).problem,
        Compare(pairs, options, nullptr).problem, Entropy(pairs, options).problem,
        CrossEntropy(pairs, options).problem, JensenShannonDivergence(pairs, options).problem,
        TotalVariationDistance(pairs, options).problem, HellingerDistance(pairs, options).problem,
        BhattacharyyaDistance(pairs, options).problem, ChiSquaredDivergence(pairs, options).problem,
        RenyiDivergence(pairs, options, 2).problem,
        TsallisDivergence(pairs, options, 0.5).problem}) {
    EXPECT_EQ(other.status, problem.status) << logits;
    EXPECT_EQ(other.argument, problem.argument) << logits;
    EXPECT_EQ(other.index, problem.index) << logits;
  }
  return problem;
}

void ExpectProblem(const Problem& got, Status status, Argument argument, std::ptrdiff_t index) {
  EXPECT_EQ(got.status, status);
  EXPECT_EQ(got.argument, argument);
  EXPECT_EQ(got.index, index);
}

TEST(LogitsFail, ForNaNAndInfinityAndNameTheFirst) {
  for (const double bad : {kInfinity, std::numeric_limits<double>::quiet_NaN()}) {
    for (const size_t n : std::initializer_list<size_t>{1, 3, 300, 5000}) {
      for (const size_t i : {size_t{0}, n / 2, n - 1}) {
        Weights logits{std::vector<double>(n, 0.5), std::vector<double>(n, 1.5)};
        const auto index = static_cast<std::ptrdiff_t>(i);
        logits.q[i] = logits.q[n - 1] = bad;
        const Problem of_q = ProblemOf(logits, OfLogits());
        ExpectProblem(of_q, Status::kNotALogit, Argument::kQ, index);
        EXPECT_TRUE(of_q.value == bad || std::isnan(bad));
        logits.p[i] = logits.p[n - 1] = bad;
        ExpectProblem(ProblemOf(logits, OfLogits()), Status::kNotALogit, Argument::kP, index);
      }
    }
  }
}

TEST(LogitsFail, WithoutOutcomesAndWithoutWeight) {
  const std::vector<double> none(3, kNone), some(3, 1.0);
  ExpectProblem(ProblemOf({}, OfLogits()), Status::kEmpty, Argument::kP, kNoIndex);
  ExpectProblem(ProblemOf({none, some}, OfLogits()), Status::kSumIsZero, Argument::kP, kNoIndex);
  ExpectProblem(ProblemOf({some, none}, OfLogits()), Status::kSumIsZero, Argument::kQ, kNoIndex);
}

TEST(LogitsFail, ForLogProbabilitiesWhoseSumIsNotOne) {
  const Options strict = OfLogits(Normalization::kStrict);
  const double half = std::log(0.5);
  const std::vector<double> good{half, half};
  EXPECT_FALSE(ProblemOf({good, good}, strict));
  EXPECT_FALSE(ProblemOf({good, {half, half + 1e-6}}, strict));
  const Problem of_q = ProblemOf({good, {half, half + 1e-5}}, strict);
  ExpectProblem(of_q, Status::kSumIsNotOne, Argument::kQ, kNoIndex);
  EXPECT_NEAR(of_q.value, 1 + 0.5e-5, 1e-10);
  for (const double level : {-1e5, 1e3, 1e5, 1e300}) {
    const Problem of_p = ProblemOf({{level, level}, good}, strict);
    ExpectProblem(of_p, Status::kSumIsNotOne, Argument::kP, kNoIndex);
    EXPECT_EQ(of_p.value, level < 0 ? 0 : kInfinity);
  }
}

}  // namespace
}  // namespace kl::test
