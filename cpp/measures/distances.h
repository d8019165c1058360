#pragma once

#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// Units in the last place that the measures below may be off; the Jensen–Shannon divergence kFiniteMaxUlp.
inline constexpr double kDistanceMaxUlp = 16;

/// Shape, domain, fails    as KlDivergence; numbers as given enter their formulas as they are.

/// JS = ½ D(P‖M) + ½ D(Q‖M), M = (P + Q)/2: at most log 2, up to rounding. Its root is a metric, SciPy's jensenshannon.
Result<double> JensenShannonDivergence(Pairs& pairs, const Options& options);
Result<double> JensenShannonDistance(Pairs& pairs, const Options& options);

/// ½ Σ|pᵢ − qᵢ|, in [0, 1] up to rounding. The base is of no matter.
Result<double> TotalVariationDistance(Pairs& pairs, const Options& options);

/// √(½ Σ(√pᵢ − √qᵢ)²), in [0, 1] up to rounding. The base is of no matter.
Result<double> HellingerDistance(Pairs& pairs, const Options& options);

/// −log Σ√(pᵢqᵢ). Edges: ∞ for distributions without a common outcome.
Result<double> BhattacharyyaDistance(Pairs& pairs, const Options& options);

/// Σ(pᵢ − qᵢ)²/qᵢ. Edges: pᵢ > 0 = qᵢ gives ∞. The base is of no matter.
Result<Finding> ChiSquaredDivergence(Pairs& pairs, const Options& options);

/// χ² of `value` found, ∞ where `alone` says so.
Finding ChiSquaredFrom(double value, std::ptrdiff_t alone);

}  // namespace kl
