#include <gtest/gtest.h>

#include "distributions/parameters.h"
#include "divergence/gradient.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// What Family::Gradient gives, ∂D(P‖Q)/∂ each number of two members, against differences of the textbook's form in 115 digits.

namespace kl::test {
namespace {

constexpr double kRelative = 1e-11;
constexpr int kMembers = 50;
constexpr double kOfDifference = 1e-60;  // what the reference itself is off by

using Reals = std::vector<Real>;

/// Numbers that P and Q must share for the form to hold.
size_t Shared(const std::string& family) {
  for (const char* with_one : {"Binomial", "NegativeBinomial", "Kumaraswamy"}) {
    if (family == with_one) return 1;
  }
  return 0;
}

/// Q with a support whose ends are none of P's.
Owned WithWiderSupport(Owned q) {
  const std::string family = q.family->name();
  if (family == "Pareto" || family == "LogUniform") q.numbers[0] *= 0.75;
  if (family == "LogUniform") q.numbers[1] *= 1.25;
  if (family == "Uniform") {
    q.numbers[0] -= 1;
    q.numbers[1] += 1;
  }
  return q;
}

Real TextbookSlope(const Owned& p, const Owned& q, bool by_p, size_t i) {
  Reals of_p(p.numbers.begin(), p.numbers.end()), of_q(q.numbers.begin(), q.numbers.end());
  Real& number = (by_p ? of_p : of_q)[i];
  const Real at = number, step = ldexp(Real(1), -120);
  const auto divergence = [&](const Real& x) {
    number = x;
    return ClosedForm(p.family->name(), p.parametrization, of_p, of_q);
  };
  const Real up = divergence(Real(at + step)), down = divergence(Real(at - step));
  return (up - down) / (2 * step);
}

TEST(FamilyGradient, IsTheSlopeOfTheDivergence) {
  WorstOf<std::string> worst("gradient");
  ForEachSeed([&](Random& random) {
    ForEachFamily([&](const Family& family, int parametrization) {
      if (!HasClosedForm(family.name())) return;
      for (int i = 0; i < 3; ++i) {
        const Owned p = SomeOf(family, parametrization, Size::kOrdinary, random);
        const Owned q =
            WithWiderSupport(i == 0 ? NearTo(p, random) : PartnerOf(p, Size::kOrdinary, random));
        std::vector<Partial> by_p(p.numbers.size()), by_q(q.numbers.size());
        ASSERT_TRUE(family.Gradient(p, q, by_p, by_q)) << p << q;
        for (size_t k = Shared(family.name()); k < p.numbers.size(); ++k) {
          for (const bool of_p : {true, false}) {
            const double want = static_cast<double>(TextbookSlope(p, q, of_p, k)),
                         got = (of_p ? by_p : by_q)[k].value;
            const double size = std::abs(want) + 1e-3;  // parts may cancel
            worst.Include(family.name(), std::abs(got - want) / size * 0x1p52);
            EXPECT_LE(std::abs(got - want), kRelative * size)
                << p << q << (of_p ? " by P's number " : " by Q's number ") << k << ": " << got
                << " instead of " << want;
          }
        }
      }
    });
  });
}

/// Where parts of opposite sign cancel too.
TEST(FamilyGradient, IsWithinItsStatedError) {
  WorstOf<std::string> worst("error of gradient over its bound");
  ForEachSeed([&](Random& random) {
    ForEachFamily([&](const Family& family, int parametrization) {
      if (!HasClosedForm(family.name())) return;
      for (int i = 0; i < kMembers; ++i) {
        const Owned p = SomeOf(family, parametrization, Size::kOrdinary, random);
        const Owned q = WithWiderSupport(random.OneIn(2) ? NearTo(p, random)
                                                         : PartnerOf(p, Size::kOrdinary, random));
        const auto [gradient, problem] = Gradient(p, q);
        ASSERT_FALSE(problem) << p << q;
        if (gradient.p_method != Method::kClosedForm) continue;
        for (size_t k = Shared(family.name()); k < p.numbers.size(); ++k) {
          for (const bool of_p : {true, false}) {
            const auto [value, error] = (of_p ? gradient.by_p : gradient.by_q)[k];
            const double off =
                std::abs(static_cast<double>(Real(TextbookSlope(p, q, of_p, k) - Real(value))));
            worst.Include(family.name(), (off - kOfDifference) / error);
            EXPECT_LE(off, error + kOfDifference)
                << p << q << (of_p ? " by P's number " : " by Q's number ") << k << ": " << value;
          }
        }
      }
    });
  });
}

TEST(FamilyGradient, IsZeroWherePAndQAreEqual) {
  ForEachSeed([](Random& random) {
    ForEachFamily([&](const Family& family, int parametrization) {
      const Owned p = SomeOf(family, parametrization, Size::kOrdinary, random);
      const std::string name = family.name();
      if (!HasClosedForm(name) || name == "Uniform" || name == "LogUniform") return;
      std::vector<Partial> by_p(p.numbers.size()), by_q(p.numbers.size());
      ASSERT_TRUE(family.Gradient(p, p, by_p, by_q)) << p;
      for (size_t k = Shared(name); k < by_p.size(); ++k) {
        if (name == "Pareto" && k == 0) continue;  // where the supports end
        EXPECT_NEAR(by_p[k].value, 0, 1e-14) << p;
        EXPECT_NEAR(by_q[k].value, 0, 1e-14) << p;
      }
    });
  });
}

}  // namespace
}  // namespace kl::test
