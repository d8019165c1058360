#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/phi_f32_sum.h"
#include "measures/kl_divergence.h"
#include "measures/options.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl {

/// Some consecutive outcomes of two distributions whose weights are floats.
struct ChunkF32 {
  const float* p;
  const float* q;
  size_t n;
};

/// Pairs, of floats.
class PairsF32 {
 public:
  static constexpr size_t kChunk = Pairs::kChunk;

  explicit PairsF32(size_t size) : size_(size) {}
  virtual ~PairsF32() = default;

  size_t size() const { return size_; }

  /// The outcomes from `offset` on, a multiple of kChunk: kChunk of them, fewer at the end. Valid until the next call.
  virtual ChunkF32 Read(size_t offset) = 0;

 protected:
  size_t ChunkSize(size_t offset) const { return std::min(kChunk, size_ - offset); }

 private:
  size_t size_;
};

/// Arrays of floats that are in memory as a whole.
class PairsF32InMemory final : public PairsF32 {
 public:
  PairsF32InMemory(const float* p, const float* q, size_t n) : PairsF32(n), p_(p), q_(q) {}
  ChunkF32 Read(size_t offset) override { return {p_ + offset, q_ + offset, ChunkSize(offset)}; }

 private:
  const float* p_;
  const float* q_;
};

/// Floats, read as doubles.
class WidenedPairs final : public Pairs {
 public:
  /// `buffer` has room for kBuffer doubles.
  static constexpr size_t kBuffer = 2 * kChunk;
  WidenedPairs(PairsF32& pairs, double* buffer)
      : Pairs(pairs.size()), pairs_(pairs), p_(buffer), q_(buffer + kChunk) {}

  Chunk Read(size_t offset) override {
    const ChunkF32 chunk = pairs_.Read(offset);
    std::copy_n(chunk.p, chunk.n, p_);
    std::copy_n(chunk.q, chunk.n, q_);
    return {p_, q_, chunk.n};
  }

 private:
  PairsF32& pairs_;
  double* p_;
  double* q_;
};

/// From so many outcomes on, the arithmetic is that of floats where it can be: fewer take no time anyhow.
inline constexpr size_t kFloatArithmeticMin = 256;

/// D(P‖Q) of floats: KlDivergence, in about 0.6 of its time and with half its digits.
///
/// Float arithmetic is for normalised weights in [kPhiF32Min, kPhiF32Max] with sums near each other, at least
/// kFloatArithmeticMin of them. All else (zeros, logits, sums that decide) is done by KlDivergence, of the same numbers as
/// doubles: so the edges and failures are those of KlDivergence, and so is the error.
///
/// Error    ≤ kKlDivergenceF32MaxError, relative, with float arithmetic (mostly below 1e-7); else ≤ kFiniteMaxUlp.
///          Finding.error tells which. Exactly 0 for P = Q
/// Memory   buffer: room for WidenedPairs::kBuffer doubles
/// Source   Σp D = T − φ(Σp, Σq), T = Σ φ(pᵢ, qᵢ), used where the last is at most T/16: see f32.cc
inline constexpr double kKlDivergenceF32MaxError = (kPhiF32SumMaxError + 3.1 * 0x1p-23) * 16 / 15;
Result<Finding> KlDivergenceF32(PairsF32& pairs, const Options& options, double* buffer);

}  // namespace kl
