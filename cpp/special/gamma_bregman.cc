#include "special/gamma_bregman.h"

#include "special/gamma.h"
#include "special/products.h"
#include "special/stirling_ends.h"

namespace kl {
namespace {

/// φ(p, q), from q − p where that is small.
double PhiBy(double p, double q, double by) {
  const double relative = by / p;
  return Abs(relative) <= 0.5 ? p * LogExcess(relative) : Phi(p, q);
}

/// The Bregman divergence of log Γ but for φ(c', a').
double AllButPhi(const StirlingEnds& x) {
  const double from = x.from + x.n, to = x.to + x.n;
  double sum =
      (x.by / from) * (x.by / to) * StirlingCurve(1 / from, 1 / to) + PhiOverBy(from, to, x.by) / 2;
  for (int k = x.n; k-- > 0;) sum += PhiOverBy(x.from + k, x.to + k, x.by);
  return sum;
}

}  // namespace

double LogGammaBregman(const Way& way) {
  const StirlingEnds x(way);
  const double result = AllButPhi(x) + PhiBy(x.to + x.n, x.from + x.n, -x.by);
  return result <= kMax ? result : kInfinity;  // parts overflow
}

double LogGammaBregman(double c, double a) { return LogGammaBregman(WayOf(a, c)); }

double StirlingBregman(const Way& way) {
  const StirlingEnds x(way);
  const double all = AllButPhi(x);
  if (x.n == 0 || all == kInfinity) return all;
  const double from = x.from + x.n, to = x.to + x.n;
  const double left = PhiBy(x.to, x.from * (to / from), -x.n * (x.by / from));
  return all - (left + x.n * PhiOverBy(from, to, x.by));
}

}  // namespace kl
