#pragma once

#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// H(P) = −Σ pᵢ log pᵢ of the first array alone (give it twice), and H(P, Q) = −Σ pᵢ log qᵢ.
///
/// Edges, error    see FindEntropies
/// Fails           as KlDivergence
Result<double> Entropy(Pairs& pairs, const Options& options);
Result<Finding> CrossEntropy(Pairs& pairs, const Options& options);

}  // namespace kl
