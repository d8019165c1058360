#pragma once

#include <optional>
#include <span>
#include <vector>

#include "distributions/distribution.h"
#include "special/double_double_matrix.h"

namespace kl {

/// A normal distribution of any family: Normal, DiagonalNormal, MultivariateNormal, LowRankMultivariateNormal.
struct Gaussian {
  enum Kind {
    kScales,      // shape: standard deviations
    kFactor,      // L, lower, of the covariance L Lᵀ
    kCovariance,  // taken as the mean of itself and its mirror image, and so is
    kPrecision,   // its inverse
    kLowRank,     // W, dimension × rank, of the covariance W Wᵀ + diagonal
  };
  Kind kind;
  size_t dimension, rank;
  std::span<const double> loc, shape, diagonal{};
};

std::optional<Gaussian> AsGaussian(const Distribution& d);

/// The coordinates that all below are in: those of the distribution times 2^−exponent, exactly, so that variances (for
/// kPrecision, the diagonal's inverses) are near 1.
using Exponents = std::vector<int>;
Exponents ExponentsOf(const Gaussian& d);

/// The covariance or, for kPrecision, the precision; its lower half. Error ≤ n 2^-103, relative to the diagonal.
DoubleDoubleMatrix ShapeOf(const Gaussian& d, const Exponents& exponents);

/// The lower factor of ShapeOf.
DoubleDoubleMatrix FactorOf(const Gaussian& d, const Exponents& exponents);

/// The lower factor of the covariance, for kPrecision too.
DoubleDoubleMatrix CovarianceFactorOf(const Gaussian& d, const Exponents& exponents);

/// Takes a factor of a covariance or a precision to other coordinates.
void Rescale(DoubleDoubleMatrix& factor, const Exponents& from, const Exponents& to,
             bool of_precision);

/// a − b of two locs, one row.
DoubleDoubleMatrix Difference(std::span<const double> a, std::span<const double> b,
                              const Exponents& exponents);

}  // namespace kl
