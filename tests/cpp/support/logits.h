#pragma once

#include <gtest/gtest.h>

#include "measures/kl_divergence.h"
#include "support/check_measures.h"

namespace kl::test {

/// The logit of an outcome without weight.
inline constexpr double kNone = -kInfinity;

inline Options OfLogits(Normalization normalization = Normalization::kDivide, double base = kE) {
  return {.normalization = normalization, .form = Form::kLogits, .base = base};
}

inline Finding Kl(const Weights& logits, const Options& options = OfLogits()) {
  PairsInMemory pairs = InMemory(logits);
  const Result<Finding> found = KlDivergence(pairs, options);
  EXPECT_FALSE(found.problem) << logits;
  return found.value;
}

}  // namespace kl::test
