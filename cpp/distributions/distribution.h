#pragma once

#include <variant>

#include "distributions/normal.h"

namespace kl {

/// One distribution of any family: the list of families.
using Distribution = std::variant<Normal>;

inline Problem Check(const Distribution& distribution, Argument argument) {
  return std::visit([argument](const auto& family) { return Check(family, argument); },
                    distribution);
}

inline double Entropy(const Distribution& distribution) {
  return std::visit([](const auto& family) { return Entropy(family); }, distribution);
}

}  // namespace kl
