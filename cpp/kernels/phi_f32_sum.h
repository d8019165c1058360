#pragma once

#include <cstddef>

#include "kernels/pair_sums.h"
#include "kernels/phi_f32.h"

namespace kl {

/// Adds φ(pᵢ, qᵢ) of n pairs of floats: terms of one sign, found as floats. Eight at a time are added as floats, in three
/// steps; the rest as doubles. So are Σp and Σ(q − p), which makes Σq − Σp right in proportion to what P and Q differ by,
/// however little that is.
///
/// Domain   p, q in [kPhiF32Min, kPhiF32Max], both sums ≤ kPhiF32Max; else sums.in_range becomes false
/// Error    of the terms' sum ≤ kPhiF32SumMaxError, of Σp ≤ kFloatSumMaxError, relative;
///          of Σq − Σp ≤ kFloatDifferenceMaxError Σ|p − q|
inline constexpr double kPhiF32SumMaxError = (kPhiF32MaxUlp + 1.51) * 0x1p-23;
inline constexpr double kFloatSumMaxError = 1.51 * 0x1p-23;
inline constexpr double kFloatDifferenceMaxError = 2.01 * 0x1p-23;
void AddPhiF32(const float* p, const float* q, size_t n, PairSums& sums);

}  // namespace kl
