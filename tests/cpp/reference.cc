#include "support/reference.h"

#include <algorithm>
#include <cmath>

#include "support/exact.h"

namespace kl::test {
namespace {

const Wanted kInfinite{std::numeric_limits<double>::infinity(), 0, 0x1p971};

/// Least and greatest exponent of the weights that are not 0.
struct Exponents {
  int least = 5000, greatest = -5000;

  void Include(const std::vector<double>& x) {
    for (const double weight : x) {
      if (weight == 0) continue;
      least = std::min(least, std::ilogb(weight));
      greatest = std::max(greatest, std::ilogb(weight));
    }
  }
  int Span() const { return std::max(0, greatest - least); }
};

int SpanOfEach(const Weights& weights) {
  Exponents p, q;
  p.Include(weights.p);
  q.Include(weights.q);
  return std::max(p.Span(), q.Span());
}

int SpanOfAll(const Weights& weights) {
  Exponents all;
  all.Include(weights.p);
  all.Include(weights.q);
  return all.Span();
}

/// Bits below the least weight that a divergence can reach down: two weights agree to 2^-105 of themselves at best, of which
/// a divergence is the square and an asymmetry the cube; and a hundred to be right in.
constexpr int kSquare = 2 * 105 + 100, kCube = 3 * 105 + 100;

/// f(R{}) with R of so many bits at least.
template <class F>
auto WithBits(int bits, F f) {
  if (bits <= 384) return f(Real{});
  if (bits <= 1024) return f(Binary<1024>{});
  return f(Binary<2688>{});
}

template <class R>
R Total(const std::vector<double>& x) {
  R sum = 0;
  for (const double weight : x) sum += R(weight);
  return sum;
}

template <class R>
R PerBase(const R& nats, double base) {
  return base == 0 ? nats : R(nats / Log(R(base)));
}

bool Lacks(const std::vector<double>& q, const std::vector<double>& p) {
  for (size_t i = 0; i < p.size(); ++i) {
    if (p[i] > 0 && q[i] == 0) return true;
  }
  return false;
}

/// Whether all pᵢ Σq = qᵢ Σp: products and sums are exact in so many bits. Then divergences are 0, not noise.
template <class R>
bool AreProportional(const Weights& weights, const R& p_sum, const R& q_sum) {
  for (size_t i = 0; i < weights.size(); ++i) {
    if (R(weights.p[i]) * q_sum != R(weights.q[i]) * p_sum) return false;
  }
  return true;
}

/// visit(pᵢ, qᵢ, log(pᵢ/qᵢ)) for all outcomes, the logarithm 0 where a weight is.
template <class R, class Visit>
void ForEachTerm(const Weights& weights, Visit visit) {
  for (size_t i = 0; i < weights.size(); ++i) {
    const R p = weights.p[i], q = weights.q[i];
    visit(p, q, p == 0 || q == 0 ? R(0) : Log(R(p / q)));
  }
}

}  // namespace

Wanted ExactLog(double x) { return Rounded(Log(Real(x))); }

Wanted ExactLogRatio(double p, double q, double q_low) {
  return Rounded(Log(Real(Real(p) / (Real(q) + q_low))));
}

Wanted ExactPhi(double p, double q, double q_low) {
  const Real a = p, b = Real(q) + q_low;
  return Rounded(Real(a * Log(Real(a / b)) - a + b));
}

Wanted ExactPhiReverse(double p, double q, double q_low) {
  const Real a = p, b = Real(q) + q_low;
  return Rounded(Real(b * Log(Real(b / a)) - b + a));
}

Wanted ExactPhiDifference(double p, double q) {
  const Real a = p, b = q;
  return Rounded(Real((a + b) * Log(Real(a / b)) - 2 * (a - b)));
}

Wanted ExactKl(const Weights& weights, double base) {
  if (Lacks(weights.q, weights.p)) return kInfinite;
  return WithBits(SpanOfEach(weights) + kSquare, [&]<class R>(const R&) {
    const R p_sum = Total<R>(weights.p), q_sum = Total<R>(weights.q);
    if (AreProportional(weights, p_sum, q_sum)) return Wanted{};
    R sum = 0;
    ForEachTerm<R>(weights, [&](const R& p, const R&, const R& log) { sum += p * log; });
    return Rounded(PerBase(R(sum / p_sum - Log(R(p_sum / q_sum))), base));
  });
}

Wanted ExactJeffreys(const Weights& weights, double base) {
  if (Lacks(weights.q, weights.p) || Lacks(weights.p, weights.q)) return kInfinite;
  return WithBits(SpanOfEach(weights) + kSquare, [&]<class R>(const R&) {
    const R p_sum = Total<R>(weights.p), q_sum = Total<R>(weights.q);
    if (AreProportional(weights, p_sum, q_sum)) return Wanted{};
    R sum = 0;
    ForEachTerm<R>(weights, [&](const R& p, const R& q, const R& log) {
      sum += (p / p_sum - q / q_sum) * log;
    });
    return Rounded(PerBase(sum, base));
  });
}

WantedSum ExactAsymmetry(const Weights& weights, double base) {
  return WithBits(SpanOfEach(weights) + kCube, [&]<class R>(const R&) {
    const R p_sum = Total<R>(weights.p), q_sum = Total<R>(weights.q);
    if (AreProportional(weights, p_sum, q_sum)) return WantedSum{};
    const R log_sums = Log(R(p_sum / q_sum));
    R sum = 0, magnitude = 0;
    ForEachTerm<R>(weights, [&](const R& p, const R& q, const R& log) {
      if (p == 0 && q == 0) return;
      const R x = p / p_sum, y = q / q_sum;
      const R term = (x + y) * (log - log_sums) - 2 * (x - y);
      sum += term;
      magnitude += abs(term);
    });
    return WantedSum{Rounded(PerBase(sum, base)), Rounded(abs(PerBase(magnitude, base))).nearest};
  });
}

Wanted ExactEntropy(const std::vector<double>& p, double base) {
  return ExactCrossEntropy({p, p}, base);
}

Wanted ExactCrossEntropy(const Weights& weights, double base) {
  if (Lacks(weights.q, weights.p)) return kInfinite;
  return WithBits(SpanOfEach(weights) + kSquare, [&]<class R>(const R&) {
    const R p_sum = Total<R>(weights.p), q_sum = Total<R>(weights.q);
    R sum = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
      if (weights.p[i] > 0) sum += R(weights.p[i]) * Log(R(q_sum / R(weights.q[i])));
    }
    return Rounded(PerBase(R(sum / p_sum), base));
  });
}

