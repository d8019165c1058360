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
}

}  // namespace
}  // namespace kl::test
