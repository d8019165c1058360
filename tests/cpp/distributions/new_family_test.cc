#include <gtest/gtest.h>

#include "distributions/families.h"
#include "distributions/triangular.h"
#include "divergence/compare.h"
#include "divergence/kl_divergence.h"
#include "measures/options.h"
#include "support/distribution_reference.h"

// A family is one file: one that no list knows works against all others, with no other code.

namespace kl::test {
namespace {

RealDistribution RealTriangular(double low, double high, double mode) {
  return {[=](const Point& x) {
            const bool is_low = x.Minus(mode) < 0;
            const Digits height = is_low ? Digits(x.Minus(low) / (Digits(mode) - low))
                                         : Digits(x.Below(high) / (Digits(high) - mode));
            return Log(Digits(2 * height / (Digits(high) - low)));
          },
          low,
          high,
          false,
          {mode},
          (high - low) / 4};
}

void ExpectDefinition(const Distribution& p, const Distribution& q, const RealDistribution& real_p,
                      const RealDistribution& real_q) {
  const Finding found = KlDivergence(p, q).value;
  const double want = static_cast<double>(DivergenceOf(real_p, real_q).value);
  EXPECT_NEAR(found.value, want, found.error);
  EXPECT_LE(found.error, 1e-11 * want);
}

TEST(NewFamily, DivergesFromAllOthersAsTheDefinitionSays) {
  const SmallDistribution triangular(TriangularFamily(), {0.25, 2, 0.75});
  const RealDistribution real = RealTriangular(0.25, 2, 0.75);
  for (const SmallDistribution& q :
       {SmallDistribution(NormalFamily(), {1, 2}), SmallDistribution(UniformFamily(), {0, 2}),
        SmallDistribution(GammaFamily(), {2, 3}), SmallDistribution(CauchyFamily(), {0, 1}),
        SmallDistribution(LaplaceFamily(), {1, 1}), SmallDistribution(StudentTFamily(), {3, 0, 1})})
    ExpectDefinition(triangular, q, real, RealDistributionOf(Distribution(q)));
  const SmallDistribution narrow(UniformFamily(), {0.5, 1.5});
  ExpectDefinition(narrow, triangular, RealDistributionOf(Distribution(narrow)), real);
  const SmallDistribution other(TriangularFamily(), {0, 2.5, 1.75});
  ExpectDefinition(triangular, other, real, RealTriangular(0, 2.5, 1.75));
}

TEST(NewFamily, HasSupportChecksAndComparisonsOfAllFamilies) {
  const SmallDistribution triangular(TriangularFamily(), {0, 2, 1}), normal(NormalFamily(), {0, 1});
  EXPECT_EQ(KlDivergence(triangular, triangular).value.value, 0);
  EXPECT_EQ(KlDivergence(normal, triangular).value.reason, Reason::kSupport);
  const DistributionComparison both = Compare(triangular, normal, 2).value;
  EXPECT_EQ(both.reverse.value, kInfinity);
  EXPECT_EQ(both.entropy_p, 0.5 / 0x1.62e42fefa39efp-1);
  const SmallDistribution bad(TriangularFamily(), {0, kInfinity, 1});
  EXPECT_EQ(Check(bad, Argument::kQ).status, Status::kParameterNotFinite);
}

TEST(NewFamily, CanBeAComponentOfMixtures) {
  const SmallDistribution low(TriangularFamily(), {0, 2, 1}), high(TriangularFamily(), {1, 4, 3});
  const Distribution components[] = {low, high};
  const double weights[] = {0.25, 0.75};
  const Distribution mixture{&MixtureFamily(), 0, 2, 0, weights, components};
  const SmallDistribution normal(NormalFamily(), {2, 1});
  const RealDistribution real_low = RealTriangular(0, 2, 1), real_high = RealTriangular(1, 4, 3);
  const RealDistribution real{
      [&](const Point& x) {
        const auto density = [&](const RealDistribution& d) {
          const Digits at = x.x();
          return at > d.low && at < d.high ? exp(d.log_density(x)) : Digits(0);
        };
        return Log(Digits(density(real_low) / 4 + 3 * density(real_high) / 4));
      },
      0,
      4,
      false,
      {1, 2, 3},
      1};
  ExpectDefinition(mixture, normal, real, RealDistributionOf(Distribution(normal)));
}

}  // namespace
}  // namespace kl::test
