#include "special/twice.h"

#include "special/elementary.h"

namespace kl {
namespace {

bool AreInLanes(DoubleDouble a, DoubleDouble b) {
  return a.hi >= kLaneMin && b.hi >= kLaneMin && a.hi <= kLaneMax && b.hi <= kLaneMax;
}

DoubleDouble Scale(DoubleDouble x, int exponent) {
  return {kl::Scale(x.hi, exponent), kl::Scale(x.lo, exponent)};
}

/// What b lacks when a is taken for what it is but its lower part: for a near b,
///   f(a + α, b + β) = f(a, b + β − α) + O(α (a − b)²)   for φ and log(a/b)
/// and farther off α is of no account.
double LowOf(DoubleDouble a, DoubleDouble b) {
  const bool near = a.hi <= 2 * b.hi && b.hi <= 2 * a.hi;
  return near ? b.lo - a.lo : b.lo;
}

}  // namespace

DoubleDouble Multiply(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble product = TwoProduct(a.hi, b.hi);
  return FastTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

/// e^r − 1 by Taylor's series of r/2^8, doubled eight times: m ← 2m + m².
DoubleDouble ExpTwice(double x) {
  constexpr DoubleDouble kLn2Rest{0x1.a39ef35793c76p-33, 0x1.cc01f97b57a08p-87};  // ln 2 − kLn2Head
  constexpr int kDoublings = 8, kTerms = 9;
  const double k = __builtin_floor(x * kLog2E + 0.5);
  const DoubleDouble r = Add(Negate(Multiply(kLn2Rest, k)), x - k * kLn2Head);
  const DoubleDouble s = Scale(r, -kDoublings);
  DoubleDouble series{1, 0};  // (e^s − 1)/s, by Horner's scheme
  for (int i = kTerms; i >= 2; --i) {
    series = Add(Divide(Multiply(s, series), {static_cast<double>(i), 0}), 1);
  }
  DoubleDouble m = Multiply(s, series);
  for (int i = 0; i < kDoublings; ++i) m = Add({2 * m.hi, 2 * m.lo}, Multiply(m, m));
  const DoubleDouble power = Add(m, 1);
  const int exponent = static_cast<int>(k);
  return Scale(power, exponent);
}

double LogRatio(DoubleDouble a, DoubleDouble b) {
  if (a.hi == 0) return -kInfinity;
  if (b.hi == 0) return kInfinity;
  if (AreInLanes(a, b)) return LogRatio(Splat(a.hi), Splat(b.hi), Splat(LowOf(a, b)))[0];
  const int exponent = Split(a.hi).exponent;
  const DoubleDouble x = Scale(a, -exponent), y = Scale(b, -exponent);
  return AreInLanes(x, y) ? LogRatio(x, y) : LogRatio(a.hi, b.hi);
}

double Phi(DoubleDouble a, DoubleDouble b) {
  if (a.hi == 0 || b.hi == 0) return Phi(a.hi, b.hi);
  if (AreInLanes(a, b)) return Phi(Splat(a.hi), Splat(b.hi), Splat(LowOf(a, b)))[0];
  const int exponent = Split(a.hi).exponent;
  const DoubleDouble x = Scale(a, -exponent), y = Scale(b, -exponent);
  return AreInLanes(x, y) ? kl::Scale(Phi(x, y), exponent) : Phi(a.hi, b.hi);
}

std::optional<double> PhiDifference(DoubleDouble a, DoubleDouble b) {
  if (!AreInLanes(a, b)) return std::nullopt;
  return PhiBoth(Splat(a.hi), Splat(b.hi), Splat(LowOf(a, b))).difference[0];
}

}  // namespace kl
