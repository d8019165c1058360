#include "measures/prepared.h"

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

}  // namespace kl
