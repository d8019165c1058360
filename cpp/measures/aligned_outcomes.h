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
    Scaled x{0, 0}, y{0, 0};  // the aligned weights
    double y_low = 0;         // times y's power of two
    DoubleDouble log{0, 0};   // log(x/y), as LogRatioTwice finds it
    // y = unit · e^rest, whatever the size of the exponent.
    Scaled unit{0, 0};
    DoubleDouble rest{0, 0};
  };

  /// Logarithms are kept times 2^-log_exponent.
  int log_exponent() const { return prepared_.logits().log_exponent(); }

  /// Of the numbers as read, weights or logits.
  Outcome Align(double p, double q) const;

 private:
  const Prepared& prepared_;
  bool is_logits_, is_close_;
  ExactDifferences exact_;
};

}  // namespace kl
