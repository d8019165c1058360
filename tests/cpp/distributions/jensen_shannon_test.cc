#include "divergence/jensen_shannon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "distributions/parameters.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference.h"
#include "support/distribution_reference_functions.h"
#include "support/worst.h"

// The Jensen–Shannon divergence against its definition, ½ D(P‖M) + ½ D(Q‖M), integrated or summed in 57 digits.

namespace kl::test {
namespace {

const double kLog2 = std::log(2.0);

/// ½ E_P log 2/(1 + q/p), by P's half.
Digits HalfOf(const RealDistribution& p, const RealDistribution& q) {
  std::vector<double> breaks;
  const auto add = [&](double x) {
    if (std::isfinite(x) && x > p.low && x < p.high) breaks.push_back(x);
  };
  for (const double end : {q.low, q.high}) add(end);
  for (const double centre :
       q.breaks) {  // and where q, which may be far narrower than p, comes and goes
    for (const double widths : {0, -1, 1, -3, 3, -9, 9}) add(centre + widths * q.width);
  }
  const Digits least = ldexp(Digits(1), -100000);  // the very ends are nobody's
  const RealFunction log_ratio = [&](const Point& x) {
    const Digits log_2 = Log(Digits(2));
    const bool is_below = std::isfinite(q.low) && x.Minus(q.low) < (q.is_discrete ? 0 : least),
               is_above = std::isfinite(q.high) && x.Below(q.high) < (q.is_discrete ? 0 : least);
    if (is_below || is_above) return log_2;
    const Digits t = q.log_density(x) - p.log_density(x);  // log q/p
    if (boost::multiprecision::isinf(t)) return t > 0 ? Digits(0) : log_2;
    return t > 0 ? Digits(log_2 - t - Log1p(Exp(Digits(-t)))) : Digits(log_2 - Log1p(Exp(t)));
  };
  return ExpectationOf(p, log_ratio, breaks).value / 2;
}

Digits Exact(const Distribution& p, const Distribution& q) {
  const RealDistribution of_p = RealDistributionOf(p), of_q = RealDistributionOf(q);
  return HalfOf(of_p, of_q) + HalfOf(of_q, of_p);
}

Owned SomeOf(const Univariate& family, Random& random) {
  const int parametrization = random.Below(static_cast<int>(family.parametrizations().size()));
  return SomeOf(family, parametrization, Size::kOrdinary, random);
}

bool IsDiscrete(const Owned& d) { return d.family->univariate(d)->SupportOf(d).is_discrete; }

class JensenShannon : public testing::Test {
 protected:
  void ExpectRight(const Owned& p, const Owned& q, double tolerance, const char* kind) {
    const Finding found = JensenShannonDivergence(p, q).value;
    const Digits want = Exact(p, q);
    const double exact = static_cast<double>(want);
    const double off = std::abs(static_cast<double>(Digits(want - Digits(found.value))));
    worst_.Include(std::string(kind) + ", relative", off / exact);
    worst_.Include(std::string(kind) + ", of its bound", off / found.error);
    EXPECT_LE(off, found.error) << p << q << found.value << " instead of " << exact;
    EXPECT_LE(found.error, tolerance * exact) << kind << ' ' << p << q << exact;
    EXPECT_GE(found.value, 0) << p << q;
    EXPECT_LE(found.value, kLog2) << p << q;
  }

 private:
  WorstOf<std::string> worst_{"Jensen–Shannon"};
};

TEST_F(JensenShannon, IsTheDefinition) {
  const std::vector<const Univariate*> all = UnivariateFamilies();
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 25 * kEffort && !HasFailure();) {
      const Univariate *p_family = random.Pick(all), *q_family = random.Pick(all);
      const Owned p = SomeOf(*p_family, random), q = SomeOf(*q_family, random);
      if (IsDiscrete(p) != IsDiscrete(q)) continue;
      ++i;
      ExpectRight(p, q, 1e-9, "any");
    }
  });
}

TEST_F(JensenShannon, LosesNoDigitsAsQComesNearP) {
  ForEachSeed([&](Random& random) {
    for (const Univariate* family : UnivariateFamilies()) {
      const std::string name = family->name();
      if (name == "Uniform" || name == "LogUniform" || name == "Pareto") continue;  // see below
      const Owned p = SomeOf(*family, random), q = NearTo(p, random);
      if (p.numbers == q.numbers) continue;
      ExpectRight(p, q, 1e-4, name.c_str());
    }
  });
}

/// Of [0, 1] and [0, 1 + d]: ½ [−log((1 + r)/2) + r log(2 r/(1 + r)) + (1 − r) log 2], r = 1/(1 + d).
TEST(JensenShannonOfIntervals, CountsWhatOneHasAlone) {
  for (const double d : {1e-12, 1e-3, 0.5, 100.0}) {
    const Owned p{&UniformFamily(), 0, 0, {0, 1}}, q{&UniformFamily(), 0, 0, {0, 1 + d}};
    const Digits r = 1 / Digits(1 + d), log_2 = Log(Digits(2));
    const Digits want =
        (log_2 - Log(Digits(1 + r)) + r * (log_2 + Log(r) - Log(Digits(1 + r))) + (1 - r) * log_2) /
        2;
    const Finding found = JensenShannonDivergence(p, q).value;
    const double off = std::abs(static_cast<double>(Digits(want - Digits(found.value))));
    EXPECT_LE(off, found.error) << d;
    EXPECT_LE(found.error, 1e-9 * static_cast<double>(want)) << d;
  }
}

