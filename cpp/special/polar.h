#pragma once

#include <optional>

#include "special/double_double_matrix.h"

namespace kl {

/// The orthogonal matrix nearest to A, square, of which A⁻ᵀ is known too: U of A = U H, H positive definite. Nothing, if A is too
/// nearly singular even for twice the precision.
///
///   X ← ½ (γ X + X⁻ᵀ/γ), X⁻ᵀ = X (XᵀX)⁻¹; once XᵀX is near I,   X ← X + ½ X (I − XᵀX)
///
/// Source   N. J. Higham, "Computing the polar decomposition – with applications", 1986; G. Schulz, 1933
std::optional<DoubleDoubleMatrix> PolarFactor(const DoubleDoubleMatrix& a,
                                              const DoubleDoubleMatrix& inverse_transposed);

}  // namespace kl
