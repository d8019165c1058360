#include "measures/quick.h"

#include "kernels/pair_sums.h"
#include "kernels/phi.h"
#include "measures/rows.h"

namespace kl {
namespace {

bool SumsAreAcceptable(const PairSums& sums, const Options& options) {
  return sums.in_range && (options.normalization != Normalization::kStrict ||
                           (IsOneWithinTolerance(sums.p.hi) && IsOneWithinTolerance(sums.q.hi)));
}

/// Σ|pᵢ log(pᵢ/qᵢ)| ≤ D + √(2D) by Pinsker's inequality: the negative contributions are, together, no more than the
/// total variation. With log(Σp/Σq), which is subtracted too, this bounds what the signed sum D has lost.
bool KeepsItsDigits(double divergence, double log_sums) {
  constexpr double kMaxLoss = 6;
  const double room = (kMaxLoss - 1) * divergence - 2 * (log_sums < 0 ? -log_sums : log_sums);
  return room > 0 && room * room >= 2 * divergence;
}

/// D = Σ pᵢ log(pᵢ/qᵢ)/Σp − log(Σp/Σq), if that is accurate; it is for P and Q that are not alike.
Quick FromContributions(const PairSums& sums) {
  if (!sums.in_range) return {};
  const double log_sums = LogOf(Divide(sums.p, sums.q));
  const double nats = Value(Add(sums.terms, -sums.p.hi * log_sums)) / sums.p.hi;
  return {KeepsItsDigits(nats, log_sums), nats};
}

/// Σp · D = Σ φ(pᵢ, qᵢ) − φ(Σp, Σq), if the last is small beside the sum.
Quick FromPhi(const PairSums& sums) {
  constexpr double kMostOfSums = 0.25;
  const DoubleDouble ratio = Divide(sums.q, sums.p);
  const double of_sums = sums.p.hi * Phi(Splat(1), Splat(ratio.hi), Splat(ratio.lo))[0];
  if (!(of_sums <= kMostOfSums * sums.terms.hi)) return {};
  const double nats = Value(Add(sums.terms, -of_sums)) / sums.p.hi;
  // Where P and Q agree to the last digits, the rounding of Σp and Σq is too much.
  constexpr double kLeast = 0x1p-80;
  return {nats > kLeast, nats};
}

/// False once there is no use in going on.
template <class Add, class IsHopeful>
bool Read(Pairs& pairs, PairSums& sums, Add add, IsHopeful is_hopeful) {
  for (size_t offset = 0; offset < pairs.size(); offset += Pairs::kChunk) {
    const Chunk chunk = pairs.Read(offset);
    add(chunk.p, chunk.q, chunk.n, sums);
    if (!sums.in_range || (offset == 0 && !is_hopeful(sums))) return false;
  }
  return true;
}

}  // namespace

Quick TryQuick(Pairs& pairs, const Options& options) {
  if (pairs.size() <= kShortMax) {
    const Chunk chunk = pairs.Read(0);
    const double nats = ShortDivergence(chunk.p, chunk.q, chunk.n, options);
    if (nats != kNotFound) return {true, nats};
  } else {
    // Of many, the signed sum is quicker, where it is accurate.
    PairSums sums;
    const bool read = Read(pairs, sums, AddContributions,
                           [](const PairSums& first) { return FromContributions(first).found; });
    if (!sums.in_range) return {};
    if (read && SumsAreAcceptable(sums, options)) {
      const Quick quick = FromContributions(sums);
      if (quick.found) return quick;
    }
  }
  PairSums sums;
  const bool read = Read(pairs, sums, AddPhi, [](const PairSums&) { return true; });
  return read && SumsAreAcceptable(sums, options) ? FromPhi(sums) : Quick{};
}

}  // namespace kl
