#include <emscripten/emscripten.h>

#include "bindings/memory.h"
#include "divergence/compare.h"

namespace kl::bindings {

/// Figures in the order of `compare`: three findings, asymmetry, cross-entropies, entropies.
extern "C" EMSCRIPTEN_KEEPALIVE int compareNormals(double p_loc, double p_scale, double q_loc,
                                                   double q_scale, double base) {
  const Result<DistributionComparison> result =
      Compare(Normal{p_loc, p_scale}, Normal{q_loc, q_scale}, base);
  if (!NoteProblem(result.problem)) return 0;
  const DistributionComparison& comparison = result.value;
  Figures figures;
  for (const Finding& finding : {comparison.forward, comparison.reverse, comparison.jeffreys})
    figures.Put(finding);
  for (const double value :
       {comparison.asymmetry, comparison.cross_entropy_forward, comparison.cross_entropy_reverse,
        comparison.entropy_p, comparison.entropy_q}) {
    figures.Put(value);
  }
  return 1;
}

}  // namespace kl::bindings
