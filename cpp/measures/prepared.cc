#include "measures/prepared.h"

#include "measures/nearly_proportional.h"

namespace kl {

Result<Prepared> Prepared::Read(Pairs& pairs, const Options& options) {
  Prepared prepared;
  prepared.options_ = options;
  const Result<double> log_base = LogOfBase(options.base);
  if (log_base.problem) return {{}, log_base.problem};
  prepared.log_base_ = log_base.value;
  if (options.form == Form::kLogits) {
    const Result<Logits> logits = Logits::Read(pairs, options);
    prepared.logits_ = logits.value;
    return {prepared, logits.problem};
  }
  const Result<Checked> checked = Check(pairs, options);
  prepared.checked_ = checked.value;
  return {prepared, checked.problem};
}

Entropies Prepared::FindEntropies(Pairs& pairs) const {
  return options_.form == Form::kLogits ? logits_.FindEntropies(pairs)
                                        : kl::FindEntropies(pairs, checked_.totals, options_);
}

std::array<double, Terms::kMostSums> Prepared::Sum(const Terms& terms, Pairs& pairs,
                                                   int lift) const {
  const bool logits = options_.form == Form::kLogits;
  const TermSums sums =
      logits ? logits_.Sum(terms, pairs) : SumTerms(terms, pairs, checked_.alignment);
  const int exponent =
      lift + logits_.log_exponent() + (is_as_given() ? checked_.alignment.p_exponent : 0);
  std::array<double, Terms::kMostSums> values{};
  for (size_t k = 0; k < terms.sums; ++k) values[k] = sums.sums[k].Over(mass(), exponent);
  return values;
}

}  // namespace kl