WantedSum ExactKlAsGiven(const Weights& weights, double base) {
  return WithBits(SpanOfAll(weights) + kSquare, [&]<class R>(const R&) {
    R sum = 0, magnitude = 0;
    ForEachTerm<R>(weights, [&](const R& p, const R&, const R& log) {
      sum += p * log;
      magnitude += abs(p * log);
    });
    return WantedSum{Rounded(PerBase(sum, base)), Rounded(abs(PerBase(magnitude, base))).nearest};
  });
}

Wanted ExactGeneralizedKl(const Weights& weights, double base) {
  if (Lacks(weights.q, weights.p)) return kInfinite;
  return WithBits(SpanOfAll(weights) + kSquare, [&]<class R>(const R&) {
    R sum = 0;
    ForEachTerm<R>(weights, [&](const R& p, const R& q, const R& log) { sum += p * log - p + q; });
    return Rounded(PerBase(sum, base));
  });
}

namespace {

/// (Δμ)², rounded but once: the difference needs as many bits as the exponents are apart.
Real SquareOfDifference(double a, double b) {
  const Binary<2688> d = Binary<2688>(a) - Binary<2688>(b);
  return Real(d * d);
}

}  // namespace

Wanted ExactNormalKl(const NormalPair& n) {
  const Real r = Real(n.sigma_p) / Real(n.sigma_q), q2 = Real(n.sigma_q) * Real(n.sigma_q);
  const Real of_scales = (r * r - 1) / 2 - Log(r);
  return Rounded(Real(of_scales + SquareOfDifference(n.mu_p, n.mu_q) / (2 * q2)));
}

Wanted ExactNormalAsymmetry(const NormalPair& n) {
  const Real p2 = Real(n.sigma_p) * Real(n.sigma_p), q2 = Real(n.sigma_q) * Real(n.sigma_q);
  const Real of_scales = (p2 / q2 - q2 / p2) / 2 - Log(Real(p2 / q2));
  const Real of_locs = SquareOfDifference(n.mu_p, n.mu_q) * (p2 - q2) / (2 * p2 * q2);
  return Rounded(Real(of_scales + of_locs));
}

}  // namespace kl::test
