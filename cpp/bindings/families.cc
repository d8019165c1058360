#include "distributions/families.h"

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

// Takes one parameter of one parametrization of a family, all in order.
EM_JS(void, kl_take_parameter,
      (int family, const char* family_name, int parametrization, const char* name, int shape), {
        Module['takeParameter'](family, UTF8ToString(family_name), parametrization,
                                UTF8ToString(name), shape);
      });

namespace kl::bindings {

/// Tells JavaScript all families and their parameters.
extern "C" EMSCRIPTEN_KEEPALIVE void describeFamilies() {
  int number = 0;
  for (const Family* family : Families()) {
    int parametrization = 0;
    for (const Parametrization& parameters : family->parametrizations()) {
      for (const Parameter& parameter : parameters) {
        kl_take_parameter(number, family->name(), parametrization, parameter.name,
                          static_cast<int>(parameter.shape));
      }
      ++parametrization;
    }
    ++number;
  }
}

EMSCRIPTEN_BINDINGS(kl_families) {
  emscripten::enum_<Shape>("Shape")
      .value("scalar", Shape::kScalar)
      .value("vector", Shape::kVector)
      .value("matrix", Shape::kMatrix)
      .value("factor", Shape::kFactor)
      .value("components", Shape::kComponents);
}

}  // namespace kl::bindings
