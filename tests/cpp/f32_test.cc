#include "measures/f32.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "kernels/phi.h"
#include "kernels/phi_f32.h"
#include "kernels/phi_f32_sum.h"
#include "support/random.h"
#include "support/worst.h"

namespace kl::test {
namespace {

constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

constexpr size_t kSizes[] = {1,   2,   3,   4,   5,   31,  32,  33,   63,   64,   65,   127,
                             255, 256, 257, 287, 300, 512, 545, 4095, 4096, 4097, 10000};

struct WeightsF32 {
  std::vector<float> p, q;
  size_t size() const { return p.size(); }
};

float Float(double x) { return static_cast<float>(x); }
float Significand(Random& random) { return 1 + Float(random.Below(1 << 23)) * 0x1p-23f; }
float WithExponent(Random& random, int from, int to) {
  const int exponent = random.Between(from, to);
  return std::ldexp(Significand(random), exponent);
}

double PhiOf(float p, float q) { return Phi(SplatFloat(p), SplatFloat(q))[0]; }

/// φ of the same two numbers, as good as exact.
double PhiOfDoubles(double p, double q) { return Phi(Splat(p), Splat(q))[0]; }

/// In units in the last place of a float.
double Error(double got, double want) {
  if (want == 0) return got == 0 ? 0 : HUGE_VAL;
  return std::abs(got - want) / (SpacingAt(want) * 0x1p29);
}

void CheckPhi(float p, float q, WorstOf<const char*>& worst, const char* which) {
  const double want = PhiOfDoubles(p, q), error = Error(PhiOf(p, q), want);
  worst.Include(which, error);
  EXPECT_LE(error, kPhiF32MaxUlp) << std::hexfloat << p << " " << q << " got " << PhiOf(p, q)
                                  << ", want " << want;
}

TEST(PhiF32, IsWithinItsBoundForEveryPairOfExponents) {
  WorstOf<const char*> worst("Phi of floats");
  ForEachSeed([&](Random& random) {
    for (int i = -76; i < 76 && !testing::Test::HasFailure(); ++i) {
      for (int j = -76; j < 76; ++j) {
        const float p = std::ldexp(Significand(random), i), q = std::ldexp(Significand(random), j);
        const float p_power = std::ldexp(1.0f, i), q_power = std::ldexp(1.0f, j);
        for (const float a : {p, p_power, std::nextafter(2 * p_power, 0.0f)}) {
          for (const float b : {q, q_power, std::nextafter(2 * q_power, 0.0f)})
            CheckPhi(a, b, worst, "exponents");
        }
      }
    }
  });
}

TEST(PhiF32, IsWithinItsBoundForDenseSignificands) {
  WorstOf<const char*> worst("Phi of floats");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 200000 * kEffort && !testing::Test::HasFailure(); ++i) {
      const float p = Significand(random);
      const float q = Significand(random);
      CheckPhi(p, std::ldexp(q, i % 5 - 2), worst, "near ratios");
      CheckPhi(p, Float(p * (1 + random.Small(1, 24))), worst, "near 1");
      CheckPhi(p, Float(p * std::sqrt(2.0) * (1 + random.Small(2, 10))), worst,
               "near the root of 2");
      CheckPhi(p, Float(2 * p * (1 + random.Small(6, 20))), worst, "near 2");
    }
  });
}

// Found by sweeps over four thousand million arguments.
TEST(PhiF32, IsWithinItsBoundForItsWorstKnownArguments) {
  WorstOf<const char*> worst("Phi of floats");
  CheckPhi(0x1.934c98p+0f, 0x1.941f7cp-2f, worst, "known");  // 4.015 ulp
  CheckPhi(0x1.54ccf4p+0f, 0x1.592d7cp-1f, worst, "known");  // 3.500
  CheckPhi(0x1.37864cp+0f, 0x1.bdefccp-1f, worst, "known");  // 3.126
  CheckPhi(0x1.8094cp+0f, 0x1.43549ep+1f, worst, "known");   // 2.747
}

