#include "special/products.h"

#include "special/elementary.h"
#include "special/wide.h"

namespace kl {

double PhiOfProducts(double p, double q, double r, double s) {
  const double by = Over(WideProduct(q, r) - WideProduct(p, s), p, s);
  if (Abs(by) <= 0.5) return p * LogExcess(by);
  const Scaled top = Split(r), bottom = Split(s);
  const LanePair pair =
      Align(p, q, {top.significand / bottom.significand, 0}, top.exponent - bottom.exponent);
  double phi = Phi(pair.p, pair.q)[0];
  if (pair.shift > 0) phi += pair.shift * kLn2 * pair.p[0];
  return Scale(phi, pair.exponent);
}

double PhiOverBy(double a, double b, double by) {
  const double relative = by / a;
  return Abs(relative) <= 0.5 ? LogExcess(relative) : PhiOver(a, b);
}

double LogQuotient(double a, double b, double c) {
  const Scaled factor = Split(c);
  const LanePair pair = Align(a, b, {factor.significand, 0}, factor.exponent);
  return LogRatio(pair.p, pair.q, pair.q_low)[0] + pair.shift * kLn2;
}

}  // namespace kl
