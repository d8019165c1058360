#pragma once

#include <span>

#include "distributions/gaussian.h"
#include "distributions/partial.h"

namespace kl {

/// ∂D(P‖Q)/∂ the numbers of two normal distributions of one dimension, each in the way it is given. With Σ the covariances and
/// y = Σq⁻¹ (μp − μq),
///
///   ∂D/∂μp = y,    ∂D/∂Σp = ½ Σq⁻¹ (Σp − Σq) Σp⁻¹,
///   ∂D/∂μq = −y,   ∂D/∂Σq = −½ [Σq⁻¹ (Σp − Σq) Σq⁻¹ + y yᵀ],
///
/// and, G being one of the latter, 2 G L by L of L Lᵀ, −Σ G Σ by Σ⁻¹, 2 G W and diag G by W and D of W Wᵀ + D. An element of a
/// symmetric matrix counts as one of two that are independent; those of L above its diagonal have derivative 0.
///
/// Cost   some n³ operations to twice the precision
void GaussianGradient(const Gaussian& p, const Gaussian& q, std::span<Partial> by_p,
                      std::span<Partial> by_q);

}  // namespace kl
