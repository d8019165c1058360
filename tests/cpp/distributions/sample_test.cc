#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "distributions/parameters.h"
#include "distributions/random.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// Draws against the distributions that they are said to be from: their shares below some points, means and variances, to five
// standard errors. The seeds are fixed: a sampler that is right is so for ever.

namespace kl::test {
namespace {

constexpr size_t kDraws = 200000;
constexpr double kStandardErrors = 5;

std::vector<double> Draws(const Owned& d, uint64_t seed, size_t n) {
  kl::Random random(seed);
  std::vector<double> draws(n);
  d.family->Sample(d, random, draws.data(), n);
  return draws;
}

double Of(const Digits& x) { return static_cast<double>(x); }

/// P(X ≤ c), the density's integral up to c.
double ShareUpTo(const RealDistribution& d, double c) {
  RealDistribution lower = d;
  lower.high = std::min(d.high, c);
  return Of(ExpectationOf(lower, [](const Point&) { return Digits(1); }).value);
}

template <class F>
void ForEachUnivariate(F f) {
  ForEachFamily([&](const Family& family, int parametrization) {
    if (family.univariate({})) f(Representative(family, parametrization, 0));
  });
}

TEST(Sample, HasTheDistributionsShares) {
  WorstOf<std::string> worst("share, in standard errors");
  ForEachUnivariate([&](const Owned& d) {
    const std::vector<double> draws = Draws(d, 1, kDraws);
    const RealDistribution real = RealDistributionOf(d);
    for (const double at : Draws(d, 2, 4)) {
      const double share = ShareUpTo(real, at);
      const auto below =
          std::count_if(draws.begin(), draws.end(), [&](double x) { return x <= at; });
      const double found = static_cast<double>(below) / kDraws;
      const double error = std::sqrt(share * (1 - share) / kDraws) + 1e-15;
      worst.Include(d.family->name(), std::abs(found - share) / error);
      EXPECT_LE(std::abs(found - share), kStandardErrors * error) << d << " up to " << at;
    }
  });
}

TEST(Sample, HasTheDistributionsMeanAndVariance) {
  WorstOf<std::string> worst("moment, in standard errors");
  ForEachUnivariate([&](const Owned& d) {
    const RealDistribution real = RealDistributionOf(d);
    const auto moment = [&](int power, const Digits& about) {
      return ExpectationOf(real, [&](const Point& x) {
        Digits product = 1;
        for (int i = 0; i < power; ++i) product *= x.Minus(about);
        return product;
      });
    };
    const RealExpectation fourth = moment(4, 0);
    if (fourth.diverges) return;
    const Digits mean = moment(1, 0).value;
    const double variance = Of(moment(2, mean).value), kurtosis = Of(moment(4, mean).value);
    if (kurtosis > 100 * variance * variance) return;  // where 2e5 draws are few
    Digits sum = 0, squares = 0;
    for (const double x : Draws(d, 3, kDraws)) {
      const Digits off = x - mean;
      sum += off;
      squares += off * off;
    }
    const double of_mean = std::sqrt(variance / kDraws),
                 of_variance = std::sqrt((kurtosis - variance * variance) / kDraws);
    const double off_mean = std::abs(Of(sum)) / kDraws,
                 off_variance = std::abs(Of(squares) / kDraws - variance);
    worst.Include(d.family->name(), std::max(off_mean / of_mean, off_variance / of_variance));
    EXPECT_LE(off_mean, kStandardErrors * of_mean) << d;
    EXPECT_LE(off_variance, kStandardErrors * of_variance) << d;
  });
}

TEST(Sample, IsTheSameForASeedAndInsideTheSupport) {
  ForEachSeed([](Random& random) {
    ForEachFamily([&](const Family& family, int parametrization) {
      for (const Size size : {Size::kOrdinary, Size::kExtreme}) {
        const Owned d = SomeOf(family, parametrization, size, random);
        const auto dimension = static_cast<size_t>(family.Dimension(d));
        const uint64_t seed = random.Bits();
        kl::Random one(seed), other(seed);
        std::vector<double> draws(64 * dimension), again(draws.size()), logs(64);
        family.Sample(d, one, draws.data(), 64);
        family.Sample(d, other, again.data(), 64);
        EXPECT_EQ(draws, again) << d;
        if (size == Size::kExtreme) continue;  // the density itself may be beyond all doubles
        family.LogDensity(d, draws.data(), 64, logs.data());
        for (const double log : logs) EXPECT_TRUE(std::isfinite(log)) << d;
      }
    });
  });
}

TEST(Sample, OfExtremeParametersIsInsideTheSupport) {
  const auto expect_inside = [](const Owned& d) {
    const Univariate& family = *d.family->univariate({});
    for (const double x : Draws(d, 5, 2000))
      EXPECT_TRUE(std::isfinite(family.LogDensityAt(d, x))) << d << std::hexfloat << x;
  };
  expect_inside({&BetaFamily(), 0, 0, {1e-3, 1e-3}});
  expect_inside({&BetaFamily(), 0, 0, {1e8, 1e-2}});
  expect_inside({&GammaFamily(), 0, 0, {1e-3, 1}});
  expect_inside({&Chi2Family(), 0, 0, {1e-3}});
  expect_inside({&InverseGammaFamily(), 0, 0, {1e-3, 1}});
  expect_inside({&KumaraswamyFamily(), 0, 0, {1e-3, 1e-3}});
  expect_inside({&WeibullFamily(), 0, 0, {1, 1e-3}});
  expect_inside({&StudentTFamily(), 0, 0, {1e-3, 0, 1}});
  expect_inside({&ParetoFamily(), 0, 0, {1, 1e-3}});
  expect_inside({&VonMisesFamily(), 0, 0, {3, 1e8}});
  expect_inside({&PoissonFamily(), 0, 0, {1e12}});
  expect_inside({&BinomialFamily(), 0, 0, {1e15, 1e-12}});
  expect_inside({&NegativeBinomialFamily(), 0, 0, {1e-3, 0.999}});
  expect_inside({&GeometricFamily(), 0, 0, {1e-12}});
  expect_inside({&ContinuousBernoulliFamily(), 1, 0, {700}});
}

}  // namespace
}  // namespace kl::test
