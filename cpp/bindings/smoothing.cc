#include "measures/smoothing.h"

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "bindings/memory.h"

// Takes probabilities; they lie at this address.
EM_JS(void, kl_take_probabilities, (int offset, const double* probabilities, int n),
      { Module['takeNumbers'](offset, probabilities, n); });

namespace kl::bindings {
namespace {

class ProbabilitiesToJavaScript final : public ProbabilitySink {
  void Write(size_t offset, const double* probabilities, size_t n) override {
    kl_take_probabilities(static_cast<int>(offset), probabilities, static_cast<int>(n));
  }
};

}  // namespace

/// Figures: λ, what was added, the sum.
extern "C" EMSCRIPTEN_KEEPALIVE int smooth(int n, int method, double amount) {
  PairsInArena pairs(static_cast<size_t>(n));
  ProbabilitiesToJavaScript sink;
  const Result<Smoothed> result = Smooth(pairs, static_cast<Smoothing>(method), amount, sink);
  if (!NoteProblem(result.problem)) return 0;
  Figures figures;
  for (const double figure : {result.value.lambda, result.value.added, result.value.sum})
    figures.Put(figure);
  return 1;
}

// The names of methods in web/core/smoothing.ts.
EMSCRIPTEN_BINDINGS(kl_smoothing) {
  emscripten::enum_<Smoothing>("Smoothing")
      .value("pseudocount", Smoothing::kPseudocount)
      .value("per-outcome", Smoothing::kPerOutcome)
      .value("minimax", Smoothing::kMinimax)
      .value("epsilon", Smoothing::kEpsilon)
      .value("mix", Smoothing::kMix)
      .value("shrinkage", Smoothing::kShrinkage);
}

}  // namespace kl::bindings
