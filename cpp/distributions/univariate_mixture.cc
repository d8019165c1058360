#include <algorithm>

#include "distributions/mixture.h"
#include "special/elementary.h"

namespace kl {
namespace {

class MixtureOfUnivariates final : public Univariate {
 public:
  using Univariate::Univariate;

  Problem Check(const Distribution& d, Argument argument) const override {
    return d.family->Check(d, argument);
  }
  bool HasEntropy(const Distribution& d) const override { return d.family->HasEntropy(d); }
  double Entropy(const Distribution& d) const override { return d.family->Entropy(d); }
  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    d.family->LogDensity(d, x, n, out);
  }
  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    d.family->Sample(d, random, out, n);
  }

  Support SupportOf(const Distribution& d) const override {
    Support hull{kInfinity, -kInfinity, false};
    for (const auto& [component, log] : Shares(d)) {
      const Support own = Of(component).SupportOf(component);
      hull = {std::min(hull.low, own.low), std::max(hull.high, own.high), own.is_discrete};
    }
    return hull;
  }

  /// The centre of the heaviest component, so that it is inside the support; the width of the narrowest.
  Bulk BulkOf(const Distribution& d) const override {
    Bulk bulk{0, kInfinity};
    double heaviest = -kInfinity;
    for (const auto& [component, log] : Shares(d)) {
      const Bulk own = Of(component).BulkOf(component);
      bulk.width = std::min(bulk.width, own.width);
      if (log > heaviest) bulk.centre = own.centre;
      heaviest = std::max(heaviest, log);
    }
    return bulk;
  }

  void AddBreaks(const Distribution& d, std::vector<double>& breaks) const override {
    for (const auto& [component, log] : Shares(d)) {
      const Univariate& family = Of(component);
      const Bulk bulk = family.BulkOf(component);
      const Support support = family.SupportOf(component);
      family.AddBreaks(component, breaks);
      for (const double x : {bulk.centre - bulk.width, bulk.centre, bulk.centre + bulk.width}) {
        if (x > support.low && x < support.high) breaks.push_back(x);
      }
      for (const double end : {support.low, support.high}) {
        if (IsFinite(end)) breaks.push_back(end);
      }
    }
  }

  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    DoubleDouble sum{0, 0};
    bool is_known = true;
    for (const auto& [component, log] : Shares(d)) {
      const Expectation own = Of(component).Expect(component, statistic);
      if (own.is_known && !IsFinite(own.value)) return own;
      is_known = is_known && own.is_known;
      sum = Add(sum, Exp(log) * own.value);
    }
    return is_known ? Expectation::Of(Value(sum)) : Expectation::Unknown();
  }

  /// Where components of P and Q are of the same families, which know their ratios, log(1 + r) with r = Σ (wᵢpᵢ − vᵢqᵢ)/q, each
  /// part by its own logarithm.
  double LogRatioAt(const Distribution& p, const Distribution& q, double x) const override {
    const double plain = Univariate::LogRatioAt(p, q, x);
    const std::vector<Share> of_p = Shares(p), of_q = Shares(q);
    if (of_p.size() != of_q.size() || !(Abs(plain) < 0.5)) return plain;
    const double of_sums = LogOfWeights(q) - LogOfWeights(p), log_q = LogDensityAt(q, x);
    double ratio = 0;
    for (size_t i = 0; i < of_p.size(); ++i) {
      const Distribution &a = of_p[i].component, &b = of_q[i].component;
      if (a.family != b.family) return plain;
      const double log_of_b = of_q[i].log + Of(b).LogDensityAt(b, x);
      if (log_of_b == -kInfinity || !IsRatioKnown(a, b, x)) return plain;
      const size_t at_a = IndexOf(p, a), at_b = IndexOf(q, b);
      const double of_weights = LogRatio(p.numbers[at_a], q.numbers[at_b]) + of_sums;
      ratio += Exp(log_of_b - log_q) * Expm1(Of(a).LogRatioAt(a, b, x) + of_weights);
    }
    return Abs(ratio) < 0.7 ? Log1p(ratio) : plain;
  }

  /// By the weights: (pᵢ(x)/p(x) − 1)/Σ w.
  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const double log = LogDensityAt(d, x), log_of_sum = LogOfWeights(d);
    for (size_t i = 0; i < d.numbers.size(); ++i) {
      const Distribution& component = d.components[i];
      out[i] = Expm1(Of(component).LogDensityAt(component, x) - log) * Exp(-log_of_sum);
    }
  }

 private:
  /// Whether that of two components is more than a difference of log densities.
  static bool IsRatioKnown(const Distribution& a, const Distribution& b, double x) {
    if (a.components.empty() && a.parametrization == b.parametrization &&
        std::equal(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end()))
      return true;
    const Univariate& family = Of(a);
    const double difference = family.LogDensityAt(a, x) - family.LogDensityAt(b, x);
    return family.LogRatioAt(a, b, x) != difference;
  }
  static const Univariate& Of(const Distribution& component) {
    return *component.family->univariate(component);
  }
  static size_t IndexOf(const Distribution& d, const Distribution& component) {
    return static_cast<size_t>(&component - d.components.data());
  }
};

constexpr MixtureOfUnivariates kUnivariateMixture("Mixture", {});

}  // namespace

const Univariate& UnivariateMixture() { return kUnivariateMixture; }

}  // namespace kl
