#pragma once

#include <array>
#include <optional>

#include "divergence/integrate.h"

namespace kl {

/// The integral beyond an end of a function f that falls as it did on the way there: in s = log x as a power of x along with
/// logarithms. From f at 1, 2, 3 and 4 steps before the end; nothing where it is 0.
///
///   L = −(log f)', D = L', T = L'':   ∫ f ds = f/L (1 − D/L² − T/L³ + …)
///   f = (u + v s) e^(−λs), where D = δ², T = −2δ³, L = λ − δ:   ∫ f ds = f/λ (1 + δ/λ), exactly
///
/// Error    Integral.error: an estimate of what f differs by from such a one; ∞ where it does not fall
std::optional<Integral> TailOf(const std::array<double, 4>& f, double step);

}  // namespace kl
