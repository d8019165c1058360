#include "divergence/gradient.h"

#include <gtest/gtest.h>

#include <cmath>

#include "distributions/parameters.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// Derivatives of D(P‖Q) against differences of the definition's integral or sum in 57 digits.

namespace kl::test {
namespace {

struct Place {
  bool of_p;
  size_t number;
};

Derivative At(const DistributionGradient& gradient, const Place& place) {
  return (place.of_p ? gradient.by_p : gradient.by_q)[place.number];
}

/// D(P‖Q) with one number moved, which may have more digits than doubles.
Digits Moved(const Owned& p, const Owned& q, const Place& place, const Digits& by, bool is_near) {
  Numbers numbers[2] = {{p.numbers.begin(), p.numbers.end()}, {q.numbers.begin(), q.numbers.end()}};
  numbers[place.of_p ? 0 : 1][place.number] += by;
  const RealDistribution a = RealDistributionOf(p.family->name(), p.parametrization, numbers[0]),
                         b = RealDistributionOf(q.family->name(), q.parametrization, numbers[1]);
  return (is_near ? NearDivergenceOf(a, b) : DivergenceOf(a, b)).value;
}

/// A step of one bit: the number stays a double, or nearly, so that ends of supports do too.
Digits StepOf(const Owned& p, const Owned& q, const Place& place, int bits) {
  const double x = (place.of_p ? p : q).numbers[place.number];
  return ldexp(Digits(1), (x == 0 ? 0 : std::ilogb(x)) - bits);
}

/// [D(θ + h) − D(θ − h)]/2h, right to h².
Digits Central(const Owned& p, const Owned& q, const Place& place, int bits, bool is_near) {
  const Digits h = StepOf(p, q, place, bits);
  return (Moved(p, q, place, h, is_near) - Moved(p, q, place, Digits(-h), is_near)) / (2 * h);
}

/// [−11 D(θ) + 18 D(θ + h) − 9 D(θ + 2h) + 2 D(θ + 3h)]/6h, right to h³; h of either sign.
Digits OneSided(const Owned& p, const Owned& q, const Place& place, int sign) {
  const Digits h = sign * StepOf(p, q, place, 28);
  const auto at = [&](int k) { return Moved(p, q, place, Digits(k * h), false); };
  return (-11 * at(0) + 18 * at(1) - 9 * at(2) + 2 * at(3)) / (6 * h);
}

class GradientTest : public testing::Test {
 protected:
  void ExpectRight(const Owned& p, const Owned& q, const Place& place, const Digits& want,
                   const char* kind) {
    const auto [gradient, problem] = Gradient(p, q);
    ASSERT_FALSE(problem) << p << q;
    ASSERT_EQ(gradient.by_p.size(), p.numbers.size()) << p << q;
    ASSERT_EQ(gradient.by_q.size(), q.numbers.size()) << p << q;
    const auto [value, error] = At(gradient, place);
    const double exact = static_cast<double>(want);
    const double off = std::abs(static_cast<double>(Digits(want - Digits(value))));
    worst_.Include(std::string(kind) + ", relative", off / std::abs(exact));
    worst_.Include(std::string(kind) + ", of its bound", off / error);
    EXPECT_LE(off, error) << kind << ' ' << p << q << (place.of_p ? 'p' : 'q') << place.number
                          << ": " << value << " instead of " << exact;
    EXPECT_LE(error, 1e-9 * (1 + std::abs(exact)))
        << kind << ' ' << p << q << (place.of_p ? 'p' : 'q') << place.number;
  }

