#include "distributions/low_rank.h"

#include <algorithm>

#include "distributions/gaussian_divergence.h"
#include "special/double_double_vector.h"
#include "special/elementary.h"

namespace kl {
namespace {

using Vector = DoubleDoubleVector;

constexpr DoubleDouble kOne{1, 0}, kMinusOne{-1, 0};

/// A distribution, coordinate after coordinate.
class Filter {
 public:
  Filter(const Gaussian& d, const Exponents& exponents, size_t rank)
      : d_(d),
        exponents_(exponents),
        rank_(rank),
        state_covariance_(SmallDoubleDoubleMatrix::Identity(rank)) {}

  /// To coordinate i.
  void See(size_t i) {
    w = Vector(rank_, {0, 0});
    for (size_t k = 0; k < d_.rank; ++k)
      w[k] = {Scale(d_.shape[i * d_.rank + k], -exponents_[i]), 0};
    if (d_.kind == Gaussian::kLowRank) {
      noise = {Scale(d_.diagonal[i], -2 * exponents_[i]), 0};
    } else {
      const double scale = Scale(d_.shape[i], -exponents_[i]);
      noise = TwoProduct(scale, scale);
    }
    covariance = state_covariance_.Times(w);
    variance = Add(noise, Dot(w, covariance));
    gain = Times(covariance, Divide(kOne, variance));
    // How much of the coordinate's variance the others tell, at most: the digits that are lost.
    condition = std::max(condition, Value(Add(noise, Dot(w, w))) / variance.hi);
  }
  void Update() { state_covariance_.AddProduct(kMinusOne, covariance, gain); }

  const SmallDoubleDoubleMatrix& state_covariance() const { return state_covariance_; }

  Vector w{}, covariance{}, gain{};  // covariance of the state and the coordinate
  DoubleDouble noise{}, variance{};
  double condition = 1;

 private:
  const Gaussian& d_;
  const Exponents& exponents_;
  size_t rank_;
  SmallDoubleDoubleMatrix state_covariance_;
};

/// How P's and Q's filters differ, coordinate after coordinate.
struct Gap {
  Vector w, gain;
  DoubleDouble variance;
  double magnitude;  // of what the variance's was summed from
};

/// By subtraction.
Gap Subtracted(const Filter& p, const Filter& q) {
  return {Minus(q.w, p.w), Minus(q.gain, p.gain), Add(q.variance, Negate(p.variance)),
          q.variance.hi};
}

/// From the differences of the parameters: what is of first order is never a difference of large numbers.
class Tracked {
 public:
  explicit Tracked(size_t rank) : state_(rank) {}

  Gap See(const Filter& p, const Filter& q, DoubleDouble noise) {
    Gap gap{Minus(q.w, p.w), {}, {}, 0};
    const Vector by_state = state_.Times(q.w), by_w = p.state_covariance().Times(gap.w);
    covariance_ = Plus(by_state, by_w);
    const DoubleDouble of_w = Dot(gap.w, Plus(by_w, Times(p.covariance, {2, 0}))),
                       of_state = Dot(q.w, by_state);
    gap.variance = Add(noise, Add(of_w, of_state));
    gap.magnitude = Abs(noise.hi) + Abs(of_w.hi) + Abs(of_state.hi);
    gap.gain = Times(Minus(covariance_, Times(p.gain, gap.variance)), Divide(kOne, q.variance));
    return gap;
  }
  void Update(const Filter& p, const Filter& q, const Gap& gap) {
    state_.AddProduct(kMinusOne, covariance_, q.gain);
    state_.AddProduct(kMinusOne, p.covariance, gap.gain);
  }

