#pragma once

#include <cstddef>

#include "measures/options.h"
#include "result.h"

namespace kl {

/// Up to so many outcomes are few: what is done once a divergence would take longer than their terms.
inline constexpr size_t kShortMax = 63;

/// D(P‖Q) in nats of 1 to kShortMax ordinary weights, to be normalised; kNotFound for all else: zeros, weights below
/// 2^-400 or sums above 2^400, invalid ones, logits, sums that decide or may not be 1. KlDivergence finds those.
///
/// Error    ≤ kFiniteMaxUlp. Exactly 0 for P = Q
/// Source   Σp D = Σ φ(pᵢ, qᵢ) − φ(Σp, Σq), with Σq − Σp summed from differences: see rows.cc
inline constexpr double kNotFound = -1;
double ShortDivergence(const double* p, const double* q, size_t n, const Options& options);

/// How many rows were done, and what is wrong with the next one.
struct RowsDone {
  size_t count = 0;
  Problem problem{};
};

/// KlDivergence of each row, bit for bit, short rows without what takes as long as ten outcomes.
///
/// Shape    p, q: rows of `columns` ≥ 1 outcomes, one after another; values: one a row, and may begin where p does
/// Fails    as KlDivergence of that row does; the values of the rows before are there
RowsDone KlDivergenceOfRows(const double* p, const double* q, size_t rows, size_t columns,
                            const Options& options, double* values);

}  // namespace kl
