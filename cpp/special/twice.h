#pragma once

#include <optional>

#include "kernels/double_double.h"

namespace kl {

/// What masses of huge counts need to twice the precision: a chance p known to 2^-53 puts the mean np of 2^53 trials off by a
/// number of its own size.

/// e^x for −700 ≤ x ≤ 700. Error ≤ 2^-94, relative.
DoubleDouble ExpTwice(double x);

DoubleDouble Multiply(DoubleDouble a, DoubleDouble b);

/// log(a/b), for a, b > 0: −∞ and ∞ where one of them is 0. Error ≤ kLogRatioMaxUlp + 1.
double LogRatio(DoubleDouble a, DoubleDouble b);

/// φ(a, b), with the edges of Phi of single numbers. Error ≤ kPhiMaxUlp + 1.
double Phi(DoubleDouble a, DoubleDouble b);

/// φ(a, b) − φ(b, a) for a, b > 0 within the range of the lanes; else nothing. Error ≤ kPhiDifferenceMaxUlp + 4.
std::optional<double> PhiDifference(DoubleDouble a, DoubleDouble b);

}  // namespace kl
