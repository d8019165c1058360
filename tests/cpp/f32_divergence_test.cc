#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "measures/f32.h"
#include "support/floats.h"
#include "support/worst.h"

namespace kl::test {
namespace {

/// Floats that pass through one buffer, spoiled before every Read.
class PairsF32InChunks final : public PairsF32 {
 public:
  explicit PairsF32InChunks(const WeightsF32& weights)
      : PairsF32(weights.size()), weights_(weights), p_(kChunk), q_(kChunk) {}

  ChunkF32 Read(size_t offset) override {
    EXPECT_EQ(offset % kChunk, 0u);
    p_.assign(kChunk, kFloatNaN);
    q_.assign(kChunk, kFloatNaN);
    std::copy_n(weights_.p.data() + offset, ChunkSize(offset), p_.data());
    std::copy_n(weights_.q.data() + offset, ChunkSize(offset), q_.data());
    return {p_.data(), q_.data(), ChunkSize(offset)};
  }

 private:
  const WeightsF32& weights_;
  std::vector<float> p_, q_;
};

constexpr Options kDivide{.normalization = Normalization::kDivide};

std::vector<double> Buffer() { return std::vector<double>(WidenedPairs::kBuffer, kFloatNaN); }

Result<Finding> Kl(const WeightsF32& weights, const Options& options = kDivide) {
  PairsF32InMemory pairs(weights.p.data(), weights.q.data(), weights.size());
  return KlDivergenceF32(pairs, options, Buffer().data());
}

/// Of the same numbers as doubles.
Result<Finding> KlOfDoubles(const WeightsF32& weights, const Options& options = kDivide) {
  const std::vector<double> p(weights.p.begin(), weights.p.end()),
      q(weights.q.begin(), weights.q.end());
  PairsInMemory pairs(p.data(), q.data(), p.size());
  return KlDivergence(pairs, options);
}

/// The arithmetic of floats leaves a larger error than that of doubles.
bool IsFromFloats(const Finding& finding) { return finding.error > 1e-9 * finding.value; }

void ExpectSame(const Result<Finding>& got, const Result<Finding>& want) {
  EXPECT_EQ(got.value.value, want.value.value);
  EXPECT_EQ(got.value.error, want.value.error);
  EXPECT_EQ(got.value.method, want.value.method);
  EXPECT_EQ(got.value.reason, want.value.reason);
  EXPECT_EQ(got.value.outcome, want.value.outcome);
  EXPECT_EQ(got.problem.status, want.problem.status);
  EXPECT_EQ(got.problem.argument, want.problem.argument);
  EXPECT_EQ(got.problem.index, want.problem.index);
}

TEST(KlDivergenceF32, IsWithinTheErrorItStates) {
  WorstOf<double> worst("KlDivergenceF32, by the size of differences, in units of its bound");
  ForEachSeed([&](Random& random) {
    for (const size_t n : {size_t{2}, size_t{255}, size_t{256}, size_t{300}, size_t{4099}}) {
      for (double difference = 1; difference > 1e-7; difference /= 4) {
        for (const double base : {kE, 2.0, 0.5}) {
          const WeightsF32 weights = MakeF32(n, difference, random);
          const Options options{.normalization = Normalization::kDivide, .base = base};
          const Finding got = Kl(weights, options).value,
                        want = KlOfDoubles(weights, options).value;
          EXPECT_NEAR(got.value, want.value, got.error + want.error) << n << " " << difference;
          EXPECT_LE(got.error, 1.001 * kKlDivergenceF32MaxError * std::abs(got.value));
          if (IsFromFloats(got))
            worst.Include(difference, std::abs(got.value - want.value) / got.error);
          if (n < kFloatArithmeticMin)
            ExpectSame(Kl(weights, options), KlOfDoubles(weights, options));
        }
      }
    }
  });
}

TEST(KlDivergenceF32, UsesTheArithmeticOfFloatsForProbabilities) {
  Random random(2);
  for (const double difference : {1.0, 1e-2, 1e-4}) {
    const WeightsF32 weights = MakeF32(100000, difference, random);
    EXPECT_TRUE(IsFromFloats(Kl(weights).value)) << difference;
    EXPECT_TRUE(IsFromFloats(Kl(weights, {}).value)) << difference;
  }
}

TEST(KlDivergenceF32, IsWithinTheErrorItStatesForSumsThatDiffer) {
  ForEachSeed([](Random& random) {
    for (const double factor : {0.01, 0.45, 0.6, 0.9, 0.99, 0.9999, 1.0001, 1.1, 1.4, 1.6, 1e6}) {
      for (const double difference : {1.0, 0.3, 1e-2, 1e-4, 0.0}) {
        WeightsF32 weights = MakeF32(1000, difference, random);
        for (float& q : weights.q) q *= Float(factor);
        const Finding got = Kl(weights).value, want = KlOfDoubles(weights).value;
        EXPECT_NEAR(got.value, want.value, got.error + want.error) << factor << " " << difference;
      }
    }
  });
}

TEST(KlDivergenceF32, IsZeroExactlyWhenPEqualsQ) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kFloatSizes) {
      const WeightsF32 weights = MakeF32(n, 0, random);
      const WeightsF32 same{weights.p, weights.p};
      EXPECT_EQ(Kl(same).value.value, 0);
      EXPECT_EQ(Kl(same).value.error, 0);
    }
  });
}

