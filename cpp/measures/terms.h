#pragma once

#include <array>

#include "kernels/phi.h"
#include "kernels/scaled.h"
#include "kernels/sqrt.h"

namespace kl {

/// The measures that are sums over outcomes; see TermSums for what each member means.

/// Alignment's ratio of the sums, and so every difference x − y, is right to some 2^-105 x. That is too little where the
/// differences are near 2^-52 x, or far below it, as when one outcome has all but 1e-30 of the weight: where a measure of
/// the second order in x − y comes out below the first of these, or one of the first order below the other.
inline constexpr double kSecondOrderNoise = 0x1p-100, kFirstOrderNoise = 0x1p-45;

/// φ(x, y): Σ = mass · D(P‖Q).
struct ForwardTerms {
  static constexpr size_t kSums = 1, kWitness = 0;
  static constexpr double kNoise = kSecondOrderNoise;
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) { return {Phi(x, y, y_low)}; }
  static Terms AtZeroP(F64x2 y) { return {y}; }
  static Terms AtZeroQ(F64x2) { return {Splat(0)}; }
  static Terms Beyond(F64x2 x, F64x2, int shift) {
    return {shift > 0 ? Splat(shift * kLn2) * x : Splat(0)};
  }
};

/// φ(x, y), φ(y, x) and their difference.
struct BothWaysTerms {
  static constexpr size_t kSums = 3, kWitness = 0;
  static constexpr double kNoise = kSecondOrderNoise;
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) {
    const PhiPair phi = PhiBoth(x, y, y_low);
    return {phi.forward, phi.reverse, phi.difference};
  }
  static Terms AtZeroP(F64x2 y) { return {y, Splat(0), Splat(0)}; }
  static Terms AtZeroQ(F64x2 x) { return {Splat(0), x, Splat(0)}; }
  static Terms Beyond(F64x2 x, F64x2 y, int shift) {
    const F64x2 more = Splat(shift * kLn2);
    const F64x2 forward = shift > 0 ? more * x : Splat(0);
    const F64x2 reverse = shift < 0 ? -(more * y) : Splat(0);
    return {forward, reverse, forward - reverse};
  }
};

/// ½ [φ(x, m) + φ(y, m)], m = (x + y)/2: Σ = mass · JS(P, Q).
struct JensenShannonTerms {
  static constexpr size_t kSums = 1, kWitness = 0;
  static constexpr double kNoise = kSecondOrderNoise;
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) {
    const TwoParts<F64x2> sum = TwoSum(x, y);
    const F64x2 half = Splat(0.5), m = half * sum.hi, m_low = half * (sum.lo + y_low);
    return {half * (Phi(x, m, m_low) + Phi(y, m, m_low - y_low))};
  }
  static Terms AtZeroP(F64x2 y) { return {y * Splat(kLn2 / 2)}; }
  static Terms AtZeroQ(F64x2 x) { return AtZeroP(x); }
  static Terms Beyond(F64x2, F64x2, int) { return {}; }
};

/// ½|x − y|, ½(√x − √y)² and √(xy): total variation, squared Hellinger distance, Bhattacharyya coefficient.
struct OverlapTerms {
  static constexpr size_t kSums = 3, kWitness = 0;
  static constexpr double kNoise = kFirstOrderNoise;
  enum { kTotalVariation, kSquaredHellinger, kCoefficient };
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) {
    const F64x2 d = (x - y) - y_low, root_x = Sqrt(x), root_y = Sqrt(y);
    const F64x2 difference = d / (root_x + root_y);  // √x − √y without cancellation
    return {Splat(0.5) * Abs(d), Splat(0.5) * (difference * difference), root_x * root_y};
  }
  static Terms AtZeroP(F64x2 y) { return {Splat(0.5) * y, Splat(0.5) * y, Splat(0)}; }
  static Terms AtZeroQ(F64x2 x) { return AtZeroP(x); }
  static Terms Beyond(F64x2 x, F64x2 y, int shift) {
    // The coefficient shrinks by 2^(-|shift|/2): by whole powers in ExponentBeyond, by a root here.
    constexpr double kRootOfHalfLessOne = -0x1.2bec333018867p-2;
    return {Splat(0), Splat(0),
            shift % 2 == 0 ? Splat(0) : Splat(kRootOfHalfLessOne) * (Sqrt(x) * Sqrt(y))};
  }
  static int ExponentBeyond(size_t k, int shift) {
    return k == kCoefficient ? -((shift < 0 ? -shift : shift) / 2) : 0;
  }
};

