#include "divergence/monte_carlo.h"

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "bindings/distribution_reader.h"
#include "bindings/memory.h"
#include "distributions/families.h"
#include "divergence/support.h"

namespace kl::bindings {
namespace {

/// The estimate that `advanceMonteCarlo` goes on with.
MonteCarlo running(Estimator::kK1, 0);

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int startMonteCarlo(int total, int estimator, double seed) {
  DistributionReader reader(total);
  const Distribution p = reader.Next(), q = reader.Next();
  for (const Problem& problem : {Check(p, Argument::kP), Check(q, Argument::kQ), CheckAlike(p, q),
                                 CheckBothHaveDensities(p, q)}) {
    if (!NoteProblem(problem)) return 0;
  }
  running = MonteCarlo(static_cast<Estimator>(estimator), static_cast<uint64_t>(seed));
  return 1;
}

/// n more draws of the P and Q that were checked: the estimate and its standard error.
EMSCRIPTEN_KEEPALIVE void advanceMonteCarlo(int total, double n) {
  DistributionReader reader(total);
  const Distribution p = reader.Next(), q = reader.Next();
  running.Advance(p, q, n);
  Figures figures;
  figures.Put(running.estimate().value);
  figures.Put(running.estimate().standard_error);
}

}  // extern "C"

EMSCRIPTEN_BINDINGS(kl_monte_carlo) {
  emscripten::enum_<Estimator>("Estimator")
      .value("k1", Estimator::kK1)
      .value("k2", Estimator::kK2)
      .value("k3", Estimator::kK3)
      .value("density-weighted", Estimator::kDensityWeighted);
}

}  // namespace kl::bindings
