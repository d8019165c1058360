#pragma once

#include "distributions/family.h"

namespace kl::test {

/// Triangular(low, high, mode), low < mode < high: a family that no list knows.
const Family& TriangularFamily();

}  // namespace kl::test
