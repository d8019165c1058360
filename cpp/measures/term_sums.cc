#include "measures/term_sums.h"

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

void TermSums::Add(const LanePair& pair, int exponent) {
  const AlignedLanes lanes{pair.p, pair.q, pair.q_low};
  F64x2 found[Terms::kMostSums] = {};
  terms->add(&lanes, 1, found);
  double more[Terms::kMostSums] = {};
  int exponents[Terms::kMostSums] = {};
  if (pair.shift != 0) terms->find_beyond(pair.p[0], pair.q[0], pair.shift, more, exponents);
  for (size_t k = 0; k < terms->sums; ++k) {
    sums[k].Add(found[k][0] + more[k], pair.exponent + exponent + exponents[k]);
  }
}

void TermSums::AddMultiples(const double* multiples, double weight, int exponent) {
  for (size_t k = 0; k < terms->sums; ++k) sums[k].Add(multiples[k] * weight, exponent);
}

}  // namespace kl