TEST(JensenShannonOfEquals, IsExactlyZero) {
  ForEachSeed([](Random& random) {
    for (const Univariate* family : UnivariateFamilies()) {
      const Owned p = SomeOf(*family, random);
      EXPECT_EQ(JensenShannonDivergence(p, p).value.value, 0) << p;
    }
  });
}

TEST(JensenShannonOfStrangers, IsLog2) {
  const Owned normal{&NormalFamily(), 0, 0, {0, 1}}, poisson{&PoissonFamily(), 0, 0, {2}};
  const Owned low{&UniformFamily(), 0, 0, {0, 1}}, high{&UniformFamily(), 0, 0, {1, 2}};
  const Owned even{&CategoricalFamily(), 0, 4, {1, 0, 1, 0}},
      odd{&CategoricalFamily(), 0, 4, {0, 1, 0, 1}};
  const Owned far{&NormalFamily(), 0, 0, {1e6, 1}};
  for (const auto& [p, q] :
       {std::pair(&normal, &poisson), std::pair(&poisson, &normal), std::pair(&low, &high),
        std::pair(&even, &odd), std::pair(&normal, &far)}) {
    EXPECT_EQ(JensenShannonDivergence(*p, *q).value.value, kLog2) << *p << *q;
  }
}

TEST(JensenShannonOfExtremes, IsFrom0ToLog2) {
  ForEachSeed([](Random& random) {
    const std::vector<const Univariate*> all = UnivariateFamilies();
    for (int i = 0; i < 60 * kEffort; ++i) {
      const Owned p = SomeOf(*random.Pick(all), 0, Size::kExtreme, random),
                  q = SomeOf(*random.Pick(all), 0,
                             random.OneIn(2) ? Size::kExtreme : Size::kOrdinary, random);
      const Finding found = JensenShannonDivergence(p, q).value;
      EXPECT_GE(found.value, 0) << p << q;
      EXPECT_LE(found.value, kLog2) << p << q;
      EXPECT_LE(found.error, kLog2) << p << q;
    }
  });
}

/// Lin's bounds: at most a quarter of Jeffreys' divergence, and symmetric.
TEST(JensenShannonInequalities, Hold) {
  ForEachSeed([](Random& random) {
    const std::vector<const Univariate*> all = UnivariateFamilies();
    for (int i = 0; i < 40 * kEffort; ++i) {
      const Owned p = SomeOf(*random.Pick(all), random), q = SomeOf(*random.Pick(all), random);
      const Finding found = JensenShannonDivergence(p, q).value,
                    reverse = JensenShannonDivergence(q, p).value;
      EXPECT_LE(std::abs(found.value - reverse.value), found.error + reverse.error) << p << q;
      const double jeffreys = KlDivergence(p, q).value.value + KlDivergence(q, p).value.value;
      EXPECT_LE(found.value, jeffreys / 4 * (1 + 1e-9) + found.error) << p << q;
    }
  });
}

/// As Q → P it comes to an eighth of Jeffreys' divergence: here the two are 1e-6 apart.
TEST(JensenShannonOfMixtures, LosesNoDigitsAsQComesNearP) {
  const double weights[] = {2, 1}, a[] = {0, 1}, b[] = {3, 0.5}, near_b[] = {3 + 0x1p-20, 0.5};
  const Distribution first{&NormalFamily(), 0, 0, 0, a, {}};
  const Distribution parts[] = {first, {&NormalFamily(), 0, 0, 0, b, {}}},
                     near_parts[] = {first, {&NormalFamily(), 0, 0, 0, near_b, {}}};
  const Distribution p{&MixtureFamily(), 0, 2, 0, weights, parts},
      q{&MixtureFamily(), 0, 2, 0, weights, near_parts};
  const Finding found = JensenShannonDivergence(p, q).value, forward = KlDivergence(p, q).value,
                reverse = KlDivergence(q, p).value;
  const double eighth = (forward.value + reverse.value) / 8;
  EXPECT_LE(found.error, 1e-12 * found.value);
  EXPECT_LE(std::abs(found.value - eighth),
            1e-11 * found.value + (forward.error + reverse.error) / 8);
}

TEST(JensenShannonOfVectors, HasNoClosedForm) {
  const Owned p{&DiagonalNormalFamily(), 0, 2, {0, 0, 1, 1}};
  EXPECT_EQ(JensenShannonDivergence(p, p).problem.status, Status::kNoClosedForm);
}

}  // namespace
}  // namespace kl::test
