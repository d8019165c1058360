#include "bindings/memory.h"

#include <emscripten/emscripten.h>

// Copies the outcomes from `offset` on into the arenas.
EM_JS(void, kl_read_chunk, (int offset, int n), { Module['readChunk'](offset, n); });

namespace kl::bindings {

alignas(16) double p_arena[Pairs::kChunk];
alignas(16) double q_arena[Pairs::kChunk];
alignas(16) double widening_buffer[WidenedPairs::kBuffer];
alignas(16) Answer answer;

bool NoteProblem(const Problem& problem) {
  answer.status = static_cast<double>(problem.status);
  answer.argument = static_cast<double>(problem.argument);
  answer.index = static_cast<double>(problem.index);
  answer.offending = problem.value;
  answer.element = static_cast<double>(problem.element);
  answer.component = static_cast<double>(problem.component);
  return !problem;
}

Chunk PairsInArena::Read(size_t offset) {
  const size_t n = ChunkSize(offset);
  if (size() > kChunk) kl_read_chunk(static_cast<int>(offset), static_cast<int>(n));
  return {p_arena, q_arena, n};
}

ChunkF32 PairsF32InArena::Read(size_t offset) {
  const size_t n = ChunkSize(offset);
  if (size() > kChunk) kl_read_chunk(static_cast<int>(offset), static_cast<int>(n));
  // JavaScript wrote floats there; C++ never writes to an arena while it reads them.
  return {reinterpret_cast<const float*>(p_arena), reinterpret_cast<const float*>(q_arena), n};
}

}  // namespace kl::bindings
