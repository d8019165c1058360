#include "kernels/double_double.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/exact.h"
#include "support/random.h"

namespace kl::test {
namespace {

using Wide = Binary<2688>;

Wide ValueOf(const DoubleDouble& x) { return Wide(x.hi) + Wide(x.lo); }

double RelativeError(const DoubleDouble& got, const Wide& want) {
  return static_cast<double>(Wide(abs(ValueOf(got) - want) / abs(want)));
}

double SomeDouble(Random& random, int exponent) {
  const double x = random.WithExponent(-exponent, exponent);
  const double sparse = random.OneIn(3) ? std::ldexp(1.0, random.Between(-exponent, exponent)) : x;
  return random.OneIn(2) ? sparse : -sparse;
}

DoubleDouble SomeDoubleDouble(Random& random, int exponent) {
  const double hi = SomeDouble(random, exponent);
  return FastTwoSum(hi, random.Signed() * SpacingAt(hi) / 2);
}

TEST(TwoSum, IsExact) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 5000 * kEffort; ++i) {
      const int range = random.Pick<int>({2, 60, 1000});
      const double a = SomeDouble(random, range), b = SomeDouble(random, range);
      const DoubleDouble sum = TwoSum(a, b);
      EXPECT_EQ(sum.hi, a + b);
      EXPECT_EQ(ValueOf(sum), Wide(a) + Wide(b)) << std::hexfloat << a << " + " << b;
      const DoubleDouble fast = std::abs(a) >= std::abs(b) ? FastTwoSum(a, b) : FastTwoSum(b, a);
      EXPECT_EQ(fast.hi, sum.hi);
      EXPECT_EQ(fast.lo, sum.lo) << std::hexfloat << a << " + " << b;
    }
  });
}

TEST(TwoSum, IsExactForSubnormalNumbers) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double a = std::ldexp(random.Signed(), -1020), b = std::ldexp(random.Signed(), -1070);
      EXPECT_EQ(ValueOf(TwoSum(a, b)), Wide(a) + Wide(b)) << std::hexfloat << a << " + " << b;
    }
  });
}

TEST(UpperHalf, LeavesTwoPartsOf26And27Bits) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const double x = SomeDouble(random, 900), upper = UpperHalf(x), lower = x - upper;
      EXPECT_EQ(upper + lower, x);
      const auto fits = [](double part, int bits) {
        return part == 0 || std::fmod(part, std::ldexp(1.0, std::ilogb(part) - bits + 1)) == 0;
      };
      EXPECT_TRUE(fits(upper, 26)) << std::hexfloat << x;
      EXPECT_TRUE(fits(lower, 27)) << std::hexfloat << x;
    }
  });
}

TEST(TwoProduct, IsExactToTwiceThePrecision) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 5000 * kEffort; ++i) {
      const double a = SomeDouble(random, 470), b = SomeDouble(random, 480);
      const DoubleDouble product = TwoProduct(a, b);
      EXPECT_EQ(product.hi, a * b);
      EXPECT_LE(RelativeError(product, Wide(a) * Wide(b)), 0x1p-105)
          << std::hexfloat << a << " * " << b;
    }
  });
}

TEST(TwoProduct, IsExactWhereOneFactorHas26Bits) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 2000 * kEffort; ++i) {
      const double a = SomeDouble(random, 470), b = UpperHalf(SomeDouble(random, 480));
      EXPECT_EQ(ValueOf(TwoProduct(a, b)), Wide(a) * Wide(b)) << std::hexfloat << a << " * " << b;
      EXPECT_EQ(ValueOf(TwoProduct(b, a)), Wide(a) * Wide(b)) << std::hexfloat << b << " * " << a;
    }
  });
}

TEST(DoubleDouble, AddsMultipliesAndDividesToAbout104Bits) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 3000 * kEffort; ++i) {
      const DoubleDouble a = SomeDoubleDouble(random, 100), b = SomeDoubleDouble(random, 100);
      const Wide x = ValueOf(a), y = ValueOf(b);
      const Wide magnitude = abs(x) + abs(y);
      EXPECT_LE(static_cast<double>(Wide(abs(ValueOf(Add(a, b)) - (x + y)) / magnitude)), 0x1p-104);
      EXPECT_LE(static_cast<double>(Wide(abs(ValueOf(Add(a, b.hi)) - (x + b.hi)) / magnitude)),
                0x1p-104);
      EXPECT_LE(RelativeError(Multiply(a, b.hi), x * b.hi), 0x1p-102);
      EXPECT_LE(RelativeError(Divide(a, b), x / y), 0x1p-101)
          << std::hexfloat << a.hi << " + " << a.lo << " over " << b.hi << " + " << b.lo;
    }
  });
}

TEST(DoubleDouble, DividesEqualNumbersToOne) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 1000; ++i) {
      const DoubleDouble a = SomeDoubleDouble(random, 100), one = Divide(a, a);
      EXPECT_EQ(one.hi, 1);
      EXPECT_LE(std::abs(one.lo), 0x1p-102);
      EXPECT_EQ(Value(Add(a, Negate(a))), 0);
    }
  });
}

}  // namespace
}  // namespace kl::test
