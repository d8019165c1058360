#pragma once

namespace kl {

/// The angle in [0, π/2] whose tangent is x ≥ 0; the same bits everywhere. Error ≤ 8 ulp.
double Arctangent(double x);

}  // namespace kl
