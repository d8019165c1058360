#pragma once

namespace kl {

/// log(1 + ((x − loc)/scale)²) for finite x, loc and scale > 0, whose quotient or its square may overflow.
/// Error    ≤ 8 ulp
double LogOnePlusSquare(double x, double loc, double scale);

/// The mean of log(1 + (x/scale)²) over low ≤ x ≤ high, for finite low < high and scale > 0; NaN where the width overflows.
/// Error    ≤ 32 ulp
double MeanLogOnePlusSquare(double low, double high, double scale);

}  // namespace kl
