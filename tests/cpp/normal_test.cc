#include "distributions/normal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

#include "distributions/families.h"
#include "divergence/compare.h"
#include "measures/options.h"
#include "support/random.h"
#include "support/reference.h"
#include "support/vectors.h"
#include "support/worst.h"

namespace kl::test {

static std::ostream& operator<<(std::ostream& out, const NormalPair& n) {
  return out << std::hexfloat << "N(" << n.mu_p << ", " << n.sigma_p << "^2), N(" << n.mu_q << ", "
             << n.sigma_q << "^2)" << std::defaultfloat;
}

namespace {

Normal P(const NormalPair& n) { return {n.mu_p, n.sigma_p}; }
Normal Q(const NormalPair& n) { return {n.mu_q, n.sigma_q}; }

SmallDistribution Of(const Normal& n) { return {NormalFamily(), {n.loc, n.scale}}; }

Result<DistributionComparison> CompareNormals(const Normal& p, const Normal& q, double base) {
  const SmallDistribution of_p = Of(p), of_q = Of(q);
  return Compare(of_p, of_q, base);
}

double Near(double x, Random& random) { return x * (1 + random.Small(1, 52)); }

/// Ordinary, near in one parameter or in both, far apart, and extreme.
NormalPair SomePair(Random& random) {
  NormalPair n{4 * random.Signed(), 3 * random.Unit(), 4 * random.Signed(), 3 * random.Unit()};
  const int kind = random.Below(6);
  if (kind == 1 || kind == 3) n.mu_q = Near(n.mu_p, random);
  if (kind == 2 || kind == 3) n.sigma_q = Near(n.sigma_p, random);
  if (kind == 4) n.sigma_q = std::ldexp(n.sigma_q, random.Between(-300, 300));
  if (kind == 5) n.sigma_q = n.sigma_p;
  const int exponent = random.OneIn(3) ? random.Between(-500, 500) : 0;
  for (double* x : {&n.mu_p, &n.sigma_p, &n.mu_q, &n.sigma_q}) *x = std::ldexp(*x, exponent);
  return n;
}

TEST(Normal, IsWithinItsBoundForTheVectors) {
  for (const Row& row : ReadVectors("normal.csv")) {
    SCOPED_TRACE(row.where);
    const NormalPair n{row.Double(0), row.Double(1), row.Double(2), row.Double(3)};
    const double forward = KlDivergence(P(n), Q(n)).value, reverse = KlDivergence(Q(n), P(n)).value;
    EXPECT_LE(UlpError(forward, row.Want(4)), kNormalMaxUlp) << n << " got " << forward;
    EXPECT_LE(UlpError(reverse, row.Want(5)), kNormalMaxUlp) << n << " got " << reverse;
    if (std::isfinite(forward) && std::isfinite(reverse)) {
      EXPECT_LE(UlpError(Asymmetry(P(n), Q(n)), row.Want(6)), 2 * kNormalMaxUlp) << n;
    }
  }
}

TEST(Normal, IsWithinItsBoundForRandomParameters) {
  WorstOf<const char*> worst("Normal");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 4000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const NormalPair n = SomePair(random);
      const double got = KlDivergence(P(n), Q(n)).value;
      const double error = UlpError(got, ExactNormalKl(n));
      worst.Include("forward", error);
      EXPECT_LE(error, kNormalMaxUlp) << n << std::hexfloat << " got " << got;
      EXPECT_GE(got, 0) << n;
    }
  });
}

TEST(Normal, AsymmetryIsWithinItsBoundForRandomParameters) {
  WorstOf<const char*> worst("Normal");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 4000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const NormalPair n = SomePair(random);
      const double got = Asymmetry(P(n), Q(n));
      const double error = UlpError(got, ExactNormalAsymmetry(n));
      worst.Include("asymmetry", error);
      EXPECT_LE(error, 2 * kNormalMaxUlp) << n << std::hexfloat << " got " << got;
    }
  });
}

