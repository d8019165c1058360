#include "special/elementary.h"

#include "kernels/power_difference.h"

namespace kl {

double Log(double x) { return Log(Splat(x))[0]; }

double Exp(double x) { return Exp(Splat(x))[0]; }

double Expm1(double x) { return ExpMinusOne(x); }

double Log1p(double x) {
  if (x == 0) return x;  // LogOf gives −0
  if (x > 1 || x < -0.5)
    return Log(1 + x);  // 1 + x is rounded once; its logarithm is at least 0.69
  const TwoParts<double> sum = TwoSum(1.0, x);
  return LogOf(sum);
}

double Softplus(double x) { return x > 0 ? x + Log1p(Exp(-x)) : Log1p(Exp(x)); }

double Logistic(double x) {
  if (x >= 0) return 1 / (1 + Exp(-x));
  const double power = Exp(x);
  return power / (1 + power);
}

DoubleDouble Product(double a, double b) {
  const DoubleDouble product = TwoProduct(a, b);
  return {product.hi, IsFinite(product.lo) ? product.lo : 0};
}

double Exp(DoubleDouble x) {
  const Scaled power = ExpOf(x);
  return Scale(power.significand, power.exponent);
}

double PowerTimesExp(double a, double b, double x, DoubleDouble c) {
  const DoubleDouble log = LogRatioTwice(Align(a, b, {1, 0}, 0)), product = Product(log.hi, x);
  const double exponent = product.hi + c.hi;
  if (!IsFinite(exponent)) return Exp(exponent);
  return Exp(Add(Add(product, log.lo * x), c));
}

double TimesExp(double x, double c) {
  return PowerTimesExp(x > 0 ? x : std::numeric_limits<double>::denorm_min(), 1, 1, {c, 0});
}

double LogRatio(double a, double b) {
  const LanePair pair = Align(a, b, {1, 0}, 0);
  return LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2;
}

double Phi(double a, double b) {
  if (a == 0) return b;
  if (b == 0) return kInfinity;
  const LanePair pair = Align(a, b, {1, 0}, 0);
  double phi = Phi(pair.p, pair.q)[0];
  if (pair.shift > 0) phi += pair.shift * kLn2 * pair.p[0];
  return Scale(phi, pair.exponent);
}

double PhiOver(double a, double b) {
  const LanePair pair = Align(a, b, {1, 0}, 0);
  double phi = Phi(pair.p, pair.q)[0];
  if (pair.shift > 0) phi += pair.shift * kLn2 * pair.p[0];
  return pair.shift < 0 ? Scale(phi / pair.p[0], -pair.shift) : phi / pair.p[0];
}

double Ratio(double a, double b, double c) {
  const double difference = a - b;
  return IsFinite(difference) ? difference / c : 2 * ((a / 2 - b / 2) / c);
}

double ExpExcess(double t) {
  if (t > kSecondSlopeSpan || t < -kSecondSlopeSpan) {
    const double power = Expm1(t);
    return IsFinite(power) ? power - t : power;
  }
  return t * t * ExpSecondSlope(t, 0);
}

double LogExcess(double t) {
  if (t > 0x1p60) return t;  // of which the logarithm is less than half a unit in the last place
  if (t == -1) return kInfinity;
  // φ(1, 1 + t) with what 1 + t loses.
  const TwoParts<double> sum = TwoSum(1.0, t);
  return Phi(Splat(1), Splat(sum.hi), Splat(sum.lo))[0];
}

double SinhExcess(double a, double b) {
  const LanePair pair = Align(a, b, {1, 0}, 0);
  const double x = pair.p[0], y = pair.q[0];
  const double s = (x - y) / (x + y), z = s * s;
  if (z <= 1.0 / 9) return 4 * s * z * ((3 - z) / Square(1 - z) - LogTail(Splat(z))[0] / 2);
  const double log = LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2, r = x / y;
  return (Scale(HalfSquare(r), 2 * pair.shift) - Scale(HalfSquare(1 / r), -2 * pair.shift)) -
         2 * log;
}

}  // namespace kl
