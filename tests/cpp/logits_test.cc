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

namespace kl::test {
namespace {

constexpr double kNone = -kInfinity;

Options OfLogits(Normalization normalization = Normalization::kDivide, double base = kE) {
  return {.normalization = normalization, .form = Form::kLogits, .base = base};
}

Finding Kl(const Weights& logits, const Options& options = OfLogits()) {
  PairsInMemory pairs = InMemory(logits);
  const Result<Finding> found = KlDivergence(pairs, options);
  EXPECT_FALSE(found.problem) << logits;
  return found.value;
}

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

TEST(Logits, FarApartGiveDivergencesBeyondAllPowers) {
  for (const double far : {1e3, 1e5, 1e6, 1e15, 1e300}) {
    SCOPED_TRACE(far);
    const Weights logits{{far, 0}, {0, far}};
    EXPECT_EQ(Kl(logits).value, far);
    PairsInMemory pairs = InMemory(logits);
    EXPECT_EQ(TotalVariationDistance(pairs, OfLogits()).value, 1);
    EXPECT_NEAR(HellingerDistance(pairs, OfLogits()).value, 1, 0x1p-50);
    EXPECT_NEAR(JensenShannonDivergence(pairs, OfLogits(Normalization::kDivide, 2)).value, 1,
                0x1p-50);
    const double bhattacharyya = BhattacharyyaDistance(pairs, OfLogits()).value;
    EXPECT_FALSE(std::isnan(bhattacharyya));
    EXPECT_LE(bhattacharyya, far / 2);
    const Finding chi_squared = ChiSquaredDivergence(pairs, OfLogits()).value;
    EXPECT_EQ(chi_squared.value, kInfinity);
    EXPECT_EQ(chi_squared.reason, Reason::kOverflow);
  }
}

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
