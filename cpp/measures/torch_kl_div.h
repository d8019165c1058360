#pragma once

#include "measures/pairs.h"
#include "simd/f64x2.h"

namespace kl::torch {

/// PyTorch's F.kl_div as it computes it, its infinities, NaNs and roundings included: the one place where NaN is an answer.

/// Which number of every element of the loss.
enum class Part { kValue, kInputGradient, kTargetGradient };

/// What PyTorch computes in: in float32 it rounds to float after every operation.
enum class Precision { kDouble, kFloat };

struct Options {
  Part part = Part::kValue;
  bool log_target = false;
  Precision precision = Precision::kDouble;  // of the loss
  Precision target_precision =
      Precision::kDouble;  // of what is computed of the target alone: its logarithm
  double divisor = 1;      // of the reduction: 1 for none and sum
};

/// The loss of each element, or its gradient times `upstream`, per lane. x is `input`, t is `target`.
///
///              value               ∂/∂input    ∂/∂target
///   target     xlogy(t, t) − t x   −t          log t + 1 − x, as log t + t/t − x
///   log        e^t (t − x)         −e^t        e^t (t − x) + e^t
///
/// Edges    t = 0: value 0 and ∂/∂target NaN, but value NaN for infinite x. t < 0: value and ∂/∂target NaN.
///          log target −∞: value and ∂/∂target NaN (0 · −∞), ∂/∂input −0. Everywhere else as IEEE arithmetic has it
/// Error    each operation rounded once, Log and Exp to their bounds
/// Source   PyTorch 1.13: aten/src/ATen/native/Loss.cpp (kl_div), tools/autograd/derivatives.yaml (xlogy, mul, exp)
F64x2 Term(F64x2 x, F64x2 t, const Options& options, double upstream);

/// Takes consecutive numbers.
class NumberSink {
 public:
  virtual ~NumberSink() = default;
  virtual void Write(size_t offset, const double* numbers, size_t n) = 0;
};

/// Each `group_size` elements in a row are summed; 1: every element is an answer of its own.
struct Groups {
  size_t count;
  size_t group_size;
};

/// Writes the sum of each group: of values, divided by `divisor` at the end; of gradients, each of which has been
/// divided. P of the pairs is `input`, Q `target`.
///
/// Shape    count · group_size pairs
/// Edges    a group of no elements has sum 0, of which 0/0 = NaN is the mean
/// Error    of a sum: that of its terms, and one rounding. PyTorch, adding in the precision itself, loses more
void KlDiv(Pairs& pairs, const Options& options, Groups groups, NumberSink& sink);

}  // namespace kl::torch