TEST(Normal, DivergesByZeroExactlyFromItselfAndByMoreFromEveryOther) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const NormalPair n = SomePair(random);
      const Normal p = P(n), wider{p.loc, std::nextafter(p.scale, 1e308)};
      EXPECT_EQ(KlDivergence(p, p).value, 0) << n;
      EXPECT_EQ(Asymmetry(p, p), 0) << n;
      EXPECT_GT(KlDivergence(p, wider).value, 0) << n;
      EXPECT_LT(Asymmetry(p, wider), 0) << n;
    }
  });
}

TEST(Normal, WithOneScaleDivergesByHalfTheSquareOfTheStandardizedDifference) {
  for (int i = -50; i <= 50; ++i) {
    const double mu = i / 10.0;
    EXPECT_EQ(KlDivergence(Normal{mu, 1}, Normal{0, 1}).value, mu * mu / 2);
    EXPECT_EQ(KlDivergence(Normal{0, 1}, Normal{mu, 1}).value, mu * mu / 2);
  }
}

TEST(Normal, OverflowsToInfinityAndSaysSo) {
  const Finding found = KlDivergence(Normal{0, 1e200}, Normal{0, 1e-200});
  EXPECT_EQ(found.value, kInfinity);
  EXPECT_EQ(found.method, Method::kInfinite);
  EXPECT_EQ(found.reason, Reason::kOverflow);
  EXPECT_EQ(KlDivergence(Normal{1e308, 1}, Normal{-1e308, 1e300}).value,
            2e16 + KlDivergence(Normal{0, 1}, Normal{0, 1e300}).value);
}

TEST(Normal, RefusesScalesThatAreNotPositiveAndParametersThatAreNotFinite) {
  const double nan = std::nan("");
  const auto expect = [](const Normal& normal, Status status, std::ptrdiff_t index) {
    const Problem problem = CompareNormals(Normal{0, 1}, normal, kE).problem;
    EXPECT_EQ(problem.status, status);
    EXPECT_EQ(problem.argument, Argument::kQ);
    EXPECT_EQ(problem.index, index);
    EXPECT_EQ(CompareNormals(normal, normal, kE).problem.argument, Argument::kP);
  };
  for (const double bad : {nan, kInfinity, -kInfinity}) {
    expect({bad, 1}, Status::kParameterNotFinite, 0);
    expect({0, bad}, Status::kParameterNotFinite, 1);
  }
  for (const double bad : {0.0, -0.0, -1.0, -5e-324})
    expect({0, bad}, Status::kParameterNotPositive, 1);
  for (const double base : {0.0, 1.0, -2.0, nan})
    EXPECT_EQ(CompareNormals(Normal{}, Normal{}, base).problem.status, Status::kBaseNotUsable);
}

TEST(Normal, ComparisonIsMadeOfTheSameNumbers) {
  const Normal p{1, 2}, q{3, 4};
  const DistributionComparison nats = CompareNormals(p, q, kE).value,
                               bits = CompareNormals(p, q, 2).value;
  EXPECT_EQ(nats.forward.value, KlDivergence(p, q).value);
  EXPECT_EQ(nats.reverse.value, KlDivergence(q, p).value);
  EXPECT_EQ(nats.asymmetry, Asymmetry(p, q));
  EXPECT_EQ(nats.entropy_p, Entropy(p));
  EXPECT_DOUBLE_EQ(nats.jeffreys.value, nats.forward.value + nats.reverse.value);
  EXPECT_DOUBLE_EQ(nats.cross_entropy_forward, Entropy(p) + nats.forward.value);
  EXPECT_DOUBLE_EQ(bits.forward.value, nats.forward.value / 0x1.62e42fefa39efp-1);
  EXPECT_NEAR(Entropy(Normal{7, 1}), 1.4189385332046727, 1e-15);  // log(2 pi e)/2
}

}  // namespace
}  // namespace kl::test
