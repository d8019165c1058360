#include "measures/smoothing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/exact.h"
#include "support/inputs.h"
#include "support/worst.h"

namespace kl::test {
namespace {

constexpr Smoothing kAllMethods[] = {Smoothing::kPseudocount, Smoothing::kPerOutcome,
                                     Smoothing::kMinimax,     Smoothing::kEpsilon,
                                     Smoothing::kMix,         Smoothing::kShrinkage};

using Doubles = std::vector<double>;

class Kept final : public ProbabilitySink {
 public:
  void Write(size_t offset, const double* probabilities, size_t n) override {
    EXPECT_EQ(offset, all.size()) << "probabilities come in order, each once";
    all.insert(all.end(), probabilities, probabilities + n);
  }
  Doubles all;
};

struct Outcome {
  Result<Smoothed> smoothed;
  Doubles probabilities;
};

Outcome SmoothAll(const Doubles& weights, Smoothing method, double amount = 0) {
  PairsInMemory pairs(weights.data(), weights.data(), weights.size());
  Kept kept;
  const Result<Smoothed> smoothed = Smooth(pairs, method, amount, kept);
  return {smoothed, kept.all};
}

struct WantedSmoothing {
  Real lambda;
  std::vector<Real> probabilities;
};

/// The definitions, in 384 bits.
WantedSmoothing Exact(const Doubles& weights, Smoothing method, double amount) {
  const Real m = weights.size();
  Real n = 0, lambda = 0, variance = 0, distance = 0;
  for (const double w : weights) n += w;
  for (const double w : weights) {
    const Real share = n == 0 ? Real(0) : w / n;
    variance += share * (1 - share);
    distance += (1 / m - share) * (1 / m - share);
  }
  const auto of_added = [&](const Real& all) { return Real(all / (n + all)); };
  switch (method) {
    case Smoothing::kPseudocount:
      lambda = of_added(m * amount);
      break;
    case Smoothing::kPerOutcome:
      lambda = of_added(amount);
      break;
    case Smoothing::kMinimax:
      lambda = of_added(sqrt(n));
      break;
    case Smoothing::kEpsilon:
      lambda = m * amount / (1 + m * amount);
      break;
    case Smoothing::kMix:
      lambda = amount;
      break;
    case Smoothing::kShrinkage:
      lambda = n <= 1 || distance == 0 ? Real(1) : Real(variance / (n - 1) / distance);
      if (lambda > 1) lambda = 1;
      break;
  }
  WantedSmoothing wanted{lambda, {}};
  for (const double w : weights)
    wanted.probabilities.push_back((n == 0 ? Real(0) : Real((1 - lambda) * (w / n))) + lambda / m);
  return wanted;
}

double Sum(const Doubles& x) {
  Real sum = 0;
  for (const double value : x) sum += value;
  return static_cast<double>(sum);
}

double SomeAmount(Smoothing method, Random& random) {
  if (method == Smoothing::kMix) return random.OneIn(4) ? random.Below(2) : random.Unit();
  return random.OneIn(4) ? random.WithExponent(-900, 900) : random.WithExponent(-20, 10);
}

TEST(Smoothing, IsWithinItsBoundAndSumsToOne) {
  WorstOf<Kind> worst("Smooth");
  ForEachKind(3, [&](Kind kind, const Weights& given) {
    Random random(static_cast<uint64_t>(given.size()) * 31 + 7);
    for (const Smoothing method : kAllMethods) {
      if (method == Smoothing::kShrinkage) continue;
      const double amount = SomeAmount(method, random);
      const Outcome got = SmoothAll(given.p, method, amount);
      const WantedSmoothing want = Exact(given.p, method, amount);
      ASSERT_EQ(got.probabilities.size(), given.size());
      EXPECT_LE(UlpError(got.smoothed.value.lambda, Rounded(want.lambda)), kSmoothingMaxUlp);
      for (size_t i = 0; i < given.size(); ++i) {
        const double error = UlpError(got.probabilities[i], Rounded(want.probabilities[i]));
        worst.Include(kind, error);
        ASSERT_LE(error, kSmoothingMaxUlp)
            << kind << ", method " << static_cast<int>(method) << ", amount " << amount << ", ["
            << i << "]: " << given << "; got " << got.probabilities[i];
      }
      EXPECT_NEAR(Sum(got.probabilities), 1, 4 * 0x1p-53) << kind << static_cast<int>(method);
    }
  });
}

TEST(Smoothing, ShrinksAsFarAsTheCountsSuggest) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 200; ++i) {
      Doubles counts;
      const int limit = 1 << random.Between(1, 30);
      for (int k = random.Between(1, 50); k > 0; --k) counts.push_back(random.Below(limit));
      const Outcome got = SmoothAll(counts, Smoothing::kShrinkage);
      const WantedSmoothing want = Exact(counts, Smoothing::kShrinkage, 0);
      EXPECT_LE(UlpError(got.smoothed.value.lambda, Rounded(want.lambda)), 8.0);
      for (size_t k = 0; k < counts.size(); ++k) {
        EXPECT_NEAR(got.probabilities[k], static_cast<double>(want.probabilities[k]), 0x1p-49);
      }
      EXPECT_NEAR(Sum(got.probabilities), 1, 8 * 0x1p-53);
    }
  });
}

