#include "special/gamma.h"

#include "special/stirling_series.h"

namespace kl {

/// From the tangent at 1 or 2, where log Γ is 0: nothing cancels but for h ψ(1 or 2), where that has the other sign.
double LogGamma(double x) {
  if (x < 0.5) return LogGamma(x + 1) - Log(x);
  if (x < 1.5) return LogGammaBregman(x, 1) - (x - 1) * kEulerGamma;
  if (x < kStirlingFrom) return LogGammaBregman(x, 2) + (x - 2) * (1 - kEulerGamma);
  return (x - 0.5) * (Log(x) - 1) + (kHalfLog2Pi - 0.5 + StirlingSeries(1 / x, 0) / x);
}

double Digamma(double x) {
  if (x >= kStirlingFrom) return Log(x) - DigammaGap(x);
  constexpr DoubleDouble kRoot{0x1.762d86356be3fp+0, 0x1.b86a722197829p-54};
  return DigammaStep({kRoot, {x, 0}, Add(Negate(kRoot), x)});
}

double Trigamma(double x) {
  const int n = StepsToStirling(x);
  const double v = 1 / (x + n);
  double sum = v + Square(v) * (0.5 + v * StirlingSeries(v, 2));
  for (int k = n; k-- > 0;) sum += 1 / Square(x + k);
  return sum;
}

}  // namespace kl
