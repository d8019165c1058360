#include <gtest/gtest.h>

#include "distributions/parameters.h"
#include "distributions/random.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// Log densities and their slopes by the parameters, at random points, against 57 digits.

namespace kl::test {
namespace {

double Of(const Digits& x) { return static_cast<double>(x); }

Numbers NumbersOf(const Owned& d) { return Numbers(d.numbers.begin(), d.numbers.end()); }

/// Points where the distribution has its mass.
std::vector<double> PointsOf(const Owned& d, Random& random) {
  kl::Random draws(random.Bits());
  std::vector<double> points(4);
  d.family->Sample(d, draws, points.data(), points.size());
  return points;
}

template <class Check>
void ForEachUnivariate(int repeats, Check check) {
  ForEachSeed([&](Random& random) {
    ForEachFamily([&](const Family& family, int parametrization) {
      const Univariate* univariate = family.univariate({});
      if (!univariate) return;
      for (int i = 0; i < repeats; ++i)
        check(*univariate, SomeOf(family, parametrization, Size::kOrdinary, random), random);
    });
  });
}

TEST(LogDensity, IsThatOfTheTextbook) {
  WorstOf<std::string> worst("log density");
  ForEachUnivariate(4, [&](const Univariate& family, const Owned& d, Random& random) {
    const RealDistribution real = RealDistributionOf(d);
    for (const double x : PointsOf(d, random)) {
      if (!real.is_discrete && !(x > real.low && x < real.high)) continue;
      const double want = Of(real.log_density(Point(Digits(x)))), got = family.LogDensityAt(d, x);
      const double error = std::abs(got - want) / (1 + std::abs(want));
      worst.Include(family.name(), error * 0x1p52);
      EXPECT_LE(error, 1e-12) << d << " at " << std::hexfloat << x << ": " << got << " instead of "
                              << want;
    }
  });
}

TEST(LogDensity, IsMinusInfinityOutsideTheSupport) {
  ForEachUnivariate(2, [](const Univariate& family, const Owned& d, Random&) {
    const RealDistribution real = RealDistributionOf(d);
    if (std::isfinite(real.low)) {
      EXPECT_EQ(family.LogDensityAt(d, real.low - 1), -kInfinity) << d;
      EXPECT_EQ(family.LogDensityAt(d, std::nextafter(real.low, -kInfinity)), -kInfinity) << d;
    }
    if (std::isfinite(real.high)) {
      EXPECT_EQ(family.LogDensityAt(d, real.high + 1), -kInfinity) << d;
      EXPECT_EQ(family.LogDensityAt(d, std::nextafter(real.high, kInfinity)), -kInfinity) << d;
    }
    if (!real.is_discrete) return;
    EXPECT_EQ(family.LogDensityAt(d, 0.5), -kInfinity) << d;
  });
}

TEST(LogDensity, OfManyPointsIsThatOfEach) {
  ForEachUnivariate(1, [](const Univariate& family, const Owned& d, Random& random) {
    const std::vector<double> points = PointsOf(d, random);
    std::vector<double> logs(points.size());
    family.LogDensity(d, points.data(), points.size(), logs.data());
    for (size_t i = 0; i < points.size(); ++i)
      EXPECT_EQ(logs[i], family.LogDensityAt(d, points[i])) << d << " at " << points[i];
  });
}

TEST(LogDensity, HasTheScoreAsItsSlope) {
  WorstOf<std::string> worst("score");
  ForEachUnivariate(2, [&](const Univariate& family, const Owned& d, Random& random) {
    const RealDistribution real = RealDistributionOf(d);
    const double x = PointsOf(d, random)[0];
    if (!(x > real.low && x < real.high) && !real.is_discrete) return;
    std::vector<double> score(d.numbers.size());
    family.Score(d, x, score);
    const Parametrization parameters =
        family.parametrizations()[static_cast<size_t>(d.parametrization)];
    for (size_t i = 0; i < score.size(); ++i) {
      if (parameters[std::min(i, parameters.size() - 1)].rule == Rule::kWhole) continue;
      const auto log_at = [&](const Digits& number) {
        Numbers numbers = NumbersOf(d);
        numbers[i] = number;
        return RealDistributionOf(family.name(), d.parametrization, numbers)
            .log_density(Point(Digits(x)));
      };
      const Digits at = d.numbers[i], step = ldexp(Digits(1), -60);
      const Digits up = log_at(Digits(at + step)), down = log_at(Digits(at - step));
      const double want = Of(Digits((up - down) / (2 * step)));
      // Slopes are differences of parts that may be as large as these.
      const double size = 1 + std::abs(want) + std::abs(Of(up)) / std::abs(d.numbers[i]);
      worst.Include(family.name(), std::abs(score[i] - want) / size * 0x1p52);
      EXPECT_LE(std::abs(score[i] - want), 1e-12 * size)
          << d << " at " << std::hexfloat << x << " by number " << i << ": " << score[i]
          << " instead of " << want;
    }
  });
}

}  // namespace
}  // namespace kl::test
