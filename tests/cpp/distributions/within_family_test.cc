#include <gtest/gtest.h>

#include <map>

#include "distributions/parameters.h"
#include "divergence/kl_divergence.h"
#include "support/distribution_reference.h"
#include "support/worst.h"

// D(P‖Q) within a family against the textbook's form in 115 digits and more.

namespace kl::test {
namespace {

/// Units in the last place that a family's divergences may be off: what the product promises.
double PromisedUlp(const std::string& family) {
  for (const char* of_gamma : {"Gamma", "InverseGamma", "Chi2", "Beta", "Dirichlet"}) {
    if (family == of_gamma) return 128;
  }
  for (const char* other : {"ContinuousBernoulli", "Gumbel", "VonMises", "Weibull"}) {
    if (family == other) return 1e-12 / 0x1p-52;
  }
  return 8;
}

/// What a stated bound may be above that: numbers of trials are further factors.
double MostStatedUlp(const std::string& family) {
  for (const char* of_trials : {"Binomial", "Geometric", "NegativeBinomial"}) {
    if (family == of_trials) return 10;
  }
  return PromisedUlp(family);
}

class WithinFamily : public testing::Test {
 protected:
  /// False after a failure.
  bool ExpectAccurate(const Owned& p, const Owned& q, const char* kind) {
    const Finding found = KlDivergence(p, q).value;
    const Wanted want = ExactDivergence(p, q);
    const std::string family = p.family->name();
    const double ulp = UlpError(found.value, want);
    worst_.Include(family + " " + kind, ulp);
    EXPECT_GE(found.value, 0) << p << q;
    EXPECT_LE(ulp, PromisedUlp(family))
        << kind << ' ' << p << q << std::hexfloat << found.value << " instead of " << want;
    if (std::isinf(found.value)) {
      EXPECT_EQ(found.method, Method::kInfinite) << p << q;
      return ulp == 0;
    }
    EXPECT_LE(std::abs((found.value - want.nearest) - want.rest * want.ulp), found.error)
        << kind << ' ' << p << q;
    EXPECT_LE(found.error, MostStatedUlp(family) * (0x1p-52 * found.value + 0x1p-1074))
        << kind << ' ' << p << q;
    EXPECT_TRUE(found.method == Method::kClosedForm || found.method == Method::kFiniteSum)
        << p << q;
    return ulp <= PromisedUlp(family);
  }

  template <class Draw>
  void Try(int repeats, Draw draw) {
    ForEachSeed([&](Random& random) {
      ForEachFamily([&](const Family& family, int parametrization) {
        if (!HasClosedForm(family.name())) return;
        for (int i = 0; i < repeats * kEffort && draw(family, parametrization, random); ++i) {
        }
      });
    });
  }

 private:
  WorstOf<std::string> worst_{"within"};
};

TEST_F(WithinFamily, IsAccurateForOrdinaryParameters) {
  Try(4, [&](const Family& family, int parametrization, Random& random) {
    const Owned p = SomeOf(family, parametrization, Size::kOrdinary, random);
    return ExpectAccurate(p, PartnerOf(p, Size::kOrdinary, random), "ordinary");
  });
}

TEST_F(WithinFamily, IsAccurateForNearlyEqualParameters) {
  Try(8, [&](const Family& family, int parametrization, Random& random) {
    const Size size = random.OneIn(4) ? Size::kExtreme : Size::kOrdinary;
    const Owned p = SomeOf(family, parametrization, size, random);
    return ExpectAccurate(p, NearTo(p, random), size == Size::kExtreme ? "near, extreme" : "near");
  });
}

TEST_F(WithinFamily, IsAccurateForExtremeParameters) {
  Try(4, [&](const Family& family, int parametrization, Random& random) {
    const Owned p = SomeOf(family, parametrization, Size::kExtreme, random);
    const Size size = random.OneIn(2) ? Size::kExtreme : Size::kOrdinary;
    return ExpectAccurate(p, PartnerOf(p, size, random), "extreme");
  });
}

TEST_F(WithinFamily, IsExactlyZeroForEqualParameters) {
  ForEachSeed([](Random& random) {
    ForEachFamily([&](const Family& family, int parametrization) {
      for (int i = 0; i < 20; ++i) {
        const Size size = i % 2 ? Size::kExtreme : Size::kOrdinary;
        const Owned p = SomeOf(family, parametrization, size, random);
        const Finding found = KlDivergence(p, p).value;
        EXPECT_EQ(found.value, 0) << p;
      }
    });
  });
}

}  // namespace
}  // namespace kl::test
