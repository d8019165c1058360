#include "measures/torch_kl_div.h"

#include <cmath>

#include "kernels/double_double.h"
#include "kernels/exp.h"
#include "kernels/natural_log.h"
#include "simd/f32x2.h"

namespace kl::torch {
namespace {

/// To the precision: what is computed in double and rounded to float is as if computed in float.
struct Rounding {
  Precision precision;
  F64x2 operator()(F64x2 x) const { return precision == Precision::kFloat ? RoundToFloat(x) : x; }
  double operator()(double x) const { return (*this)(Splat(x))[0]; }
};

struct Roundings {
  Rounding loss, target;
};

F64x2 TermOfTarget(F64x2 x, F64x2 t, Part part, F64x2 upstream, Roundings round) {
  if (part == Part::kInputGradient) return round.loss(-upstream * t);
  const F64x2 log = round.target(Log(t));
  if (part == Part::kValue) {
    const F64x2 t_log_t = Select(t == Splat(0), Splat(0), round.target(t * log));
    return round.loss(t_log_t - round.loss(t * x));
  }
  const F64x2 of_product = round.target(round.loss(-upstream * x));
  const F64x2 g = round.target(upstream);
  const F64x2 of_log = round.target(g * log), of_factor = round.target(round.target(g * t) / t);
  return round.target(round.target(of_log + of_factor) + of_product);  // autograd's order
}

F64x2 TermOfLogTarget(F64x2 x, F64x2 t, Part part, F64x2 upstream, Roundings round) {
  const F64x2 power = round.target(Exp(t));
  if (part == Part::kInputGradient) return -round.loss(upstream * power);
  const F64x2 difference = round.loss(t - x);
  if (part == Part::kValue) return round.loss(power * difference);
  const F64x2 of_power = round.target(round.target(round.loss(upstream * difference)) * power);
  return round.target(round.target(round.loss(upstream * power)) + of_power);
}

/// A sum in double-double of finite numbers; one of which some are infinite or NaN is what a plain sum is.
class ExactSum {
 public:
  void Include(double x) {
    exact_ = Add(exact_, x);
    plain_ += x;
  }
  double Total() const { return std::isfinite(plain_) ? Value(exact_) : plain_; }

 private:
  DoubleDouble exact_{0, 0};
  double plain_ = 0;
};

constexpr size_t kBlock = 256;

/// Collects numbers, and passes them on by the block.
class Blocks {
 public:
  explicit Blocks(NumberSink& sink) : sink_(sink) {}
  void Put(double x) {
    block_[n_++] = x;
    if (n_ == kBlock) Flush();
  }
  void Flush() {
    if (n_ > 0) sink_.Write(offset_, block_, n_);
    offset_ += n_;
    n_ = 0;
  }

 private:
  NumberSink& sink_;
  size_t offset_ = 0, n_ = 0;
  double block_[kBlock];
};

/// visit(number) for every pair in order.
template <class Visit>
void ForEachTerm(Pairs& pairs, const Options& options, double upstream, Visit visit) {
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    const size_t whole = chunk.n - chunk.n % 2;
    for (size_t i = 0; i < whole; i += 2) {
      const F64x2 both = Term(Load(chunk.p + i), Load(chunk.q + i), options, upstream);
      visit(both[0]);
      visit(both[1]);
    }
    if (whole < chunk.n) {
      visit(Term(Splat(chunk.p[whole]), Splat(chunk.q[whole]), options, upstream)[0]);
    }
  });
}

}  // namespace

F64x2 Term(F64x2 x, F64x2 t, const Options& options, double upstream) {
  const Roundings round{{options.precision}, {options.target_precision}};
  return options.log_target ? TermOfLogTarget(x, t, options.part, Splat(upstream), round)
                            : TermOfTarget(x, t, options.part, Splat(upstream), round);
}

void KlDiv(Pairs& pairs, const Options& options, Groups groups, NumberSink& sink) {
  const bool is_value = options.part == Part::kValue;
  const Rounding round{options.precision};
  const double upstream = is_value ? 1 : round(1 / options.divisor);
  const Rounding round_sum{options.part == Part::kTargetGradient ? options.target_precision
                                                                 : options.precision};
  Blocks blocks(sink);
  const auto put = [&](double sum) {
    const double rounded = round_sum(sum);
    blocks.Put(is_value ? round(rounded / options.divisor) : rounded);
  };
  if (groups.group_size == 0) {
    for (size_t i = 0; i < groups.count; ++i) put(0);
  } else if (groups.group_size == 1) {
    ForEachTerm(pairs, options, upstream, put);
  } else {
    ExactSum sum;
    size_t terms = 0;
    ForEachTerm(pairs, options, upstream, [&](double term) {
      sum.Include(term);
      if (++terms < groups.group_size) return;
      put(sum.Total());
      sum = {};
      terms = 0;
    });
  }
  blocks.Flush();
}

}  // namespace kl::torch
