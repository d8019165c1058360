#include <gtest/gtest.h>

#include <cmath>

#include "distributions/parameters.h"
#include "divergence/gradient.h"
#include "support/distribution_reference.h"

// Derivatives by the numbers of distributions that are made of others.

namespace kl::test {
namespace {

/// Components' numbers follow those of the whole.
struct Whole {
  const Family* family;
  std::vector<double> numbers;
  std::vector<Owned> parts;
  std::vector<Distribution> components{parts.begin(), parts.end()};

  operator Distribution() const { return {family, 0, 2, 0, numbers, components}; }

  /// Of a mixture, with its numbers and the components' moved.
  RealDistribution Real(const Numbers& moved) const {
    const size_t n = parts.size();
    std::vector<RealDistribution> reals;
    size_t next = n;
    Digits sum = 0;
    RealDistribution whole;
    whole.low = kInfinity, whole.high = -kInfinity;
    for (size_t i = 0; i < n; ++i) {
      const auto first = moved.begin() + static_cast<std::ptrdiff_t>(next);
      next += parts[i].numbers.size();
      const auto last = moved.begin() + static_cast<std::ptrdiff_t>(next);
      reals.push_back(RealDistributionOf(parts[i].family->name(), 0, Numbers(first, last)));
      sum += moved[i];
      whole.low = std::min(whole.low, reals[i].low);
      whole.high = std::max(whole.high, reals[i].high);
      for (const double x : reals[i].breaks) whole.breaks.push_back(x);
      for (const double x : {reals[i].low, reals[i].high}) {
        if (std::isfinite(x)) whole.breaks.push_back(x);
      }
    }
    whole.log_density = [=](const Point& x) {
      Digits density = 0;
      for (size_t i = 0; i < n; ++i) {
        const bool is_inside = x.x() >= reals[i].low && x.x() <= reals[i].high;
        if (is_inside) density += moved[i] / sum * exp(reals[i].log_density(x));
      }
      return Digits(log(density));
    };
    return whole;
  }
};

std::vector<double> AllNumbersOf(const Whole& whole) {
  std::vector<double> all = whole.numbers;
  for (const Owned& part : whole.parts)
    all.insert(all.end(), part.numbers.begin(), part.numbers.end());
  return all;
}

/// Of P, the mixture, or of Q.
void ExpectMixturesSlope(const Whole& mixture, const Owned& other, bool is_p) {
  const std::vector<double> all = AllNumbersOf(mixture);
  const auto [gradient, problem] = is_p ? Gradient(mixture, other) : Gradient(other, mixture);
  ASSERT_FALSE(problem);
  const std::vector<Derivative>& derivatives = is_p ? gradient.by_p : gradient.by_q;
  ASSERT_EQ(derivatives.size(), all.size());
  const RealDistribution real = RealDistributionOf(other);
  for (size_t i = 0; i < all.size(); ++i) {
    const Digits h = ldexp(Digits(1), -36);
    const auto at = [&](const Digits& by) {
      Numbers moved(all.begin(), all.end());
      moved[i] += by;
      const RealDistribution whole = mixture.Real(moved);
      return (is_p ? DivergenceOf(whole, real) : DivergenceOf(real, whole)).value;
    };
    const Digits want = (at(h) - at(Digits(-h))) / (2 * h);
    const auto& [value, error] = derivatives[i];
    EXPECT_LE(std::abs(static_cast<double>(Digits(want - Digits(value)))), error) << is_p << i;
    EXPECT_LE(error, 1e-9) << is_p << i;
  }
}

TEST(GradientOfParts, OfMixturesIsByWeightsAndComponents) {
  const Whole normals{&MixtureFamily(),
                      {2, 1},
                      {{&NormalFamily(), 0, 0, {0, 1}}, {&NormalFamily(), 0, 0, {3, 0.5}}}};
  const Owned normal{&NormalFamily(), 0, 0, {1, 2}};
  ExpectMixturesSlope(normals, normal, true);
  ExpectMixturesSlope(normals, normal, false);
}

TEST(GradientOfParts, OfMixturesCountsWhereTheyJump) {
  const Whole uniforms{&MixtureFamily(),
                       {2, 1},
                       {{&UniformFamily(), 0, 0, {-1, 3}}, {&UniformFamily(), 0, 0, {0.25, 1.25}}}};
  ExpectMixturesSlope(uniforms, {&NormalFamily(), 0, 0, {1, 2}}, true);
  ExpectMixturesSlope(uniforms, {&BetaFamily(), 0, 0, {2, 3}}, false);
}

TEST(GradientOfParts, OfIndependentComponentsIsTheirs) {
  const Owned a{&LogisticFamily(), 0, 0, {0, 1}}, b{&LogisticFamily(), 0, 0, {1, 2}},
      c{&GammaFamily(), 0, 0, {2, 1}}, d{&WeibullFamily(), 0, 0, {1, 2}};
  const Whole p{&IndependentFamily(), {}, {a, c}}, q{&IndependentFamily(), {}, {b, d}};
  const DistributionGradient whole = Gradient(p, q).value, first = Gradient(a, b).value,
                             second = Gradient(c, d).value;
  ASSERT_EQ(whole.by_p.size(), 4u);
  EXPECT_EQ(whole.by_p[1].value, first.by_p[1].value);
  EXPECT_EQ(whole.by_q[2].value, second.by_q[0].value);
  EXPECT_EQ(whole.p_method, Method::kQuadrature);
}

TEST(GradientOfParts, OfVectorsIsTheFamilysOrNone) {
  const Owned p{&DirichletFamily(), 0, 2, {2, 3}}, q{&DirichletFamily(), 0, 2, {3, 2}};
  EXPECT_EQ(Gradient(p, q).value.by_p.size(), 2u);
  const Whole mixture{&MixtureFamily(), {1, 1}, {p, q}};
  EXPECT_EQ(Gradient(mixture, p).problem.status, Status::kNoClosedForm);
}

}  // namespace
}  // namespace kl::test
