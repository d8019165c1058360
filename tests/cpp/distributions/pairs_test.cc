#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "distributions/parameters.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// D(P‖Q) of distributions of two families against the definition, integrated or summed in 57 digits.

namespace kl::test {
namespace {

struct FamilyPair {
  const Univariate *p, *q;
};

FamilyPair SomeFamilies(Random& random) {
  const std::vector<const Univariate*> all = UnivariateFamilies();
  for (;;) {
    const Univariate *p = random.Pick(all), *q = random.Pick(all);
    if (p != q) return {p, q};
  }
}

Owned SomeOf(const Univariate& family, Random& random) {
  const int parametrization = random.Below(static_cast<int>(family.parametrizations().size()));
  return SomeOf(family, parametrization, Size::kOrdinary, random);
}

TEST(Pairs, OfTwoFamiliesAgreeWithTheDefinition) {
  constexpr int kFinite = 160;
  WorstOf<const char*> worst("pairs");
  ForEachSeed([&](Random& random) {
    for (int finite = 0; finite < kFinite && !testing::Test::HasFailure();) {
      const auto [p_family, q_family] = SomeFamilies(random);
      const Owned p = SomeOf(*p_family, random), q = SomeOf(*q_family, random);
      const Finding found = KlDivergence(p, q).value;
      const bool is_support =
          found.reason == Reason::kSupport || found.reason == Reason::kDiscreteInContinuous;
      if (is_support && !random.OneIn(20)) continue;
      const RealExpectation want = DivergenceOf(RealDistributionOf(p), RealDistributionOf(q));
      const double exact = want.diverges ? kInfinity : static_cast<double>(want.value);
      EXPECT_EQ(std::isinf(exact), std::isinf(found.value)) << p << q;
      if (std::isinf(found.value)) continue;
      const double off = std::abs(static_cast<double>(Digits(want.value - Digits(found.value))));
      worst.Include("relative", off / exact);
      worst.Include("of its bound", off / found.error);
      EXPECT_LE(off, 1e-9 * exact) << p << q << found.value << " instead of " << exact;
      EXPECT_LE(off, found.error) << p << q << found.value << " instead of " << exact;
      ++finite;
    }
  });
}

TEST(Pairs, OfHeavyTailsAroundIntervalsAndCauchysHaveClosedForms) {
  const SmallDistribution cauchy(CauchyFamily(), {0.25, 2}), half(HalfCauchyFamily(), {1.5}),
      student(StudentTFamily(), {4, 1, 0.5}), centred(StudentTFamily(), {3, 0, 2}),
      narrow(UniformFamily(), {1, 1.0625}), wide(UniformFamily(), {0, 40});
  const std::pair<Distribution, Distribution> pairs[] = {
      {narrow, cauchy}, {narrow, half},  {narrow, student}, {wide, cauchy},
      {wide, half},     {wide, student}, {cauchy, student}, {half, centred}};
  for (const auto& [p, q] : pairs) {
    const Finding found = KlDivergence(p, q).value;
    const double want =
        static_cast<double>(DivergenceOf(RealDistributionOf(p), RealDistributionOf(q)).value);
    EXPECT_EQ(found.method, Method::kClosedForm) << p.family->name() << q.family->name();
    EXPECT_NEAR(found.value, want, 4e-15 * want) << p.family->name() << q.family->name();
  }
}

/// Tails so heavy that log p/q has hardly a mean: a good part of the integral lies where no double reaches.
TEST(Pairs, WhoseMeanNearlyDivergesAgreeWithTheDefinition) {
  const SmallDistribution gumbel(GumbelFamily(), {0.625, 0.1875}),
      logistic(LogisticFamily(), {-1, 0.5});
  for (const double excess : {0.1, 0.01, 0.0012, 0.0007}) {
    const SmallDistribution pareto(ParetoFamily(), {1.0625, 1 + excess}),
        inverse(InverseGammaFamily(), {1 + excess, 2}),
        student(StudentTFamily(), {1 + excess, 0, 1});
    const std::pair<Distribution, Distribution> pairs[] = {{pareto, gumbel},
                                                           {pareto, logistic},
                                                           {inverse, gumbel},
                                                           {inverse, logistic},
                                                           {student, logistic}};
    for (const auto& [p, q] : pairs) {
      const Finding found = KlDivergence(p, q).value;
      const Digits want = DivergenceOf(RealDistributionOf(p), RealDistributionOf(q)).value;
      const double off = std::abs(static_cast<double>(Digits(want - Digits(found.value))));
      SCOPED_TRACE(testing::Message() << p.family->name() << q.family->name() << excess);
      EXPECT_LE(off, 1e-9 * static_cast<double>(want));
      EXPECT_LE(off, found.error);
    }
  }
}

/// Members with narrow and with wide supports, about 0, and with heavy heads, as each family can have them.
std::vector<Owned> Representatives(const Univariate& family) {
  const std::vector<Owned> of_all = {Representative(family, 0, 0), Representative(family, 0, 0.25)};
  std::vector<Owned> members = of_all;
  const auto add = [&](const char* name, std::vector<double> numbers) {
    if (family.name() == std::string(name)) members.push_back({&family, 0, 0, std::move(numbers)});
  };
  add("Uniform", {0.25, 0.75});
  add("Uniform", {-4, 9});
  add("Uniform", {0, 1});
  add("Laplace", {0, 1});
  add("Cauchy", {0, 3});
  add("StudentT", {2.5, 0, 3});
  add("Weibull", {2, 0.5});
  add("LogUniform", {0.25, 0.75});
  add("LogUniform", {0.125, 16});
  add("Pareto", {0.125, 3});
  add("Pareto", {0.125, 1});
  add("Binomial", {1, 0.5});
  add("Binomial", {9, 0.5});
  return members;
}

/// A closed form before all others, then an answer that is finite, then a reason.
int Rank(const Finding& found) {
  if (found.method == Method::kClosedForm) return 0;
  if (std::isfinite(found.value)) return 1;
  return found.reason == Reason::kExpectation ? 2 : 3;
}

/// Looks at D of all members of both families, and returns what the best of them is like.
int BestRank(const Univariate& p_family, const Univariate& q_family) {
  int best = 3;
  for (const Owned& p : Representatives(p_family)) {
    for (const Owned& q : Representatives(q_family)) {
      const Result<Finding> result = KlDivergence(p, q);
      const Finding& found = result.value;
      EXPECT_FALSE(result.problem) << p << q;
      EXPECT_GE(found.value, 0) << p << q;
      EXPECT_FALSE(std::isnan(found.error)) << p << q;
      EXPECT_EQ(std::isinf(found.value), found.method == Method::kInfinite) << p << q;
      EXPECT_EQ(std::isinf(found.value), found.reason != Reason::kNone) << p << q;
      best = std::min(best, Rank(found));
      if (std::isinf(found.value)) continue;
      EXPECT_LE(found.error, 1e-9 * found.value + 1e-24) << p << q;  // 0 of P = P, by quadrature
    }
  }
  return best;
}

TEST(Pairs, OfAllFamiliesHaveAFiniteAnswerOrAReason) {
  const std::vector<const Univariate*> all = UnivariateFamilies();
  std::array<int, 4> by_rank{};
  for (const Univariate* p : all) {
    for (const Univariate* q : all) ++by_rank[static_cast<size_t>(BestRank(*p, *q))];
  }
  const std::vector<double> full = {0, 1, 2, 0.5, 0.5, 1}, diagonal = {1, 0, 1, 2},
                            low_rank = {1, 0, 0.5, 1, 1, 2}, concentrations = {1, 2};
  const Distribution multivariate[] = {{&MultivariateNormalFamily(), 0, 2, 0, full, {}},
                                       {&DiagonalNormalFamily(), 0, 2, 0, diagonal, {}},
                                       {&LowRankMultivariateNormalFamily(), 0, 2, 1, low_rank, {}},
                                       {&DirichletFamily(), 0, 2, 0, concentrations, {}}};
  int of_vectors = 0;
  for (const Distribution& p : multivariate) {
    for (const Distribution& q : multivariate) {
      const Result<Finding> result = KlDivergence(p, q);
      if (!result.problem && result.value.method == Method::kClosedForm) ++of_vectors;
    }
  }
  std::printf(
      "%zu families of one number: %d pairs with a closed form, %d by sums, series or quadrature, "
      "%d infinite by an expectation, %d by their supports. Of vectors: %d with a closed form\n",
      all.size(), by_rank[0], by_rank[1], by_rank[2], by_rank[3], of_vectors);
  EXPECT_GT(by_rank[0], 200);
}

}  // namespace
}  // namespace kl::test
