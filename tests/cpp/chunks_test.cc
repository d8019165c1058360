#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

/// Arrays that pass through one buffer; what was there before a Read is spoiled, and so is what lies beyond its end.
class PairsInChunks final : public Pairs {
 public:
  explicit PairsInChunks(const Weights& weights)
      : Pairs(weights.size()), weights_(weights), p_(kChunk + 2), q_(kChunk + 2) {}

  Chunk Read(size_t offset) override {
    EXPECT_EQ(offset % kChunk, 0u);
    EXPECT_LT(offset, size());
    Fill(weights_.p, offset, p_);
    Fill(weights_.q, offset, q_);
    return {p_.data() + 1, q_.data() + 1, ChunkSize(offset)};
  }

 private:
  void Fill(const std::vector<double>& from, size_t offset, std::vector<double>& buffer) {
    std::fill(buffer.begin(), buffer.end(), std::numeric_limits<double>::quiet_NaN());
    std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(offset), ChunkSize(offset),
                buffer.begin() + 1);
  }

  const Weights& weights_;
  std::vector<double> p_, q_;
};

/// Calls check(in memory, in chunks) for weights long enough that there is more than one chunk.
template <class Check>
void ForLongWeights(Check check) {
  ForEachSeed([&](Random& random) {
    for (const Kind kind : kAllKinds) {
      for (const size_t n :
           {size_t{1}, size_t{300}, Pairs::kChunk, Pairs::kChunk + 1, 3 * Pairs::kChunk + 37}) {
        const Weights weights = Make(kind, n, random);
        PairsInMemory whole = InMemory(weights);
        PairsInChunks chunks(weights);
        SCOPED_TRACE(testing::Message() << kind << ": " << weights);
        check(whole, chunks);
      }
    }
  });
}

TEST(Chunks, GiveTheSameBitsAsArraysInMemory) {
  ForLongWeights([](Pairs& whole, Pairs& chunks) {
    for (const Normalization normalization : {Normalization::kDivide, Normalization::kAsGiven}) {
      const Options options = Using(normalization, 2);
      EXPECT_EQ(KlDivergence(whole, options).value.value,
                KlDivergence(chunks, options).value.value);
      EXPECT_EQ(Asymmetry(whole, options).value, Asymmetry(chunks, options).value);
      EXPECT_EQ(JeffreysDivergence(whole, options).value.value,
                JeffreysDivergence(chunks, options).value.value);
      EXPECT_EQ(CrossEntropy(whole, options).value.value,
                CrossEntropy(chunks, options).value.value);
    }
    EXPECT_EQ(GeneralizedKlDivergence(whole, Using(Normalization::kAsGiven, 2)).value.value,
              GeneralizedKlDivergence(chunks, Using(Normalization::kAsGiven, 2)).value.value);
  });
}

TEST(Chunks, NameTheSameOutcomeOfAnInfiniteDivergence) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20; ++i) {
      Weights weights = Make(Kind::kOrdinary, 3 * Pairs::kChunk, random);
      const int first = random.Below(3 * static_cast<int>(Pairs::kChunk));
      for (size_t k = static_cast<size_t>(first); k < weights.size(); k += 100) weights.q[k] = 0;
      PairsInChunks chunks(weights);
      const Finding found = KlDivergence(chunks, kDivideNats).value;
      EXPECT_EQ(found.value, kInfinity);
      EXPECT_EQ(found.outcome, first);
    }
  });
}

TEST(Chunks, NameTheSameOutcomeOfAnInvalidWeight) {
  Weights weights{std::vector<double>(2 * Pairs::kChunk + 10, 1.0),
                  std::vector<double>(2 * Pairs::kChunk + 10, 1.0)};
  weights.q[2 * Pairs::kChunk + 3] = -2;
  weights.q[2 * Pairs::kChunk + 5] = -3;
  PairsInChunks chunks(weights);
  const Problem problem = KlDivergence(chunks, kDivideNats).problem;
  EXPECT_EQ(problem.status, Status::kNegative);
  EXPECT_EQ(problem.argument, Argument::kQ);
  EXPECT_EQ(problem.index, static_cast<std::ptrdiff_t>(2 * Pairs::kChunk + 3));
  EXPECT_EQ(problem.value, -2);
}

}  // namespace
}  // namespace kl::test
