#include "special/arctangent.h"

#include "special/elementary.h"

namespace kl {

double Arctangent(double x) {
  if (x > 1) return kPi / 2 - Arctangent(1 / x);
  // tan(a/2) = t/(1 + √(1 + t²)), twice: then t ≤ tan(π/16).
  double t = x;
  for (int i = 0; i < 2; ++i) t = t / (1 + Sqrt(1 + t * t));
  const double z = t * t;
  double sum = 0;
  for (int n = 23; n >= 3; n -= 2) sum = 1.0 / n - z * sum;
  return 4 * (t - t * z * sum);
}

}  // namespace kl
