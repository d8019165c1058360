#include "divergence/within_family.h"

#include <algorithm>
#include <vector>

#include "distributions/univariate.h"

namespace kl {
namespace {

/// d as a member of every family that it belongs to, itself first.
std::vector<Distribution> Memberships(const Distribution& d, Lifts& lifted) {
  if (const Univariate* family = d.family->univariate(d)) family->AddLifts(d, lifted);
  std::vector<Distribution> all(1 + lifted.size(), d);
  std::copy(lifted.begin(), lifted.end(), all.begin() + 1);
  return all;
}

/// The answer of the first common family that has one.
template <class Ask>
auto FirstAnswer(const Distribution& p, const Distribution& q, Ask ask) -> decltype(ask(p, q)) {
  if (p.family == q.family) {
    if (const auto answer = ask(p, q)) return answer;
  }
  Lifts p_lifted, q_lifted;
  const std::vector<Distribution> p_all = Memberships(p, p_lifted);
  const std::vector<Distribution> q_all = Memberships(q, q_lifted);
  for (const Distribution& p_as : p_all) {
    for (const Distribution& q_as : q_all) {
      if (p_as.family != q_as.family) continue;
      if (const auto answer = ask(p_as, q_as)) return answer;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Finding> WithinFamily(const Distribution& p, const Distribution& q) {
  return FirstAnswer(p, q, [](const Distribution& a, const Distribution& b) {
    return a.family->KlDivergence(a, b);
  });
}

std::optional<double> AsymmetryWithinFamily(const Distribution& p, const Distribution& q) {
  return FirstAnswer(
      p, q, [](const Distribution& a, const Distribution& b) { return a.family->Asymmetry(a, b); });
}

}  // namespace kl