  WorstOf<std::string> worst_{"gradient"};
};

Owned SomeOf(const Univariate& family, Random& random) {
  const int parametrization = random.Below(static_cast<int>(family.parametrizations().size()));
  return SomeOf(family, parametrization, Size::kOrdinary, random);
}

/// Whether low, and high, or scale are where the support ends.
bool HasMovingEnds(const Family& family) {
  return &family == &UniformFamily() || &family == &LogUniformFamily() ||
         &family == &ParetoFamily();
}

Place SomePlace(const Owned& p, const Owned& q, Random& random) {
  for (;;) {
    const bool of_p = random.OneIn(2);
    const Owned& d = of_p ? p : q;
    const size_t number = static_cast<size_t>(random.Below(static_cast<int>(d.numbers.size())));
    const Parametrization parameters =
        d.family->parametrizations()[static_cast<size_t>(d.parametrization)];
    if (number >= parameters.size() || parameters[number].rule != Rule::kWhole)
      return {of_p, number};
  }
}

TEST_F(GradientTest, OfTwoFamiliesIsTheDefinitionsSlope) {
  const std::vector<const Univariate*> all = UnivariateFamilies();
  ForEachSeed([&](Random& random) {
    int finite = 0, unknown = 0;
    while (finite < 15 * kEffort && !HasFailure()) {
      const Univariate *p_family = random.Pick(all), *q_family = random.Pick(all);
      const Owned p = SomeOf(*p_family, random), q = SomeOf(*q_family, random);
      constexpr double kHuge = 1e9;  // from there on, parts of integrals may lie beyond all doubles
      if (Gradient(p, q).problem || KlDivergence(p, q).value.value > kHuge) continue;
      ++finite;
      const Place place = SomePlace(p, q, random);
      if (At(Gradient(p, q).value, place).error ==
          kInfinity) {  // tails that hardly have a variance
        ++unknown;
        continue;
      }
      ExpectRight(p, q, place, Central(p, q, place, 36, false),
                  p_family == q_family ? "one family" : "two families");
    }
    EXPECT_LE(unknown, finite / 10);
  });
}

TEST_F(GradientTest, OfMembersOfOneFamilyIsTheDefinitionsSlope) {
  ForEachSeed([&](Random& random) {
    for (const Univariate* family : UnivariateFamilies()) {
      const Owned p = SomeOf(*family, random), q = PartnerOf(p, Size::kOrdinary, random);
      const Place place = SomePlace(p, q, random);
      if (Gradient(p, q).problem) continue;
      const bool is_shared_end =
          HasMovingEnds(*family) && p.numbers[place.number] == q.numbers[place.number];
      const int inwards = place.number == 0 ? 1 : -1;
      const Digits want = is_shared_end ? OneSided(p, q, place, place.of_p ? inwards : -inwards)
                                        : Central(p, q, place, 36, false);
      ExpectRight(p, q, place, want, family->name());
    }
  });
}

/// Where neither family's form knows the gradient.
TEST_F(GradientTest, LosesNoDigitsAsQComesNearP) {
  ForEachSeed([&](Random& random) {
    for (const Family* family : {&KumaraswamyFamily(), &LogisticFamily(), &StudentTFamily()}) {
      for (int i = 0; i < kEffort; ++i) {
        const Owned p = SomeOf(*family, 0, Size::kOrdinary, random);
        Owned q = p;
        const int shift = random.Between(6, 30);
        for (double& x : q.numbers) x *= 1 + random.Small(shift, shift);
        const Place place = SomePlace(p, q, random);
        const Digits want = Central(p, q, place, shift + 36, true);
        const auto [value, error] = At(Gradient(p, q).value, place);
        ExpectRight(p, q, place, want, "near");
        const double scale = std::ldexp(1.0, -shift);
        EXPECT_LE(error, 1e-8 * scale) << p << q << shift << ' ' << value;
      }
    }
  });
}

/// P's mass falls as x^−alpha and log q as −x^power: E log q hardly converges.
TEST_F(GradientTest, OfTailsBeyondAllDoublesIsWithinItsError) {
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 3 * kEffort; ++i) {
      const double scale = random.WithExponent(-3, 3), power = random.WithExponent(-2, 0);
      const Owned qs[] = {SomeOf(LaplaceFamily(), 0, Size::kOrdinary, random),
                          SomeOf(NormalFamily(), 0, Size::kOrdinary, random),
                          SomeOf(GammaFamily(), 0, Size::kOrdinary, random),
                          {&WeibullFamily(), 0, 0, {scale, power}}};
      const double powers[] = {1, 2, 1, power};
      const int k = random.Below(4);
      const double alpha = powers[k] + 0.02 + 0.3 * random.Unit();
      const Owned p = random.OneIn(2)
                          ? Owned{&ParetoFamily(), 0, 0, {random.WithExponent(-1, 1), alpha}}
                          : Owned{&InverseGammaFamily(), 0, 0, {alpha, random.WithExponent(-1, 1)}};
      const Place place = SomePlace(p, qs[k], random);
      const auto [value, error] = At(Gradient(p, qs[k]).value, place);
      const Digits want = Central(p, qs[k], place, 36, false);
      const double off = std::abs(static_cast<double>(Digits(want - Digits(value))));
      worst_.Include("tails", off / error);
      EXPECT_LE(off, error) << p << qs[k] << (place.of_p ? 'p' : 'q') << place.number << ' '
                            << value;
      EXPECT_LE(error, 1e-6 * (1 + std::abs(value)))
          << p << qs[k] << (place.of_p ? 'p' : 'q') << place.number;
    }
  });
}

