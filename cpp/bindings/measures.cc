#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "bindings/memory.h"
#include "kernels/double_double.h"
#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "measures/distances.h"
#include "measures/renyi.h"
#include "measures/rows.h"

// Plain exports, since an Embind call costs as much as the divergence of some twenty outcomes. Each returns 1 and leaves
// its figures in the answer, or returns 0 and leaves a problem there.

// Takes contributions that JavaScript asked for; they lie at these addresses.
EM_JS(void, kl_take_contributions,
      (int offset, const double* forward, const double* reverse, int n),
      { Module['takeContributions'](offset, forward, reverse, n); });

namespace kl::bindings {
namespace {

class ContributionsToJavaScript final : public ContributionSink {
  void Write(size_t offset, const double* forward, const double* reverse, size_t n) override {
    kl_take_contributions(static_cast<int>(offset), forward, reverse, static_cast<int>(n));
  }
};

/// The measures that are one number; their names are those of the module's functions.
enum class Measure {
  kKlDivergence,
  kGeneralizedKlDivergence,
  kJeffreysDivergence,
  kAsymmetry,
  kJensenShannonDivergence,
  kJensenShannonDistance,
  kRenyiDivergence,
  kTsallisDivergence,
  kTotalVariationDistance,
  kHellingerDistance,
  kBhattacharyyaDistance,
  kChiSquaredDivergence,
  kCrossEntropy,
  kEntropy,
};

Result<double> ValueOf(const Result<Finding>& found) { return {found.value.value, found.problem}; }

Result<double> Find(Measure measure, Pairs& pairs, const Options& options, double alpha) {
  switch (measure) {
    case Measure::kKlDivergence:
      return ValueOf(KlDivergence(pairs, options));
    case Measure::kGeneralizedKlDivergence:
      return ValueOf(GeneralizedKlDivergence(pairs, options));
    case Measure::kJeffreysDivergence:
      return ValueOf(JeffreysDivergence(pairs, options));
    case Measure::kAsymmetry:
      return Asymmetry(pairs, options);
    case Measure::kJensenShannonDivergence:
      return JensenShannonDivergence(pairs, options);
    case Measure::kJensenShannonDistance:
      return JensenShannonDistance(pairs, options);
    case Measure::kRenyiDivergence:
      return ValueOf(RenyiDivergence(pairs, options, alpha));
    case Measure::kTsallisDivergence:
      return ValueOf(TsallisDivergence(pairs, options, alpha));
    case Measure::kTotalVariationDistance:
      return TotalVariationDistance(pairs, options);
    case Measure::kHellingerDistance:
      return HellingerDistance(pairs, options);
    case Measure::kBhattacharyyaDistance:
      return BhattacharyyaDistance(pairs, options);
    case Measure::kChiSquaredDivergence:
      return ValueOf(ChiSquaredDivergence(pairs, options));
    case Measure::kCrossEntropy:
      return ValueOf(CrossEntropy(pairs, options));
    case Measure::kEntropy:
      return Entropy(pairs, options);
  }
  return {};
}

Options OptionsOf(int form, int normalization, double base) {
  return {static_cast<Normalization>(normalization), static_cast<Form>(form), base};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int measure(int which, int n, int form, int normalization, double base,
                                 double alpha) {
  PairsInArena pairs(static_cast<size_t>(n));
  const Result<double> found =
      Find(static_cast<Measure>(which), pairs, OptionsOf(form, normalization, base), alpha);
  if (!NoteProblem(found.problem)) return 0;
  Figures{}.Put(found.value);
  return 1;
}

/// KlDivergence of floats in the arenas.
EMSCRIPTEN_KEEPALIVE int klDivergenceF32(int n, int form, int normalization, double base) {
  PairsF32InArena pairs(static_cast<size_t>(n));
  const Result<Finding> found =
      KlDivergenceF32(pairs, OptionsOf(form, normalization, base), widening_buffer);
  if (!NoteProblem(found.problem)) return 0;
  Figures{}.Put(found.value.value);
  return 1;
}

/// For `rows` rows of P and of Q in their arenas: the values, in place of P's first numbers.
/// Returns the number of rows done: `rows`, or that of the first row with a problem.
EMSCRIPTEN_KEEPALIVE int measureRows(int which, int rows, int columns, int form, int normalization,
                                     double base, double alpha) {
  const Options options = OptionsOf(form, normalization, base);
  if (static_cast<Measure>(which) == Measure::kKlDivergence) {
    const RowsDone done = KlDivergenceOfRows(p_arena, q_arena, static_cast<size_t>(rows),
                                             static_cast<size_t>(columns), options, p_arena);
    NoteProblem(done.problem);
    return static_cast<int>(done.count);
  }
  for (int row = 0; row < rows; ++row) {
    const int start = row * columns;
    PairsInMemory pairs(p_arena + start, q_arena + start, static_cast<size_t>(columns));
    const Result<double> found = Find(static_cast<Measure>(which), pairs, options, alpha);
    if (!NoteProblem(found.problem)) return row;
    p_arena[row] = found.value;  // read already: row ≤ row * columns
  }
  return rows;
}

/// The mean of the numbers offered as P.
EMSCRIPTEN_KEEPALIVE double meanOfNumbers(int n) {
  PairsInArena pairs(static_cast<size_t>(n));
  DoubleDouble sum{0, 0};
  double plain = 0;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      sum = Add(sum, chunk.p[i]);
      plain += chunk.p[i];
    }
  });
  // An infinite value makes the mean infinite; compensating it would make NaN of it.
  return (plain == kInfinity || plain == -kInfinity ? plain : Value(sum)) / n;
}

EMSCRIPTEN_KEEPALIVE int compare(int n, int form, int normalization, double base) {
  PairsInArena pairs(static_cast<size_t>(n));
  ContributionsToJavaScript sink;
  const Result<Comparison> result = Compare(pairs, OptionsOf(form, normalization, base), &sink);
  if (!NoteProblem(result.problem)) return 0;
  const Comparison& found = result.value;
  Figures figures;
  for (const Finding& finding : {found.forward, found.reverse, found.jeffreys})
    figures.Put(finding);
  for (const double value :
       {found.asymmetry, found.entropies.forward, found.entropies.reverse, found.entropies.p,
        found.entropies.q, found.p_sum, found.q_sum, found.jensen_shannon, found.total_variation,
        found.hellinger, found.bhattacharyya, found.chi_squared_forward.value,
        found.chi_squared_reverse.value}) {
    figures.Put(value);
  }
  return 1;
}

}  // extern "C"

EMSCRIPTEN_BINDINGS(kl_measures) {
  emscripten::enum_<Measure>("Measure")
      .value("klDivergence", Measure::kKlDivergence)
      .value("generalizedKlDivergence", Measure::kGeneralizedKlDivergence)
      .value("jeffreysDivergence", Measure::kJeffreysDivergence)
      .value("asymmetry", Measure::kAsymmetry)
      .value("jensenShannonDivergence", Measure::kJensenShannonDivergence)
      .value("jensenShannonDistance", Measure::kJensenShannonDistance)
      .value("renyiDivergence", Measure::kRenyiDivergence)
      .value("tsallisDivergence", Measure::kTsallisDivergence)
      .value("totalVariationDistance", Measure::kTotalVariationDistance)
      .value("hellingerDistance", Measure::kHellingerDistance)
      .value("bhattacharyyaDistance", Measure::kBhattacharyyaDistance)
      .value("chiSquaredDivergence", Measure::kChiSquaredDivergence)
      .value("crossEntropy", Measure::kCrossEntropy)
      .value("entropy", Measure::kEntropy);
}

}  // namespace kl::bindings