 private:
  SmallDoubleDoubleMatrix state_;
  Vector covariance_{};
};

struct Sums {
  double shapes = 0, locs = 0;
  double cancelled = 0,
         squares = 0;  // magnitudes: of second moments, of squares of variances' gaps
  double condition = 1;
};

Sums Run(const Gaussian& p, const Gaussian& q, bool near) {
  const size_t rank = std::max(p.rank, q.rank), n = p.dimension;
  const Exponents exponents = ExponentsOf(q);
  const DoubleDoubleMatrix moved = Difference(p.loc, q.loc, exponents);
  Filter of_p(p, exponents, rank), of_q(q, exponents, rank);
  Tracked tracked(rank);
  // Second moments under P of its state, a, and of Q's less P's, b.
  SmallDoubleDoubleMatrix aa(rank), ab(rank), bb(rank);
  Vector state(rank, {0, 0});  // Q's, of μp − μq
  DoubleDouble shapes{0, 0}, locs{0, 0};
  Sums sums;
  for (size_t i = 0; i < n; ++i) {
    of_p.See(i);
    of_q.See(i);
    const DoubleDouble noise = p.kind == Gaussian::kLowRank && q.kind == Gaussian::kLowRank
                                   ? Scale(TwoSum(q.diagonal[i], -p.diagonal[i]), -2 * exponents[i])
                                   : Add(of_q.noise, Negate(of_p.noise));
    const Gap gap = near ? tracked.See(of_p, of_q, noise) : Subtracted(of_p, of_q);

    const double t = -Divide(gap.variance, of_q.variance).hi;
    shapes =
        Add(shapes, t > -0.5 ? LogExcess(t) : t - LogRatio(of_p.variance.hi, of_q.variance.hi));
    sums.squares += Square(gap.magnitude / of_q.variance.hi);

    const Vector a_w = aa.Times(gap.w), b_w = bb.Times(of_q.w);
    const Vector with_a = Plus(a_w, ab.Times(of_q.w)), with_b = Plus(ab.Times(gap.w, true), b_w);
    const DoubleDouble moment = Add(Dot(gap.w, with_a), Dot(of_q.w, with_b));
    // Not negative but by rounding, whose sign says nothing.
    shapes = Add(shapes, Abs(moment.hi / of_q.variance.hi));
    sums.cancelled += (Dot(gap.w, a_w).hi + Dot(of_q.w, b_w).hi) / of_q.variance.hi;

    const DoubleDouble rest = Add(moved(0, i), Negate(Dot(of_q.w, state)));
    locs = Add(locs, rest.hi * (rest.hi / of_q.variance.hi));
    state = Plus(state, Times(of_q.gain, rest));

    aa.AddProduct(of_p.variance, of_p.gain, of_p.gain);
    ab.AddProduct(kMinusOne, with_a, of_q.gain);
    ab.AddProduct(of_p.variance, of_p.gain, gap.gain);
    bb.AddProduct(kMinusOne, with_b, of_q.gain);
    bb.AddProduct(kMinusOne, of_q.gain, with_b);
    bb.AddProduct(moment, of_q.gain, of_q.gain);
    bb.AddProduct(of_p.variance, gap.gain, gap.gain);
    if (near) tracked.Update(of_p, of_q, gap);
    of_p.Update();
    of_q.Update();
  }
  sums.shapes = Value(shapes);
  sums.locs = Value(locs);
  sums.condition = std::max(of_p.condition, of_q.condition);
  return sums;
}

}  // namespace

Predictor PredictorOf(const Gaussian& d, const Exponents& exponents) {
  Filter filter(d, exponents, d.rank);
  Predictor predictor;
  for (size_t i = 0; i < d.dimension; ++i) {
    filter.See(i);
    filter.Update();
    for (const DoubleDouble& gain : filter.gain) predictor.gains.push_back(Value(gain));
    predictor.variances.push_back(Value(filter.variance));
  }
  return predictor;
}

std::ptrdiff_t FirstUnresolved(const Gaussian& d) {
  constexpr double kMostCondition = 0x1p96;
  const Exponents exponents = ExponentsOf(d);
  Filter filter(d, exponents, d.rank);
  for (size_t i = 0; i < d.dimension; ++i) {
    filter.See(i);
    if (!(filter.condition < kMostCondition)) return static_cast<std::ptrdiff_t>(i);
    filter.Update();
  }
  return kNoIndex;
}

bool IsOfLowRank(const Gaussian& p, const Gaussian& q) {
  for (const Gaussian* d : {&p, &q}) {
    if (d->kind != Gaussian::kLowRank && d->kind != Gaussian::kScales) return false;
    if (d->rank * 4 > d->dimension && d->dimension <= kMaxDense) return false;
  }
  return true;
}

Finding LowRankKlDivergence(const Gaussian& p, const Gaussian& q) {
  constexpr double kNear = 0x1p-6;
  Sums sums = Run(p, q, false);
  if (sums.shapes < kNear) sums = Run(p, q, true);
  const double value = (sums.shapes + sums.locs) / 2;
  const double rounding = 0x1p-102 * static_cast<double>(p.dimension) * sums.condition;
  const double off = rounding * Sqrt(sums.squares);
  if (!IsFinite(value) || !IsFinite(rounding)) return Found(kInfinity, 0, Method::kClosedForm);
  Finding found = Found(value, kGaussianMaxUlp, Method::kClosedForm);
  found.error += 8 * rounding * (value + sums.cancelled) + off * (4 * Sqrt(value) + off);
  return found;
}

}  // namespace kl
