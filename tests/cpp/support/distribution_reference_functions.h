#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "support/exact.h"

/// Functions of real numbers of any precision, by the textbook's series.
namespace kl::test {

template <class R>
R Pi() {
  static const R pi = 4 * atan(R(1));
  return pi;
}

/// 2^-bits, relative to which terms are left out.
template <class R>
R Negligible() {
  return ldexp(R(1), -std::numeric_limits<R>::digits);
}

/// 0 and ∞ where exponents end.
template <class R>
R Exp(const R& x) {
  if (x > 1e8) return std::numeric_limits<R>::infinity();
  return x < -1e8 ? R(0) : Exponential(x);
}

/// log(1 + y): near 0 as 2 atanh(y/(2 + y)).
template <class R>
R Log1p(const R& y) {
  if (abs(y) > 0.25) return Log(R(1 + y));
  const R s = y / (2 + y), z = s * s;
  R power = s, sum = 0;
  for (int k = 1; abs(power) > abs(s) * Negligible<R>(); k += 2, power *= z) sum += power / k;
  return 2 * sum;
}

/// e^y − 1.
template <class R>
R Expm1(const R& y) {
  if (abs(y) > 0.25) return Exp(y) - 1;
  R term = y, sum = 0;
  for (int k = 2; abs(term) > abs(y) * Negligible<R>(); ++k) {
    sum += term;
    term *= y / k;
  }
  return sum;
}

/// B₂, B₄, B₆ … from the tangent numbers.
/// Source   R. P. Brent, D. Harvey, "Fast computation of Bernoulli, tangent and secant numbers", 2013
template <class R>
const std::vector<R>& BernoulliNumbers() {
  static const std::vector<R> numbers = [] {
    const int n = std::numeric_limits<R>::digits / 5 + 4;
    std::vector<R> tangent(static_cast<size_t>(n + 1), R(1)), bernoulli;
    const auto t = [&](int k) -> R& { return tangent[static_cast<size_t>(k)]; };
    for (int k = 2; k <= n; ++k) t(k) = (k - 1) * t(k - 1);
    for (int k = 2; k <= n; ++k) {
      for (int j = k; j <= n; ++j) t(j) = (j - k) * t(j - 1) + (j - k + 2) * t(j);
    }
    for (int k = 1; k <= n; ++k) {
      const R four = ldexp(R(1), 2 * k), b = 2 * k * t(k) / (four * (four - 1));
      bernoulli.push_back(k % 2 ? b : R(-b));
    }
    return bernoulli;
  }();
  return numbers;
}

/// From where Stirling's series reaches all bits.
template <class R>
R StirlingFrom() {
  return R(std::numeric_limits<R>::digits / 6 + 4);
}

/// log Γ(x), x > 0: Stirling's series, after as many steps upwards as it takes.
template <class R>
R LogGamma(R x) {
  R product = 1, result = 0, power, sum = 0;
  for (; x < StirlingFrom<R>(); x += 1) product *= x;
  power = 1 / x;
  const R z = power * power;
  int k = 1;
  for (const R& b : BernoulliNumbers<R>()) {
    const R term = b * power / (2 * k * (2 * k - 1));
    sum += term;
    if (abs(term) < Negligible<R>()) break;
    power *= z;
    ++k;
  }
  result = (x - 0.5) * Log(x) - x + Log(R(2 * Pi<R>())) / 2 + sum;
  return product == 1 ? result : R(result - Log(product));
}

/// ψ(x), x > 0, likewise.
template <class R>
R Digamma(R x) {
  R steps = 0, sum = 0;
  for (; x < StirlingFrom<R>(); x += 1) steps += 1 / x;
  const R z = 1 / (x * x);
  R power = z;
  int k = 1;
  for (const R& b : BernoulliNumbers<R>()) {
    const R term = b * power / (2 * k);
    sum += term;
    if (abs(term) < Negligible<R>()) break;
    power *= z;
    ++k;
  }
  return Log(x) - 1 / (2 * x) - sum - steps;
}

/// −ψ(1).
template <class R>
R EulerGamma() {
  static const R gamma = -Digamma(R(1));
  return gamma;
}

/// I_n(κ) e^−κ for κ ≥ 0: the power series or, where that takes long, the asymptotic one, right to e^−2κ.
template <class R>
R ScaledBessel(int n, const R& kappa) {
  R term = 1, sum = 0;
  if (kappa < R(std::numeric_limits<R>::digits)) {
    const R z = kappa * kappa / 4;
    if (n == 1) term = kappa / 2;
    const R first = term;
    for (int k = 1; term > sum * Negligible<R>() && first > 0; ++k) {
      sum += term;
      term *= z / (R(k) * (k + n));
    }
    return sum * Exp(R(-kappa));
  }
  for (int k = 1; abs(term) > Negligible<R>(); ++k) {
    sum += term;
    term *= -(R(4 * n * n) - (2 * k - 1) * (2 * k - 1)) / (k * 8 * kappa);
  }
  return sum / sqrt(R(2 * Pi<R>() * kappa));
}

/// log I₀(κ).
template <class R>
R LogBessel0(const R& kappa) {
  return Log(ScaledBessel(0, kappa)) + kappa;
}

}  // namespace kl::test
