#pragma once

#include <cstddef>

#include "kernels/scaled.h"
#include "simd/f64x2.h"

namespace kl {

/// Two outcomes' weights, aligned (Alignment), both above 0; y + y_low is y to twice the precision.
struct AlignedLanes {
  F64x2 x, y, y_low;
};

/// Two weights x and y so far apart that the smaller adds nothing to the larger.
struct FarWeights {
  Scaled x, y;
  Scaled root, square;  // √(xy), and the larger's square over the smaller
  double log;           // log(x/y) = log · 2^log_exponent
  int log_exponent;
};

struct TermSum;

/// A measure that is made of sums over outcomes. Every term is homogeneous of degree 1, f(cx, cy) = c f(x, y): that is what
/// lets pairs of any size be scaled.
///
/// The measures are data, and one piece of code sums them all: as a template, once a measure, it took 60 KB of wasm more.
struct Terms {
  static constexpr size_t kMostSums = 9;

  size_t sums;
  /// The sum that, over the mass and below `noise`, says that x − y must be known better than the ratio of the sums allows.
  size_t witness;
  double noise;
  /// Adds the terms of n pairs of lanes, one after the other, to as many sums.
  void (*add)(const AlignedLanes* pairs, size_t n, F64x2* sums);
  /// The terms' limits for x = 0, as multiples of y, and for y = 0, as multiples of x; where that is infinite, anything
  /// finite: the caller knows from Totals.
  double at_zero_p[kMostSums], at_zero_q[kMostSums];
  /// Adds what the terms of weights far apart, times 2^exponent, are beyond these limits.
  void (*add_far)(const FarWeights& far, int exponent, TermSum* sums);
};

/// Alignment's ratio of the sums, and so every difference x − y, is right to some 2^-105 x. That is too little where the
/// differences are near 2^-52 x, or far below it, as when one outcome has all but 1e-30 of the weight: where a measure of
/// the second order in x − y comes out below the first of these, or one of the first order below the other.
inline constexpr double kSecondOrderNoise = 0x1p-100, kFirstOrderNoise = 0x1p-45;

/// φ(x, y): Σ = mass · D(P‖Q).
extern const Terms kForwardTerms;

/// φ(x, y), φ(y, x) and their difference.
extern const Terms kBothWaysTerms;

/// ½ [φ(x, m) + φ(y, m)], m = (x + y)/2: Σ = mass · JS(P, Q).
extern const Terms kJensenShannonTerms;

/// ½|x − y|, ½(√x − √y)² and √(xy): total variation, squared Hellinger distance, Bhattacharyya coefficient.
enum OverlapSum { kTotalVariation, kSquaredHellinger, kCoefficient };
extern const Terms kOverlapTerms;

/// (x − y)²/y and (x − y)²/x: χ²(P‖Q) and χ²(Q‖P).
extern const Terms kChiSquaredTerms;

/// x log(x/y), y log(y/x), (x + y) log(x/y), and the magnitudes of the first two: for numbers as given, whose sums differ,
/// so that these terms of both signs are the measure, and Σφ is not.
enum ContributionSum {
  kForwardSum,
  kReverseSum,
  kAsymmetrySum,
  kForwardMagnitude,
  kReverseMagnitude
};
extern const Terms kContributionTerms;

/// All but the last in one reading: where each one's sums begin.
inline constexpr size_t kBothWaysAt = 0, kJensenShannonAt = 3, kOverlapAt = 4, kChiSquaredAt = 7;
extern const Terms kAllTerms;

}  // namespace kl
