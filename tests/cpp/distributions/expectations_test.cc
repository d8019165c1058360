#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "distributions/parameters.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// Expectations of statistics, and entropies, against quadrature and sums in 57 digits.

namespace kl::test {
namespace {

constexpr double kRelative = 1e-11;

constexpr std::array kKinds = {
    Statistic::kShift,        Statistic::kSquare,
    Statistic::kAbs,          Statistic::kPower,
    Statistic::kLog,          Statistic::kLogSquared,
    Statistic::kLog1m,        Statistic::kLog1mPower,
    Statistic::kExp,          Statistic::kCos,
    Statistic::kLogFactorial, Statistic::kLogRising,
    Statistic::kLogFalling,   Statistic::kLogOnePlusSquare,
};

/// Whether the statistic is defined wherever the distribution has mass.
bool IsDefinedOn(const Support& support, const Statistic& statistic) {
  switch (statistic.kind) {
    case Statistic::kPower:
    case Statistic::kLog:
    case Statistic::kLogSquared:
      return support.low >= 0 && !support.is_discrete;
    case Statistic::kCos:
      return !support.is_discrete;  // of angles
    case Statistic::kLog1m:
    case Statistic::kLog1mPower:
      return support.low >= 0 && support.high <= 1 && !support.is_discrete;
    case Statistic::kLogFactorial:
    case Statistic::kLogRising:
      return support.is_discrete;
    case Statistic::kLogFalling:
      return support.is_discrete && support.high <= statistic.a;
    default:
      return true;
  }
}

Statistic SomeOf(Statistic::Kind kind, Random& random) {
  const double any = random.Signed(), positive = random.WithExponent(-2, 1);
  switch (kind) {
    case Statistic::kPower:
    case Statistic::kExp:
      return {kind, 2 * any, positive};
    case Statistic::kLog:
      return {kind, 0, positive};
    case Statistic::kLogOnePlusSquare:
      return {kind, random.OneIn(4) ? 0 : 3 * any, positive};
    case Statistic::kLog1mPower:
    case Statistic::kLogRising:
      return {kind, positive};
    case Statistic::kLogFalling:
      return {kind, 40};
    default:
      return {kind, 3 * any};
  }
}

double Of(const Digits& x) { return static_cast<double>(x); }

TEST(Expectations, AgreeWithTheDefinitionOrAreUnknownAndFinite) {
  WorstOf<std::string> worst("expectation");
  ForEachSeed([&](Random& random) {
    for (const Univariate* family : UnivariateFamilies()) {
      for (const Statistic::Kind kind : kKinds) {
        const int parametrization =
            random.Below(static_cast<int>(family->parametrizations().size()));
        const Owned d = SomeOf(*family, parametrization, Size::kOrdinary, random);
        const Statistic statistic = SomeOf(kind, random);
        if (!IsDefinedOn(family->SupportOf(d), statistic)) continue;
        const Expectation got = family->Expect(d, statistic);
        if (!got.is_known && !random.OneIn(4)) continue;
        const RealExpectation want =
            ExpectationOf(RealDistributionOf(d),
                          [&](const Point& x) { return StatisticAt(statistic, x); }, {statistic.a});
        std::ostringstream what;
        what << d << " statistic " << kind << ", " << statistic.a << ", " << statistic.b;
        EXPECT_EQ(want.diverges, got.is_known && std::isinf(got.value))
            << what.str() << ": " << got.value << " instead of " << Of(want.value);
        if (!got.is_known || want.diverges) continue;
        const double error = std::abs(Of(want.value - Digits(got.value)));
        worst.Include(family->name(), error / Of(want.magnitude) * 0x1p52);
        EXPECT_LE(error, kRelative * Of(want.magnitude))
            << what.str() << ": " << got.value << " instead of " << Of(want.value);
      }
    }
  });
}

TEST(Expectations, EntropyIsThatOfMinusLogDensity) {
  WorstOf<std::string> worst("entropy");
  ForEachSeed([&](Random& random) {
    for (const Univariate* family : UnivariateFamilies()) {
      for (int i = 0; i < 2; ++i) {
        const int parametrization =
            random.Below(static_cast<int>(family->parametrizations().size()));
        const Owned d = SomeOf(*family, parametrization, Size::kOrdinary, random);
        const RealDistribution real = RealDistributionOf(d);
        const RealExpectation want =
            ExpectationOf(real, [&](const Point& x) { return Digits(-real.log_density(x)); });
        const double got = family->Entropy(d), error = std::abs(Of(want.value - Digits(got)));
        worst.Include(family->name(), error / Of(want.magnitude) * 0x1p52);
        EXPECT_LE(error, kRelative * Of(want.magnitude))
            << d << got << " instead of " << Of(want.value);
      }
    }
  });
}

}  // namespace
}  // namespace kl::test
