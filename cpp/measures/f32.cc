#include "measures/f32.h"

#include "kernels/phi.h"
#include "measures/finding.h"

namespace kl {
namespace {

struct Attempt {
  bool found = false;
  Finding nats;
};

/// Whether a sum, known to float precision, is 1 within kSumTolerance for certain.
bool IsSurelyOne(double sum) {
  constexpr double kError = kFloatSumMaxError + 2 * kFloatDifferenceMaxError;  // Σ|p − q| ≤ 2
  return IsOneWithinTolerance(1 + (sum - 1) + kError) &&
         IsOneWithinTolerance(1 + (sum - 1) - kError);
}

/// With P = Σp, Q = Σq, T = Σφ, in units of 2^-23 T, what else is wrong with T − φ(P, Q) than T:
///
///   0.15   from P, off by 1.5 units, at fixed Q − P: φ changes by no more than 1.6 φ times that, and φ ≤ T/16
///   1.35   from Q − P, off by 2 units of Σ|p − q|: φ changes by |Q − P|/Q times that, and since
///          φ(p, q) ≥ 3/2 (p − q)²/(p + 2q), the squares of |Q − P| and Σ|p − q| are ≤ 2/3 (P + 2Q) times T/16 and T
///   1.5    from dividing by P
///
/// both for |Q − P| ≤ P/2.
Attempt FromSums(const PairSums& sums) {
  constexpr double kMostOfSums = 0.0625;
  const DoubleDouble ratio = Divide(sums.q, sums.p);
  if (!(ratio.hi >= 0.5 && ratio.hi <= 1.5)) return {};
  const double of_sums = sums.p.hi * Phi(Splat(1), Splat(ratio.hi), Splat(ratio.lo))[0];
  if (!(of_sums <= kMostOfSums * sums.terms.hi)) return {};
  const double nats = Value(Add(sums.terms, -of_sums)) / sums.p.hi;
  return {true, Found(nats, kKlDivergenceF32MaxError * 0x1p52, Method::kSum)};
}

Attempt TryFloatArithmetic(PairsF32& pairs, const Options& options) {
  if (pairs.size() < kFloatArithmeticMin || options.form != Form::kWeights ||
      options.normalization == Normalization::kAsGiven) {
    return {};
  }
  PairSums sums;
  for (size_t offset = 0; offset < pairs.size(); offset += PairsF32::kChunk) {
    const ChunkF32 chunk = pairs.Read(offset);
    AddPhiF32(chunk.p, chunk.q, chunk.n, sums);
    if (!sums.in_range) return {};
  }
  if (options.normalization == Normalization::kStrict &&
      !(IsSurelyOne(sums.p.hi) && IsSurelyOne(sums.q.hi))) {
    return {};
  }
  return FromSums(sums);
}

}  // namespace

Result<Finding> KlDivergenceF32(PairsF32& pairs, const Options& options, double* buffer) {
  const Result<double> log_base = LogOfBase(options.base);
  if (!log_base.problem) {
    const Attempt attempt = TryFloatArithmetic(pairs, options);
    if (attempt.found) return {InBase(attempt.nats, log_base.value), {}};
  }
  WidenedPairs widened(pairs, buffer);
  return KlDivergence(widened, options);
}

}  // namespace kl
