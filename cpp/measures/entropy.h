#pragma once

#include "measures/options.h"
#include "measures/pairs.h"
#include "measures/totals.h"
#include "result.h"

namespace kl {

/// Units in the last place that an entropy or a cross-entropy may be off.
inline constexpr double kEntropyMaxUlp = 8;

/// Entropies and cross-entropies, in nats: H(P), H(Q), H(P, Q) = −Σ pᵢ log qᵢ, H(Q, P).
struct Entropies {
  double p = 0, q = 0, forward = 0, reverse = 0;
};

/// All four in one reading, from terms pᵢ log(Σq/qᵢ) ≥ 0, which never cancel.
///
/// Edges    a cross-entropy is ∞ where an outcome with weight has none in the other distribution
/// Error    ≤ kEntropyMaxUlp, of probabilities near 1 too, whose logarithm Σq − qᵢ decides
Entropies FindEntropies(Pairs& pairs, const Totals& totals, const Options& options);

}  // namespace kl
