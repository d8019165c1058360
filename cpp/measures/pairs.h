#pragma once

#include <algorithm>
#include <cstddef>

namespace kl {

/// Some consecutive outcomes: their weights under P and under Q, as given.
struct Chunk {
  const double* p;
  const double* q;
  size_t n;
};

/// The outcomes of two distributions, read in order, a chunk at a time, as often as an algorithm needs: arrays of any
/// length pass through a fixed piece of memory.
class Pairs {
 public:
  static constexpr size_t kChunk = 4096;

  explicit Pairs(size_t size) : size_(size) {}
  virtual ~Pairs() = default;

  size_t size() const { return size_; }

  /// The outcomes from `offset` on, a multiple of kChunk: kChunk of them, fewer at the end. Valid until the next call.
  virtual Chunk Read(size_t offset) = 0;

 protected:
  size_t ChunkSize(size_t offset) const { return std::min(kChunk, size_ - offset); }

 private:
  size_t size_;
};

/// Arrays that are in memory as a whole.
class PairsInMemory final : public Pairs {
 public:
  PairsInMemory(const double* p, const double* q, size_t n) : Pairs(n), p_(p), q_(q) {}
  Chunk Read(size_t offset) override { return {p_ + offset, q_ + offset, ChunkSize(offset)}; }

 private:
  const double* p_;
  const double* q_;
};

/// Calls visit(chunk, offset) for all chunks in order.
template <class Visit>
void ForEachChunk(Pairs& pairs, Visit visit) {
  for (size_t offset = 0; offset < pairs.size(); offset += Pairs::kChunk)
    visit(pairs.Read(offset), offset);
}

}  // namespace kl
