#include "measures/gradient.h"

#include <optional>

#include "measures/kl_divergence.h"
#include "measures/nearly_proportional.h"
#include "measures/prepared.h"

namespace kl {
namespace {

/// value · 2^exponent; the value may be infinite.
struct Term {
  double value = 0;
  int exponent = 0;
};

bool IsInfinite(double x) { return x == kInfinity || x == -kInfinity; }

double ScaleTerm(Term term) {
  return IsInfinite(term.value) ? term.value : Scale(term.value, term.exponent);
}

/// A mean of terms of any size: summed as they are and, should that overflow, 2^kDown times smaller.
class Mean {
 public:
  void Include(Term term) {
    if (IsInfinite(term.value)) return;
    near_ = Add(near_, Scale(term.value, term.exponent));
    far_ = Add(far_, Scale(term.value, term.exponent - kDown));
    ++count_;
  }
  /// term − mean.
  double Less(Term term) const {
    if (IsInfinite(term.value)) return term.value;
    const double count = static_cast<double>(count_);
    if (near_.hi - near_.hi == 0) return Scale(term.value, term.exponent) - Value(near_) / count;
    return Scale(Scale(term.value, term.exponent - kDown) - Value(far_) / count, kDown);
  }

 private:
  static constexpr int kDown = 1200;
  DoubleDouble near_{0, 0}, far_{0, 0};
  size_t count_ = 0;
};

/// What the gradients are made of, outcome by outcome: of the numbers as they are read, weights or logits.
class Outcomes {
 public:
  Outcomes(Pairs& pairs, const Prepared& prepared, double divergence)
      : prepared_(prepared),
        is_logits_(prepared.options().form == Form::kLogits),
        as_given_(prepared.is_as_given()) {
    const Totals& totals = prepared.totals();
    const DoubleDouble ratio = prepared.alignment().ratio;
    const bool exact_ratio = is_logits_ || (ratio.hi == 1 && ratio.lo == 0);
    const bool same_support = totals.only_in_p == kNoIndex && totals.only_in_q == kNoIndex;
    if (!exact_ratio && same_support && divergence < kSecondOrderNoise) {
      exact_.emplace(pairs, prepared.alignment());
    }
  }

  bool HasWeight(double p) const { return is_logits_ ? p > -kInfinity : p > 0; }

  /// log(p̂/q̂).
  double Log(double p, double q) const {
    if (!HasWeight(q)) return kInfinity;
    if (!HasWeight(p)) return -kInfinity;
    const LanePair pair = AlignPair(p, q);
    return LogRatio(pair.p, pair.q, pair.q_low)[0] + pair.shift * kLn2;
  }

  /// 1 − p̂/q̂, where 0/0 is 0.
  Term LessRatio(double p, double q) const {
    if (!HasWeight(p)) return {1, 0};
    if (!HasWeight(q)) return {-kInfinity, 0};
    const LanePair pair = AlignPair(p, q);
    return {Difference(pair) / pair.q[0], std::max(pair.shift, 0)};
  }

  /// p̂/q̂, where 0/0 is 0.
  Term Ratio(double p, double q) const {
    if (!HasWeight(p)) return {0, 0};
    if (!HasWeight(q)) return {kInfinity, 0};
    const LanePair pair = AlignPair(p, q);
    return {pair.p[0] / pair.q[0], pair.shift};
  }

  /// q̂ − p̂.
  Term LessP(double p, double q) const {
    if (!HasWeight(p)) return ShareOfQ(q);
    if (!HasWeight(q)) {
      const Term share = ShareOfP(p);
      return {-share.value, share.exponent};
    }
    const LanePair pair = AlignPair(p, q);
    return InMass({Difference(pair), pair.exponent});
  }

  /// p̂ and q̂, or the weights as given.
  Term ShareOfP(double p) const {
    if (!HasWeight(p)) return {};
    if (!is_logits_) return Over(SplitTerm(p), Sum(prepared_.totals().p));
    const LanePair pair = AlignPair(p, p);  // its first half does not depend on q
    return {pair.p[0], pair.exponent + std::min(pair.shift, 0)};
  }
  Term ShareOfQ(double q) const {
    if (!HasWeight(q)) return {};
    if (!is_logits_) return Over(SplitTerm(q), Sum(prepared_.totals().q));
    const LanePair pair = AlignPair(q, q);
    return {pair.q[0], pair.exponent - std::max(pair.shift, 0)};
  }

  /// By how much a change of a weight changes its share: 1/Σp, 1/Σq.
  Term PerWeightOfP(Term term) const { return Over(term, Sum(prepared_.totals().p)); }
  Term PerWeightOfQ(Term term) const { return Over(term, Sum(prepared_.totals().q)); }

