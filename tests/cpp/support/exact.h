#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <vector>

#include "support/ulp.h"

namespace kl::test {

/// Real numbers of so many bits, with exponents that no double can leave.
template <unsigned bits>
using Binary = boost::multiprecision::number<
    boost::multiprecision::cpp_bin_float<bits, boost::multiprecision::digit_base_2, void,
                                         std::int32_t>,
    boost::multiprecision::et_off>;

/// 115 decimal digits.
using Real = Binary<384>;

/// x as a double and what it lacks.
template <class R>
Wanted Rounded(const R& x) {
  if (x == 0) return {};
  int exponent = 0;
  frexp(x, &exponent);
  const int last = exponent - 53 < -1074 ? -1074 : exponent - 53;
  const R scaled = ldexp(x, -last);  // below 2^53
  const R whole = round(scaled);
  Wanted wanted;
  wanted.nearest = std::ldexp(static_cast<double>(whole), last);
  wanted.ulp = std::ldexp(1.0, last < 971 ? last : 971);
  if (std::isfinite(wanted.nearest)) wanted.rest = static_cast<double>(R(scaled - whole));
  return wanted;
}

/// log x = k log 2 + log c + 2 atanh((m − c)/(m + c)), x = 2^k m, with c of a table, near m.
/// The library's own log, of which the table is made, takes twenty times as long.
template <class R>
R Log(const R& x) {
  constexpr int kTable = 256, kBits = std::numeric_limits<R>::digits;
  constexpr int kTerms = kBits / 17 + 2;  // |s| < 2^-9, so each term gives 18 bits
  static R table[kTable + 1], reciprocals[kTerms];
  static const R log2 = log(R(2));
  if (reciprocals[0] == 0) {
    for (int i = 0; i < kTerms; ++i) reciprocals[i] = R(2) / (2 * i + 1);
  }
  if (x == 1) return 0;
  int k = 0;
  const R m = frexp(x, &k);
  const int nearest = static_cast<int>(round(ldexp(m, 8)));
  const R c = ldexp(R(nearest), -8);
  if (table[nearest] == 0 && nearest != kTable) table[nearest] = log(c);
  const R s = (m - c) / (m + c), z = s * s;
  R sum = reciprocals[kTerms - 1];
  for (int i = kTerms - 2; i >= 0; --i) sum = sum * z + reciprocals[i];
  return log2 * k + (table[nearest] + s * sum);
}

/// e^x = 2^k e^c e^r, with c of a table and |r| ≤ 2^-9; much faster than the library's.
template <class R>
R Exponential(const R& x) {
  constexpr int kTable = 90, kBits = std::numeric_limits<R>::digits;
  static R table[2 * kTable + 1];
  static const R log2 = log(R(2));
  static const std::vector<R> reciprocals = [] {
    std::vector<R> of_factorials = {R(1)};
    for (int bits = 0, i = 1; bits < kBits; bits += 9 + std::ilogb(i), ++i)
      of_factorials.push_back(R(of_factorials.back() / i));
    return of_factorials;
  }();
  const R k = round(R(x / log2)), rest = x - k * log2;
  const int nearest = static_cast<int>(round(ldexp(rest, 8)));
  R& c = table[nearest + kTable];
  if (c == 0) c = exp(ldexp(R(nearest), -8));
  const R r = rest - ldexp(R(nearest), -8);
  R sum = 0;
  for (auto it = reciprocals.rbegin(); it != reciprocals.rend(); ++it) sum = sum * r + *it;
  return ldexp(R(c * sum), static_cast<int>(k));
}

}  // namespace kl::test
