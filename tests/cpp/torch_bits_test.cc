#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

#include "kernels/exp.h"
#include "kernels/natural_log.h"
#include "measures/torch_kl_div.h"
#include "support/random.h"

namespace kl::test {
namespace {

/// FNV-1a over the bytes of doubles, lowest first.
uint64_t Extend(uint64_t hash, double x) {
  uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  for (int shift = 0; shift < 64; shift += 8)
    hash = (hash ^ ((bits >> shift) & 0xff)) * 0x100000001b3;
  return hash;
}

uint64_t HashOfExpLogAndTerms() {
  Random random(4);
  uint64_t hash = 0xcbf29ce484222325;
  for (int i = 0; i < 20000; ++i) {
    const double x = random.Signed() * (i % 2 == 0 ? 1 : 750), t = random.WithExponent(-1074, 1023);
    const Scaled power = ExpScaled(1000 * x, 0x1p-54 * x);
    for (const double number :
         {Exp(Splat(x))[0], power.significand, static_cast<double>(power.exponent),
          Log(Splat(t))[0], Log(Splat(1 + 0.5 * random.Signed()))[0]})
      hash = Extend(hash, number);
    const torch::Precision precision =
        i % 3 == 0 ? torch::Precision::kFloat : torch::Precision::kDouble;
    const double some = random.Unit(), log_some = random.Small(-3, 3);
    for (const torch::Part part :
         {torch::Part::kValue, torch::Part::kInputGradient, torch::Part::kTargetGradient}) {
      hash = Extend(hash, torch::Term(Splat(log_some), Splat(some),
                                      {part, false, precision, precision, 1}, 0.25)[0]);
      hash = Extend(hash, torch::Term(Splat(-some), Splat(log_some),
                                      {part, true, precision, precision, 1}, 1.0 / 3)[0]);
    }
  }
  return hash;
}

// As in bits_test.cc: a change of an algorithm changes this; a change of compiler, flags or platform must not.
TEST(Bits, OfExpLogAndTorchKlDivAreTheSameOnEveryPlatform) {
  EXPECT_EQ(HashOfExpLogAndTerms(), 17116903392164566452u);
}

}  // namespace
}  // namespace kl::test