 private:
  /// q − p, of lanes.
  static double Difference(const LanePair& pair) { return (pair.q[0] - pair.p[0]) + pair.q_low[0]; }
  static Term SplitTerm(double x) {
    const Scaled part = Split(x);
    return {part.significand, part.exponent};
  }
  static Term Over(Term term, const Total& total) {
    return {term.value / total.sum.hi, term.exponent - total.exponent};
  }
  Total Sum(const Total& total) const { return is_logits_ || as_given_ ? Total{{1, 0}, 0} : total; }
  Term InMass(Term term) const {
    if (is_logits_) return term;
    const Alignment& alignment = prepared_.alignment();
    return {term.value / alignment.mass, term.exponent - alignment.p_exponent};
  }

  LanePair AlignPair(double p, double q) const {
    if (is_logits_) return prepared_.logits().Align(p, q);
    if (exact_) return exact_->Align(p, q);
    const Alignment& alignment = prepared_.alignment();
    return Align(p, q, alignment.ratio, alignment.p_exponent - alignment.q_exponent);
  }

  const Prepared& prepared_;
  bool is_logits_, as_given_;
  std::optional<ExactDifferences> exact_;
};

/// ∂/∂p and ∂/∂q of one outcome.
struct Derivatives {
  double p, q;
};

bool HaveCommonOutcome(Pairs& pairs, const Outcomes& outcomes) {
  bool common = false;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n && !common; ++i) {
      common = outcomes.HasWeight(chunk.p[i]) && outcomes.HasWeight(chunk.q[i]);
    }
  });
  return common;
}

template <class DerivativesOf>
void WriteAll(Pairs& pairs, double log_base, GradientSink& sink, DerivativesOf of) {
  constexpr size_t kBlock = 256;
  double p[kBlock], q[kBlock];
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    for (size_t start = 0; start < chunk.n; start += kBlock) {
      const size_t n = std::min(kBlock, chunk.n - start);
      for (size_t i = 0; i < n; ++i) {
        const Derivatives nats = of(chunk.p[start + i], chunk.q[start + i]);
        p[i] = nats.p / log_base;
        q[i] = nats.q / log_base;
      }
      sink.Write(offset + start, p, q, n);
    }
  });
}

void WriteSimplex(Pairs& pairs, const Outcomes& outcomes, double log_base, GradientSink& sink) {
  Mean log_mean, ratio_mean;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      log_mean.Include({outcomes.Log(chunk.p[i], chunk.q[i]), 0});
      ratio_mean.Include(outcomes.LessRatio(chunk.p[i], chunk.q[i]));
    }
  });
  WriteAll(pairs, log_base, sink, [&](double p, double q) -> Derivatives {
    return {log_mean.Less({outcomes.Log(p, q), 0}), ratio_mean.Less(outcomes.LessRatio(p, q))};
  });
}

}  // namespace

Problem Gradient(Pairs& pairs, const Options& options, Coordinates coordinates,
                 GradientSink& sink) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return read.problem;
  const double log_base = read.value.log_base();
  // The quick way would leave too little of the bound for what is made of it.
  const double divergence = CarefulKlDivergence(pairs, read.value).value;
  const Outcomes outcomes(pairs, read.value, divergence);

  if (coordinates == Coordinates::kSimplex) {
    WriteSimplex(pairs, outcomes, log_base, sink);
    return {};
  }
  const bool by_weights = coordinates == Coordinates::kWeights;
  const bool as_given = read.value.is_as_given(), infinite = !as_given && divergence == kInfinity;
  // ∞ − ∞, of an outcome that makes D infinite.
  const double at_infinity = infinite && HaveCommonOutcome(pairs, outcomes) ? kInfinity : 0;
  const auto by_share_of_p = [&](double p, double q) {
    if (as_given) return outcomes.Log(p, q) + 1;
    return infinite && !outcomes.HasWeight(q) ? at_infinity : outcomes.Log(p, q) - divergence;
  };
  WriteAll(pairs, log_base, sink, [&](double p, double q) -> Derivatives {
    if (by_weights) {
      const Term by_q = as_given ? outcomes.Ratio(p, q) : outcomes.LessRatio(p, q);
      const double scaled = ScaleTerm(outcomes.PerWeightOfQ(by_q));
      return {ScaleTerm(outcomes.PerWeightOfP({by_share_of_p(p, q), 0})),
              as_given ? 0 - scaled : scaled};
    }
    const Term share = outcomes.ShareOfP(p);
    const double by_p =
        share.value == 0 ? 0 : ScaleTerm({share.value * by_share_of_p(p, q), share.exponent});
    return {by_p, as_given ? 0 - ScaleTerm(share) : ScaleTerm(outcomes.LessP(p, q))};
  });
  return {};
}

}  // namespace kl
