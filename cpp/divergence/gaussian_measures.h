#pragma once

#include "distributions/family.h"
#include "result.h"

namespace kl {

/// Measures of two distributions of the normal families, for which there are closed forms. To twice the precision inside, as
/// the divergence of two normal distributions is (see gaussian_divergence.h), so that no digits are lost as Q → P.
///
/// Fails    kDimensionsDiffer; kNoClosedForm for other families

/// Rényi's divergence of order α in nats, with Σα = α Σq + (1 − α) Σp.
///
///   ½ α Δμᵀ Σα⁻¹ Δμ − ½ log(det Σα/(det Σp^(1−α) det Σq^α))/(α − 1)
///
/// Domain   α ≥ 0, ∞ included
/// Edges    α = 0: 0 · α = 1: D(P‖Q) · ∞ where Σα is not positive definite · α = ∞: log sup p/q, ∞ unless Σq − Σp is positive
///          definite in all coordinates in which P and Q differ
/// Error    64 ulp for α > 1, and as Q → P; Finding.error where large covariances cancel
/// Fails    kAlphaNotUsable
Result<Finding> RenyiDivergence(const Distribution& p, const Distribution& q, double alpha);

/// −log ∫ √(p q): half of Rényi's divergence of order ½.
Result<Finding> BhattacharyyaDistance(const Distribution& p, const Distribution& q);

/// √(1 − ∫ √(p q)), in [0, 1].
Result<Finding> HellingerDistance(const Distribution& p, const Distribution& q);

/// Wasserstein's distance of order 2.
///
///   √(‖Δμ‖² + tr[Σp + Σq − 2 (Σq^½ Σp Σq^½)^½])  =  √(‖Δμ‖² + min ‖L_p − L_q U‖²) over orthogonal U,
///
/// the polar factor of L_qᵀ L_p.
///
/// Error    64 ulp, and n² κ 2^-103 √(tr Σp + tr Σq), κ the larger condition number
/// Source   R. Bhatia, T. Jain, Y. Lim, "On the Bures–Wasserstein distance between positive definite matrices", 2019
Result<Finding> WassersteinDistance(const Distribution& p, const Distribution& q);

}  // namespace kl
