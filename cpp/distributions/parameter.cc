#include "distributions/parameter.h"

#include "special/elementary.h"

namespace kl {

Status Broken(Rule rule, double x) {
  if (!IsFinite(x)) return Status::kParameterNotFinite;
  switch (rule) {
    case Rule::kFinite:
      return Status::kOk;
    case Rule::kPositive:
      return x > 0 ? Status::kOk : Status::kParameterNotPositive;
    case Rule::kNonNegative:
      return x >= 0 ? Status::kOk : Status::kParameterNegative;
    case Rule::kWhole:
      return x >= 0 && x <= kMaxCount && x == __builtin_floor(x) ? Status::kOk
                                                                 : Status::kParameterNotWhole;
    case Rule::kProbability:
      return x >= 0 && x <= 1 ? Status::kOk : Status::kParameterNotAProbability;
    case Rule::kOpenProbability:
      return x > 0 && x < 1 ? Status::kOk : Status::kParameterNotAnOpenProbability;
    case Rule::kPositiveProbability:
      return x > 0 && x <= 1 ? Status::kOk : Status::kParameterNotAPositiveProbability;
    case Rule::kBelowOne:
      return x >= 0 && x < 1 ? Status::kOk : Status::kParameterNotBelowOne;
  }
  return Status::kOk;
}

}  // namespace kl
