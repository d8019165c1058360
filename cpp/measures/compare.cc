#include "measures/compare.h"

#include "kernels/sqrt.h"
#include "measures/both_ways.h"
#include "measures/distances.h"
#include "measures/terms.h"

namespace kl {
namespace {

/// x log(x/y) and y log(y/x) of two aligned weights of one outcome, over `mass`, in nats.
struct Contribution {
  double forward, reverse;
};

Contribution ContributionOf(const LanePair& pair, int exponent, double mass) {
  const double log = LogRatio(pair.p, pair.q, pair.q_low)[0] + pair.shift * kLn2;
  // The smaller weight of a pair that lies too far apart for the lanes stands in for one 2^|shift| times smaller.
  const int p_exponent = exponent + (pair.shift < 0 ? pair.shift : 0);
  const int q_exponent = exponent - (pair.shift > 0 ? pair.shift : 0);
  return {Scale(pair.p[0] * log / mass, p_exponent), Scale(-pair.q[0] * log / mass, q_exponent)};
}

/// Of weights or logits p and q as given.
Contribution ContributionOf(double p, double q, const Prepared& prepared) {
  const bool logits = prepared.options().form == Form::kLogits;
  const double none = logits ? -kInfinity : 0;
  if (p == none) return {0, q == none ? 0 : kInfinity};
  if (q == none) return {kInfinity, 0};
  if (logits) {
    const Logits& of = prepared.logits();
    const double log = Value(of.LogRatioOf(p, q));
    const Scaled x = of.ShareOfP(p), y = of.ShareOfQ(q);
    return {Scale(x.significand * log, x.exponent + of.log_exponent()),
            Scale(-y.significand * log, y.exponent + of.log_exponent())};
  }
  const Alignment& alignment = prepared.alignment();
  const LanePair pair = Align(p, q, alignment.ratio, alignment.p_exponent - alignment.q_exponent);
  const int exponent = prepared.is_as_given() ? 0 : -alignment.p_exponent;
  return ContributionOf(pair, pair.exponent + exponent, alignment.mass);
}

void WriteContributions(Pairs& pairs, const Prepared& prepared, ContributionSink& sink) {
  constexpr size_t kBlock = 256;
  double forward[kBlock], reverse[kBlock];
  ForEachChunk(pairs, [&](Chunk chunk, size_t offset) {
    for (size_t start = 0; start < chunk.n; start += kBlock) {
      const size_t n = std::min(kBlock, chunk.n - start);
      for (size_t i = 0; i < n; ++i) {
        const Contribution nats = ContributionOf(chunk.p[start + i], chunk.q[start + i], prepared);
        forward[i] = nats.forward / prepared.log_base();
        reverse[i] = nats.reverse / prepared.log_base();
      }
      sink.Write(offset + start, forward, reverse, n);
    }
  });
}

}  // namespace

Result<Comparison> Compare(Pairs& pairs, const Options& options, ContributionSink* sink) {
  const Result<Prepared> read = Prepared::Read(pairs, options);
  if (read.problem) return {{}, read.problem};
  const Prepared& prepared = read.value;
  const double log_base = prepared.log_base();

  const auto sums = prepared.Sum(kAllTerms, pairs);
  const BothWays both = BothWaysFrom(sums[0], sums[1], sums[2], pairs, prepared);
  const Entropies nats = prepared.FindEntropies(pairs);
  if (sink != nullptr) WriteContributions(pairs, prepared, *sink);

  Comparison comparison;
  comparison.forward = InBase(both.forward, log_base);
  comparison.reverse = InBase(both.reverse, log_base);
  comparison.jeffreys = Jeffreys(comparison.forward, comparison.reverse, log_base);
  comparison.asymmetry = both.asymmetry / log_base;
  comparison.entropies = {nats.p / log_base, nats.q / log_base, nats.forward / log_base,
                          nats.reverse / log_base};
  comparison.jensen_shannon = sums[kJensenShannonAt] / log_base;
  const double* overlap = &sums[kOverlapAt];
  comparison.total_variation = overlap[kTotalVariation];
  // Most often one sum tells both; where it is tiny or large, each takes its own care.
  constexpr double kTiny = 0x1p-900;
  const double squared_hellinger = overlap[kSquaredHellinger];
  const bool plain = prepared.Lift() == 0 && !prepared.is_as_given() && squared_hellinger <= 0.5;
  comparison.hellinger = plain && squared_hellinger > kTiny
                             ? Sqrt(squared_hellinger)
                             : HellingerDistance(pairs, options).value;
  comparison.bhattacharyya = plain ? -LogOf(TwoSum(1.0, -squared_hellinger)) / log_base
                                   : BhattacharyyaDistance(pairs, options).value;
  comparison.chi_squared_forward = ChiSquaredFrom(sums[kChiSquaredAt], prepared.only_in_p());
  comparison.chi_squared_reverse = ChiSquaredFrom(sums[kChiSquaredAt + 1], prepared.only_in_q());
  const Totals& totals = prepared.totals();
  comparison.p_sum = Scale(Value(totals.p.sum), totals.p.exponent);
  comparison.q_sum = Scale(Value(totals.q.sum), totals.q.exponent);
  return {comparison, {}};
}

}  // namespace kl
