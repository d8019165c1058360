#include "measures/compare.h"

#include <gtest/gtest.h>

#include <cmath>

#include "kernels/pair_sums.h"
#include "measures/cross_entropy.h"
#include "measures/distances.h"
#include "support/check_measures.h"
#include "support/exact.h"

namespace kl::test {
namespace {

class Contributions final : public ContributionSink {
 public:
  void Write(size_t offset, const double* f, const double* r, size_t n) override {
    EXPECT_EQ(offset, forward.size()) << "contributions come in order, each once";
    forward.insert(forward.end(), f, f + n);
    reverse.insert(reverse.end(), r, r + n);
  }
  std::vector<double> forward, reverse;
};

/// A relative error of the ratio of the sums, which enters log(x/y) absolutely.
constexpr double kRatioNoise = 0x1p-100;

void ExpectContributions(const std::string& kind, const Weights& weights, const Options& options,
                         WorstOf<std::string>& worst) {
  PairsInMemory pairs = InMemory(weights);
  Contributions got;
  EXPECT_FALSE(Compare(pairs, options, &got).problem) << weights;
  const WantedMeasures want = ExactMeasures(weights, options);
  ASSERT_EQ(got.forward.size(), weights.size());
  const double log_base = std::log(options.base);
  for (size_t i = 0; i < weights.size(); ++i) {
    const auto expect = [&](double value, const WantedSum& wanted) {
      const double noise = wanted.magnitude * kRatioNoise / log_base / wanted.value.ulp;
      const double error = UlpError(value, wanted.value) - noise;
      worst.Include(kind, error);
      EXPECT_LE(error, kContributionMaxUlp + 2)
          << kind << ": outcome " << i << " of " << weights << std::hexfloat << "; got " << value
          << ", want " << wanted.value;
    };
    expect(got.forward[i], want.forward_terms[i]);
    expect(got.reverse[i], want.reverse_terms[i]);
  }
}

TEST(Compare, GivesContributionsWithinTheirBound) {
  WorstOf<std::string> worst("Contributions");
  ForEachSeed([&](Random& random) {
    for (const Kind kind : kAllKinds) {
      for (const Normalization normalization : {Normalization::kDivide, Normalization::kAsGiven}) {
        for (int i = 0; i < kEffort; ++i) {
          const Weights weights = Make(kind, static_cast<size_t>(random.Between(1, 12)), random);
          ExpectContributions(testing::PrintToString(kind), weights,
                              Using(normalization, random.OneIn(3) ? 2 : kE), worst);
        }
      }
    }
  });
}

TEST(Compare, GivesContributionsThatSumToTheDivergences) {
  ForEachKind(2, [](Kind kind, const Weights& given) {
    const Weights weights = WithCommonSupport(given);
    PairsInMemory pairs = InMemory(weights);
    Contributions contributions;
    const Comparison got = Compare(pairs, kDivideNats, &contributions).value;
    const auto expect_sum = [&](const std::vector<double>& terms, const Finding& finding) {
      double sum = 0, rest = 0, magnitude = 0;
      for (const double term : terms) {
        const double next = sum + term;
        rest += std::abs(sum) > std::abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        magnitude += std::abs(term);
      }
      const double share_noise = 0x1p-98;  // of the shares and the sums' ratio, of which all are 1
      EXPECT_LE(std::abs(sum + rest - finding.value),
                2 * (kFiniteMaxUlp + kContributionMaxUlp) * SpacingAt(magnitude) + share_noise)
          << kind << ": " << weights;
    };
    expect_sum(contributions.forward, got.forward);
    expect_sum(contributions.reverse, got.reverse);
  });
}

TEST(Compare, GivesEveryContributionOnceWhateverTheNumberOfOutcomes) {
  for (const size_t n : std::initializer_list<size_t>{1, 2, 255, 256, 257, 4096, 4097, 9000}) {
    Weights weights{std::vector<double>(n), std::vector<double>(n)};
    for (size_t i = 0; i < n; ++i) weights.p[i] = 1, weights.q[i] = i % 2 == 0 ? 1 : 2;
    PairsInMemory pairs = InMemory(weights);
    Contributions got;
    EXPECT_FALSE(Compare(pairs, {Normalization::kAsGiven, Form::kWeights, 2}, &got).problem);
    ASSERT_EQ(got.forward.size(), n);
    ASSERT_EQ(got.reverse.size(), n);
    for (size_t i = 0; i < n; ++i) {
      EXPECT_EQ(got.forward[i], i % 2 == 0 ? 0 : -1);
      EXPECT_EQ(got.reverse[i], i % 2 == 0 ? 0 : 2);
    }
  }
}

TEST(Compare, SaysWhatTheSingleFunctionsSay) {
  constexpr double kBoth = 2;  // each is within its bound
  ForEachKind(2, [](Kind kind, const Weights& weights) {
    for (const Normalization normalization : {Normalization::kDivide, Normalization::kAsGiven}) {
      SCOPED_TRACE(testing::Message() << kind << ": " << weights);
      const Options options = Using(normalization, 2);
      PairsInMemory pairs = InMemory(weights),
                    reversed(weights.q.data(), weights.p.data(), weights.size());
      const Comparison got = Compare(pairs, options, nullptr).value;
      const auto expect_near = [](double value, double want, double max_ulp) {
        EXPECT_LE(UlpError(value, Exactly(want)), kBoth * max_ulp);
      };
      expect_near(got.jensen_shannon, JensenShannonDivergence(pairs, options).value, kFiniteMaxUlp);
      expect_near(got.chi_squared_forward.value, ChiSquaredDivergence(pairs, options).value.value,
                  kDistanceMaxUlp);
      // The same sums, found the same way.
      EXPECT_EQ(got.total_variation, TotalVariationDistance(pairs, options).value);
      EXPECT_EQ(got.hellinger, HellingerDistance(pairs, options).value);
      EXPECT_EQ(got.bhattacharyya, BhattacharyyaDistance(pairs, options).value);
      EXPECT_EQ(got.entropies.p, Entropy(pairs, options).value);
      EXPECT_EQ(got.entropies.q, Entropy(reversed, options).value);
      EXPECT_EQ(got.entropies.forward, CrossEntropy(pairs, options).value.value);
      EXPECT_EQ(got.entropies.reverse, CrossEntropy(reversed, options).value.value);
      if (normalization == Normalization::kAsGiven) {
        EXPECT_EQ(got.forward.value, KlDivergence(pairs, options).value.value);
        EXPECT_EQ(got.asymmetry, Asymmetry(pairs, options).value);
        EXPECT_EQ(got.jeffreys.value, JeffreysDivergence(pairs, options).value.value);
      } else {
        expect_near(got.forward.value, KlDivergence(pairs, options).value.value, kFiniteMaxUlp);
      }
    }
  });
}

TEST(Compare, TellsTheSumsOfTheWeights) {
  ForEachKind(3, [](Kind kind, const Weights& weights) {
    PairsInMemory pairs = InMemory(weights);
    const Comparison got = Compare(pairs, kDivideNats, nullptr).value;
    const auto sum_of = [](const std::vector<double>& numbers) {
      Binary<2688> sum = 0;
      for (const double number : numbers) sum += number;
      return Rounded(sum);
    };
    EXPECT_LE(UlpError(got.p_sum, sum_of(weights.p)), 1) << kind << ": " << weights;
    EXPECT_LE(UlpError(got.q_sum, sum_of(weights.q)), 1) << kind << ": " << weights;
  });
}

}  // namespace
}  // namespace kl::test
