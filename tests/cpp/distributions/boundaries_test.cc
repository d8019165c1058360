#include <gtest/gtest.h>

#include <cmath>

#include "distributions/families.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference.h"

// Pairs at the boundaries of their supports and parameters, where PyTorch 1.13 answers NaN, −∞ or a wrong ∞; and every reason
// for which a divergence is infinite.

namespace kl::test {
namespace {

Finding Find(const SmallDistribution& p, const SmallDistribution& q) {
  const Result<Finding> result = KlDivergence(p, q);
  EXPECT_FALSE(result.problem);
  return result.value;
}

/// To all digits the definition's value, which is `value` to the digits given.
void ExpectValue(const SmallDistribution& p, const SmallDistribution& q, double value,
                 double half_unit) {
  const double got = Find(p, q).value;
  EXPECT_NEAR(got, value, half_unit) << p.family().name() << ", " << q.family().name();
  const RealExpectation want =
      DivergenceOf(RealDistributionOf(Distribution(p)), RealDistributionOf(Distribution(q)));
  ASSERT_FALSE(want.diverges);
  const double exact = static_cast<double>(want.value);
  EXPECT_NEAR(got, exact, 1e-13 * exact) << p.family().name() << ", " << q.family().name();
}

void ExpectInfinite(const SmallDistribution& p, const SmallDistribution& q, Reason reason) {
  const Finding found = Find(p, q);
  EXPECT_EQ(found.value, kInfinity) << p.family().name() << ", " << q.family().name();
  EXPECT_EQ(found.method, Method::kInfinite);
  EXPECT_EQ(found.reason, reason) << p.family().name() << ", " << q.family().name();
}

TEST(Boundaries, SupportsThatTouchAreContained) {
  const SmallDistribution bernoulli(ContinuousBernoulliFamily(), {0.3});
  const SmallDistribution unit(UniformFamily(), {0, 1}), wide(UniformFamily(), {-1, 2});
  ExpectValue(bernoulli, unit, 0.0293862, 5e-8);
  ExpectValue(unit, bernoulli, 0.0297361, 5e-8);
  ExpectValue(bernoulli, wide, 1.1280, 5e-5);
}

TEST(Boundaries, ZeroTimesLogZeroIsZero) {
  const SmallDistribution unit(UniformFamily(), {0, 1});
  ExpectValue(unit, {BetaFamily(), {2, 3}}, 0.5150934, 5e-8);
  ExpectValue(unit, {GammaFamily(), {2, 3}}, 0.3027754, 5e-8);
  ExpectValue({BinomialFamily(), {5, 1}}, {BinomialFamily(), {5, 0.5}}, 5 * std::log(2.0), 1e-15);
  ExpectValue({PoissonFamily(), {0}}, {PoissonFamily(), {2}}, 2, 0);
  EXPECT_EQ(Find({BernoulliFamily(), {0}}, {BernoulliFamily(), {0}}).value, 0);
  EXPECT_EQ(Find({BernoulliFamily(), {1}}, {BernoulliFamily(), {1}}).value, 0);
  EXPECT_EQ(Find({PoissonFamily(), {0}}, {PoissonFamily(), {0}}).value, 0);
}

TEST(Boundaries, NearlyEqualParametersKeepTheirDigits) {
  EXPECT_NEAR(Find({GammaFamily(), {3, 1}}, {GammaFamily(), {3 * (1 + 1e-9), 1}}).value, 1.78e-18,
              5e-21);
  EXPECT_NEAR(Find({NormalFamily(), {0, 1}}, {NormalFamily(), {1e-9, 1}}).value, 5e-19, 1e-33);
}

TEST(Boundaries, MassOutsideTheSupportIsInfinite) {
  ExpectInfinite({BinomialFamily(), {5, 0.5}}, {BinomialFamily(), {5, 0}}, Reason::kSupport);
  ExpectInfinite({BinomialFamily(), {6, 0.5}}, {BinomialFamily(), {5, 0.5}}, Reason::kSupport);
  ExpectInfinite({BernoulliFamily(), {0.5}}, {BernoulliFamily(), {0}}, Reason::kSupport);
  ExpectInfinite({PoissonFamily(), {1}}, {BernoulliFamily(), {0.5}}, Reason::kSupport);
  ExpectInfinite({PoissonFamily(), {1}}, {PoissonFamily(), {0}}, Reason::kSupport);
  ExpectInfinite({NormalFamily(), {0, 1}}, {ExponentialFamily(), {1}}, Reason::kSupport);
  ExpectInfinite({ExponentialFamily(), {1}}, {BetaFamily(), {2, 3}}, Reason::kSupport);
  ExpectInfinite({ParetoFamily(), {1, 2}}, {ParetoFamily(), {1.5, 2}}, Reason::kSupport);
  ExpectInfinite({UniformFamily(), {0, 1}}, {UniformFamily(), {0.25, 2}}, Reason::kSupport);
}

TEST(Boundaries, DiscreteAgainstContinuousIsInfinite) {
  const SmallDistribution poisson(PoissonFamily(), {3}), normal(NormalFamily(), {0, 1});
  ExpectInfinite(poisson, normal, Reason::kDiscreteInContinuous);
  ExpectInfinite(normal, poisson, Reason::kDiscreteInContinuous);
}

TEST(Boundaries, TailsThatAreTooHeavyAreInfinite) {
  const SmallDistribution normal(NormalFamily(), {0, 1});
  ExpectInfinite({CauchyFamily(), {0, 1}}, normal, Reason::kExpectation);
  ExpectInfinite({CauchyFamily(), {0, 1}}, {LaplaceFamily(), {0, 1}}, Reason::kExpectation);
  ExpectInfinite({StudentTFamily(), {2, 0, 1}}, normal, Reason::kExpectation);
  ExpectInfinite({ParetoFamily(), {1, 1}}, {ExponentialFamily(), {1}}, Reason::kExpectation);
  ExpectInfinite({ParetoFamily(), {1, 2}}, normal, Reason::kExpectation);
  ExpectInfinite({InverseGammaFamily(), {1, 1}}, {GammaFamily(), {2, 1}}, Reason::kExpectation);
  ExpectInfinite({HalfCauchyFamily(), {1}}, {HalfNormalFamily(), {1}}, Reason::kExpectation);
  ExpectInfinite({LaplaceFamily(), {0, 1}}, {GumbelFamily(), {0, 1}}, Reason::kExpectation);
  // Just light enough.
  ExpectValue({ParetoFamily(), {1, 1.25}}, {ExponentialFamily(), {1}}, 3.4231435513142097, 1e-14);
  ExpectValue({StudentTFamily(), {2.5, 0, 1}}, normal, 0.9, 1);
}

TEST(Boundaries, WhatIsTooLargeSaysSo) {
  ExpectInfinite({NormalFamily(), {0, 1e200}}, {NormalFamily(), {0, 1e-200}}, Reason::kOverflow);
  ExpectInfinite({ExponentialFamily(), {1e-200}}, {ExponentialFamily(), {1e200}},
                 Reason::kOverflow);
  ExpectInfinite({LaplaceFamily(), {0, 1}}, {NormalFamily(), {0, 1e-160}}, Reason::kOverflow);
}

TEST(Boundaries, ExpectationsThatOverflowDoNotDiverge) {
  ExpectInfinite({LogNormalFamily(), {0, 1}}, {WeibullFamily(), {1, 100}}, Reason::kOverflow);
  ExpectInfinite({LogNormalFamily(), {0, 30}}, {HalfNormalFamily(), {0.5}}, Reason::kOverflow);
  // The coefficient of x² is too large, not the divergence.
  ExpectValue({LaplaceFamily(), {0, 1e-160}}, {NormalFamily(), {0, 1e-160}}, 0.2257913526447274,
              1e-14);
}

TEST(Boundaries, CountsOfRareSuccessesDoNotUnderflow) {
  const double logit = -695, other = logit * (1 + 0x1p-44);
  const SmallDistribution p(NegativeBinomialFamily(), {0x1p93, logit}, 1);
  const SmallDistribution q(NegativeBinomialFamily(), {0x1p93, other}, 1);
  const double t = other - logit,
               want = std::exp(logit + 93 * std::log(2.0)) * (t * t / 2) * (1 + t / 3);
  EXPECT_GT(want, 1e-300);
  EXPECT_NEAR(Find(p, q).value, want, 1e-12 * want);
  const Finding vanishing = Find(SmallDistribution(BinomialFamily(), {5, -720}, 1),
                                 SmallDistribution(BinomialFamily(), {5, -720 * (1 + 0x1p-44)}, 1));
  EXPECT_EQ(vanishing.value, 0);
  EXPECT_GT(vanishing.error, 0);
  const double rare = 0x1p-990, near = rare * (1 + 0x1p-48);
  const Finding found = Find({NegativeBinomialFamily(), {0x1p100, rare}},
                             {NegativeBinomialFamily(), {0x1p100, near}});
  EXPECT_NEAR(found.value, 0x1p-987, 0x1p-1030);
}

TEST(Boundaries, AnglesFromWholeTurnsAwayKeepTheirDifference) {
  const double loc = 4, near = 4 + 0x1p-48;
  const Finding want = Find({VonMisesFamily(), {0, 2}}, {VonMisesFamily(), {near - loc, 2}});
  EXPECT_DOUBLE_EQ(Find({VonMisesFamily(), {loc, 2}}, {VonMisesFamily(), {near, 2}}).value,
                   want.value);
  EXPECT_GT(want.value, 0);
}

TEST(Boundaries, OutcomesWithoutProbabilityAreNamed) {
  const double some[] = {0.5, 0.25, 0.25}, without[] = {0.5, 0, 0.5};
  const Distribution p{&CategoricalFamily(), 0, 3, 0, some, {}};
  const Distribution q{&CategoricalFamily(), 0, 3, 0, without, {}};
  const Finding found = KlDivergence(p, q).value;
  EXPECT_EQ(found.value, kInfinity);
  EXPECT_EQ(found.reason, Reason::kOutsideSupport);
  EXPECT_EQ(found.outcome, 1);
  EXPECT_EQ(KlDivergence(q, p).value.value, std::log(2.0) / 2);
  const double at_ends[] = {0, 1, 0};
  const Distribution middle{&CategoricalFamily(), 0, 3, 0, at_ends, {}};
  EXPECT_EQ(KlDivergence(p, middle).value.outcome, 0);
  EXPECT_EQ(KlDivergence(q, middle).value.outcome, 0);
  EXPECT_EQ(Find({BinomialFamily(), {6, 0.5}}, {BinomialFamily(), {5, 0.5}}).outcome, 6);
  EXPECT_EQ(Find({PoissonFamily(), {1}}, {BinomialFamily(), {5, 0.5}}).outcome, 6);
  EXPECT_EQ(Find({BernoulliFamily(), {0.5}}, {BernoulliFamily(), {1}}).outcome, 0);
  EXPECT_EQ(Find({NormalFamily(), {0, 1}}, {ExponentialFamily(), {1}}).outcome, kNoIndex);
}

TEST(Boundaries, GapsOfMixturesAreOutsideTheirSupport) {
  const double halves[] = {0.5, 0.5}, others[] = {0.25, 0.75};
  const SmallDistribution low(UniformFamily(), {0, 1}), high(UniformFamily(), {2, 3}),
      gap(UniformFamily(), {1.2, 1.8}), inside(UniformFamily(), {2.2, 2.8}),
      over(UniformFamily(), {0.5, 2.5});
  const Distribution parts[] = {low, high}, with_gap[] = {low, gap}, wide[] = {over, high};
  const auto mixture = [](std::span<const double> weights, std::span<const Distribution> of) {
    return Distribution{&MixtureFamily(), 0, 2, 0, weights, of};
  };
  const Distribution q = mixture(halves, parts);
  for (const Distribution& p :
       {Distribution(gap), Distribution(over), mixture(halves, with_gap), mixture(halves, wide)}) {
    const Finding found = KlDivergence(p, q).value;
    EXPECT_EQ(found.value, kInfinity) << p.family->name();
    EXPECT_EQ(found.reason, Reason::kSupport) << p.family->name();
  }
  EXPECT_NEAR(KlDivergence(inside, q).value.value, std::log(2 / 0.6), 1e-12);
  const double shares = 0.25 * std::log(0.5) + 0.75 * std::log(1.5);
  EXPECT_NEAR(KlDivergence(mixture(others, parts), q).value.value, shares, 1e-12);
}

}  // namespace
}  // namespace kl::test
