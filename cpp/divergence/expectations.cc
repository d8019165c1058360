#include "divergence/expectations.h"

#include "special/elementary.h"

namespace kl {

std::optional<Finding> ByExpectations(const Distribution& p, const Distribution& q) {
  const Univariate *p_family = p.family->univariate(p), *q_family = q.family->univariate(q);
  if (!p_family || !q_family) return std::nullopt;
  const LogDensityTerms terms = q_family->Terms(q);
  if (terms.count < 0) return std::nullopt;

  std::array<double, 3> parts{};
  bool all_known = true, diverges = false;
  for (int i = 0; i < terms.count; ++i) {
    const auto& [coefficient, statistic] = terms.terms[static_cast<size_t>(i)];
    if (coefficient == 0) continue;
    const Expectation expectation = p_family->Expect(p, statistic);
    all_known = all_known && expectation.is_known;
    if (!expectation.is_known) continue;
    diverges = diverges || !IsFinite(expectation.value);
    parts[static_cast<size_t>(i)] = coefficient * expectation.value;
  }
  if (diverges) return Finding{kInfinity, 0, Method::kInfinite, Reason::kExpectation, kNoIndex};
  if (!all_known) return std::nullopt;

  const double entropy = p_family->Entropy(p);
  double sum = -entropy - terms.constant, magnitude = Abs(entropy) + Abs(terms.constant);
  for (const double part : parts) {
    sum -= part;
    magnitude += Abs(part);
  }
  return FoundSigned(sum, magnitude, kExpectationMaxUlp, Method::kClosedForm);
}

}  // namespace kl
