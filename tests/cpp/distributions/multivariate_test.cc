#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "distributions/normals.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference_gaussian.h"
#include "support/worst.h"

// D(P‖Q) of multivariate normal distributions, given in any of five ways, against the textbook's form in 115 digits.

namespace kl::test {
namespace {

class Multivariate : public testing::Test {
 protected:
  void ExpectAccurate(const Normals& p, const Normals& q, const std::string& what) {
    ASSERT_FALSE(Check(p, Argument::kP)) << p;
    ASSERT_FALSE(Check(q, Argument::kQ)) << q;
    const Result<Finding> result = KlDivergence(p, q);
    ASSERT_FALSE(result.problem) << p << q;
    const Finding& found = result.value;
    const Wanted want = ExactGaussianDivergence(p, q);
    const double condition = std::max(ConditionOf(p), ConditionOf(q));
    const double bound = std::max(64.0, 4 * condition);
    worst_.Include(what, UlpError(found.value, want));
    EXPECT_LE(UlpError(found.value, want), bound)
        << p << q << std::hexfloat << found.value << " instead of " << want;
    EXPECT_LE(std::abs((found.value - want.nearest) - want.rest * want.ulp), found.error) << p << q;
    const double of_matrices = 25 * condition * 0x1p-100 * (found.value + std::sqrt(found.value));
    const double stated = bound * 0x1p-52 * found.value + of_matrices + 0x1p-1074;
    EXPECT_LE(found.error, stated * (1 + 0x1p-40)) << p << q;  // which is rounded itself
    EXPECT_EQ(found.method, Method::kClosedForm);
    EXPECT_GE(found.value, 0) << p << q;
  }

 private:
  WorstOf<std::string> worst_{"multivariate"};
};

TEST_F(Multivariate, IsAccurateWhicheverWayBothAreGiven) {
  ForEachSeed([&](Random& random) {
    for (const Way p_way : kWays) {
      for (const Way q_way : kWays) {
        for (int i = 0; i < 3 * kEffort && !HasFailure(); ++i) {
          const auto n = static_cast<size_t>(random.Between(1, 5));
          const Normals p = SomeNormals(p_way, n, random), q = SomeNormals(q_way, n, random);
          ExpectAccurate(p, q,
                         std::string(kNames[static_cast<int>(p_way)]) + " and " +
                             kNames[static_cast<int>(q_way)]);
        }
      }
    }
  });
}

TEST_F(Multivariate, IsAccurateWherePAndQAreNearlyEqual) {
  ForEachSeed([&](Random& random) {
    for (const Way way : kWays) {
      for (int i = 0; i < 10 * kEffort && !HasFailure(); ++i) {
        const Normals p = SomeNormals(way, static_cast<size_t>(random.Between(1, 5)), random);
        ExpectAccurate(p, NearTo(p, random), std::string("near, ") + kNames[static_cast<int>(way)]);
      }
    }
  });
}

TEST_F(Multivariate, IsExactlyZeroForEqualParameters) {
  ForEachSeed([](Random& random) {
    for (const Way way : kWays) {
      for (int i = 0; i < 20; ++i) {
        const Normals p = SomeNormals(way, static_cast<size_t>(random.Between(1, 5)), random);
        EXPECT_EQ(KlDivergence(p, p).value.value, 0) << p;
      }
    }
  });
}

}  // namespace
}  // namespace kl::test
