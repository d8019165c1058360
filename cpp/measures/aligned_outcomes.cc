#include "measures/aligned_outcomes.h"

#include <algorithm>

#include "kernels/power_difference.h"
#include "measures/aligned_sum.h"

namespace kl {

AlignedOutcomes::AlignedOutcomes(Pairs& pairs, const Prepared& prepared)
    : prepared_(prepared),
      is_logits_(prepared.options().form == Form::kLogits),
      is_close_(!is_logits_ && AreNoise(SumAligned(kOverlapTerms, pairs, prepared.alignment()),
                                        prepared.alignment())) {
  if (is_close_) exact_ = ExactDifferences(pairs, prepared.alignment());
}

AlignedOutcomes::Outcome AlignedOutcomes::Align(double p, double q) const {
  const double none = is_logits_ ? -kInfinity : 0;
  const Logits& logits = prepared_.logits();
  const Alignment& alignment = prepared_.alignment();
  Outcome outcome;
  if (p == none && q == none) return outcome;
  if (q == none) {
    const Scaled x = is_logits_ ? logits.ShareOfP(p) : Split(p);
    outcome.where = Outcome::kOnlyInP;
    outcome.x = {x.significand, x.exponent - alignment.p_exponent};
    return outcome;
  }
  if (p == none) {
    const Scaled y = is_logits_ ? logits.ShareOfQ(q) : Split(q);
    outcome.where = Outcome::kOnlyInQ;
    outcome.y = {y.significand * alignment.ratio.hi, y.exponent - alignment.q_exponent};
    return outcome;
  }
  outcome.where = Outcome::kInBoth;
  const LanePair pair =
      is_logits_  ? logits.Align(p, q)
      : is_close_ ? exact_.Align(p, q)
                  : kl::Align(p, q, alignment.ratio, alignment.p_exponent - alignment.q_exponent);
  const int exponent = pair.exponent - alignment.p_exponent;
  outcome.x = {pair.p[0], exponent + std::min(pair.shift, 0)};
  outcome.y = {pair.q[0], exponent - std::max(pair.shift, 0)};
  outcome.y_low = pair.q_low[0];
  if (is_logits_) {
    outcome.log = logits.LogRatioOf(p, q);
    outcome.unit = {logits.MaxOfQ(), 0};
    outcome.rest = logits.LogBelowMaxOfQ(q);
  } else {
    outcome.log = LogRatioTwice(pair);
    const Scaled part = Split(outcome.y.significand);
    outcome.unit = {part.significand, part.exponent + outcome.y.exponent};
  }
  return outcome;
}

}  // namespace kl
