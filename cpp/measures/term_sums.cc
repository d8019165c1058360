#include "measures/term_sums.h"

#include "kernels/sqrt.h"

namespace kl {

void TermSum::Add(double term, int exponent) {
  const double magnitude = term < 0 ? -term : term;
  if (!(magnitude > 0) || magnitude == kInfinity || Split(magnitude).exponent + exponent > -900) {
    Add(Scale(term, exponent));
  } else {
    tiny = kl::Add(tiny, Scale(term, exponent + kTinyExponent));
  }
}

double TermSum::Over(double divisor, int exponent) const {
  const bool overflows = main.hi == kInfinity || main.hi == -kInfinity;
  if (tiny.hi == 0 || overflows) return Scale(Value(main) / divisor, exponent);
  if (main.hi == 0) return Scale(Value(tiny) / divisor, exponent - kTinyExponent);
  return Scale(Value(kl::Add(main, Scale(Value(tiny), -kTinyExponent))) / divisor, exponent);
}

namespace {

/// Of a pair with a shift.
FarWeights FarApart(const LanePair& pair) {
  const double x = pair.p[0], y = pair.q[0], larger = pair.shift > 0 ? x : y;
  const int gap = pair.shift < 0 ? -pair.shift : pair.shift;
  const double root = Sqrt(x) * Sqrt(y), ratio = pair.shift > 0 ? x / y : y / x;
  constexpr double kRootOfHalf = 0x1.6a09e667f3bcdp-1;
  return {{x, pair.shift < 0 ? -gap : 0},
          {y, pair.shift > 0 ? -gap : 0},
          {gap % 2 != 0 ? kRootOfHalf * root : root, -(gap / 2)},
          {larger * ratio, gap},
          LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2,
          0};
}

}  // namespace

void TermSums::Add(const LanePair& pair, int exponent) {
  if (pair.shift != 0) return Add(FarApart(pair), pair.exponent + exponent);
  const AlignedLanes lanes{pair.p, pair.q, pair.q_low};
  F64x2 found[Terms::kMostSums] = {};
  terms->add(&lanes, 1, found);
  for (size_t k = 0; k < terms->sums; ++k) sums[k].Add(found[k][0], pair.exponent + exponent);
}

void TermSums::Add(const FarWeights& far, int exponent) {
  if (far.log > 0) {
    AddAtZeroQ(far.x.significand, far.x.exponent + exponent);
  } else {
    AddAtZeroP(far.y.significand, far.y.exponent + exponent);
  }
  terms->add_far(far, exponent, sums.data());
}

void TermSums::AddMultiples(const double* multiples, double weight, int exponent) {
  for (size_t k = 0; k < terms->sums; ++k) sums[k].Add(multiples[k] * weight, exponent);
}

}  // namespace kl
