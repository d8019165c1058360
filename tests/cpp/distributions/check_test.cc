#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "distributions/parameters.h"
#include "divergence/kl_divergence.h"

// Every rule of every parameter of every family is enforced, and what breaks it is named.

namespace kl::test {
namespace {

const double kNan = std::numeric_limits<double>::quiet_NaN();

struct Bad {
  double value;
  Status status;
};

/// What breaks a rule, but for numbers that are not finite, which break all of them.
std::vector<Bad> BadValues(Rule rule) {
  std::vector<Bad> bad;
  for (const double x : {kNan, kInfinity, -kInfinity})
    bad.push_back({x, Status::kParameterNotFinite});
  const auto add = [&](Status status, std::initializer_list<double> values) {
    for (const double x : values) bad.push_back({x, status});
  };
  const double above_one = 0x1.0000000000001p+0;
  switch (rule) {
    case Rule::kFinite:
      break;
    case Rule::kPositive:
      add(Status::kParameterNotPositive, {0, -0.0, -5e-324, -1});
      break;
    case Rule::kNonNegative:
      add(Status::kParameterNegative, {-5e-324, -1});
      break;
    case Rule::kWhole:
      add(Status::kParameterNotWhole, {-1, 0.5, 3.0000000000000004, 0x1p53 + 2});
      break;
    case Rule::kProbability:
      add(Status::kParameterNotAProbability, {-5e-324, above_one});
      break;
    case Rule::kOpenProbability:
      add(Status::kParameterNotAnOpenProbability, {0, 1, -1, above_one});
      break;
    case Rule::kPositiveProbability:
      add(Status::kParameterNotAPositiveProbability, {0, -1, above_one});
      break;
    case Rule::kBelowOne:
      add(Status::kParameterNotBelowOne, {-5e-324, 1, 2});
      break;
  }
  return bad;
}

void ExpectRefused(Owned d, size_t number, const Parameter& parameter, std::ptrdiff_t index,
                   std::ptrdiff_t element) {
  ASSERT_FALSE(Check(d, Argument::kP)) << d;
  for (const auto& [value, status] : BadValues(parameter.rule)) {
    d.numbers[number] = value;
    const Problem problem = Check(d, Argument::kQ);
    EXPECT_EQ(problem.status, status) << d << parameter.name;
    EXPECT_EQ(problem.argument, Argument::kQ) << d;
    EXPECT_EQ(problem.index, index) << d;
    EXPECT_EQ(problem.element, element) << d;
    EXPECT_TRUE(problem.value == value || (std::isnan(problem.value) && std::isnan(value))) << d;
  }
}

TEST(Check, EnforcesEveryRuleOfEveryParameter) {
  ForEachFamily([](const Family& family, int parametrization) {
    const Owned d = Representative(family, parametrization, 0);
    size_t number = 0;
    std::ptrdiff_t index = 0;
    for (const Parameter& parameter :
         family.parametrizations()[static_cast<size_t>(parametrization)]) {
      const bool is_vector = parameter.shape == Shape::kVector;
      for (int i = 0; i < (is_vector ? d.dimension : 1); ++i, ++number)
        ExpectRefused(d, number, parameter, index, is_vector ? i : kNoIndex);
      ++index;
    }
    EXPECT_EQ(number, d.numbers.size());
  });
}

Problem Of(const Family& family, std::vector<double> numbers, int dimension = 0, int rank = 0,
           int parametrization = 0) {
  return Check({&family, parametrization, dimension, rank, numbers, {}}, Argument::kP);
}

TEST(Check, KnowsWhatParametersMustBeTogether) {
  for (const Family* family : {&UniformFamily(), &LogUniformFamily()}) {
    EXPECT_EQ(Of(*family, {2, 1}).status, Status::kBoundsNotOrdered);
    EXPECT_EQ(Of(*family, {1, 1}).status, Status::kBoundsNotOrdered);
  }
  EXPECT_EQ(Of(VonMisesFamily(), {1e300, 1}).status, Status::kParameterTooLarge);
  EXPECT_EQ(Of(CategoricalFamily(), {0, 0}, 2).status, Status::kSumIsZero);
  EXPECT_EQ(Of(CategoricalFamily(), {}, 0).status, Status::kEmpty);
  EXPECT_EQ(Of(DirichletFamily(), {1}, 1).status, Status::kTooFewDimensions);
}

TEST(Check, KnowsWhatMatricesMustBe) {
  const auto expect = [](std::vector<double> matrix, int parametrization, Status status,
                         std::ptrdiff_t element) {
    std::vector<double> numbers = {0, 0};
    numbers.insert(numbers.end(), matrix.begin(), matrix.end());
    const Problem problem = Of(MultivariateNormalFamily(), numbers, 2, 0, parametrization);
    EXPECT_EQ(problem.status, status) << parametrization;
    if (status == Status::kOk) return;
    EXPECT_EQ(problem.index, 1);
    EXPECT_EQ(problem.element, element);
  };
  for (const int by_whole : {0, 2}) {
    expect({2, 1, 1, 2}, by_whole, Status::kOk, 0);
    expect({2, 1, 0.5, 2}, by_whole, Status::kNotSymmetric, 1);
    expect({1, 2, 2, 1}, by_whole, Status::kNotPositiveDefinite, 3);
    expect({1, kNan, kNan, 1}, by_whole, Status::kParameterNotFinite, 1);
  }
  expect({1, 0, -3, 2}, 1, Status::kOk, 0);
  expect({1, 2, 0, 1}, 1, Status::kNotLowerTriangular, 1);
  expect({1, 0, 5, kInfinity}, 1, Status::kParameterNotFinite, 3);
  EXPECT_EQ(Of(LowRankMultivariateNormalFamily(), {0, 0, 1, 2, 1, 0}, 2, 1).status,
            Status::kParameterNotPositive);
  EXPECT_EQ(Of(LowRankMultivariateNormalFamily(), {0, 0, kNan, 2, 1, 1}, 2, 1).index, 1);
}

TEST(Check, LooksIntoComponents) {
  const SmallDistribution good(NormalFamily(), {0, 1}), bad(NormalFamily(), {0, -1}),
      discrete(PoissonFamily(), {3});
  const double weights[] = {0.5, 0.5}, negative[] = {0.5, -0.5};
  const auto mixture = [&](const double(&of)[2], const SmallDistribution& a,
                           const SmallDistribution& b) {
    const Distribution components[] = {a, b};
    return Check({&MixtureFamily(), 0, 2, 0, of, components}, Argument::kP);
  };
  EXPECT_FALSE(mixture(weights, good, good));
  const Problem of_component = mixture(weights, good, bad);
  EXPECT_EQ(of_component.status, Status::kParameterNotPositive);
  EXPECT_EQ(of_component.component, 1);
  EXPECT_EQ(of_component.index, 1);
  EXPECT_EQ(of_component.value, -1);
  EXPECT_EQ(mixture(negative, good, good).status, Status::kParameterNegative);
  EXPECT_EQ(mixture(weights, good, discrete).status, Status::kComponentsDiffer);
  const Distribution components[] = {good, bad};
  const Problem of_product = Check({&IndependentFamily(), 0, 2, 0, {}, components}, Argument::kQ);
  EXPECT_EQ(of_product.status, Status::kParameterNotPositive);
  EXPECT_EQ(of_product.argument, Argument::kQ);
  EXPECT_EQ(of_product.component, 1);
}

TEST(Check, DivergencesNeedAsManyDimensions) {
  const double two[] = {0, 0, 1, 1}, three[] = {0, 0, 0, 1, 1, 1}, alpha[] = {1, 2};
  const Distribution p{&DiagonalNormalFamily(), 0, 2, 0, two, {}},
      q{&DiagonalNormalFamily(), 0, 3, 0, three, {}}, other{&DirichletFamily(), 0, 2, 0, alpha, {}};
  EXPECT_EQ(KlDivergence(p, q).problem.status, Status::kDimensionsDiffer);
  EXPECT_EQ(KlDivergence(other, p).problem.status, Status::kNoClosedForm);
}

}  // namespace
}  // namespace kl::test
