#include "divergence/within_family.h"

namespace kl {

WithinFamily FindWithinFamily(const Distribution& p, const Distribution& q) {
  return std::visit(
      [&q](const auto& p_family) {
        const auto& q_family = *std::get_if<std::decay_t<decltype(p_family)>>(&q);
        return WithinFamily{KlDivergence(p_family, q_family), KlDivergence(q_family, p_family),
                            Asymmetry(p_family, q_family)};
      },
      p);
}

}  // namespace kl
