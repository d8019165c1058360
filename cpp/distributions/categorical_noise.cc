#include "distributions/categorical_noise.h"

#include <algorithm>

#include "special/elementary.h"

namespace kl {

void AddNoise(const CategoricalSide& p, const CategoricalSide& q, std::span<Partial> by_p,
              std::span<Partial> by_q) {
  const size_t common = std::min(p.logs.size(), q.logs.size());
  double largest = 0, divergence = 0;
  for (size_t i = 0; i < common; ++i) {
    if (!IsFinite(p.logs[i]) || !IsFinite(q.logs[i])) continue;
    const double log = p.logs[i] - q.logs[i];
    largest = std::max(largest, Abs(log));
    if (p.is_by_logits != q.is_by_logits)  // the weights' logarithms were taken
      largest = std::max(largest, std::max(Abs(p.logs[i]), Abs(q.logs[i])));
    divergence += Exp(p.logs[i]) * log;
  }
  const double noise = p.is_by_logits || q.is_by_logits ? largest : 0;
  for (size_t i = 0; i < by_p.size(); ++i) {
    const double share = p.is_by_logits ? Exp(p.logs[i]) : 1 / p.sum;
    by_p[i].size += share * (2 * Abs(divergence) + noise);
  }
  for (size_t i = 0; noise > 0 && i < common; ++i) {
    if (!IsFinite(p.logs[i])) continue;
    const double ratio = q.is_by_logits ? Exp(p.logs[i]) : Exp(p.logs[i] - q.logs[i]) / q.sum;
    by_q[i].size += ratio * noise;
  }
}

}  // namespace kl
