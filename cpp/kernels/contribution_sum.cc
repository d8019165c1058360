#include <algorithm>

#include "kernels/lane_sum.h"
#include "kernels/log.h"
#include "kernels/pair_sums.h"

namespace kl {
namespace {

// Two loops over a block that stays in the first-level cache, instead of one: the divisions of the first overlap each
// other, the polynomials of the second do. In one loop each would wait for the other's result.
constexpr size_t kBlock = 512;

// Four vectors a step, whose sum is a tree: compilers then place the four polynomials side by side, not one after the
// other. So there is always something to compute while a result is waited for.
constexpr size_t kStep = 8;
using Vectors = F64x2[kStep / 2];

inline F64x2 SumOf(const Vectors& x) { return (x[0] + x[1]) + (x[2] + x[3]); }
inline F64x2 SumOfStep(const double* from) {
  return SumOf({Load(from), Load(from + 2), Load(from + 4), Load(from + 6)});
}

/// Logarithms are in units of 2^-20 of a bit: so the exponent, where a double's upper word has it, is an integer.
constexpr double kUnits = 0x1p20;

/// log₂ r / s in units, z = s² ≤ 0.0402: Horner's scheme in z² over pairs, as short a chain as costs one product more.
inline F64x2 Log2Series(F64x2 z) {
  const auto c = [](int i) { return Splat(kUnits * kLog2Series[i]); };
  const auto pair = [z, c](int i) { return c(i) + z * c(i + 1); };
  const F64x2 z2 = z * z;
  return ((pair(6) * z2 + pair(4)) * z2 + pair(2)) * z2 + pair(0);
}

/// The words of four numbers that hold signs and exponents. As integers they order the numbers, but the negative ones:
/// these come out negative, in any order.
inline U32x4 UpperWords(F64x2 a, F64x2 b) {
  return __builtin_shufflevector(reinterpret_cast<U32x4>(a), reinterpret_cast<U32x4>(b), 1, 3, 5,
                                 7);
}

/// The exponent k of p/q rounded to nearest, from upper words: |s| ≤ 1/5, one term of the series fewer than Reduce would
/// need. What cancels between s and k is harmless here, in a sum of both signs.
///   As k·2^20 + 2^31: the upper word of a number to which the bits are added becomes that of −2^k times the number, and
///   what is left of them as an integer is not negative.
inline U32x4 ExponentAndSign(U32x4 p, U32x4 q) {
  constexpr unsigned kHalf = 1u << 19, kSign = 1u << 31, kField = 0xfff00000;
  return ((p - q) + (kHalf + kSign)) & kField;
}

/// s = (p − m)/(p + m), m = 2^k q; k given by its upper words, the lower ones 0.
inline F64x2 SlopeAt(F64x2 p, F64x2 q, U32x4 k) {
  const F64x2 minus_m = FromBits(Plus(Bits(q), reinterpret_cast<I64x2>(k)));
  return (p + minus_m) / (p - minus_m);
}

/// Whether numbers are at least some power of 2, by their upper words. What is too large, and NaN, shows in the sums.
struct LeastUpperWords {
  I32x4 least = {0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff};

