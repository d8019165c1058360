#include "measures/smoothing.h"

#include <algorithm>

#include "kernels/scaled.h"
#include "kernels/sqrt.h"
#include "measures/totals.h"

namespace kl {
namespace {

/// P's weights times 2^-exponent, which their sum suggests.
template <class Visit>
void ForEachScaled(Pairs& pairs, int exponent, Visit visit) {
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) visit(Scale(chunk.p[i], -exponent));
  });
}

double Less(DoubleDouble a, double b) { return (a.hi - b) + a.lo; }

/// λ of James and Stein, both sums n² times as large.
double ShrinkageOf(Pairs& pairs, const Total& n) {
  const double m = static_cast<double>(pairs.size());
  const double less_one = Value(Add(n.sum, -Scale(1, -n.exponent)));
  if (!(less_one > 0)) return 1;
  const DoubleDouble mean = Divide(n.sum, {m, 0});
  DoubleDouble variance{0, 0}, distance{0, 0};
  ForEachScaled(pairs, n.exponent, [&](double w) {
    const double d = Less(mean, w);
    variance = Add(variance, w * Less(n.sum, w));
    distance = Add(distance, d * d);
  });
  if (distance.hi == 0) return 1;
  const double ratio = Value(variance) / Value(distance) / less_one;
  return std::min(1.0, Scale(ratio, -n.exponent));
}

template <class ProbabilityOf>
void WriteAll(Pairs& pairs, ProbabilitySink& sink, ProbabilityOf of) {
  constexpr size_t kBlock = 256;
  double block[kBlock];
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    for (size_t start = 0; start < chunk.n; start += kBlock) {
      const size_t n = std::min(kBlock, chunk.n - start);
      for (size_t i = 0; i < n; ++i) block[i] = of(chunk.p[start + i]);
      sink.Write(offset + start, block, n);
    }
  });
}

Scaled Product(Scaled a, Scaled b) {
  return {a.significand * b.significand, a.exponent + b.exponent};
}

Scaled SplitOrZero(double x) { return x == 0 ? Scaled{0, 0} : Split(x); }

/// √n.
Scaled RootOf(const Total& n) {
  const int odd = n.exponent & 1;
  return {Sqrt(Splat(odd != 0 ? 2 * n.sum.hi : n.sum.hi))[0], (n.exponent - odd) / 2};
}

/// (xᵢ + added)/(n + m · added), where weight(w, k) gives x · 2^k. Returns λ.
template <class Weight>
double WriteAdded(Pairs& pairs, const Total& n, Scaled added, ProbabilitySink& sink,
                  Weight weight) {
  constexpr int kFarAbove = 400;
  const bool dwarfs = added.significand > 0 && added.exponent > n.exponent + kFarAbove;
  const int exponent = dwarfs ? added.exponent : n.exponent;
  const double addend = Scale(added.significand, added.exponent - exponent);
  const DoubleDouble all = Multiply({addend, 0}, static_cast<double>(pairs.size()));
  const DoubleDouble sum{Scale(n.sum.hi, n.exponent - exponent),
                         Scale(n.sum.lo, n.exponent - exponent)};
  const double total = Value(Add(sum, all));
  WriteAll(pairs, sink, [&](double w) { return (weight(w, -exponent) + addend) / total; });
  return all.hi / total;
}

/// (1 − λ) wᵢ/n + λ/m.
void WriteMixed(Pairs& pairs, const Total& n, double lambda, ProbabilitySink& sink) {
  const double keep = 1 - lambda, each = lambda / static_cast<double>(pairs.size());
  WriteAll(pairs, sink, [&](double w) {
    return keep == 0 ? each : keep * (Scale(w, -n.exponent) / n.sum.hi) + each;
  });
}

/// What is added to each weight.
Scaled Added(Smoothing method, double amount, const Total& n, size_t outcomes) {
  const Scaled per_outcome = Split(static_cast<double>(outcomes));
  const auto share = [&](Scaled all) -> Scaled {
    return {all.significand / per_outcome.significand, all.exponent - per_outcome.exponent};
  };
  switch (method) {
    case Smoothing::kPerOutcome:
      return share(SplitOrZero(amount));
    case Smoothing::kMinimax:
      return share(RootOf(n));
    case Smoothing::kEpsilon:
      return Product(SplitOrZero(amount), {n.sum.hi, n.exponent});
    default:
      return SplitOrZero(amount);
  }
}

}  // namespace

Result<Smoothed> Smooth(Pairs& pairs, Smoothing method, double amount, ProbabilitySink& sink) {
  const Result<Totals> totals = Sum(pairs);
  if (totals.problem) return {{}, totals.problem};
  const Total& n = totals.value.p;
  Smoothed smoothed;
  smoothed.sum = Scale(Value(n.sum), n.exponent);
  const Problem no_weight{Status::kSumIsZero, Argument::kP};

  if (method == Smoothing::kMix || method == Smoothing::kShrinkage) {
    smoothed.lambda = method == Smoothing::kMix ? amount : ShrinkageOf(pairs, n);
    if (n.sum.hi == 0 && smoothed.lambda != 1) return {{}, no_weight};
    WriteMixed(pairs, n, smoothed.lambda, sink);
    return {smoothed, {}};
  }
  const Scaled added = Added(method, amount, n, pairs.size());
  if (n.sum.hi == 0 && added.significand == 0) return {{}, no_weight};
  smoothed.added = Scale(added.significand, added.exponent);
  if (method == Smoothing::kEpsilon) {
    smoothed.lambda = WriteAdded(
        pairs, {{1, 0}, 0}, SplitOrZero(amount), sink,
        [&n](double w, int exponent) { return Scale(Scale(w, -n.exponent) / n.sum.hi, exponent); });
  } else {
    smoothed.lambda = WriteAdded(pairs, n, added, sink, Scale);
  }
  return {smoothed, {}};
}

}  // namespace kl