TEST(PhiF32, IsZeroExactlyWhenPEqualsQAndPositiveBesides) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20000; ++i) {
      const float p = WithExponent(random, -75, 74);
      EXPECT_EQ(PhiOf(p, p), 0);
      EXPECT_GT(PhiOf(p, std::nextafter(p, 0.0f)), 0) << std::hexfloat << p;
      EXPECT_GT(PhiOf(p, std::nextafter(p, kInf)), 0) << std::hexfloat << p;
    }
  });
  EXPECT_EQ(PhiOf(kPhiF32Min, kPhiF32Min), 0);
  EXPECT_GT(PhiOf(kPhiF32Min, std::nextafter(kPhiF32Min, kInf)), 0);
  EXPECT_GT(PhiOf(std::nextafter(kPhiF32Min, kInf), kPhiF32Min), 0);
}

TEST(PhiF32, ScalesExactlyWithPowersOfTwo) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 20000; ++i) {
      const float p = Significand(random);
      const float q = WithExponent(random, -3, 3);
      const int exponent = random.Between(-73, 72);
      EXPECT_EQ(PhiOf(std::ldexp(p, exponent), std::ldexp(q, exponent)),
                std::ldexp(PhiOf(p, q), exponent))
          << std::hexfloat << p << " " << q << " " << exponent;
    }
  });
}

TEST(PhiF32, TreatsTheLanesSeparately) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 2000; ++i) {
      F32x4 p = {}, q = {};
      for (int lane = 0; lane < 4; ++lane) {
        p[lane] = WithExponent(random, -70, 70);
        q[lane] = random.OneIn(3) ? p[lane] : WithExponent(random, -70, 70);
      }
      const F32x4 phi = Phi(p, q);
      for (int lane = 0; lane < 4; ++lane) EXPECT_EQ(phi[lane], PhiOf(p[lane], q[lane]));
    }
  });
}

TEST(F32x4, WidensAndSelectsLaneByLane) {
  const F32x4 x{1, -2, 3.5f, 0x1p-140f}, y{-1, 5, kInf, 0};
  EXPECT_EQ(WidenLow(x)[0], 1);
  EXPECT_EQ(WidenLow(x)[1], -2);
  EXPECT_EQ(WidenHigh(x)[0], 3.5);
  EXPECT_EQ(WidenHigh(x)[1], 0x1p-140);
  const F32x4 less = Select(x < y, x, y), least = LeastOf(x, y);
  const float want[] = {-1, -2, 3.5f, 0};
  for (int lane = 0; lane < 4; ++lane) {
    EXPECT_EQ(less[lane], want[lane]);
    EXPECT_EQ(least[lane], want[lane]);
  }
  EXPECT_EQ(LeastOf(SplatFloat(kNaN), x)[2], 3.5f);
  float stored[4];
  Store(stored, ToFloat(I32x4{-8388608, 0, 3, 16777217}));
  EXPECT_EQ(stored[0], -0x1p23f);
  EXPECT_EQ(stored[2], 3.0f);
  EXPECT_EQ(Load(stored)[3], 0x1p24f);
}

/// Probabilities but for the rounding to float: q with relative differences up to `difference`, or by itself for 1.
WeightsF32 Make(size_t n, double difference, Random& random) {
  std::vector<double> p(n), q(n);
  double p_sum = 0, q_sum = 0;
  for (size_t i = 0; i < n; ++i) {
    p_sum += p[i] = random.Unit() * random.Unit();
    q[i] = difference == 1 ? random.Unit() : p[i] * (1 + difference * random.Signed());
    q_sum += q[i];
  }
  WeightsF32 weights;
  for (size_t i = 0; i < n; ++i) {
    weights.p.push_back(Float(p[i] / p_sum));
    weights.q.push_back(Float(q[i] / q_sum));
  }
  return weights;
}

struct Exact {
  DoubleDouble terms{0, 0}, p{0, 0}, difference{0, 0};
  double distance = 0;

  explicit Exact(const WeightsF32& weights) {
    for (size_t i = 0; i < weights.size(); ++i) {
      const double p_i = weights.p[i], q_i = weights.q[i];
      terms = Add(terms, PhiOfDoubles(p_i, q_i));
      p = Add(p, p_i);
      difference = Add(Add(difference, q_i), -p_i);
      distance += std::abs(p_i - q_i);
    }
  }
};

PairSums SumOf(const WeightsF32& weights) {
  PairSums sums;
  AddPhiF32(weights.p.data(), weights.q.data(), weights.size(), sums);
  return sums;
}

