#include "support/gradients.h"

#include <gtest/gtest.h>

namespace kl::test {
namespace {

class Kept final : public GradientSink {
 public:
  void Write(size_t offset, const double* p, const double* q, size_t n) override {
    EXPECT_EQ(offset, weights.size()) << "derivatives come in order, each once";
    weights.p.insert(weights.p.end(), p, p + n);
    weights.q.insert(weights.q.end(), q, q + n);
  }
  Weights weights;
};

/// `terms` and their mean: the terms less it.
std::vector<WantedDerivative> Projected(const std::vector<WantedDerivative>& terms) {
  const Real n = terms.size();
  Real mean = 0, magnitude = 0, noise = 0;
  for (const WantedDerivative& term : terms) {
    mean += term.value / n;
    magnitude += term.magnitude / n;
    noise += term.noise / n;
  }
  std::vector<WantedDerivative> projected;
  for (const WantedDerivative& term : terms)
    projected.push_back({term.value - mean, term.magnitude + magnitude, term.noise + noise});
  return projected;
}

}  // namespace

Weights GradientOf(const Weights& weights, Coordinates coordinates, const Options& options) {
  PairsInMemory pairs = InMemory(weights);
  Kept kept;
  EXPECT_FALSE(Gradient(pairs, options, coordinates, kept)) << weights;
  return kept.weights;
}

Real Total(const Reals& x) {
  Real sum = 0;
  for (const Real& weight : x) sum += weight;
  return sum;
}

Reals AsReals(const std::vector<double>& x) { return {x.begin(), x.end()}; }

Real Divergence(const Reals& p, const Reals& q, bool as_given) {
  Real sum = 0;
  for (size_t i = 0; i < p.size(); ++i) {
    if (p[i] > 0) sum += p[i] * Log(Real(p[i] / q[i]));
  }
  if (as_given) return sum;
  const Real p_sum = Total(p), q_sum = Total(q);
  return sum / p_sum - Log(Real(p_sum / q_sum));
}

WantedGradient ExactGradient(const Reals& p, const Reals& q, Coordinates coordinates,
                             bool as_given) {
  const Real p_sum = as_given ? Real(1) : Total(p), q_sum = as_given ? Real(1) : Total(q);
  const Real offset = as_given ? Real(-1) : Divergence(p, q, false);
  WantedGradient wanted;
  for (size_t i = 0; i < p.size(); ++i) {
    const Real x = p[i] / p_sum, y = q[i] / q_sum, r = x / y;
    const Real log_r = Log(r), log_size = abs(log_r) + abs(offset),
               less = as_given ? Real(-r) : 1 - r;
    switch (coordinates) {
      case Coordinates::kWeights:
        wanted.p.push_back({(log_r - offset) / p_sum, log_size / p_sum, 1 / p_sum});
        wanted.q.push_back({less / q_sum, abs(less) / q_sum, r / q_sum});
        break;
      case Coordinates::kLogits:
        wanted.p.push_back({x * (log_r - offset), x * log_size, x});
        wanted.q.push_back({y * less, abs(y * less), x});
        break;
      case Coordinates::kSimplex:
        wanted.p.push_back({log_r, abs(log_r), 1});
        wanted.q.push_back({1 - r, abs(1 - r), r});
        break;
    }
  }
  if (coordinates != Coordinates::kSimplex) return wanted;
  return {Projected(wanted.p), Projected(wanted.q)};
}

Reals Softmax(const std::vector<double>& logits) {
  Reals weights;
  // Less the first: logits that differ by a constant alone give the same, to the last of all bits.
  for (const double x : logits) weights.push_back(exp(Real(Real(x) - Real(logits[0]))));
  const Real sum = Total(weights);
  for (Real& weight : weights) weight /= sum;
  return weights;
}

}  // namespace kl::test
