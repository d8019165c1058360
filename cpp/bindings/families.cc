#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "distributions/families.h"

// Takes one parameter of one parametrization of a family, all in order.
EM_JS(void, kl_take_parameter,
      (int family, const char* family_name, int parametrization, const char* name, int rule, int shape),
      {
        Module['takeParameter'](family, UTF8ToString(family_name), parametrization, UTF8ToString(name),
                                rule, shape);
      });

namespace kl::bindings {

/// Tells JavaScript all families and their parameters.
extern "C" EMSCRIPTEN_KEEPALIVE void describeFamilies() {
  int number = 0;
  for (const Family* family : Families()) {
    int parametrization = 0;
    for (const Parametrization& parameters : family->parametrizations()) {
      for (const auto& [name, rule, shape] : parameters) {
        kl_take_parameter(number, family->name(), parametrization, name, static_cast<int>(rule),
                          static_cast<int>(shape));
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