void CheckSums(const PairSums& sums, const WeightsF32& weights) {
  const Exact want(weights);
  EXPECT_TRUE(sums.in_range);
  EXPECT_NEAR(Value(sums.terms), Value(want.terms), kPhiF32SumMaxError * Value(want.terms));
  EXPECT_NEAR(Value(sums.p), Value(want.p), kFloatSumMaxError * Value(want.p));
  EXPECT_NEAR(Value(Add(sums.q, Negate(sums.p))), Value(want.difference),
              kFloatDifferenceMaxError * want.distance);
}

TEST(PhiF32Sum, IsWithinItsBoundsForEveryNumberOfOutcomes) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kSizes) {
      for (const double difference : {1.0, 1e-1, 1e-3, 1e-5, 1e-7, 0.0}) {
        const WeightsF32 weights = Make(n, difference, random);
        CheckSums(SumOf(weights), weights);
      }
    }
  });
}

TEST(PhiF32Sum, LosesNothingInAMillionTerms) {
  Random random(1);
  const WeightsF32 weights = Make(1000000, 1, random);
  const PairSums sums = SumOf(weights);
  CheckSums(sums, weights);
  // Errors of both signs: far less is left of them than the bound allows.
  const Exact want(weights);
  EXPECT_NEAR(Value(sums.terms), Value(want.terms), 1e-8);
  EXPECT_NEAR(Value(sums.p), Value(want.p), 1e-8);
}

TEST(PhiF32Sum, AddsToWhatIsThere) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kSizes) {
      WeightsF32 both = Make(n, 0.5, random);
      const WeightsF32 other = Make(41, 1, random);
      PairSums sums = SumOf(both);
      AddPhiF32(other.p.data(), other.q.data(), other.size(), sums);
      both.p.insert(both.p.end(), other.p.begin(), other.p.end());
      both.q.insert(both.q.end(), other.q.begin(), other.q.end());
      CheckSums(sums, both);
    }
  });
}

TEST(PhiF32Sum, SaysWhetherAWeightIsOutOfRange) {
  const float bad[] = {0.0f,
                       -0.0f,
                       -1.0f,
                       kNaN,
                       -kNaN,
                       kInf,
                       -kInf,
                       1e30f,
                       0x1p77f,
                       -0x1p-77f,
                       0x1p-149f,
                       3e38f,
                       std::nextafter(kPhiF32Min, 0.0f)};
  for (const size_t n : kSizes) {
    for (const size_t i : {size_t{0}, n / 3, n / 2, n - 1}) {
      const WeightsF32 good{std::vector<float>(n, 0.5f), std::vector<float>(n, 0.25f)};
      ASSERT_TRUE(SumOf(good).in_range);
      for (const float x : bad) {
        WeightsF32 in_p = good, in_q = good;
        in_p.p[i] = in_q.q[i] = x;
        EXPECT_FALSE(SumOf(in_p).in_range) << std::hexfloat << x << " at " << i << " of " << n;
        EXPECT_FALSE(SumOf(in_q).in_range) << std::hexfloat << x << " at " << i << " of " << n;
      }
      WeightsF32 extreme = good;
      extreme.p[i] = kPhiF32Min;
      extreme.q[i] = 0x1p75f;
      EXPECT_TRUE(SumOf(extreme).in_range);
    }
  }
}

TEST(PhiF32Sum, StaysOutOfRangeOnceItWas) {
  const float zero = 0, one = 1;
  PairSums sums;
  AddPhiF32(&zero, &one, 1, sums);
  AddPhiF32(&one, &one, 1, sums);
  EXPECT_FALSE(sums.in_range);
}

/// Floats that pass through one buffer, spoiled before every Read.
class PairsF32InChunks final : public PairsF32 {
 public:
  explicit PairsF32InChunks(const WeightsF32& weights)
      : PairsF32(weights.size()), weights_(weights), p_(kChunk), q_(kChunk) {}

  ChunkF32 Read(size_t offset) override {
    EXPECT_EQ(offset % kChunk, 0u);
    p_.assign(kChunk, kNaN);
    q_.assign(kChunk, kNaN);
    std::copy_n(weights_.p.data() + offset, ChunkSize(offset), p_.data());
    std::copy_n(weights_.q.data() + offset, ChunkSize(offset), q_.data());
    return {p_.data(), q_.data(), ChunkSize(offset)};
  }

 private:
  const WeightsF32& weights_;
  std::vector<float> p_, q_;
};

constexpr Options kDivide{.normalization = Normalization::kDivide};

