#include <emscripten/emscripten.h>

#include "bindings/distribution_reader.h"
#include "bindings/memory.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "divergence/compare.h"

// Plain exports, as in measures.cc. `total` counts the distributions in the buffer, components included; P comes first.

namespace kl::bindings {
namespace {

/// The stream from which `sampleDistribution` goes on.
Random sampling(0);

}  // namespace

extern "C" {

/// Figures in the order of `compare`: three findings, asymmetry, cross-entropies, entropies.
EMSCRIPTEN_KEEPALIVE int compareDistributions(int total, double base) {
  DistributionReader reader(total);
  const Distribution p = reader.Next(), q = reader.Next();
  const Result<DistributionComparison> result = Compare(p, q, base);
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

/// Whether the first distribution is one; in figures its dimension.
EMSCRIPTEN_KEEPALIVE int describeDistribution(int total) {
  DistributionReader reader(total);
  const Distribution p = reader.Next();
  if (!NoteProblem(Check(p, Argument::kP))) return 0;
  Figures{}.Put(p.family->Dimension(p));
  return 1;
}

/// log density of the first distribution, checked already, at the n points in P's arena, in Q's.
EMSCRIPTEN_KEEPALIVE void logDensityOfDistribution(int total, int n) {
  DistributionReader reader(total);
  const Distribution p = reader.Next();
  p.family->LogDensity(p, p_arena, static_cast<size_t>(n), q_arena);
}

EMSCRIPTEN_KEEPALIVE void startSampling(double seed) {
  sampling = Random(static_cast<uint64_t>(seed));
}

/// The next n draws of the first distribution, checked already, in P's arena.
EMSCRIPTEN_KEEPALIVE void sampleDistribution(int total, int n) {
  DistributionReader reader(total);
  const Distribution p = reader.Next();
  p.family->Sample(p, sampling, p_arena, static_cast<size_t>(n));
}

}  // extern "C"

}  // namespace kl::bindings
