#include "special/gamma_bregman.h"
#include "special/products.h"
#include "special/stirling_series.h"
#include "special/wide.h"

// The Bregman divergence of log B(x, y), along x from a to c and y from b to d; x is the larger, and takes the n steps of
// gamma_bregman.h: a' = a + n, c' = c + n. With A_k = a + b + k, C_k = c + d + k, t = C_n/A_n,
//
//   = [that of r, of y] + φ(c', t a') + φ(d, t b) + Σ_{k<n} K_k + K_n/2 + M
//
// where K_k = g((c + k)/(a + k)) − g(C_k/A_k), and M is the divergence of μ at x less that at x + y. The φ of x, y and x + y are
// merged: φ(c', a') + φ(d, b) − φ(C_n, A_n) = φ(c', t a') + φ(d, t b). K and M would cancel for y far smaller than x; all
// that is small in them comes from
//
//   X_k = (d − b)(a + k) − (c − a) b:   t b − d = −X_n/A_n,   t a' − c' = X_n/A_n,
//   u = ((c + k)/(a + k))/(C_k/A_k) − 1 = −X_k/((a + k) C_k),   K_k = (C_k/A_k − 1) u + u − log(1 + u)

namespace kl {
namespace {

/// X_0, from the differences where these are the smaller.
Wide Cross(const Way& x, const Way& y) {
  const Wide long_way = WideProduct(y.to, x.from) - WideProduct(x.to, y.from);
  const bool is_near = Abs(x.by.hi) <= x.from.hi / 2 && Abs(y.by.hi) <= y.from.hi / 2;
  return is_near ? WideProduct(y.by, x.from) - WideProduct(x.by, y.from) : long_way;
}

/// a + k, c + k, c − a, the same of x + y, and X_k.
struct Stepped {
  double from, to, by;
  double sum_from, sum_to, sum_by;
  Wide cross;
};

/// K_k.
double CurveFall(const Stepped& at) {
  const double u = -Over(at.cross, at.from, at.sum_to);
  if (Abs(u) > 0.5) {
    return PhiOverBy(at.from, at.to, at.by) - PhiOverBy(at.sum_from, at.sum_to, at.sum_by);
  }
  return (at.sum_by / at.sum_from) * u + LogExcess(u);
}

/// M.
double TailFall(const Stepped& at, double y_from, double y_to) {
  const Twin by_from = {at.by / at.from, at.sum_by / at.sum_from,
                        -Over(at.cross, at.from, at.sum_from)};
  const Twin by_to = {at.by / at.to, at.sum_by / at.sum_to, -Over(at.cross, at.to, at.sum_to)};
  const Twin curve =
      StirlingCurve(InverseTwin(at.from, at.sum_from, y_from), InverseTwin(at.to, at.sum_to, y_to));
  return (by_from * by_to * curve).fall;
}

}  // namespace

double LogBetaBregman(const Way& x, const Way& y) {
  const double from = Value(x.from), to = Value(x.to), y_from = Value(y.from), y_to = Value(y.to);
  if (from / 2 + to / 2 < y_from / 2 + y_to / 2) return LogBetaBregman(y, x);

  const Way sum = Add(x, y);
  const Wide cross = Cross(x, y);
  const auto after = [&](int k) -> Stepped {
    return {from + k,
            to + k,
            Value(x.by),
            Value(sum.from) + k,
            Value(sum.to) + k,
            Value(sum.by),
            cross + WideProduct(y.by, {static_cast<double>(k), 0})};
  };

  const int n = StepsToStirling(from < to ? from : to);
  const Stepped at = after(n);
  const double x_off = Over(at.cross, at.sum_from, at.to),
               y_off = -Over(at.cross, at.sum_from, y_to);
  const double of_x = Abs(x_off) <= 0.5 ? at.to * LogExcess(x_off)
                                        : PhiOfProducts(at.to, at.from, at.sum_to, at.sum_from);
  const double of_y = Abs(y_off) <= 0.5 ? y_to * LogExcess(y_off)
                                        : PhiOfProducts(y_to, y_from, at.sum_to, at.sum_from);

  double result =
      StirlingBregman(y) + of_x + of_y + (CurveFall(at) / 2 + TailFall(at, y_from, y_to));
  for (int k = n; k-- > 0;) result += CurveFall(after(k));
  return IsFinite(result) ? result : kInfinity;  // parts overflow in both directions
}

}  // namespace kl
