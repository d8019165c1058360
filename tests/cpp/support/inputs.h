#pragma once

#include <ostream>
#include <vector>

#include "measures/kl_divergence.h"
#include "support/random.h"
#include "support/reference.h"

namespace kl::test {

/// What weights can look like. Each kind breaks some way of computing a divergence.
enum class Kind {
  kOrdinary,
  kNear,       // relative differences of 1e-1 … 1e-15
  kLastPlace,  // differences of one unit in the last place, of some outcomes
  kSparse,     // many zeros, in P also where Q has none
  kSubnormal,
  kHugeRange,         // 1e-300 … 1e300
  kCounts,            // whole numbers up to 1e15
  kNearProportional,  // P near a multiple of Q
  kGeometric,         // aⁱ and bⁱ
  kTinyAndOrdinary,   // some outcomes near 1e-300, the others near 1
  kDominant,          // one outcome has nearly everything
  kScalesApart,       // P far above or below Q
  kHeaviestDiffers,   // proportional but for the heaviest outcome
};

inline constexpr Kind kAllKinds[] = {
    Kind::kOrdinary,        Kind::kNear,
    Kind::kLastPlace,       Kind::kSparse,
    Kind::kSubnormal,       Kind::kHugeRange,
    Kind::kCounts,          Kind::kNearProportional,
    Kind::kGeometric,       Kind::kTinyAndOrdinary,
    Kind::kDominant,        Kind::kScalesApart,
    Kind::kHeaviestDiffers,
};

std::ostream& operator<<(std::ostream& out, Kind kind);

/// n outcomes of a kind: qᵢ > 0 wherever pᵢ > 0, and both sums positive.
Weights Make(Kind kind, size_t n, Random& random);

/// q where p and q are known to be positive only where both are: p = 0 just where q = 0.
Weights WithCommonSupport(Weights weights);

/// What logits can look like; −∞ stands only where Q's is too, or where P has it.
enum class LogitKind {
  kOrdinary,
  kNear,              // relative differences of 1e-1 … 1e-15
  kLastPlace,         // differences of one unit in the last place, of some
  kLevels,            // far above or below 0, each by itself
  kNearShifted,       // the same but for a constant, nearly
  kWide,              // exponentials far beyond all doubles
  kMissing,           // −∞ in both or in P
  kDominant,          // one outcome has nearly everything
  kLogProbabilities,  // normalised, but for rounding
};

inline constexpr LogitKind kAllLogitKinds[] = {
    LogitKind::kOrdinary, LogitKind::kNear,        LogitKind::kLastPlace,
    LogitKind::kLevels,   LogitKind::kNearShifted, LogitKind::kWide,
    LogitKind::kMissing,  LogitKind::kDominant,    LogitKind::kLogProbabilities,
};

std::ostream& operator<<(std::ostream& out, LogitKind kind);

/// n ≥ 1 logits of either.
Weights MakeLogits(LogitKind kind, size_t n, Random& random);

/// Numbers of outcomes around the edges of lanes, groups, blocks and chunks; the long ones only now and then.
size_t SomeSize(Random& random);
/// The same, for kinds whose reference takes hundreds of digits.
size_t SomeSizeFor(Kind kind, Random& random);

/// The weights in hex, so that a failure can be copied; the first few only.
std::ostream& operator<<(std::ostream& out, const Weights& weights);

inline PairsInMemory InMemory(const Weights& weights) {
  return {weights.p.data(), weights.q.data(), weights.size()};
}

inline constexpr Options kDivideNats{Normalization::kDivide};

inline Options Using(Normalization normalization, double base) {
  return {.normalization = normalization, .base = base};
}

/// Runs check(kind, weights) for random weights of every kind and size, until a check fails.
template <class Check>
void ForEachKind(int repeats, Check check) {
  ForEachSeed([&](Random& random) {
    for (const Kind kind : kAllKinds) {
      for (int i = 0; i < repeats * kEffort && !testing::Test::HasFailure(); ++i) {
        check(kind, Make(kind, SomeSizeFor(kind, random), random));
      }
    }
  });
}

}  // namespace kl::test
