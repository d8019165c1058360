#pragma once

namespace kl {

/// What the numbers are.
enum class Form {
  kWeights,  // probabilities, counts
  kLogits,   // logarithms of weights: of probabilities too
};

/// What is to be done about sums that are not 1.
enum class Normalization {
  kStrict,  // probabilities: sums within kSumTolerance of 1 are divided out exactly, others are refused
  kDivide,   // weights: always divided by their sum
  kAsGiven,  // Σ pᵢ log(pᵢ/qᵢ) of the numbers as they are; may be negative
};

/// How far a sum of probabilities may be from 1: wide enough for numbers printed with six digits or kept in float32.
inline constexpr double kSumTolerance = 1e-6;

/// The bound itself is in: 0.333333 thrice sums to 1 − 1e-6, but for a rounding.
inline bool IsOneWithinTolerance(double sum) {
  constexpr double kBound = kSumTolerance * (1 + 1e-9);
  return sum - 1 <= kBound && 1 - sum <= kBound;
}

inline constexpr double kE = 0x1.5bf0a8b145769p+1;

struct Options {
  Normalization normalization = Normalization::kStrict;
  Form form = Form::kWeights;
  double base = kE;  // of the logarithm; e gives nats, 2 bits, 10 bans
};

}  // namespace kl
