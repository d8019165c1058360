#include <gtest/gtest.h>

#include <cmath>

#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "measures/distances.h"
#include "measures/entropy.h"
#include "measures/kl_divergence.h"
#include "measures/renyi.h"
#include "support/check_measures.h"
#include "support/exact.h"
#include "support/logits.h"

// Logits that are far apart, or as large as doubles can be.

namespace kl::test {
namespace {

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

/// The heaviest outcome of P has next to nothing in Q; all others are alike.
TEST(Logits, WithOneOutcomeFarBelowGiveMeasuresWithinTheirBounds) {
  WorstOf<std::string> worst("One far below");
  const auto check = [&](size_t n, double depth) {
    Weights logits{std::vector<double>(n), std::vector<double>(n)};
    logits.p[0] = 0.01, logits.q[0] = depth;
    for (const Weights& one : {logits, Weights{logits.q, logits.p}}) {
      ExpectMeasuresWithinBounds("one far below", one, OfLogits(), worst);
      for (const double alpha : {0.5, 1.0, 2.0})
        ExpectOrdersWithinBounds("one far below", one, OfLogits(), alpha, worst);
    }
  };
  check(64, -50);
  check(256, -300);
  check(1000, -1e4);
}

TEST(Logits, FarApartOrNearlyAlikeGiveMeasuresWithinTheirBounds) {
  WorstOf<std::string> worst("Far apart");
  const Weights cases[] = {{{3, 1}, {2.7e5, 2}}, {{3, 1}, {1e6, 2}},   {{3, 1}, {5e8, 2}},
                           {{0, 0}, {-1e5, 0}},  {{1e5, 0}, {0, 1e5}}, {{0, -1000}, {0, -2000}}};
  for (const Weights& logits : cases) {
    for (const Weights& one : {logits, Weights{logits.q, logits.p}}) {
      ExpectMeasuresWithinBounds("far apart", one, OfLogits(), worst);
      for (const double alpha : {0.0, 0.5, 0.9999, 1.0, 1 + 1e-9, 2.0, 10.0, kInfinity})
        ExpectOrdersWithinBounds("far apart", one, OfLogits(), alpha, worst);
    }
  }
}

TEST(Logits, SoFarApartThatQHasOneOutcomeGiveWhatThatGives) {
  const WantedMeasures want = ExactMeasures({{3, 1}, {0, kNone}}, OfLogits());
  const Real rest = 1 / (1 + exp(Real(2))), p0 = 1 - rest;
  for (const double far : {1e9, 1.5e9, 1e12, 1e300, 1.7e308}) {
    SCOPED_TRACE(far);
    const Weights logits{{3, 1}, {far, 2}};
    PairsInMemory pairs = InMemory(logits), reversed(logits.q.data(), logits.p.data(), 2);
    const auto expect = [](double got, const Wanted& want, double max_ulp = kDistanceMaxUlp) {
      EXPECT_LE(UlpError(got, want), max_ulp) << got << " instead of " << want;
    };
    for (PairsInMemory* both : {&pairs, &reversed}) {
      expect(TotalVariationDistance(*both, OfLogits()).value, want.total_variation);
      expect(HellingerDistance(*both, OfLogits()).value, want.hellinger);
      expect(BhattacharyyaDistance(*both, OfLogits()).value, want.bhattacharyya);
      expect(JensenShannonDivergence(*both, OfLogits()).value, want.jensen_shannon, kFiniteMaxUlp);
      expect(JensenShannonDistance(*both, OfLogits()).value, want.jensen_shannon_distance);
      expect(RenyiDivergence(*both, OfLogits(), 0.5).value.value, Rounded(Real(-log(p0))));
    }
    const Real log_ratio =
        log(rest) + Real(far) - 2;  // of the outcome that Q lacks but for e^(2 - far)
    const Real divergence = p0 * log(p0) + rest * log_ratio;
    expect(Kl(logits).value, Rounded(divergence), kFiniteMaxUlp);
    const Comparison all = Compare(pairs, OfLogits(), nullptr).value;
    expect(all.forward.value, Rounded(divergence), kFiniteMaxUlp);
    expect(all.jeffreys.value, Rounded(Real(divergence - log(p0))), kFiniteMaxUlp);
    expect(CrossEntropy(pairs, OfLogits()).value.value, Rounded(Real(rest * (Real(far) - 2))),
           kEntropyMaxUlp);
    expect(RenyiDivergence(pairs, OfLogits(), 2).value.value, Rounded(Real(log(rest) + log_ratio)));
    expect(RenyiDivergence(pairs, OfLogits(), kInfinity).value.value, Rounded(log_ratio));
    expect(ChiSquaredDivergence(reversed, OfLogits()).value.value, want.chi_squared_reverse);
    expect(TsallisDivergence(reversed, OfLogits(), 2).value.value, want.chi_squared_reverse);
  }
}

TEST(Logits, AtTheEndsOfWhatADoubleCanBeGiveNumbers) {
  const Weights logits{{0, 0}, {-1e308, 1e308}};
  PairsInMemory pairs = InMemory(logits);
  EXPECT_LE(UlpError(Kl(logits).value, Exactly(1e308)), kFiniteMaxUlp);
  EXPECT_LE(UlpError(JeffreysDivergence(pairs, OfLogits()).value.value, Exactly(1e308)),
            kFiniteMaxUlp);
  EXPECT_LE(UlpError(CrossEntropy(pairs, OfLogits()).value.value, Exactly(1e308)), kEntropyMaxUlp);
  EXPECT_EQ(RenyiDivergence(pairs, OfLogits(), 0).value.value, 0);
  EXPECT_EQ(TsallisDivergence(pairs, OfLogits(), 0).value.value, 0);
  EXPECT_EQ(TotalVariationDistance(pairs, OfLogits()).value, 0.5);
  const double greatest = std::numeric_limits<double>::max();
  const Weights disjoint{{0, -greatest}, {kNone, 0}};
  PairsInMemory apart = InMemory(disjoint);
  EXPECT_LE(UlpError(BhattacharyyaDistance(apart, OfLogits()).value, Exactly(greatest / 2)),
            kDistanceMaxUlp);
  const Weights mirrored{{greatest, -greatest}, {-greatest, greatest}};
  PairsInMemory opposite = InMemory(mirrored);
  EXPECT_EQ(Kl(mirrored).value, kInfinity);
  EXPECT_EQ(Asymmetry(opposite, OfLogits()).value, 0);
}

TEST(Logits, AsGivenWhoseExponentialsOverflowGiveTheExactValueRounded) {
  const Options as_given = OfLogits(Normalization::kAsGiven);
  EXPECT_EQ(Kl({{800, 800}, {-1, 1000}}, as_given).value, kInfinity);   // 601 e^800
  EXPECT_EQ(Kl({{800, 800}, {2000, -1}}, as_given).value, -kInfinity);  // −399 e^800
  EXPECT_EQ(Kl({{1000, 1000}, {0, 2000}}, as_given).value, 0);
  EXPECT_EQ(Kl({{0}, {2000}}, as_given).value, -2000);
  const Weights logits{{800, 800}, {-1, 1000}};
  PairsInMemory pairs = InMemory(logits), reversed(logits.q.data(), logits.p.data(), 2);
  for (PairsInMemory* both : {&pairs, &reversed}) {
    EXPECT_EQ(JeffreysDivergence(*both, as_given).value.value, kInfinity);
    EXPECT_EQ(Compare(*both, as_given, nullptr).value.jeffreys.value, kInfinity);
    EXPECT_FALSE(std::isnan(Asymmetry(*both, as_given).value));
    EXPECT_EQ(Entropy(*both, as_given).value, -kInfinity);
  }
}

}  // namespace
}  // namespace kl::test