Result<Finding> Kl(const WeightsF32& weights, const Options& options = kDivide) {
  PairsF32InMemory pairs(weights.p.data(), weights.q.data(), weights.size());
  return KlDivergenceF32(pairs, options);
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
          const WeightsF32 weights = Make(n, difference, random);
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
    const WeightsF32 weights = Make(100000, difference, random);
    EXPECT_TRUE(IsFromFloats(Kl(weights).value)) << difference;
    EXPECT_TRUE(IsFromFloats(Kl(weights, {}).value)) << difference;
  }
}

TEST(KlDivergenceF32, IsWithinTheErrorItStatesForSumsThatDiffer) {
  ForEachSeed([](Random& random) {
    for (const double factor : {0.01, 0.45, 0.6, 0.9, 0.99, 0.9999, 1.0001, 1.1, 1.4, 1.6, 1e6}) {
      for (const double difference : {1.0, 0.3, 1e-2, 1e-4, 0.0}) {
        WeightsF32 weights = Make(1000, difference, random);
        for (float& q : weights.q) q *= Float(factor);
        const Finding got = Kl(weights).value, want = KlOfDoubles(weights).value;
        EXPECT_NEAR(got.value, want.value, got.error + want.error) << factor << " " << difference;
      }
    }
  });
}

TEST(KlDivergenceF32, IsZeroExactlyWhenPEqualsQ) {
  ForEachSeed([](Random& random) {
    for (const size_t n : kSizes) {
      const WeightsF32 weights = Make(n, 0, random);
      const WeightsF32 same{weights.p, weights.p};
      EXPECT_EQ(Kl(same).value.value, 0);
      EXPECT_EQ(Kl(same).value.error, 0);
    }
  });
}

TEST(KlDivergenceF32, IsZeroExactlyForProportionalWeights) {
  Random random(3);
  WeightsF32 weights = Make(1000, 0, random);
  for (size_t i = 0; i < weights.size(); ++i) weights.q[i] = 0x1p-1f * weights.p[i];
  EXPECT_EQ(Kl(weights).value.value, 0);
}

TEST(KlDivergenceF32, LeavesToDoublesWhatFloatsCannotDo) {
  ForEachSeed([](Random& random) {
    const auto check = [&](auto spoil) {
      for (const size_t n : {size_t{3}, size_t{300}, 2 * Pairs::kChunk + 7}) {
        WeightsF32 weights = Make(n, 1, random);
        const auto i = static_cast<size_t>(random.Below(static_cast<int>(n)));
        spoil(weights, i);
        for (const Normalization normalization :
             {Normalization::kStrict, Normalization::kDivide, Normalization::kAsGiven})
          ExpectSame(Kl(weights, {normalization}), KlOfDoubles(weights, {normalization}));
      }
    };
    for (const float x :
         {0.0f, -1.0f, -0x1p-149f, kNaN, kInf, -kInf, 0x1p-140f, 0x1p-100f, 0x1p100f}) {
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
    for (const WeightsF32& weights : {Make(300, 1, random), Make(5000, 1, random)}) {
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
  WeightsF32 weights = Make(3 * Pairs::kChunk, 1, random);
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
  const WeightsF32 weights = Make(1000, 1, random);
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
        const WeightsF32 weights = Make(n, difference, random);
        PairsF32InChunks chunks(weights);
        ExpectSame(KlDivergenceF32(chunks, kDivide), Kl(weights));
      }
    }
  });
}

// As in bits_test.cc: a change means that some platform, or some change of the code, gives other bits.
TEST(PhiF32Sum, GivesTheRecordedBits) {
  Random random(6);
  WeightsF32 weights;
  for (int i = 0; i < 20001; ++i) {
    const float p = WithExponent(random, -10, 10);
    const float q = WithExponent(random, -10, 10);
    weights.p.push_back(p);
    weights.q.push_back(random.OneIn(3) ? Float(p * (1 + random.Small(2, 20))) : q);
  }
  const PairSums sums = SumOf(weights);
  EXPECT_EQ(sums.terms.hi, 0x1.77c7e3375ba22p+23) << std::hexfloat << sums.terms.hi;
  EXPECT_EQ(sums.p.hi, 0x1.6bfa92437de9p+21) << std::hexfloat << sums.p.hi;
  EXPECT_EQ(sums.q.hi, 0x1.6c431298b08dp+21) << std::hexfloat << sums.q.hi;
}

}  // namespace
}  // namespace kl::test
