#pragma once

#include "distributions/gaussian.h"
#include "result.h"

namespace kl {

/// Units in the last place that divergences of two normal distributions may be off, but for ill-conditioned covariances: twice
/// the precision is enough for condition numbers up to some 1e15.
inline constexpr double kGaussianMaxUlp = 64;

/// P as Q sees it, where Q is turned into the standard normal distribution: P has covariance (I + N)(I + N)ᵀ and mean z, with
///
///   N = L_q⁻¹ (L_p − L_q), lower,   z = L_q⁻¹ (μp − μq).
///
/// Of two precisions, with Λq = L_q L_qᵀ: N = L_p⁻¹ (L_q − L_p), z = L_qᵀ (μp − μq), and the covariance of Q relative to P's is
/// the inverse of (I + N)(I + N)ᵀ.
struct Whitened {
  bool by_precision;
  DoubleDoubleMatrix excess;      // Nᵀ: row j is column j of N
  DoubleDoubleMatrix difference;  // z, one row
  std::vector<double> logs;       // log(1 + N_jj)
  std::vector<double> excesses;   // N_jj − log(1 + N_jj)
  double relative_error;          // of N and z
  double absolute_error;          // of N besides
};
Whitened Whiten(const Gaussian& p, const Gaussian& q);

/// L_a as L_b sees it, from L_a − L_b and the logarithms of the diagonals' ratios: fills N, logs and excesses.
void SetExcess(const DoubleDoubleMatrix& difference, const DoubleDoubleMatrix& of_b,
               const std::vector<double>& log_ratios, Whitened& whitened);

/// Σ [N_jj − log(1 + N_jj)] + ½ ‖N‖²: the divergence due to covariances.
double DivergenceOfShapes(const Whitened& whitened);

/// ½ Σ of the squares of all elements.
double HalfOfSquares(const DoubleDoubleMatrix& rows);

/// A finding of a divergence with its bound of error, which comes from `whitened`.
Finding FoundOf(double value, const Whitened& whitened, double max_ulp);

/// D(P‖Q) in nats of two normal distributions of one dimension.
///
///   D = Σ [N_jj − log(1 + N_jj)] + ½ ‖N‖² + ½ ‖z‖²      ( = ½ [tr Σq⁻¹Σp − d − log det Σq⁻¹Σp + Δμᵀ Σq⁻¹ Δμ] )
///
/// Edges    0 only for P = Q · ∞ by overflow
/// Error    kNormalMaxUlp for two of kScales; else kGaussianMaxUlp, and n² κ 2^-100 of D and of √D, κ the larger condition
///          number: from no term to the next is there a cancellation
/// Source   (I + N)(I + N)ᵀ = L_q⁻¹ Σp L_q⁻ᵀ, of which I + N is the Cholesky factor: log det = 2 Σ log(1 + N_jj)
Finding KlDivergence(const Gaussian& p, const Gaussian& q);

}  // namespace kl