/// (x − y)²/y and (x − y)²/x: χ²(P‖Q) and χ²(Q‖P).
struct ChiSquaredTerms {
  static constexpr size_t kSums = 2, kWitness = 0;
  static constexpr double kNoise = kSecondOrderNoise;
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) {
    const F64x2 d = (x - y) - y_low;
    return {d * (d / y), d * (d / x)};
  }
  static Terms AtZeroP(F64x2 y) { return {y, Splat(0)}; }
  static Terms AtZeroQ(F64x2 x) { return {Splat(0), x}; }
  static Terms Beyond(F64x2, F64x2, int) { return {}; }
  static int ExponentBeyond(size_t k, int shift) {
    return k == 0 ? (shift > 0 ? shift : 0) : (shift < 0 ? -shift : 0);
  }
};

/// x log(x/y), y log(y/x), (x + y) log(x/y), and the magnitudes of the first two: for numbers as given, whose sums differ,
/// so that these terms of both signs are the measure, and Σφ is not.
struct ContributionTerms {
  static constexpr size_t kSums = 5, kWitness = 3;
  static constexpr double kNoise = 0;
  enum { kForward, kReverse, kAsymmetry, kForwardMagnitude, kReverseMagnitude };
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) { return Of(x, y, LogRatio(x, y, y_low)); }
  static Terms AtZeroP(F64x2) { return {}; }
  static Terms AtZeroQ(F64x2) { return {}; }
  static Terms Beyond(F64x2 x, F64x2 y, int shift) { return Of(x, y, Splat(shift * kLn2)); }
  /// The smaller weight stands in for one 2^|shift| times smaller.
  static int ExponentBeyond(size_t k, int shift) {
    if (k == kForward || k == kForwardMagnitude) return shift < 0 ? shift : 0;
    return k == kAsymmetry || shift < 0 ? 0 : -shift;
  }

 private:
  static Terms Of(F64x2 x, F64x2 y, F64x2 log) {
    return {x * log, -(y * log), (x + y) * log, x * Abs(log), y * Abs(log)};
  }
};

/// All of them in one reading.
struct AllTerms {
  static constexpr size_t kBothWays = 0, kJensenShannon = 3, kOverlap = 4, kChiSquared = 7,
                          kSums = 9;
  static constexpr size_t kWitness = kOverlap;
  static constexpr double kNoise = kFirstOrderNoise;
  using Terms = std::array<F64x2, kSums>;

  static Terms At(F64x2 x, F64x2 y, F64x2 y_low) {
    return Join(BothWaysTerms::At(x, y, y_low), JensenShannonTerms::At(x, y, y_low),
                OverlapTerms::At(x, y, y_low), ChiSquaredTerms::At(x, y, y_low));
  }
  static Terms AtZeroP(F64x2 y) {
    return Join(BothWaysTerms::AtZeroP(y), JensenShannonTerms::AtZeroP(y), OverlapTerms::AtZeroP(y),
                ChiSquaredTerms::AtZeroP(y));
  }
  static Terms AtZeroQ(F64x2 x) {
    return Join(BothWaysTerms::AtZeroQ(x), JensenShannonTerms::AtZeroQ(x), OverlapTerms::AtZeroQ(x),
                ChiSquaredTerms::AtZeroQ(x));
  }
  static Terms Beyond(F64x2 x, F64x2 y, int shift) {
    return Join(BothWaysTerms::Beyond(x, y, shift), JensenShannonTerms::Beyond(x, y, shift),
                OverlapTerms::Beyond(x, y, shift), ChiSquaredTerms::Beyond(x, y, shift));
  }
  static int ExponentBeyond(size_t k, int shift) {
    if (k >= kChiSquared) return ChiSquaredTerms::ExponentBeyond(k - kChiSquared, shift);
    return k >= kOverlap ? OverlapTerms::ExponentBeyond(k - kOverlap, shift) : 0;
  }

 private:
  static Terms Join(const BothWaysTerms::Terms& a, const JensenShannonTerms::Terms& b,
                    const OverlapTerms::Terms& c, const ChiSquaredTerms::Terms& d) {
    return {a[0], a[1], a[2], b[0], c[0], c[1], c[2], d[0], d[1]};
  }
};

}  // namespace kl
