#include <emscripten/emscripten.h>

#include "bindings/memory.h"
#include "measures/torch_kl_div.h"

// Takes numbers that JavaScript asked for; they lie at this address.
EM_JS(void, kl_take_numbers, (int offset, const double* numbers, int n),
      { Module['takeNumbers'](offset, numbers, n); });

namespace kl::bindings {
namespace {

class NumbersToJavaScript final : public torch::NumberSink {
  void Write(size_t offset, const double* numbers, size_t n) override {
    kl_take_numbers(static_cast<int>(offset), numbers, static_cast<int>(n));
  }
};

torch::Precision PrecisionOf(int is_float) {
  return is_float != 0 ? torch::Precision::kFloat : torch::Precision::kDouble;
}

}  // namespace

/// part: 0 value, 1 gradient of input, 2 gradient of target. `input` is offered as P, `target` as Q.
extern "C" EMSCRIPTEN_KEEPALIVE void torchKlDiv(int groups, int group_size, int part,
                                                int log_target, int is_float, int target_is_float,
                                                double divisor) {
  const torch::Groups shape{static_cast<size_t>(groups), static_cast<size_t>(group_size)};
  PairsInArena pairs(shape.count * shape.group_size);
  NumbersToJavaScript sink;
  torch::KlDiv(pairs,
               {static_cast<torch::Part>(part), log_target != 0, PrecisionOf(is_float),
                PrecisionOf(target_is_float), divisor},
               shape, sink);
}

}  // namespace kl::bindings
