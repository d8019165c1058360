#pragma once

namespace kl {

/// What the families make of products that may over- or underflow, or nearly agree; all numbers > 0, of any size.

/// φ(p, q r/s). Error ≤ 16 ulp, near p s = q r too.
double PhiOfProducts(double p, double q, double r, double s);

/// b/a − 1 − log(b/a), for b = a + by, which is known better than from the rounded a and b. Error ≤ 8 ulp.
double PhiOverBy(double a, double b, double by);

/// log(a/(b c)). Error ≤ 6 ulp, near a = b c too.
double LogQuotient(double a, double b, double c);

}  // namespace kl
