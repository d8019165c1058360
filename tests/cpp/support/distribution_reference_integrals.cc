#include <algorithm>

#include "support/distribution_reference.h"
#include "support/distribution_reference_functions.h"

namespace kl::test {
namespace {

using R = Digits;

/// Relative size of terms that are left out, and of a change of the sum from one level to the next, which is the square root of
/// its error.
const R& Least() {
  static const R least = ldexp(R(1), -120);
  return least;
}
constexpr double kAgreed = 0x1p-55, kFarthest = 1e7;

bool IsInfinite(const R& x) { return !boost::multiprecision::isfinite(x); }

/// The distance from an anchor, t · unit, and its derivative, as functions of u.
struct Piece {
  R anchor, sign, unit;
  bool is_infinite;

  /// Of a finite piece t = 1/(1 + e^(−π sinh u)), tanh-sinh's; of an infinite one t = e^(½π sinh u), exp-sinh's.
  struct Node {
    R t, weight, exponent;
  };
  Node At(const R& u) const {
    const R e = Exp(u), sinh = (e - 1 / e) / 2, cosh = (e + 1 / e) / 2;
    if (is_infinite) {
      const R s = Pi<R>() / 2 * sinh, t = Exp(s);
      return {t, Pi<R>() / 2 * cosh * t, s};
    }
    const R s = Pi<R>() * sinh, small = Exp(R(-abs(s))), t = (s < 0 ? small : R(1)) / (1 + small);
    return {t, Pi<R>() * cosh * small / ((1 + small) * (1 + small)), s};
  }
};

/// The trapezoidal rule in u, its step halved until the sum no longer changes.
class Trapezoids {
 public:
  Trapezoids(const Piece& piece, const RealFunction& f) : piece_(piece), f_(f) {}

  RealExpectation Integrate() {
    R step = 0.125, last = 0;
    AddFrom(R(0), step);
    for (int level = 0; level < 7; ++level) {
      last = sum_ * step;
      step /= 2;
      AddFrom(step, R(2 * step));
      if (diverges_) break;
      if (abs(R(sum_ * step - last)) <= kAgreed * magnitude_ * step) break;
    }
    return {sum_ * step, magnitude_ * step, diverges_};
  }

 private:
  void AddFrom(const R& first, const R& step) {
    AddTowards(first, step);
    AddTowards(first == 0 ? R(-step) : R(-first), R(-step));
  }

  /// Until terms are negligible, beyond all that were not. Terms that grow for ever end at the density's last number.
  void AddTowards(const R& first, const R& step) {
    R& farthest = farthest_[step > 0];
    R last = 0;
    int negligible = 0;
    for (R u = first; negligible < 4; u += step) {
      const Piece::Node node = piece_.At(u);
      if (abs(node.exponent) > kFarthest || IsInfinite(magnitude_)) {
        diverges_ = true;
        return;
      }
      const R term = f_(Point(piece_.anchor, R(piece_.sign * piece_.unit * node.t))) *
                     (node.weight * piece_.unit);
      if (term == 0 && last > 1e100 && last == largest_) diverges_ = true;
      last = abs(term);
      if (last > largest_) largest_ = last;
      sum_ += term;
      magnitude_ += last;
      const bool is_negligible = last <= Least() * magnitude_;
      if (!is_negligible && abs(u) > farthest) farthest = abs(u);
      negligible = is_negligible && abs(u) > farthest + 0.5 ? negligible + 1 : 0;
    }
  }

