#include "kernels/pair_sums.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "kernels/phi.h"
#include "support/exact.h"
#include "support/inputs.h"
#include "support/worst.h"

namespace kl::test {
namespace {

constexpr size_t kSizes[] = {1,  2,  3,  4,   5,   7,   31,  32,  33,  63,  64,
                             65, 95, 96, 127, 128, 255, 256, 257, 288, 300, 512};

using Adder = void (*)(const double*, const double*, size_t, PairSums&);
constexpr Adder kBoth[] = {AddContributions, AddPhi};

PairSums SumOf(const Weights& weights, Adder add) {
  PairSums sums;
  add(weights.p.data(), weights.q.data(), weights.size(), sums);
  return sums;
}

double RelativeError(const DoubleDouble& got, const std::vector<double>& terms) {
  Real sum = 0;
  for (const double term : terms) sum += Real(term);
  return static_cast<double>(Real(abs((Real(got.hi) + got.lo) / sum - 1)));
}

TEST(PairSums, AreWithinTheirBoundsForEveryNumberOfOutcomes) {
  WorstOf<Kind> of_contributions("AddContributions"), of_phi("AddPhi");
  ForEachSeed([&](Random& random) {
    for (const size_t n : kSizes) {
      for (const Kind kind : {Kind::kOrdinary, Kind::kNear, Kind::kNearProportional}) {
        const Weights weights = Make(kind, n, random);
        const PairSums signed_sums = SumOf(weights, AddContributions), phi = SumOf(weights, AddPhi);
        const double error = SumError(Value(signed_sums.terms), ExactKlAsGiven(weights));
        const double phi_error = UlpError(Value(phi.terms), ExactGeneralizedKl(weights));
        of_contributions.Include(kind, error);
        of_phi.Include(kind, phi_error);
        EXPECT_LE(error, kContributionMaxUlp) << kind << ": " << weights;
        EXPECT_LE(phi_error, kPhiMaxUlp) << kind << ": " << weights;
        for (const PairSums& sums : {signed_sums, phi}) {
          EXPECT_TRUE(sums.in_range);
          // Contributions add Σp in groups of 64 plainly, 32 to a lane, at most 9 additions in a row.
          EXPECT_LE(RelativeError(sums.p, weights.p), 0x1p-49) << weights;
          EXPECT_LE(RelativeError(sums.q, weights.q), 0x1p-49) << weights;
        }
        EXPECT_LE(RelativeError(phi.p, weights.p), 0x1p-100) << weights;
        EXPECT_LE(RelativeError(phi.q, weights.q), 0x1p-100) << weights;
      }
    }
  });
}

TEST(PairSums, AddToWhatIsThere) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kSizes) {
      const Weights one = Make(Kind::kOrdinary, n, random),
                    other = Make(Kind::kOrdinary, 41, random);
      Weights both = one;
      both.p.insert(both.p.end(), other.p.begin(), other.p.end());
      both.q.insert(both.q.end(), other.q.begin(), other.q.end());
      for (const Adder add : kBoth) {
        PairSums sums = SumOf(one, add);
        add(other.p.data(), other.q.data(), other.size(), sums);
        EXPECT_LE(RelativeError(sums.p, both.p), 0x1p-49);
        const Wanted want = add == AddPhi ? ExactGeneralizedKl(both) : ExactKlAsGiven(both).value;
        EXPECT_NEAR(Value(sums.terms), want.nearest, 1e-13 * static_cast<double>(n));
      }
    }
  });
}

TEST(PairSums, SayWhetherAWeightIsOutOfRange) {
  constexpr double kInf = std::numeric_limits<double>::infinity();
  const double bad[] = {0.0,       -0.0,   -1.0,     std::nan(""), -std::nan(""),
                        kInf,      -kInf,  0x1p-481, 0x1p481,      std::nextafter(kLaneMin, 0.0),
                        -0x1p-481, 5e-324, 1e308,    -1e-320};
  for (const Adder add : kBoth) {
    for (const size_t n : kSizes) {
      for (const size_t i : {size_t{0}, n / 3, n / 2, n - 1}) {
        const Weights good{std::vector<double>(n, 0.5), std::vector<double>(n, 0.25)};
        ASSERT_TRUE(SumOf(good, add).in_range);
        for (const double x : bad) {
          Weights in_p = good, in_q = good;
          in_p.p[i] = in_q.q[i] = x;
          EXPECT_FALSE(SumOf(in_p, add).in_range)
              << std::hexfloat << x << " at " << i << " of " << n;
          EXPECT_FALSE(SumOf(in_q, add).in_range)
              << std::hexfloat << x << " at " << i << " of " << n;
        }
        Weights extreme = good;
        extreme.p[i] = kLaneMin;
        extreme.q[i] = std::nextafter(kLaneMax, 0.0);
        EXPECT_TRUE(SumOf(extreme, add).in_range);
      }
    }
  }
}

TEST(PairSums, StayOutOfRangeOnceTheyWere) {
  const double zero = 0, one = 1;
  for (const Adder add : kBoth) {
    PairSums sums;
    add(&zero, &one, 1, sums);
    add(&one, &one, 1, sums);
    EXPECT_FALSE(sums.in_range);
  }
}

}  // namespace
}  // namespace kl::test
