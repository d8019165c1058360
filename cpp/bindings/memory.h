#pragma once

#include "measures/f32.h"
#include "measures/pairs.h"
#include "result.h"

namespace kl::bindings {

/// All that passes between JavaScript and C++ beside plain numbers: fixed pieces of memory, addresses known to both.

/// A chunk of P and of Q: doubles, or floats from where they begin.
extern double p_arena[Pairs::kChunk];
extern double q_arena[Pairs::kChunk];

/// What a call has to say: the Problem (all 0 if none), then the figures it promises.
struct Answer {
  static constexpr int kFigures = 32;
  double status, argument, index, offending, element, component;
  double figures[kFigures];
};
extern Answer answer;

/// Notes the problem; true if there is none.
bool NoteProblem(const Problem& problem);

/// Writes figures one after another.
class Figures {
 public:
  void Put(double value) { answer.figures[next_++] = value; }
  void Put(const Finding& finding) {
    for (const double value :
         {finding.value, finding.error, static_cast<double>(finding.method),
          static_cast<double>(finding.reason), static_cast<double>(finding.outcome)}) {
      Put(value);
    }
  }

 private:
  int next_ = 0;
};

/// The arrays that JavaScript holds. Up to a chunk they are in the arenas already; longer ones are asked for.
class PairsInArena final : public Pairs {
 public:
  explicit PairsInArena(size_t size) : Pairs(size) {}
  Chunk Read(size_t offset) override;
};

/// The same of floats.
class PairsF32InArena final : public PairsF32 {
 public:
  explicit PairsF32InArena(size_t size) : PairsF32(size) {}
  ChunkF32 Read(size_t offset) override;
};

/// For what KlDivergenceF32 does as doubles: the heap would grow, and memory with it.
extern double widening_buffer[WidenedPairs::kBuffer];

}  // namespace kl::bindings
