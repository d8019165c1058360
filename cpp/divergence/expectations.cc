#include "divergence/expectations.h"

#include "special/elementary.h"

namespace kl {
namespace {

/// By how much more than kExpectationMaxUlp an expectation may be off that comes as e^t: t is off by units in its last place.
double Doubt(const Statistic& statistic, double expectation) {
  const bool is_exponential =
      statistic.kind == Statistic::kExp || statistic.kind == Statistic::kPower;
  return is_exponential && expectation > 0 ? 1 + Abs(Log(expectation)) / 8 : 1;
}

}  // namespace

std::optional<Finding> ByExpectations(const Distribution& p, const Distribution& q) {
  const Univariate *p_family = p.family->univariate(p), *q_family = q.family->univariate(q);
  if (!p_family || !q_family) return std::nullopt;
  const LogDensityTerms terms = q_family->Terms(q);
  if (terms.count < 0) return std::nullopt;

  std::array<double, 3> parts{}, doubts{};
  bool all_known = true, diverges = false;
  double overflow = 0;
  for (int i = 0; i < terms.count; ++i) {
    const auto& [coefficient, statistic] = terms.terms[static_cast<size_t>(i)];
    if (coefficient == 0) continue;
    const Expectation expectation = p_family->Expect(p, statistic);
    all_known = all_known && expectation.is_known;
    if (!expectation.is_known) {
      if (!IsFinite(expectation.value) && Abs(coefficient) >= 1)
        overflow -= coefficient * expectation.value;
      continue;
    }
    diverges = diverges || !IsFinite(expectation.value);
    // Of too large a coefficient the product may be finite.
    all_known = all_known && (IsFinite(coefficient) || Abs(expectation.value) >= 1);
    parts[static_cast<size_t>(i)] = coefficient * expectation.value;
    doubts[static_cast<size_t>(i)] = Doubt(statistic, expectation.value);
  }
  if (diverges) return Finding{kInfinity, 0, Method::kInfinite, Reason::kExpectation, kNoIndex};
  if (overflow == kInfinity) return Found(kInfinity, 0, Method::kClosedForm);
  if (!all_known || !p_family->HasEntropy(p)) return std::nullopt;

  const double entropy = p_family->Entropy(p);
  double sum = -entropy - terms.constant, magnitude = Abs(entropy) + Abs(terms.constant);
  for (size_t i = 0; i < parts.size(); ++i) {
    sum -= parts[i];
    magnitude += Abs(parts[i]) * doubts[i];
  }
  if (!(sum > -kInfinity)) return std::nullopt;  // parts of both signs are too large
  return FoundSigned(sum, magnitude, kExpectationMaxUlp, Method::kClosedForm);
}

}  // namespace kl
