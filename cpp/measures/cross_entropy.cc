#include "measures/cross_entropy.h"

#include "measures/prepared.h"

namespace kl {

Result<double> Entropy(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {0, read.problem};
  return {read.value.FindEntropies(pairs).p / read.value.log_base(), {}};
}

Result<Finding> CrossEntropy(Pairs& pairs, const Options& options) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  const std::ptrdiff_t alone = read.value.only_in_p();
  const Finding nats = alone != kNoIndex ? Infinite(alone)
                                         : Found(read.value.FindEntropies(pairs).forward,
                                                 kEntropyMaxUlp, Method::kSum);
  return {InBase(nats, read.value.log_base()), {}};
}

}  // namespace kl
