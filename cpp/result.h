#pragma once

#include <cstddef>
#include <limits>

namespace kl {

/// What can be wrong with an input. Each has its message in web/core/errors.ts, and only there.
enum class Status {
  kOk,
  kEmpty,           // no outcome
  kNegative,        // a weight below 0
  kNotFinite,       // a weight that is NaN or infinite
  kNotALogit,       // a logit that is NaN or +∞
  kSumIsZero,       // weights that are all 0 have no distribution
  kSumIsNotOne,     // probabilities whose sum is not 1, and no word on what to do about it
  kAlphaNotUsable,  // an order that is NaN or negative
  kBaseNotUsable,   // base of the logarithm not finite, not positive, or 1
  kParameterNotFinite,
  kParameterNotPositive,
  kParameterNegative,
  kParameterNotWhole,                 // a count that is negative or has a fraction
  kParameterNotAProbability,          // outside [0, 1]
  kParameterNotAnOpenProbability,     // 0, 1 or outside
  kParameterNotAPositiveProbability,  // outside (0, 1]
  kParameterNotBelowOne,              // outside [0, 1)
  kParameterTooLarge,                 // beyond what can be computed with
  kBoundsNotOrdered,                  // `low` is not below `high`
  kNotSymmetric,          // a matrix: `element` is the first that differs from its mirror image
  kNotPositiveDefinite,   // a matrix: `element` is the pivot that is not positive
  kNotLowerTriangular,    // a factor: `element` is the first above the diagonal that is not 0
  kComponentsDiffer,      // components of a mixture that are not all of one kind and dimension
  kDimensionsDiffer,      // P and Q have not as many dimensions
  kTooFewDimensions,      // a vector of fewer than two numbers
  kKindsDiffer,           // one has a density and the other has not
  kNoClosedForm,          // a multivariate pair of which only an estimate can be had
  kDivergenceIsInfinite,  // a gradient of what is infinite
};

/// Which argument an error speaks of.
enum class Argument { kNone, kP, kQ, kBase, kAlpha };

inline constexpr std::ptrdiff_t kNoIndex = -1;

/// A failure: which argument, which of its outcomes or parameters, and the offending number; of a parameter that is a
/// vector or matrix, which element (row by row); of a distribution made of others, which component.
struct Problem {
  Status status = Status::kOk;
  Argument argument = Argument::kNone;
  std::ptrdiff_t index = kNoIndex;
  double value = 0;
  std::ptrdiff_t element = kNoIndex;
  std::ptrdiff_t component = kNoIndex;

  explicit operator bool() const { return status != Status::kOk; }
};

/// How a divergence was found; the names of the module's interface are in web/core/finding.ts.
enum class Method { kSum, kClosedForm, kInfinite, kFiniteSum, kSeries, kQuadrature };

/// Why a divergence is infinite.
enum class Reason {
  kNone,
  kOutsideSupport,        // `outcome` has positive weight in one distribution and none in the other
  kOverflow,              // finite, but above the largest double
  kSupport,               // P has mass where Q has none
  kDiscreteInContinuous,  // one has a density and the other has not
  kExpectation,           // the tails of P are too heavy for log q
};

/// A divergence, and all that is known about it. Never NaN.
struct Finding {
  double value = 0;
  double error = 0;  // bound of the absolute error
  Method method = Method::kSum;
  Reason reason = Reason::kNone;
  std::ptrdiff_t outcome = kNoIndex;
};

/// A value or a problem.
template <class T>
struct Result {
  T value{};
  Problem problem{};
};

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A sum of terms of both signs, whose magnitudes sum to `magnitude`, known to `max_ulp` units in the last place of that; or
/// an overflow.
inline Finding FoundSigned(double value, double magnitude, double max_ulp,
                           Method method = Method::kSum) {
  if (value == kInfinity || value == -kInfinity) {
    return {value, 0, Method::kInfinite, Reason::kOverflow, kNoIndex};
  }
  const double unit = 0x1p-52 * magnitude + std::numeric_limits<double>::denorm_min();
  value += 0.0;  // −0 is 0
  return {value, value == 0 && magnitude == 0 ? 0 : max_ulp * unit, method, Reason::kNone,
          kNoIndex};
}

/// A number, known to `max_ulp` units in its last place; or an overflow.
inline Finding Found(double value, double max_ulp, Method method) {
  return FoundSigned(value, value < 0 ? -value : value, max_ulp, method);
}

inline Finding Infinite(std::ptrdiff_t outcome) {
  return {kInfinity, 0, Method::kInfinite, Reason::kOutsideSupport, outcome};
}

}  // namespace kl
