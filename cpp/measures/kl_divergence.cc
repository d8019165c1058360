#include "measures/kl_divergence.h"

#include "measures/both_ways.h"
#include "measures/quick.h"
#include "measures/terms.h"

namespace kl {

Finding CarefulKlDivergence(Pairs& pairs, const Prepared& prepared) {
  if (prepared.only_in_p() != kNoIndex) return Infinite(prepared.only_in_p());
  if (prepared.is_as_given()) {
    const auto sums = prepared.SumContributions(pairs);
    return FoundSigned(sums[kForwardSum], sums[kForwardMagnitude], kFiniteMaxUlp);
  }
  const double nats = prepared.options().form == Form::kLogits
                          ? prepared.logits().Divergence(pairs)
                          : prepared.Sum(kForwardTerms, pairs)[0];
  return Found(nats, kFiniteMaxUlp, Method::kSum);
}

Result<Finding> KlDivergence(Pairs& pairs, const Options& options) {
  if (options.form == Form::kWeights && options.normalization != Normalization::kAsGiven) {
    const Quick quick = TryQuick(pairs, options);
    const Result<double> log_base = LogOfBase(options.base);
    if (quick.found && !log_base.problem) {
      return {InBase(Found(quick.nats, kFiniteMaxUlp, Method::kSum), log_base.value), {}};
    }
  }
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  return {InBase(CarefulKlDivergence(pairs, read.value), read.value.log_base()), {}};
}

Result<Finding> GeneralizedKlDivergence(Pairs& pairs, Options options) {
  options.normalization = Normalization::kAsGiven;
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  const Prepared& prepared = read.value;
  const Finding nats =
      prepared.only_in_p() != kNoIndex
          ? Infinite(prepared.only_in_p())
          : Found(prepared.Sum(kForwardTerms, pairs)[0], kFiniteMaxUlp, Method::kSum);
  return {InBase(nats, prepared.log_base()), {}};
}

namespace {

BothWays FindBothWays(Pairs& pairs, const Prepared& prepared) {
  const auto sums = prepared.Sum(kBothWaysTerms, pairs);
  return BothWaysFrom(sums[0], sums[1], sums[2], pairs, prepared);
}

}  // namespace

Result<double> Asymmetry(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  return {FindBothWays(pairs, read.value).asymmetry / read.value.log_base(), {}};
}

Result<Finding> JeffreysDivergence(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  const BothWays both = FindBothWays(pairs, read.value);
  const double log_base = read.value.log_base();
  return {Jeffreys(InBase(both.forward, log_base), InBase(both.reverse, log_base), log_base), {}};
}

}  // namespace kl
