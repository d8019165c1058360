#include "distributions/count_masses.h"

#include "special/elementary.h"
#include "special/stirling.h"

namespace kl {

double LogPoissonMass(double rate, double k) {
  if (!IsCount(k)) return -kInfinity;
  if (k == 0) return -rate;
  return -Phi(k, rate) - (StirlingError(k) + kHalfLog2Pi + Log(k) / 2);
}

double LogBinomialMass(double n, const Chance& chance, double k) {
  if (!IsCount(k) || k > n) return -kInfinity;
  if (n == 0) return 0;
  if (k == 0) return n * chance.LogNo();
  if (k == n) return n * chance.LogYes();
  const double excess = CountExcess(k, {n, 0}, chance.yes, chance.LogYes()) +
                        CountExcess(n - k, {n, 0}, chance.no, chance.LogNo());
  return (StirlingError(n) - StirlingError(k) - StirlingError(n - k)) - excess -
         (kHalfLog2Pi + Log(k * ((n - k) / n)) / 2);
}

/// r/(r + k) times the binomial mass of k among r + k.
double LogNegativeBinomialMass(double r, const Chance& chance, double k) {
  if (!IsCount(k)) return -kInfinity;
  if (k == 0) return r * chance.LogNo();
  const DoubleDouble n = TwoSum(r, k);
  const double excess =
      CountExcess(k, n, chance.yes, chance.LogYes()) + CountExcess(r, n, chance.no, chance.LogNo());
  return (StirlingError(n.hi) - StirlingError(k) - StirlingError(r)) - excess -
         (kHalfLog2Pi + (Log(k) + LogRatio(n.hi, r)) / 2);
}

}  // namespace kl
