#pragma once

#include "support/inputs.h"
#include "support/reference_measures.h"
#include "support/worst.h"

namespace kl::test {

/// Expects of every function of one answer, and of Compare, that it is within its bound of the reference.
void ExpectMeasuresWithinBounds(const std::string& kind, const Weights& weights,
                                const Options& options, WorstOf<std::string>& worst);

/// The same of RenyiDivergence and TsallisDivergence.
void ExpectOrdersWithinBounds(const std::string& kind, const Weights& weights,
                              const Options& options, double alpha, WorstOf<std::string>& worst);

}  // namespace kl::test