  Piece piece_;
  const RealFunction& f_;
  R sum_ = 0, magnitude_ = 0, largest_ = 0, farthest_[2] = {R(2), R(2)};
  bool diverges_ = false;
};

RealExpectation IntegralOf(const RealFunction& f, double low, double high,
                           std::vector<double> breaks, double width) {
  std::vector<double> at;
  for (const double x : breaks) {
    if (x > low && x < high) at.push_back(x);
  }
  for (const double end : {low, high}) {
    if (std::isfinite(end)) at.push_back(end);
  }
  std::sort(at.begin(), at.end());
  at.erase(std::unique(at.begin(), at.end()), at.end());
  RealExpectation total;
  const auto add = [&](const Piece& piece) {
    const RealExpectation part = Trapezoids(piece, f).Integrate();
    total.value += part.value;
    total.magnitude += part.magnitude;
    total.diverges = total.diverges || part.diverges;
  };
  if (low == -kInfinity) add({R(at.front()), R(-1), R(width), true});
  for (size_t i = 0; i + 1 < at.size(); ++i) {
    const R half = (R(at[i + 1]) - R(at[i])) / 2;
    add({R(at[i]), R(1), half, false});
    add({R(at[i + 1]), R(-1), half, false});
  }
  if (high == kInfinity) add({R(at.back()), R(1), R(width), true});
  return total;
}

/// Σ f over whole numbers, from the bulk outwards until terms stay negligible; or for ever, where they grow so far out.
constexpr int kFarOut = 3000, kEnough = 40;

RealExpectation SumOf(const RealFunction& f, double low, double high, double centre) {
  RealExpectation total;
  const auto add_from = [&](double k, double step) {
    int negligible = 0;
    R last = 0;
    for (int i = 0; negligible < kEnough && k >= low && k <= high; ++i, k += step) {
      const R term = f(Point(R(k)));
      if (i > kFarOut && abs(term) > last) {
        total.diverges = true;
        return;
      }
      last = abs(term);
      total.value += term;
      total.magnitude += last;
      negligible = last <= Least() * total.magnitude ? negligible + 1 : 0;
    }
  };
  const double start = std::min(std::max(low, std::floor(centre)), high);
  add_from(start, 1);
  add_from(start - 1, -1);
  return total;
}

}  // namespace

Digits StatisticAt(const Statistic& statistic, const Point& at) {
  const R a = statistic.a, b = statistic.b;
  const auto log = [&] {
    return at.x() > 0.5 && at.Below(1) > 0 ? Log1p(R(-at.Below(1))) : Log(at.x());
  };
  switch (statistic.kind) {
    case Statistic::kShift:
      return at.Minus(a);
    case Statistic::kSquare:
      return at.Minus(a) * at.Minus(a);
    case Statistic::kAbs:
      return abs(at.Minus(a));
    case Statistic::kPower:
      return Exp(R(a * (log() - Log(b))));
    case Statistic::kLog:
      return log() - Log(b);
    case Statistic::kLogSquared:
      return (log() - a) * (log() - a);
    case Statistic::kLog1m:
      return Log(at.Below(1));
    case Statistic::kLog1mPower:
      return Log(R(-Expm1(R(a * log()))));
    case Statistic::kExp:
      return Exp(R(a * at.Minus(b)));
    case Statistic::kCos:
      return cos(at.Minus(a));
    case Statistic::kLogOnePlusSquare:
      return Log1p(R(at.Minus(a) / b * (at.Minus(a) / b)));
    case Statistic::kLogFactorial:
      return LogGamma(R(at.x() + 1));
    case Statistic::kLogRising:
      return LogGamma(R(at.x() + a)) - LogGamma(a);
    case Statistic::kLogFalling:
      return LogGamma(R(a - at.x() + 1));
  }
  return 0;
}

RealExpectation ExpectationOf(const RealDistribution& p, const RealFunction& f,
                              std::vector<double> breaks) {
  const RealFunction weighted = [&](const Point& x) {
    const R density = Exp(p.log_density(x));
    return density == 0 ? R(0) : R(density * f(x));
  };
  if (p.is_discrete) return SumOf(weighted, p.low, p.high, p.breaks[0]);
  breaks.insert(breaks.end(), p.breaks.begin(), p.breaks.end());
  return IntegralOf(weighted, p.low, p.high, std::move(breaks), p.width);
}

RealExpectation DivergenceOf(const RealDistribution& p, const RealDistribution& q) {
  bool is_outside = p.is_discrete != q.is_discrete || p.low < q.low || p.high > q.high;
  std::vector<double> breaks = q.breaks;
  RealExpectation result;
  if (!is_outside) {
    result = ExpectationOf(
        p,
        [&](const Point& x) {
          const R log_q = q.log_density(x);
          if (IsInfinite(log_q)) {
            is_outside = true;
            return R(0);
          }
          return R(p.log_density(x) - log_q);
        },
        breaks);
  }
  result.diverges = result.diverges || is_outside;
  return result;
}

RealExpectation NearDivergenceOf(const RealDistribution& p, const RealDistribution& q) {
  const RealFunction phi = [&](const Point& x) {
    const R log_p = p.log_density(x), log_q = q.log_density(x), of_p = Exp(log_p);
    if (of_p == 0) return Exp(log_q);
    const R t = log_q - log_p;
    return R(of_p * (Expm1(t) - t));
  };
  if (p.is_discrete) return SumOf(phi, p.low, p.high, p.breaks[0]);
  std::vector<double> breaks = p.breaks;
  breaks.insert(breaks.end(), q.breaks.begin(), q.breaks.end());
  return IntegralOf(phi, p.low, p.high, std::move(breaks), p.width);
}

}  // namespace kl::test
