#include "distributions/chance.h"

#include <limits>

#include "measures/kl_divergence.h"
#include "special/elementary.h"
#include "special/twice.h"

namespace kl {
namespace {

/// Below this, chances may have lost bits or underflowed; their logarithms have not.
constexpr double kTiny = 0x1p-970;

/// Beyond this, the smaller chance is too small for its lower half to be a number.
constexpr double kMaxLogit = 700;

/// The measures' way with logits, which keeps the digits of differences of logits however small.
double DivergenceOfLogits(double p, double q) {
  const double a[] = {p, 0}, b[] = {q, 0};
  PairsInMemory pairs(a, b, 2);
  return 0 + KlDivergence(pairs, {Normalization::kDivide, Form::kLogits}).value.value;  // no −0
}

/// Nearer than this, chances to twice the precision do not tell all that their logits do.
constexpr double kNear = 0x1p-40;

/// Whether the logits are to be subtracted: both given, and near or of chances that underflow; or one given, and nothing lost.
bool AreLogitsBetter(const Chance& p, const Chance& q) {
  const double a = p.Logit(), b = q.Logit();
  const bool near = Abs(a - b) < kNear;
  if (p.is_logit && q.is_logit) return near || Abs(a) > kMaxLogit || Abs(b) > kMaxLogit;
  return p.is_logit != q.is_logit && near && Abs(a - b) >= Abs(p.is_logit ? b : a);
}

}  // namespace

Chance Chance::OfProbability(double p) { return {{p, 0}, TwoSum(1.0, -p), p, false}; }

Chance Chance::OfLogit(double logit) {
  const double size = Abs(logit);
  DoubleDouble small, large;
  if (size > kMaxLogit) {
    small = {Exp(-size), 0};
    large = TwoSum(1.0, -small.hi);
  } else {
    const DoubleDouble power = ExpTwice(-size), sum = Add(power, 1);
    small = Divide(power, sum);
    large = Divide({1, 0}, sum);
  }
  return logit < 0 ? Chance{small, large, logit, true} : Chance{large, small, logit, true};
}

double Chance::LogYes() const { return is_logit ? -Softplus(-number) : Log(number); }
double Chance::LogNo() const { return is_logit ? -Softplus(number) : Log1p(-number); }
double Chance::Logit() const { return is_logit ? number : LogRatio(yes, no); }

double Divergence(const Chance& p, const Chance& q) {
  if (AreLogitsBetter(p, q)) return DivergenceOfLogits(p.Logit(), q.Logit());
  const auto phi = [&](DoubleDouble a, DoubleDouble b, double log_b) {
    const bool underflows =
        q.is_logit && a.hi > 0 && (b.hi == 0 || (b.hi < kTiny && a.hi >= kTiny));
    return underflows ? CountExcess(a.hi, {1, 0}, b, log_b) : Phi(a, b);
  };
  return phi(p.yes, q.yes, q.LogYes()) + phi(p.no, q.no, q.LogNo());
}

std::optional<double> Asymmetry(const Chance& p, const Chance& q) {
  if (AreLogitsBetter(p, q)) {
    const double a[] = {p.Logit(), 0}, b[] = {q.Logit(), 0};
    PairsInMemory pairs(a, b, 2);
    return Asymmetry(pairs, {Normalization::kDivide, Form::kLogits}).value;
  }
  const std::optional<double> yes = PhiDifference(p.yes, q.yes), no = PhiDifference(p.no, q.no);
  if (!yes || !no) return std::nullopt;
  return *yes + *no;
}

/// q − p = p (1 − q) (e^t − 1) = q (1 − p) (1 − e^−t), t the difference of the logits.
double Difference(const Chance& p, const Chance& q) {
  if (p.is_logit && q.is_logit) {
    const double t = q.number - p.number;
    return t < 0 ? p.yes.hi * q.no.hi * Expm1(t) : -q.yes.hi * p.no.hi * Expm1(-t);
  }
  return Value(Add(q.yes, Negate(p.yes)));
}

double LogitDifference(const Chance& p, const Chance& q) {
  const bool both = p.is_logit && q.is_logit, one = p.is_logit != q.is_logit;
  const double of_logits = q.Logit() - p.Logit();
  if (both || (one && (Abs(of_logits) > 1 || AreLogitsBetter(p, q)))) return of_logits;
  if (q.yes.hi == 0) return -kInfinity;
  if (q.no.hi == 0) return kInfinity;
  return LogRatio(q.yes, p.yes) + LogRatio(p.no, q.no);
}

/// q/p = 1 + (1 − q)(e^t − 1), t the difference of the logits.
double ExpExcessOfDifference(double a, double b) {
  constexpr double kLargest = 700;
  const DoubleDouble t = TwoSum(a, -b);
  return t.hi > kLargest ? ExpExcess(t.hi) : ExpExcess(t.hi) + t.lo * Expm1(t.hi);
}

double LogYesRatio(const Chance& p, const Chance& q) {
  const double t = LogitDifference(p, q);
  if (t > -1 && t < 1) return Log1p(q.no.hi * Expm1(t));
  return q.LogYes() == -kInfinity ? -kInfinity : q.LogYes() - p.LogYes();
}

double LogNoRatio(const Chance& p, const Chance& q) {
  const double t = LogitDifference(p, q);
  if (t > -1 && t < 1) return Log1p(q.yes.hi * Expm1(-t));
  return q.LogNo() == -kInfinity ? -kInfinity : q.LogNo() - p.LogNo();
}

ChanceGradient Gradient(const Chance& p, const Chance& q) {
  const double by_p = -LogitDifference(p, q);
  if (p.yes.hi == 0) return {by_p, 1 / q.no.hi};
  if (p.no.hi == 0) return {by_p, -1 / q.yes.hi};
  return {by_p, Difference(p, q) / q.yes.hi / q.no.hi};
}

double Entropy(const Chance& chance) {
  const auto part = [](double weight, double log) { return weight == 0 ? 0 : -weight * log; };
  return part(chance.yes.hi, chance.LogYes()) + part(chance.no.hi, chance.LogNo());
}

namespace {

/// trials · φ(a, b) of an outcome so rare with both that φ could underflow, beside which the other's is nothing.
std::optional<double> DivergenceOfRare(double trials, const Chance& p, const Chance& q) {
  constexpr double kRare = 0x1p-900, kRareLogit = -600, kFar = 50;
  if (p.is_logit != q.is_logit) return std::nullopt;
  if (!p.is_logit) {
    const double a = p.yes.hi, b = q.yes.hi;
    if (!(a > 0 && a < kRare && b > 0 && b < kRare)) return std::nullopt;
    const double product = trials * PhiOver(a, b);
    return IsNormal(product) ? product * a : trials * a * PhiOver(a, b);
  }
  for (const double sign : {1.0, -1.0}) {
    const double a = sign * p.number, b = sign * q.number;
    if (!(a < kRareLogit && b < kRareLogit)) continue;
    if (b - a > kFar) return TimesExp(trials, b);  // all but e^b is nothing
    const double excess = ExpExcessOfDifference(b, a), product = trials * excess;
    return IsNormal(product) ? TimesExp(product, a) : TimesExp(trials, a) * excess;
  }
  return std::nullopt;
}

}  // namespace

Finding FoundByTrials(double trials, const Chance& p, const Chance& q, double max_ulp) {
  if (const auto of_rare = DivergenceOfRare(trials, p, q)) {
    Finding found = Found(*of_rare, max_ulp, Method::kClosedForm);
    if (found.value == 0 && p.number != q.number)
      found.error = std::numeric_limits<double>::denorm_min();
    return found;
  }
  const double of_one = Divergence(p, q);
  Finding found = Found(trials * of_one, max_ulp, Method::kClosedForm);
  if (p.is_logit != q.is_logit && IsFinite(found.value))
    found.error += trials * (0x1p-98 * Sqrt(of_one));
  return found;
}

double CountExcess(double x, DoubleDouble n, DoubleDouble p, double log) {
  if (p.hi >= kTiny) return Phi(DoubleDouble{x, 0}, Multiply(n, p));
  return x * (LogRatio(x, n.hi) - log) - x;
}

}  // namespace kl
