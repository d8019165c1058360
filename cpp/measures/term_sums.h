#pragma once

#include <array>

#include "kernels/scaled.h"
#include "result.h"

namespace kl {

/// A sum of terms of one sign or both, in double-double; `tiny` · 2^-kTinyExponent collects what lies so far below 1 that
/// it would be rounded as a subnormal number.
struct TermSum {
  static constexpr int kTinyExponent = 1400;
  DoubleDouble main{0, 0}, tiny{0, 0};

  void Add(double term) {
    const double plain = main.hi + term;
    // An overflow stays one; compensating it would make NaN of it.
    const bool overflows = plain == kInfinity || plain == -kInfinity;
    main = overflows ? DoubleDouble{plain, 0} : kl::Add(main, term);
  }

  void Add(double term, int exponent) {
    const double magnitude = term < 0 ? -term : term;
    if (!(magnitude > 0) || magnitude == kInfinity || Split(magnitude).exponent + exponent > -900) {
      Add(Scale(term, exponent));
    } else {
      tiny = kl::Add(tiny, Scale(term, exponent + kTinyExponent));
    }
  }

  /// The sum over `divisor`, times 2^exponent.
  double Over(double divisor, int exponent = 0) const {
    const bool overflows = main.hi == kInfinity || main.hi == -kInfinity;
    if (tiny.hi == 0 || overflows) return Scale(Value(main) / divisor, exponent);
    if (main.hi == 0) return Scale(Value(tiny) / divisor, exponent - kTinyExponent);
    return Scale(Value(kl::Add(main, Scale(Value(tiny), -kTinyExponent))) / divisor, exponent);
  }
};

/// The sums of a Measure, filled pair by pair. A Measure says of aligned weights x and y of one outcome
///
///   kSums                     how many sums it makes
///   kWitness, kNoise          the sum that, over the mass and below kNoise, says that x − y must be known better than the
///                             ratio of the sums allows
///   At(x, y, y_low)           its terms for x, y > 0, lane by lane; y + y_low is y to twice the precision
///   AtZeroP(y), AtZeroQ(x)    their limits for x = 0 and for y = 0 (where that is infinite: anything finite;
///                             the caller knows from Totals)
///   Beyond(x, y, shift)       what At lacks when log(x/y) is larger by shift ln 2 (see LanePair)
///   ExponentBeyond(k, shift)  if it has one: by which power of two term k must then be multiplied, after that
///
/// and every term is homogeneous of degree 1: f(cx, cy) = c f(x, y). That is what lets pairs of any size be scaled.
template <class Measure>
struct TermSums {
  using Terms = std::array<F64x2, Measure::kSums>;
  std::array<TermSum, Measure::kSums> sums{};

  void Add(const Terms& terms, int exponent) {
    for (size_t k = 0; k < Measure::kSums; ++k) sums[k].Add(terms[k][0], exponent);
  }

  /// x, y > 0; all multiplied by 2^exponent.
  void Add(const LanePair& pair, int exponent) {
    Terms terms = Measure::At(pair.p, pair.q, pair.q_low);
    if (pair.shift == 0) return Add(terms, pair.exponent + exponent);
    const Terms beyond = Measure::Beyond(pair.p, pair.q, pair.shift);
    for (size_t k = 0; k < Measure::kSums; ++k) {
      int more = 0;
      if constexpr (requires { Measure::ExponentBeyond(k, 0); })
        more = Measure::ExponentBeyond(k, pair.shift);
      sums[k].Add(terms[k][0] + beyond[k][0], pair.exponent + exponent + more);
    }
  }

  double Over(size_t k, double divisor, int exponent = 0) const {
    return sums[k].Over(divisor, exponent);
  }
};

}  // namespace kl
