#pragma once

#include "distributions/gaussian.h"
#include "result.h"

namespace kl {

/// What predicts each coordinate from those before it, for a covariance W Wᵀ + diagonal, in O(n r²): with x = W f + noise, the
/// state is the mean of f given what was seen, and P its covariance.
///
///   predicted = wᵢ · state,   variance = Dᵢ + wᵢᵀ P wᵢ,   gain = P wᵢ / variance,   state += gain (x − predicted)
///
/// Source   Kalman's filter; the variances are the squares of the Cholesky factor's diagonal
struct Predictor {
  std::vector<double> gains;      // dimension × rank
  std::vector<double> variances;  // of the coordinates that ExponentsOf gives
};
Predictor PredictorOf(const Gaussian& d, const Exponents& exponents);

/// The first coordinate of which those before it leave so small a part, below 2^-96 of its variance, that even twice the precision
/// does not tell the covariance from a singular one; kNoIndex, if there is none.
std::ptrdiff_t FirstUnresolved(const Gaussian& d);

/// Up to so many dimensions dense matrices are an alternative.
inline constexpr size_t kMaxDense = 500;

/// Whether both are of kLowRank or kScales, and so low a rank that LowRankKlDivergence is the shorter way.
bool IsOfLowRank(const Gaussian& p, const Gaussian& q);

/// D(P‖Q) as the sum of the divergences of each coordinate given those before it, in O(n r²), without a dense matrix.
///
///   ½ Σ [tᵢ − log(1 + tᵢ) + E_P(eᵢ²)/vᵢ + mᵢ²/vᵢ],   t = (v_p − v_q)/v_q,
///
/// e what Q predicts less what P predicts, of which the second moments follow from those of both states; m what Q's prediction
/// leaves of μp − μq. As Q → P, all differences are had from those of W and diagonal.
///
/// Error    kGaussianMaxUlp; where W's differ but W Wᵀ's do not, as by a rotation of factors, what cancels is stated besides
Finding LowRankKlDivergence(const Gaussian& p, const Gaussian& q);

}  // namespace kl
