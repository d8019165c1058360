#pragma once

namespace kl {

/// log(1 + ((x − loc)/scale)²) for finite x, loc and scale > 0, whose quotient or its square may overflow.
/// Error    ≤ 8 ulp
double LogOnePlusSquare(double x, double loc, double scale);

}  // namespace kl