TEST(KlDivergenceF32, IsZeroExactlyForProportionalWeights) {
  Random random(3);
  WeightsF32 weights = MakeF32(1000, 0, random);
  for (size_t i = 0; i < weights.size(); ++i) weights.q[i] = 0x1p-1f * weights.p[i];
  EXPECT_EQ(Kl(weights).value.value, 0);
}

TEST(KlDivergenceF32, LeavesToDoublesWhatFloatsCannotDo) {
  ForEachSeed([](Random& random) {
    const auto check = [&](auto spoil) {
      for (const size_t n : {size_t{3}, size_t{300}, 2 * Pairs::kChunk + 7}) {
        WeightsF32 weights = MakeF32(n, 1, random);
        const auto i = static_cast<size_t>(random.Below(static_cast<int>(n)));
        spoil(weights, i);
        for (const Normalization normalization :
             {Normalization::kStrict, Normalization::kDivide, Normalization::kAsGiven})
          ExpectSame(Kl(weights, {normalization}), KlOfDoubles(weights, {normalization}));
      }
    };
    for (const float x : {0.0f, -1.0f, -0x1p-149f, kFloatNaN, kFloatInf, -kFloatInf, 0x1p-140f,
                          0x1p-100f, 0x1p100f}) {
      check([x](WeightsF32& weights, size_t i) { weights.p[i] = x; });
      check([x](WeightsF32& weights, size_t i) { weights.q[i] = x; });
      check([x](WeightsF32& weights, size_t i) { weights.p[i] = weights.q[i] = x; });
    }
    check([](WeightsF32& weights, size_t) { weights.q.assign(weights.size(), 0.0f); });
    // Sums that decide.
    check([](WeightsF32& weights, size_t) {
      weights.q = weights.p;
      for (float& q : weights.q) q *= 1.0001f;
    });
    for (const WeightsF32& weights : {MakeF32(300, 1, random), MakeF32(5000, 1, random)}) {
      for (const Form form : {Form::kLogits, Form::kWeights}) {
        const Options as_given{.normalization = Normalization::kAsGiven, .form = form};
        ExpectSame(Kl(weights, as_given), KlOfDoubles(weights, as_given));
      }
      const Options logits{.normalization = Normalization::kDivide, .form = Form::kLogits};
      ExpectSame(Kl(weights, logits), KlOfDoubles(weights, logits));
    }
  });
}

TEST(KlDivergenceF32, NamesTheOutcomeOfAnInfiniteDivergenceAndOfAnInvalidWeight) {
  Random random(4);
  WeightsF32 weights = MakeF32(3 * Pairs::kChunk, 1, random);
  weights.q[9000] = weights.q[9001] = 0;
  EXPECT_EQ(Kl(weights).value.value, kInfinity);
  EXPECT_EQ(Kl(weights).value.outcome, 9000);
  weights.q[9500] = -1;
  EXPECT_EQ(Kl(weights).problem.status, Status::kNegative);
  EXPECT_EQ(Kl(weights).problem.argument, Argument::kQ);
  EXPECT_EQ(Kl(weights).problem.index, 9500);
}

TEST(KlDivergenceF32, RefusesWhatKlDivergenceRefuses) {
  Random random(5);
  EXPECT_EQ(Kl({}, {}).problem.status, Status::kEmpty);
  const WeightsF32 weights = MakeF32(1000, 1, random);
  for (const double base : {1.0, 0.0, -2.0, HUGE_VAL, std::nan("")})
    EXPECT_EQ(Kl(weights, {.base = base}).problem.status, Status::kBaseNotUsable) << base;
  // Sums within the tolerance, at its edges and beyond.
  for (const double off :
       {0.0, 1e-7, 3e-7, 6e-7, 9.9e-7, 1.01e-6, 1.5e-6, 1e-5, -9.9e-7, -1.01e-6}) {
    for (const bool in_p : {true, false}) {
      WeightsF32 moved = weights;
      float& x = in_p ? moved.p[0] : moved.q[0];
      x = Float(x + off);
      EXPECT_EQ(Kl(moved, {}).problem.status, KlOfDoubles(moved, {}).problem.status) << off;
    }
  }
}

TEST(KlDivergenceF32, GivesTheSameBitsForChunksAsForArraysInMemory) {
  ForEachSeed([](Random& random) {
    for (const size_t n : {size_t{1}, size_t{300}, Pairs::kChunk, 3 * Pairs::kChunk + 37}) {
      for (const double difference : {1.0, 1e-3, 1e-7}) {
        const WeightsF32 weights = MakeF32(n, difference, random);
        PairsF32InChunks chunks(weights);
        ExpectSame(KlDivergenceF32(chunks, kDivide, Buffer().data()), Kl(weights));
      }
    }
  });
}

}  // namespace
}  // namespace kl::test
