#include "measures/torch_kl_div.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "result.h"
#include "support/exact.h"
#include "support/random.h"
#include "support/worst.h"

// What PyTorch itself computed is compared in tests/web/torch-kl-div.test.ts, through the module.

namespace kl::test {
namespace {

using torch::Groups;
using torch::Options;
using torch::Part;
using torch::Precision;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr Part kParts[] = {Part::kValue, Part::kInputGradient, Part::kTargetGradient};

double TermOf(double x, double t, Part part, bool log_target,
              Precision precision = Precision::kDouble) {
  return torch::Term(Splat(x), Splat(t), {part, log_target, precision, precision, 1}, 1)[0];
}

/// A term, and the largest of what it is added up from.
struct Exact {
  Real value, largest;
};

Exact SumOf(const Real& a, const Real& b, const Real& c = 0) {
  const auto magnitude = [](const Real& x) { return abs(x); };
  return {a + b + c, std::max({magnitude(a), magnitude(b), magnitude(c)})};
}

Exact ExactTerm(double x, double t, Part part, bool log_target) {
  if (log_target) {
    const Real power = exp(Real(t)), difference = Real(t) - x;
    if (part == Part::kInputGradient) return SumOf(-power, 0);
    return SumOf(power * difference, part == Part::kValue ? Real(0) : power);
  }
  if (part == Part::kInputGradient) return SumOf(-t, 0);
  const Real log_t = Log(Real(t));
  if (part == Part::kValue) return SumOf(t * log_t, -Real(t) * x);
  return SumOf(log_t, 1, -x);
}

TEST(TorchKlDiv, OfOneElementIsRightToAFewUnitsOfItsLargestPart) {
  WorstOf<std::string> worst("TorchKlDiv");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 4000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const bool log_target = random.OneIn(2), is_float = random.OneIn(2);
      const auto round = [&](double a) { return is_float ? static_cast<float>(a) : a; };
      const double x = round(20 * random.Signed());
      const double t = round(log_target ? 20 * random.Signed() : random.WithExponent(-60, 20));
      for (const Part part : kParts) {
        const double got =
            TermOf(x, t, part, log_target, is_float ? Precision::kFloat : Precision::kDouble);
        const Exact want = ExactTerm(x, t, part, log_target);
        const double unit =
            SpacingAt(static_cast<double>(want.largest)) * (is_float ? 0x1p29 : 1.0);
        const double error = static_cast<double>(abs(Real(got) - want.value)) / unit;
        worst.Include(std::string(is_float ? "float" : "double") + (log_target ? ", log" : ""),
                      error);
        EXPECT_LE(error, 4) << std::hexfloat << "x = " << x << ", t = " << t << ", part "
                            << static_cast<int>(part) << (log_target ? " of log" : "");
        if (is_float) {
          EXPECT_EQ(got, static_cast<float>(got));
        }
      }
    }
  });
}

TEST(TorchKlDiv, OfOneElementHasTheEdgesOfPyTorch) {
  const auto value = [](double x, double t) { return TermOf(x, t, Part::kValue, false); };
  EXPECT_EQ(value(-1, 0), 0);
  EXPECT_EQ(value(-kInfinity, 0.5), kInfinity);
  EXPECT_EQ(value(kInfinity, 0.5), -kInfinity);
  EXPECT_EQ(value(-1, kInfinity), kInfinity);
  for (const double x : {-kInfinity, kInfinity, kNaN}) EXPECT_TRUE(std::isnan(value(x, 0)));
  EXPECT_TRUE(std::isnan(value(-1, -1)));
  EXPECT_TRUE(std::isnan(TermOf(-1, 0, Part::kTargetGradient, false)));
  EXPECT_EQ(TermOf(-1, -1, Part::kInputGradient, false), 1);
  EXPECT_TRUE(std::isnan(TermOf(-1, -kInfinity, Part::kValue, true)));
  EXPECT_TRUE(std::signbit(TermOf(-1, -kInfinity, Part::kInputGradient, true)));
  EXPECT_EQ(TermOf(-1, 710, Part::kValue, true), kInfinity);
}

TEST(TorchKlDiv, InFloatRoundsEveryOperation) {
  // −t log t and t log t cancel exactly; with the logarithm one unit away, what is left is two units of the product.
  const float t = 0.3f, log_t = static_cast<float>(std::log(static_cast<double>(t)));
  const auto value = [t](float x) {
    return TermOf(static_cast<double>(x), static_cast<double>(t), Part::kValue, false,
                  Precision::kFloat);
  };
  EXPECT_EQ(value(log_t), 0);
  EXPECT_EQ(value(std::nextafter(log_t, 0.0f)), -0x1p-24);
}

class Collected final : public torch::NumberSink {
 public:
  void Write(size_t offset, const double* numbers, size_t n) override {
    EXPECT_EQ(offset, all.size());
    all.insert(all.end(), numbers, numbers + n);
  }
  std::vector<double> all;
};

std::vector<double> Compute(const std::vector<double>& x, const std::vector<double>& t,
                            const Options& options, Groups groups) {
  PairsInMemory pairs(x.data(), t.data(), x.size());
  Collected sink;
  torch::KlDiv(pairs, options, groups, sink);
  return sink.all;
}

TEST(TorchKlDiv, SumsGroupsOfAnySizeAcrossBlocksAndChunks) {
  Random random(1);
  for (const size_t size : std::initializer_list<size_t>{1, 2, 3, 255, 257, 4095, 4097, 10000}) {
    for (const size_t count : std::initializer_list<size_t>{1, 2, 3, 300}) {
      if (size * count > 100000) continue;
      std::vector<double> x(size * count), t(x.size());
      for (size_t i = 0; i < x.size(); ++i) {
        x[i] = -10 * random.Unit();
        t[i] = random.Unit();
      }
      const std::vector<double> terms = Compute(x, t, {}, {x.size(), 1});
      ASSERT_EQ(terms.size(), x.size());
      const std::vector<double> sums = Compute(x, t, {.divisor = 4}, {count, size});
      ASSERT_EQ(sums.size(), count);
      for (size_t group = 0; group < count; ++group) {
        Real sum = 0;
        for (size_t i = 0; i < size; ++i) sum += terms[group * size + i];
        EXPECT_EQ(sums[group], static_cast<double>(Real(sum / 4))) << size << " " << count;
      }
    }
  }
}

TEST(TorchKlDiv, OfNoElementsIsZeroOrAMeanThatIsNaN) {
  EXPECT_EQ(Compute({}, {}, {}, {1, 0}), std::vector<double>{0});
  EXPECT_TRUE(std::isnan(Compute({}, {}, {.divisor = 0}, {1, 0})[0]));
  EXPECT_EQ(Compute({}, {}, {.part = Part::kInputGradient}, {3, 0}), std::vector<double>(3));
  EXPECT_TRUE(Compute({}, {}, {}, {0, 1}).empty());
}

TEST(TorchKlDiv, SumsInfinitiesAsIeeeArithmeticDoes) {
  EXPECT_EQ(Compute({-1, -kInfinity, -1}, {0.5, 0.5, 0.5}, {}, {1, 3})[0], kInfinity);
  EXPECT_TRUE(std::isnan(Compute({kInfinity, -kInfinity}, {0.5, 0.5}, {}, {1, 2})[0]));
  EXPECT_TRUE(std::isnan(Compute({-1, -1}, {0.5, -1}, {}, {1, 2})[0]));
}

}  // namespace
}  // namespace kl::test