  void Include(U32x4 upper) {
    const I32x4 words = reinterpret_cast<I32x4>(upper);
    least = words < least ? words : least;
  }
  bool AreAtLeast(int exponent) const {
    const int word = (1023 + exponent) << 20;
    return least[0] >= word && least[1] >= word && least[2] >= word && least[3] >= word;
  }
};

/// s and k of log₂(p/q) of four pairs.
inline void StoreSlopes(const double* p, const double* q, double* slope, unsigned* exponent,
                        LeastUpperWords& least) {
  const F64x2 p0 = Load(p), p1 = Load(p + 2), q0 = Load(q), q1 = Load(q + 2);
  const U32x4 p_words = UpperWords(p0, p1), q_words = UpperWords(q0, q1), zero = {};
  least.Include(p_words);
  least.Include(q_words);
  const U32x4 k = ExponentAndSign(p_words, q_words);
  std::memcpy(exponent, &k, sizeof k);
  Store(slope, SlopeAt(p0, q0, __builtin_shufflevector(zero, k, 0, 4, 1, 5)));
  Store(slope + 2, SlopeAt(p1, q1, __builtin_shufflevector(zero, k, 2, 6, 3, 7)));
}

/// k of four pairs in units, as numbers: below the upper word of 2^52 the integer is the mantissa.
inline void LoadExponents(const unsigned* from, F64x2& k0, F64x2& k1) {
  constexpr unsigned kWord = 0x43300000;
  const U32x4 upper = {kWord, kWord, kWord, kWord};
  U32x4 k;
  std::memcpy(&k, from, sizeof k);
  const F64x2 offset = Splat(0x1p52 + 0x1p31);
  k0 = reinterpret_cast<F64x2>(__builtin_shufflevector(k, upper, 0, 4, 1, 5)) - offset;
  k1 = reinterpret_cast<F64x2>(__builtin_shufflevector(k, upper, 2, 6, 3, 7)) - offset;
}

/// Of every sum, each group of kGroup numbers is added plainly, 32 to a lane but with no more than 10 additions one after the
/// other (see kPlainGroup), and the groups' sums with compensation. An error of Σp or Σq is one of the divergence,
/// undiminished, since their ratio enters it by its logarithm.
constexpr size_t kGroup = 64;
static_assert(kBlock % kGroup == 0 && kGroup % kStep == 0);

struct Sums {
  LaneSum contributions, p, q;
  LeastUpperWords least;
};

/// n: a multiple of kStep, at most kBlock.
inline void AddBlock(const double* p, const double* q, size_t n, Sums& sums) {
  alignas(16) double slope[kBlock];
  alignas(16) unsigned exponent[kBlock];
  LeastUpperWords least = sums.least;
  for (size_t group = 0; group < n; group += kGroup) {
    F64x2 p_sum = {}, q_sum = {};
    const size_t end = std::min(group + kGroup, n);
    for (size_t i = group; i < end; i += kStep) {
      for (size_t j = i; j < i + kStep; j += 4)
        StoreSlopes(p + j, q + j, slope + j, exponent + j, least);
      p_sum += SumOfStep(p + i);
      q_sum += SumOfStep(q + i);
    }
    sums.p.Include(p_sum);
    sums.q.Include(q_sum);
  }
  sums.least = least;
  for (size_t group = 0; group < n; group += kGroup) {
    F64x2 contributions = {};
    const size_t end = std::min(group + kGroup, n);
    for (size_t i = group; i < end; i += kStep) {
      Vectors k, terms;
      LoadExponents(exponent + i, k[0], k[1]);
      LoadExponents(exponent + i + 4, k[2], k[3]);
      for (size_t j = 0; j < kStep / 2; ++j) {
        const F64x2 s = Load(slope + i + 2 * j);
        terms[j] = Load(p + i + 2 * j) * (s * Log2Series(s * s) + k[j]);
      }
      contributions += SumOf(terms);
    }
    sums.contributions.Include(contributions);
  }
}

void Collect(const Sums& sums, PairSums& total) {
  total.terms = Add(total.terms, Multiply(sums.contributions.Total(), kLn2 / kUnits));
  total.p = Add(total.p, sums.p.Total());
  total.q = Add(total.q, sums.q.Total());
  total.in_range = total.in_range && sums.least.AreAtLeast(kLaneMinExponent);
}

}  // namespace

void AddContributions(const double* p, const double* q, size_t n, PairSums& total) {
  Sums sums;
  const size_t whole = n - n % kStep;
  for (size_t i = 0; i < whole; i += kBlock) {
    AddBlock(p + i, q + i, std::min(kBlock, whole - i), sums);
  }
  Collect(sums, total);
  if (whole < n) {
    // The last ones, filled up with ones, whose logarithm is 0, and summed by themselves.
    double p_rest[kStep], q_rest[kStep];
    std::fill(std::copy(p + whole, p + n, p_rest), p_rest + kStep, 1.0);
    std::fill(std::copy(q + whole, q + n, q_rest), q_rest + kStep, 1.0);
    Sums rest;
    AddBlock(p_rest, q_rest, kStep, rest);
    rest.p = rest.q = {};
    Collect(rest, total);
    for (size_t i = whole; i < n; ++i) {
      total.p = Add(total.p, p[i]);
      total.q = Add(total.q, q[i]);
    }
  }
  total.in_range = total.in_range && total.p.hi <= kLaneMax && total.q.hi <= kLaneMax;
}

}  // namespace kl
