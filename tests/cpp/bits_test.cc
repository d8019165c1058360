#include <gtest/gtest.h>

#include <cstdint>

#include "distributions/families.h"
#include "divergence/compare.h"
#include "kernels/pair_sums.h"
#include "kernels/phi.h"
#include "measures/compare.h"
#include "support/hash.h"
#include "support/inputs.h"
#include "support/ratios.h"

namespace kl::test {
namespace {

uint64_t HashOfKernels() {
  Random random(1);
  Hash hash;
  for (int i = 0; i < 20000; ++i) {
    const auto [p, q] = SomeRatio(random);
    const F64x2 low = Splat(q * 0x1p-54 * random.Signed());
    const PhiPair both = PhiBoth(Splat(p), Splat(q), low);
    for (const F64x2 x : {LogRatio(Splat(p), Splat(q), low), Phi(Splat(p), Splat(q), low),
                          both.forward, both.reverse, both.difference})
      hash.Add(x[0]);
  }
  return hash.value();
}

/// Weights from integers alone: what inputs.h makes is not meant to stay the same.
void FillWeights(Random& random, std::vector<double>& p, std::vector<double>& q) {
  const int shape = random.Below(4);
  for (size_t i = 0; i < p.size(); ++i) {
    p[i] = random.Unit();
    q[i] = shape == 0 ? random.Unit() : p[i] * (1 + random.Small(1, 50));
    if (shape == 2) p[i] = random.OneIn(3) ? 0 : std::ldexp(p[i], random.Between(-1000, 1000));
    if (shape == 3) q[i] = std::ldexp(p[i] + static_cast<double>(random.Below(5)), 600);
  }
  p[0] = 1;
}

uint64_t HashOfMeasures() {
  Random random(2);
  Hash hash;
  for (const size_t n :
       std::initializer_list<size_t>{1, 2, 3, 5, 31, 64, 65, 255, 256, 300, 4097}) {
    for (int i = 0; i < 12; ++i) {
      std::vector<double> p(n), q(n);
      FillWeights(random, p, q);
      PairSums sum;
      AddContributions(p.data(), q.data(), n, sum);
      if (sum.in_range) hash.Add(Value(sum.terms));
      PairsInMemory pairs(p.data(), q.data(), n);
      for (const double base : {kE, 2.0}) {
        for (const Normalization normalization :
             {Normalization::kDivide, Normalization::kAsGiven}) {
          const Options options = Using(normalization, base);
          const Comparison both = Compare(pairs, options, nullptr).value;
          hash.Add(KlDivergence(pairs, options).value);
          for (const Finding& finding : {both.forward, both.reverse, both.jeffreys})
            hash.Add(finding);
          for (const double x :
               {both.asymmetry, both.entropies.p, both.entropies.q, both.entropies.forward,
                both.entropies.reverse, both.p_sum, both.q_sum})
            hash.Add(x);
        }
        hash.Add(GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, base)).value);
      }
    }
  }
  return hash.value();
}

uint64_t HashOfNormals() {
  Random random(3);
  Hash hash;
  for (int i = 0; i < 5000; ++i) {
    const double p_loc = random.Signed(), p_scale = random.Unit();
    const double q_loc = random.OneIn(2) ? p_loc : random.Signed();
    const double q_scale = random.OneIn(2) ? random.Unit() : p_scale * (1 + random.Small(1, 52));
    const SmallDistribution p(NormalFamily(), {p_loc, p_scale}),
        q(NormalFamily(), {q_loc, q_scale});
    const DistributionComparison both = Compare(p, q, 2).value;
    for (const Finding& finding : {both.forward, both.reverse, both.jeffreys}) hash.Add(finding);
    for (const double x : {both.asymmetry, both.entropy_p, both.cross_entropy_reverse}) hash.Add(x);
  }
  return hash.value();
}

// The promise of equal bits: native builds of GCC and Clang and WebAssembly give these same constants. A change of an
// algorithm changes them; a change of compiler, flags or platform must not.
TEST(Bits, OfTheKernelsAreTheSameOnEveryPlatform) {
  EXPECT_EQ(Hex(HashOfKernels()), "0xff0102745685837b");
}
TEST(Bits, OfTheMeasuresAreTheSameOnEveryPlatform) {
  EXPECT_EQ(Hex(HashOfMeasures()), "0xf729b302f6a5ba55");
}
TEST(Bits, OfTheNormalFamilyAreTheSameOnEveryPlatform) {
  EXPECT_EQ(Hex(HashOfNormals()), "0x35d88f53717b366d");
}

}  // namespace
}  // namespace kl::test
