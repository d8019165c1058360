#include "measures/gradient.h"

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "bindings/memory.h"

// Takes derivatives; they lie at these addresses.
EM_JS(void, kl_take_gradient, (int offset, const double* p, const double* q, int n),
      { Module['takeContributions'](offset, p, q, n); });

namespace kl::bindings {
namespace {

class GradientToJavaScript final : public GradientSink {
  void Write(size_t offset, const double* p, const double* q, size_t n) override {
    kl_take_gradient(static_cast<int>(offset), p, q, static_cast<int>(n));
  }
};

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE int gradient(int n, int form, int normalization, double base,
                                             int coordinates) {
  PairsInArena pairs(static_cast<size_t>(n));
  GradientToJavaScript sink;
  return NoteProblem(
      Gradient(pairs, {static_cast<Normalization>(normalization), static_cast<Form>(form), base},
               static_cast<Coordinates>(coordinates), sink));
}

// The names of `on` in web/core/gradient.ts.
EMSCRIPTEN_BINDINGS(kl_gradient) {
  emscripten::enum_<Coordinates>("Coordinates")
      .value("simplex", Coordinates::kSimplex)
      .value("weights", Coordinates::kWeights)
      .value("logits", Coordinates::kLogits);
}

}  // namespace kl::bindings