TEST_F(GradientTest, ByAnEndOfASharedSupportIsTheSlopeFromWithin) {
  const Owned uniform{&UniformFamily(), 0, 0, {0, 1}};
  const Owned bernoulli{&ContinuousBernoulliFamily(), 0, 0, {0.3}};
  ExpectRight(uniform, bernoulli, {true, 1}, OneSided(uniform, bernoulli, {true, 1}, -1), "end");
  ExpectRight(uniform, bernoulli, {true, 0}, OneSided(uniform, bernoulli, {true, 0}, 1), "end");
  const Owned beta{&BetaFamily(), 0, 0, {2.5, 0.75}};
  ExpectRight(beta, uniform, {false, 1}, OneSided(beta, uniform, {false, 1}, 1), "end");
  ExpectRight(beta, uniform, {false, 0}, OneSided(beta, uniform, {false, 0}, -1), "end");
  const Owned pareto{&ParetoFamily(), 0, 0, {2, 3.5}},
      log_uniform{&LogUniformFamily(), 0, 0, {2, 7}};
  ExpectRight(log_uniform, pareto, {true, 0}, OneSided(log_uniform, pareto, {true, 0}, 1), "end");
  ExpectRight(log_uniform, pareto, {false, 0}, OneSided(log_uniform, pareto, {false, 0}, -1),
              "end");
}

TEST(Gradient, IsInfiniteWhereTheSlopeIs) {
  const Owned uniform{&UniformFamily(), 0, 0, {0, 1}}, beta{&BetaFamily(), 0, 0, {2, 0.5}};
  const DistributionGradient at_ends = Gradient(uniform, beta).value;
  EXPECT_EQ(at_ends.by_p[0].value, -kInfinity);  // q is 0 there
  EXPECT_EQ(at_ends.by_p[1].value, -kInfinity);  // q is ∞ there
  const Owned never{&BernoulliFamily(), 0, 0, {0}}, always{&BernoulliFamily(), 0, 0, {1}};
  const Owned poisson{&PoissonFamily(), 0, 0, {2}}, none{&PoissonFamily(), 0, 0, {0}};
  EXPECT_EQ(Gradient(never, poisson).value.by_p[0].value, -kInfinity);
  EXPECT_EQ(Gradient(never, poisson).value.by_q[0].value, 1);
  EXPECT_EQ(Gradient(always, poisson).value.by_p[0].value, kInfinity);
  EXPECT_EQ(Gradient(never, none).value.by_p[0].value, kInfinity);
  EXPECT_EQ(Gradient(none, never).value.by_q[0].value, 1);
  const Owned weights{&CategoricalFamily(), 0, 3, {0.5, 0, 0.5}};
  EXPECT_EQ(Gradient(weights, poisson).value.by_p[1].value, -kInfinity);
}

TEST(Gradient, OfExtremesIsNeverNaN) {
  ForEachSeed([](Random& random) {
    const std::vector<const Univariate*> all = UnivariateFamilies();
    for (int i = 0; i < 60 * kEffort; ++i) {
      const Owned p = SomeOf(*random.Pick(all), 0, Size::kExtreme, random),
                  q = SomeOf(*random.Pick(all), 0,
                             random.OneIn(2) ? Size::kExtreme : Size::kOrdinary, random);
      const auto [gradient, problem] = Gradient(p, q);
      for (const auto* by : {&gradient.by_p, &gradient.by_q}) {
        for (const auto& [value, error] : *by) {
          EXPECT_FALSE(std::isnan(value)) << p << q;
          EXPECT_GE(error, 0) << p << q;
        }
      }
    }
  });
}

TEST(Gradient, OfAnInfiniteDivergenceIsAProblem) {
  const Owned normal{&NormalFamily(), 0, 0, {0, 1}}, gamma{&GammaFamily(), 0, 0, {2, 1}},
      cauchy{&CauchyFamily(), 0, 0, {0, 1}}, poisson{&PoissonFamily(), 0, 0, {2}};
  EXPECT_EQ(Gradient(normal, gamma).problem.status, Status::kDivergenceIsInfinite);
  EXPECT_EQ(Gradient(cauchy, normal).problem.status, Status::kDivergenceIsInfinite);
  EXPECT_EQ(Gradient(poisson, normal).problem.status, Status::kDivergenceIsInfinite);
}

}  // namespace
}  // namespace kl::test
