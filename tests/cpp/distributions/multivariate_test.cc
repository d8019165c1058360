#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "distributions/parameters.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference_gaussian.h"
#include "support/worst.h"

// D(P‖Q) of multivariate normal distributions, given in any of five ways, against the textbook's form in 115 digits.

namespace kl::test {
namespace {

enum class Way { kCovariance, kFactor, kPrecision, kDiagonal, kLowRank };
constexpr Way kWays[] = {Way::kCovariance, Way::kFactor, Way::kPrecision, Way::kDiagonal,
                         Way::kLowRank};
constexpr const char* kNames[] = {"covariance", "factor", "precision", "diagonal", "low rank"};

struct Normals {
  Owned d;
  int rank = 0;

  operator Distribution() const {
    Distribution view = d;
    view.rank = rank;
    return view;
  }
};

std::ostream& operator<<(std::ostream& out, const Normals& normal) { return out << normal.d; }

/// A Aᵀ, symmetric to the last bit.
void AddGram(size_t n, Random& random, std::vector<double>& numbers) {
  std::vector<double> a(n * n), gram(n * n);
  for (double& x : a) x = random.Signed();
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      double sum = i == j ? 0.125 : 0;
      for (size_t k = 0; k < n; ++k) sum += a[i * n + k] * a[j * n + k];
      gram[i * n + j] = gram[j * n + i] = sum;
    }
  }
  numbers.insert(numbers.end(), gram.begin(), gram.end());
}

Normals SomeNormals(Way way, size_t n, Random& random) {
  Normals normal;
  std::vector<double>& numbers = normal.d.numbers;
  normal.d.dimension = static_cast<int>(n);
  normal.d.family = &MultivariateNormalFamily();
  for (size_t i = 0; i < n; ++i) numbers.push_back(2 * random.Signed());
  switch (way) {
    case Way::kCovariance:
    case Way::kPrecision:
      normal.d.parametrization = way == Way::kCovariance ? 0 : 2;
      AddGram(n, random, numbers);
      break;
    case Way::kFactor:
      normal.d.parametrization = 1;
      for (size_t i = 0; i < n * n; ++i) {
        const double below = random.Signed(), scale = random.WithExponent(-2, 1);
        numbers.push_back(i / n > i % n ? below : (i / n == i % n ? scale : 0));
      }
      break;
    case Way::kDiagonal:
      normal.d.family = &DiagonalNormalFamily();
      for (size_t i = 0; i < n; ++i) numbers.push_back(random.WithExponent(-3, 2));
      break;
    case Way::kLowRank:
      normal.d.family = &LowRankMultivariateNormalFamily();
      normal.rank = random.Between(1, static_cast<int>(n));
      for (size_t i = 0; i < n * static_cast<size_t>(normal.rank); ++i)
        numbers.push_back(random.Signed());
      for (size_t i = 0; i < n; ++i) numbers.push_back(random.WithExponent(-3, 1));
  }
  return normal;
}

/// Relative differences of one size, from 1e-4 to 1e-15, that leave symmetric matrices symmetric.
Normals NearTo(const Normals& p, Random& random) {
  Normals q = p;
  const auto n = static_cast<size_t>(p.d.dimension);
  const bool is_symmetric = p.d.family == &MultivariateNormalFamily() && p.d.parametrization != 1;
  const int shift = random.Between(14, 50);
  for (double& x : q.d.numbers) x *= 1 + std::ldexp(random.Signed(), -shift);
  for (size_t i = 0; is_symmetric && i < n; ++i) {
    for (size_t j = 0; j < i; ++j) q.d.numbers[n + j * n + i] = q.d.numbers[n + i * n + j];
  }
  return q;
}

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
