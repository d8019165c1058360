#include <gtest/gtest.h>

#include <cmath>

#include "distributions/normals.h"
#include "divergence/gradient.h"
#include "support/distribution_reference_gaussian.h"
#include "support/worst.h"

// ∂D(P‖Q)/∂ the numbers of two multivariate normal distributions, each given in any of five ways, against differences of the
// textbook's form in 115 digits.

namespace kl::test {
namespace {

constexpr double kRelative = 1e-8;  // of differences of doubles

/// An element of L above its diagonal, which is no number of the distribution.
bool IsAboveDiagonal(const Normals& d, size_t number) {
  const auto n = static_cast<size_t>(d.d.dimension);
  if (d.d.family != &MultivariateNormalFamily() || d.d.parametrization != 1 || number < n)
    return false;
  return (number - n) % n > (number - n) / n;
}

/// [D(θ + h) − D(θ − h)]/2h.
double Slope(const Normals& p, const Normals& q, bool of_p, size_t number) {
  Normals moved = of_p ? p : q;
  const double at = moved.d.numbers[number], h = std::ldexp(1, -22);
  const auto divergence = [&](double x) {
    moved.d.numbers[number] = x;
    return of_p ? ExactGaussianDivergence(moved, q) : ExactGaussianDivergence(p, moved);
  };
  const Wanted up = divergence(at + h), down = divergence(at - h);
  const double parts = (up.nearest - down.nearest) + (up.rest * up.ulp - down.rest * down.ulp);
  return parts / ((at + h) - (at - h));
}

TEST(GaussianGradient, IsTheSlopeOfTheDivergenceWhicheverWayBothAreGiven) {
  WorstOf<std::string> worst("gradient");
  ForEachSeed([&](Random& random) {
    for (const Way p_way : kWays) {
      for (const Way q_way : kWays) {
        const auto n = static_cast<size_t>(random.Between(1, 4));
        const Normals p = SomeNormals(p_way, n, random), q = SomeNormals(q_way, n, random);
        const auto [gradient, problem] = Gradient(p, q);
        ASSERT_FALSE(problem) << p << q;
        for (const bool of_p : {true, false}) {
          const Normals& d = of_p ? p : q;
          const std::vector<Derivative>& by = of_p ? gradient.by_p : gradient.by_q;
          ASSERT_EQ(by.size(), d.d.numbers.size());
          double largest = 1;
          for (const Derivative& derivative : by)
            largest = std::max(largest, std::abs(derivative.value));
          for (size_t k = 0; k < by.size(); ++k) {
            const double want = IsAboveDiagonal(d, k) ? 0 : Slope(p, q, of_p, k);
            const double off = std::abs(by[k].value - want) / largest;
            worst.Include(kNames[static_cast<int>(of_p ? p_way : q_way)], off);
            EXPECT_LE(off, kRelative) << p << q << (of_p ? " by P's number " : " by Q's number ")
                                      << k << ": " << by[k].value << " instead of " << want;
          }
        }
      }
    }
  });
}

TEST(GaussianGradient, IsZeroWherePAndQAreEqual) {
  ForEachSeed([](Random& random) {
    for (const Way way : kWays) {
      const Normals p = SomeNormals(way, static_cast<size_t>(random.Between(1, 5)), random);
      const auto [gradient, problem] = Gradient(p, p);
      ASSERT_FALSE(problem) << p;
      for (const auto& by : {gradient.by_p, gradient.by_q}) {
        for (const Derivative& derivative : by) EXPECT_EQ(derivative.value, 0) << p;
      }
    }
  });
}

}  // namespace
}  // namespace kl::test
