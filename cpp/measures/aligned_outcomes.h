#pragma once

#include "measures/nearly_proportional.h"
#include "measures/prepared.h"

namespace kl {

/// One outcome of two distributions after the other, in the form that powers of their ratio need.
class AlignedOutcomes {
 public:
  AlignedOutcomes(Pairs& pairs, const Prepared& prepared);

  struct Outcome {
    enum { kInNeither, kOnlyInP, kOnlyInQ, kInBoth } where = kInNeither;
    Scaled alone{0, 0};  // where it is in one only: its weight, in the same measure as the pairs
    LanePair pair{};     // where it is in both: · 2^exponent
    int exponent = 0;
    DoubleDouble log{0, 0};  // of the ratio, as LogRatioTwice finds it
  };

  /// Of the numbers as read, weights or logits.
  Outcome Align(double p, double q) const;

 private:
  const Prepared& prepared_;
  bool is_logits_, is_close_;
  ExactDifferences exact_;
};

}  // namespace kl
