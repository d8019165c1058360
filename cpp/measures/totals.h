#pragma once

#include "kernels/double_double.h"
#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// The sum of one array: sum · 2^exponent, the exponent 0 unless the weights are very large or very small.
struct Total {
  DoubleDouble sum{0, 0};
  int exponent = 0;
  double max = 0;  // the heaviest, as given
};

/// What must be known of two arrays before they can be compared.
struct Totals {
  Total p, q;
  std::ptrdiff_t only_in_p = kNoIndex;  // the first outcome with weight in P and none in Q
  std::ptrdiff_t only_in_q = kNoIndex;
};

/// Reads everything once (again, if the sums left the range of numbers), and checks it.
///
/// Error    each sum ≤ 2^-100 relative (double-double, compensated in every lane).
/// Fails    kEmpty, kNegative, kNotFinite (argument, index and value of the first offender, P before Q).
Result<Totals> Sum(Pairs& pairs);

/// How the weights of P and Q become probabilities that can be subtracted: with x = p · 2^-p_exponent and
/// y = ratio · q · 2^-q_exponent, Σx = Σy = mass.
struct Alignment {
  DoubleDouble ratio{1, 0};
  int p_exponent = 0, q_exponent = 0;
  double mass = 1, mass_low = 0;
  bool is_as_given = false;  // Σx and Σy differ: nothing was divided by anything
};

/// Fails    kSumIsZero, and for strict probabilities kSumIsNotOne (value: the sum).
Result<Alignment> Align(const Totals& totals, const Options& options);

/// Both arrays as they are, but for a common power of two.
Alignment AsGiven(const Totals& totals);

/// Sum and the alignment that the options ask for.
struct Checked {
  Totals totals;
  Alignment alignment;
};
Result<Checked> Check(Pairs& pairs, const Options& options);

}  // namespace kl
