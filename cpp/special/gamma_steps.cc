#include "special/gamma.h"
#include "special/stirling_ends.h"

// The functions of gamma.h that keep the digits which differences of log Γ, ψ and ψ' lose: by Stirling's series, after n steps
// to x' = x + n, whose logarithms and fractions are combined before they are added.

namespace kl {
namespace {

/// log(to/from)
double LogStep(const StirlingEnds& x) {
  const double relative = x.by / x.from;
  return Abs(relative) <= 0.5 ? Log1p(relative) : LogRatio(x.to, x.from);
}

double StirlingTail(double x) { return StirlingSeries(1 / x, 0) / x; }

double StirlingTailFall(const StirlingEnds& x) {
  const Twin v = x.Inverse();
  return (v * StirlingSeries(v, 0)).fall;
}

}  // namespace

/// r(x) = r(x') + x log(x'/x) − n + Σ_{k<n} log(x'/(x + k))
double StirlingRemainder(double x) {
  const int n = StepsToStirling(x);
  const double shifted = x + n, remainder = kHalfLog2Pi - Log(shifted) / 2 + StirlingTail(shifted);
  if (n == 0) return remainder;
  double product = 1;
  for (int k = 1; k < n; ++k) product *= shifted / (x + k);
  return remainder + ((x + 1) * LogRatio(shifted, x) - n) + Log(product);
}

double BetaRemainder(double a, double b) {
  if (a < b) return BetaRemainder(b, a);
  const double fall = a < kStirlingFrom
                          ? StirlingRemainder(a) - StirlingRemainder(a + b)
                          : Log1p(b / a) / 2 + StirlingTailFall(StirlingEnds(WayBy(a, b)));
  return StirlingRemainder(b) + fall;
}

double LogBeta(double a, double b) {
  return BetaRemainder(a, b) - a * LogStep(StirlingEnds(WayBy(a, b))) -
         b * LogStep(StirlingEnds(WayBy(b, a)));
}

/// log x − ψ(x) = [that of x'] − log(x'/x) + Σ_{k<n} 1/(x + k)
double DigammaGap(double x) {
  const int n = StepsToStirling(x);
  const double v = 1 / (x + n), gap = v * (0.5 + v * StirlingSeries(v, 1));
  if (n == 0) return gap;
  double sum = 0;
  for (int k = n; k-- > 0;) sum += 1 / (x + k);
  return gap + (sum - LogRatio(x + n, x));
}

/// ψ'(x) − 1/x = [that of x'] + Σ_{k<n} 1/(x + k)² − n/(x x'), and 1/x² − n/(x x') = (x' − n x)/(x² x')
double TrigammaGap(double x) {
  const int n = StepsToStirling(x);
  const double v = 1 / (x + n), gap = Square(v) * (0.5 + v * StirlingSeries(v, 2));
  if (n == 0) return gap;
  double sum = 0;
  for (int k = n; k-- > 1;) sum += 1 / Square(x + k);
  return gap + sum + (x + n - n * x) * v / x / x;
}

/// With a' = a + n: h log(a' + h) − a' (h/a' − log(1 + h/a')) − ½ log(1 + h/a') + μ(a' + h) − μ(a') − Σ_{k<n} log(1 + h/(a + k))
double LogGammaStep(const Way& way) {
  const StirlingEnds x(way), end = x.After(x.n);
  const double log = LogStep(end);
  const double excess =
      Abs(x.by) <= end.from / 2 ? end.from * LogExcess(x.by / end.from) : x.by - end.from * log;
  double sum = x.by * Log(end.to) - excess - log / 2 - StirlingTailFall(end);
  for (int k = x.n; k-- > 0;) sum -= LogStep(x.After(k));
  return sum;
}

double DigammaStep(const Way& way) {
  const StirlingEnds x(way), end = x.After(x.n);
  const Twin v = end.Inverse();
  double sum = LogStep(end) + (v * (0.5 + v * StirlingSeries(v, 1))).fall;
  for (int k = x.n; k-- > 0;) sum += x.After(k).Inverse().fall;
  return sum;
}

double TrigammaFall(const Way& way) {
  const StirlingEnds x(way), end = x.After(x.n);
  const Twin v = end.Inverse();
  double sum = (v + (v * v) * (0.5 + v * StirlingSeries(v, 2))).fall;
  for (int k = x.n; k-- > 0;) {
    const Twin inverse = x.After(k).Inverse();
    sum += (inverse * inverse).fall;
  }
  return sum;
}

}  // namespace kl
