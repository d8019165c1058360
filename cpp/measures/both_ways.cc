#include "measures/both_ways.h"

#include "measures/kl_divergence.h"

namespace kl {
namespace {

double AsymmetryOf(const Finding& forward, const Finding& reverse, double difference) {
  const bool forward_infinite = forward.method == Method::kInfinite;
  const bool reverse_infinite = reverse.method == Method::kInfinite;
  if (forward_infinite && reverse_infinite && forward.value == reverse.value) return 0;
  // Of weights as given, a direction may overflow downwards.
  if (forward_infinite) return forward.value;
  return reverse_infinite ? -reverse.value : difference;
}

}  // namespace

BothWays BothWaysFrom(double forward, double reverse, double difference, Pairs& pairs,
                      const Prepared& prepared) {
  BothWays both;
  if (prepared.is_as_given()) {
    const auto sums = prepared.SumContributions(pairs);
    both.forward = FoundSigned(sums[kForwardSum], sums[kForwardMagnitude], kFiniteMaxUlp);
    both.reverse = FoundSigned(sums[kReverseSum], sums[kReverseMagnitude], kFiniteMaxUlp);
    difference = sums[kAsymmetrySum];
  } else {
    both.forward = Found(forward, kFiniteMaxUlp, Method::kSum);
    both.reverse = Found(reverse, kFiniteMaxUlp, Method::kSum);
  }
  if (prepared.only_in_p() != kNoIndex) both.forward = Infinite(prepared.only_in_p());
  if (prepared.only_in_q() != kNoIndex) both.reverse = Infinite(prepared.only_in_q());
  both.asymmetry = AsymmetryOf(both.forward, both.reverse, difference);
  return both;
}

}  // namespace kl
