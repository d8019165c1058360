#include "measures/rows.h"

#include <algorithm>

#include "kernels/lane_sum.h"
#include "kernels/phi.h"
#include "measures/finding.h"
#include "measures/kl_divergence.h"

namespace kl {
namespace {

constexpr size_t kBlock =
    256;  // outcomes of some rows; four arrays of them stay in the first-level cache
static_assert(kShortMax <= kBlock);

inline void StoreSlope(F64x2 p, F64x2 q, double* s, double* d, double* beyond) {
  const Reduced r = Reduce(p, q);
  const Slope at = SlopeOf(p, r);
  Store(s, at.s);
  Store(d, at.d);
  Store(beyond, ExponentTimesLn2(r.k) * p + (q - r.m));
}

inline F64x2 PhiOf(F64x2 p, F64x2 s, F64x2 d, F64x2 beyond) {
  const F64x2 z = s * s;
  return s * (d + p * (z * LogTail(z))) + beyond;
}

/// φ(pᵢ, qᵢ) of n ≤ kBlock outcomes, whichever rows they are of: the bits of Phi, in two loops, so that neither the
/// divisions nor the polynomials wait for the others.
void FindPhi(const double* p, const double* q, size_t n, double* phi) {
  alignas(16) double s[kBlock], d[kBlock];
  const size_t whole = n - n % 2;
  for (size_t i = 0; i < whole; i += 2) {
    StoreSlope(Load(p + i), Load(q + i), s + i, d + i, phi + i);
  }
  for (size_t i = 0; i < whole; i += 2) {
    Store(phi + i, PhiOf(Load(p + i), Load(s + i), Load(d + i), Load(phi + i)));
  }
  if (whole < n) phi[whole] = Phi(Splat(p[whole]), Splat(q[whole]))[0];
}

struct Sums {
  F64x2 p = {}, difference = {}, terms = {};

  void Include(const Sums& other) {
    p += other.p;
    difference += other.difference;
    terms += other.terms;
  }
};

/// Whether a sum that may be off by its rounding is 1 within kSumTolerance for certain.
bool IsSurelyOne(double sum) {
  constexpr double kBound = 0.99 * kSumTolerance;
  return sum - 1 <= kBound && 1 - sum <= kBound;
}

/// With P = Σp, Q = Σq, T = Σφ: D = (T − φ(P, Q))/P.
///
/// An error of Q − P, of at most e Σ|p − q|, moves φ(P, Q) by |Q − P|/Q times that. As φ(p, q) ≥ 3/2 (p − q)²/(p + 2q),
/// the squares of |Q − P| and Σ|p − q| are ≤ 2/3 (P + 2Q) times φ(P, Q) and T: so for φ(P, Q) ≤ T/8 and |Q − P| ≤ P/2
/// it moves D by no more than 1.1 e, relatively.
inline double FromSums(double sum, double difference, double terms, bool is_strict) {
  constexpr double kMaxSum = 0x1p400, kMostOfSums = 0.125;
  const double distance = difference < 0 ? -difference : difference;
  if (!(sum <= kMaxSum && distance <= 0.5 * sum)) return kNotFound;
  if (is_strict && !(IsSurelyOne(sum) && IsSurelyOne(sum + difference))) return kNotFound;
  // φ(P, Q) ≤ 0.8 (Q − P)²/P: too little to be worth a division, as it is for all probabilities that are not alike.
  if (distance * distance <= 0x1p-56 * sum * terms) return terms / sum;
  const DoubleDouble q_sum = TwoSum(sum, difference);
  const double of_sums = Phi(Splat(sum), Splat(q_sum.hi), Splat(q_sum.lo))[0];
  return of_sums <= kMostOfSums * terms ? (terms - of_sums) / sum : kNotFound;
}

inline double FromPhi(const double* p, const double* q, const double* phi, size_t n,
                      bool is_strict) {
  constexpr int kMinExponent = -400;  // no product in FromSums is subnormal
  LeastUpperWord least;
  Sums sums;
  size_t i = 0;
  while (i + 2 <= n) {
    Sums group;
    for (const size_t end = std::min(i + kPlainGroup, n); i + 2 <= end; i += 2) {
      const F64x2 p_pair = Load(p + i), q_pair = Load(q + i);
      least.Include(p_pair);
      least.Include(q_pair);
      group.Include({p_pair, q_pair - p_pair, Load(phi + i)});
    }
    sums.Include(group);
  }
  double sum = Sum(sums.p), difference = Sum(sums.difference), terms = Sum(sums.terms);
  if (i < n) {
    least.Include(Splat(p[i]));
    least.Include(Splat(q[i]));
    sum += p[i];
    difference += q[i] - p[i];
    terms += phi[i];
  }
  return least.IsAtLeast(kMinExponent) ? FromSums(sum, difference, terms, is_strict) : kNotFound;
}

bool IsForFew(size_t n, const Options& options) {
  return n >= 1 && n <= kShortMax && options.form == Form::kWeights &&
         options.normalization != Normalization::kAsGiven;
}

}  // namespace

double ShortDivergence(const double* p, const double* q, size_t n, const Options& options) {
  if (!IsForFew(n, options)) return kNotFound;
  alignas(16) double phi[kBlock];
  FindPhi(p, q, n, phi);
  return FromPhi(p, q, phi, n, options.normalization == Normalization::kStrict);
}

RowsDone KlDivergenceOfRows(const double* p, const double* q, size_t rows, size_t columns,
                            const Options& options, double* values) {
  const Result<double> log_base = LogOfBase(options.base);
  const bool is_short = IsForFew(columns, options) && !log_base.problem;
  const bool is_strict = options.normalization == Normalization::kStrict;
  const size_t batch = is_short ? kBlock / columns : 1;
  alignas(16) double phi[kBlock];
  for (size_t first = 0; first < rows; first += batch) {
    const size_t end = std::min(first + batch, rows), start = first * columns;
    if (is_short) FindPhi(p + start, q + start, (end - first) * columns, phi);
    for (size_t row = first; row < end; ++row) {
      const size_t at = row * columns;  // values[row] overwrites nothing that is still to be read
      const double nats =
          is_short ? FromPhi(p + at, q + at, phi + (at - start), columns, is_strict) : kNotFound;
      if (nats != kNotFound) {
        values[row] = nats / log_base.value;
        continue;
      }
      PairsInMemory pairs(p + at, q + at, columns);
      const Result<Finding> found = KlDivergence(pairs, options);
      if (found.problem) return {row, found.problem};
      values[row] = found.value.value;
    }
  }
  return {rows, {}};
}

}  // namespace kl
