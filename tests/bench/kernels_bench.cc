#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "kernels/pair_sums.h"
#include "kernels/phi.h"
#include "kernels/phi_f32_sum.h"
#include "measures/kl_divergence.h"

// The kernels natively, beside two limits: no kernel can be quicker than streaming both arrays, and the one that makes
// do with one division a pair no quicker than the divisions. Counter `pair`: time a pair of outcomes.
//
//   bash scripts/cmake.sh native kl_bench && build/native/kl_bench

namespace kl {
namespace {

/// Probabilities that every run makes alike, by a linear congruential generator.
template <class Number>
std::vector<Number> Probabilities(size_t n, uint32_t state) {
  std::vector<double> x(n);
  for (double& weight : x) {
    state = state * 1664525 + 1013904223;
    weight = 1 + static_cast<double>(state);
  }
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& weight : x) weight /= sum;
  return std::vector<Number>(x.begin(), x.end());
}

/// Times f(p, q, n), whose result is used.
template <class Number = double, class Function>
void Time(benchmark::State& state, Function f) {
  const size_t n = static_cast<size_t>(state.range(0));
  const std::vector<Number> p = Probabilities<Number>(n, 1), q = Probabilities<Number>(n, 2);
  for (auto _ : state) benchmark::DoNotOptimize(f(p.data(), q.data(), n));
  state.counters["pair"] =
      benchmark::Counter(static_cast<double>(n), benchmark::Counter::kIsIterationInvariantRate |
                                                     benchmark::Counter::kInvert);
}

/// Σ term(p, q) over pairs of lanes, in four sums that do not wait for each other.
template <class Term>
F64x2 SumOfLanes(const double* p, const double* q, size_t n, Term term) {
  F64x2 sums[4] = {};
  for (size_t i = 0; i + 8 <= n; i += 8) {
    for (size_t j = 0; j < 4; ++j) sums[j] += term(Load(p + i + 2 * j), Load(q + i + 2 * j));
  }
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void Streaming(benchmark::State& state) {
  Time(state, [](const double* p, const double* q, size_t n) {
    return SumOfLanes(p, q, n, [](F64x2 x, F64x2 y) { return x + y; });
  });
}

void Division(benchmark::State& state) {
  Time(state, [](const double* p, const double* q, size_t n) {
    return SumOfLanes(p, q, n, [](F64x2 x, F64x2 y) { return x / y; });
  });
}

void PhiLanes(benchmark::State& state) {
  Time(state, [](const double* p, const double* q, size_t n) {
    return SumOfLanes(p, q, n, [](F64x2 x, F64x2 y) { return Phi(x, y); });
  });
}

template <class Number, void (*Kernel)(const Number*, const Number*, size_t, PairSums&)>
void Sums(benchmark::State& state) {
  Time<Number>(state, [](const Number* p, const Number* q, size_t n) {
    PairSums sums;
    Kernel(p, q, n, sums);
    return sums.terms.hi;
  });
}

void Divergence(benchmark::State& state) {
  Time(state, [](const double* p, const double* q, size_t n) {
    PairsInMemory pairs(p, q, n);
    return KlDivergence(pairs, Options{}).value;
  });
}

constexpr int kSizes[] = {1000, 100000};

void Register(const char* name, void (*function)(benchmark::State&)) {
  for (const int n : kSizes) benchmark::RegisterBenchmark(name, function)->Arg(n);
}

[[maybe_unused]] const bool registered = [] {
  Register("Streaming", Streaming);
  Register("Division", Division);
  Register("Phi", PhiLanes);
  Register("AddPhi", Sums<double, AddPhi>);
  Register("AddPhiF32", Sums<float, AddPhiF32>);
  Register("AddContributions", Sums<double, AddContributions>);
  Register("KlDivergence", Divergence);
  return true;
}();

}  // namespace
}  // namespace kl