TEST(Smoothing, ShrinksAllTheWayWhereNothingIsKnown) {
  for (const Doubles& counts :
       {Doubles{0, 1, 0}, Doubles{0, 0, 0}, Doubles{5, 5, 5}, Doubles{0.2, 0.3, 0.4}}) {
    const Outcome got = SmoothAll(counts, Smoothing::kShrinkage);
    EXPECT_EQ(got.smoothed.value.lambda, 1);
    for (const double p : got.probabilities) EXPECT_EQ(p, 1.0 / 3);
  }
}

TEST(Smoothing, GivesTheWorkedExamples) {
  const Doubles counts{1, 2, 7, 0};  // n = 10, m = 4
  EXPECT_EQ(SmoothAll(counts, Smoothing::kPseudocount, 1).probabilities,
            (Doubles{2. / 14, 3. / 14, 8. / 14, 1. / 14}));
  EXPECT_EQ(SmoothAll(counts, Smoothing::kPseudocount, 0.5).probabilities,
            (Doubles{1.5 / 12, 2.5 / 12, 7.5 / 12, 0.5 / 12}));
  EXPECT_EQ(SmoothAll(counts, Smoothing::kPerOutcome, 1).probabilities,
            (Doubles{1.25 / 11, 2.25 / 11, 7.25 / 11, 0.25 / 11}));
  EXPECT_EQ(SmoothAll(counts, Smoothing::kPseudocount, 0).probabilities,
            (Doubles{0.1, 0.2, 0.7, 0}));
  const Outcome minimax = SmoothAll(counts, Smoothing::kMinimax);
  EXPECT_EQ(minimax.smoothed.value.added, std::sqrt(10.0) / 4);
  EXPECT_EQ(minimax.smoothed.value.sum, 10);
  EXPECT_DOUBLE_EQ(SmoothAll(counts, Smoothing::kMix, 0.5).probabilities[3], 0.125);
  EXPECT_DOUBLE_EQ(SmoothAll(counts, Smoothing::kEpsilon, 0.25).probabilities[3], 0.125);
  // λ = (1 − 0.54)/(9 · (0.54 − 1/4))
  EXPECT_DOUBLE_EQ(SmoothAll(counts, Smoothing::kShrinkage).smoothed.value.lambda, 0.46 / 2.61);
}

TEST(Smoothing, OfWeightsThatAreAllZeroIsUniformWhereSomethingIsAdded) {
  const Doubles none(4, 0.0), uniform(4, 0.25);
  EXPECT_EQ(SmoothAll(none, Smoothing::kPseudocount, 3).probabilities, uniform);
  EXPECT_EQ(SmoothAll(none, Smoothing::kPerOutcome, 1).probabilities, uniform);
  EXPECT_EQ(SmoothAll(none, Smoothing::kMix, 1).probabilities, uniform);
  for (const auto& [method, amount] : std::initializer_list<std::pair<Smoothing, double>>{
           {Smoothing::kPseudocount, 0},
           {Smoothing::kPerOutcome, 0},
           {Smoothing::kMinimax, 0},
           {Smoothing::kEpsilon, 1},
           {Smoothing::kMix, 0.5},
       }) {
    EXPECT_EQ(SmoothAll(none, method, amount).smoothed.problem.status, Status::kSumIsZero);
  }
}

TEST(Smoothing, FailsForWeightsThatAreNone) {
  for (const Smoothing method : kAllMethods) {
    const auto problem = [&](const Doubles& weights) {
      return SmoothAll(weights, method, 0.5).smoothed.problem;
    };
    EXPECT_EQ(problem({}).status, Status::kEmpty);
    EXPECT_EQ(problem({1, -1}).status, Status::kNegative);
    EXPECT_EQ(problem({1, 2, kInfinity}).index, 2);
    EXPECT_EQ(problem({std::nan("")}).status, Status::kNotFinite);
  }
}

}  // namespace
}  // namespace kl::test
