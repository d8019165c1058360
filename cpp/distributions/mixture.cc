#include "distributions/mixture.h"

#include <algorithm>

#include "distributions/families.h"
#include "distributions/random.h"
#include "special/elementary.h"

// Mixture(weights, components): the density Σ wᵢ pᵢ(x)/Σ wᵢ, of components of one number all, or of one dimension.

namespace kl {

double LogOfWeights(const Distribution& d) {
  const double greatest = *std::max_element(d.numbers.begin(), d.numbers.end());
  DoubleDouble sum{0, 0};
  for (const double weight : d.numbers) sum = Add(sum, weight / greatest);
  return LogRatio(greatest, 1) + Log(Value(sum));
}

std::vector<Share> Shares(const Distribution& d) {
  const double log_of_sum = LogOfWeights(d);
  std::vector<Share> shares;
  for (size_t i = 0; i < d.numbers.size(); ++i) {
    if (d.numbers[i] > 0)
      shares.push_back({d.components[i], LogRatio(d.numbers[i], 1) - log_of_sum});
  }
  return shares;
}

namespace {

constexpr Parameter kParameters[] = {{"weights", Rule::kNonNegative, Shape::kVector},
                                     {"components", Rule::kFinite, Shape::kComponents}};
constexpr Parametrization kParametrizations[] = {kParameters};

/// log Σ e^x, which is right to the last places where one of them is most of it.
double LogSumExp(const double* x, size_t n, size_t stride) {
  size_t greatest = 0;
  for (size_t i = 1; i < n; ++i) {
    if (x[i * stride] > x[greatest * stride]) greatest = i;
  }
  const double most = x[greatest * stride];
  if (!IsFinite(most)) return most;
  double others = 0;
  for (size_t i = 0; i < n; ++i) {
    if (i != greatest) others += Exp(x[i * stride] - most);
  }
  return most + Log1p(others);
}

class Mixture final : public Family {
 public:
  using Family::Family;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (d.components.empty()) return {Status::kEmpty, argument, 1};
    if (d.numbers.size() != d.components.size()) return {Status::kComponentsDiffer, argument, 1};
    if (const Problem problem = Family::Check(d, argument)) return problem;
    if (*std::max_element(d.numbers.begin(), d.numbers.end()) == 0)
      return {Status::kSumIsZero, argument, 0};
    for (size_t i = 0; i < d.components.size(); ++i) {
      Problem problem = kl::Check(d.components[i], argument);
      if (!problem && IsOther(d.components[0], d.components[i])) {
        problem = {Status::kComponentsDiffer, argument, 1};
      }
      if (!problem) continue;
      problem.component = static_cast<std::ptrdiff_t>(i);
      return problem;
    }
    return {};
  }

  const Univariate* univariate(const Distribution& d) const override {
    return d.components[0].family->univariate(d.components[0]) ? &UnivariateMixture() : nullptr;
  }
  int Dimension(const Distribution& d) const override {
    return d.components[0].family->Dimension(d.components[0]);
  }

  /// Of a single component its own.
  bool HasEntropy(const Distribution& d) const override {
    const std::vector<Share> shares = Shares(d);
    return shares.size() == 1 && shares[0].component.family->HasEntropy(shares[0].component);
  }
  /// Σ wᵢ [H(pᵢ) − log wᵢ], which is the entropy of a draw together with the component it came from.
  double Entropy(const Distribution& d) const override {
    double sum = 0;
    for (const auto& [component, log] : Shares(d))
      sum += Exp(log) * (component.family->Entropy(component) - log);
    return sum;
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const std::vector<Share> shares = Shares(d);
    std::vector<double> logs(n * shares.size());
    for (size_t c = 0; c < shares.size(); ++c) {
      const auto& [component, log] = shares[c];
      component.family->LogDensity(component, x, n, logs.data() + c * n);
      for (size_t i = 0; i < n; ++i) logs[c * n + i] += log;
    }
    for (size_t i = 0; i < n; ++i) out[i] = LogSumExp(logs.data() + i, shares.size(), n);
  }

  /// Which component each draw is from; then the draws of each component at once.
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const std::vector<Share> shares = Shares(d);
    const auto dimension = static_cast<size_t>(Dimension(d));
    std::vector<double> cumulated;
    double sum = 0;
    for (const Share& share : shares) cumulated.push_back(sum += Exp(share.log));
    std::vector<size_t> from(n);
    for (size_t& which : from) {
      const double u = random.Uniform() * sum;
      const auto at = std::upper_bound(cumulated.begin(), cumulated.end() - 1, u);
      which = static_cast<size_t>(at - cumulated.begin());
    }
    std::vector<double> draws(n * dimension);
    for (size_t c = 0; c < shares.size(); ++c) {
      const auto count = static_cast<size_t>(std::count(from.begin(), from.end(), c));
      shares[c].component.family->Sample(shares[c].component, random, draws.data(), count);
      const double* draw = draws.data();
      for (size_t i = 0; i < n; ++i) {
        if (from[i] != c) continue;
        std::copy_n(draw, dimension, out + i * dimension);
        draw += dimension;
      }
    }
  }

 private:
  /// Not of one kind, which cannot be mixed: of one number or several, with a density or on the whole numbers.
  static bool IsOther(const Distribution& a, const Distribution& b) {
    const Univariate *of_a = a.family->univariate(a), *of_b = b.family->univariate(b);
    if (!of_a || !of_b) return of_a || of_b || a.family->Dimension(a) != b.family->Dimension(b);
    return of_a->SupportOf(a).is_discrete != of_b->SupportOf(b).is_discrete;
  }
};

constexpr Mixture kMixture("Mixture", kParametrizations);

}  // namespace

const Family& MixtureFamily() { return kMixture; }

}  // namespace kl
