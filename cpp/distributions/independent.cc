#include <vector>

#include "distributions/families.h"
#include "special/elementary.h"

// Independent(components): a point is one of each component, one after another; the density is the product of theirs.

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"components", Rule::kFinite, Shape::kComponents}};
constexpr Parametrization kParametrizations[] = {kParameters};

size_t DimensionOf(const Distribution& d) { return static_cast<size_t>(d.family->Dimension(d)); }

class Independent final : public Family {
 public:
  using Family::Family;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (d.components.empty()) return {Status::kEmpty, argument, 0};
    for (size_t i = 0; i < d.components.size(); ++i) {
      Problem problem = kl::Check(d.components[i], argument);
      if (!problem) continue;
      problem.component = static_cast<std::ptrdiff_t>(i);
      return problem;
    }
    return {};
  }

  int Dimension(const Distribution& d) const override {
    int sum = 0;
    for (const Distribution& component : d.components)
      sum += component.family->Dimension(component);
    return sum;
  }

  bool HasEntropy(const Distribution& d) const override {
    for (const Distribution& component : d.components) {
      if (!component.family->HasEntropy(component)) return false;
    }
    return true;
  }
  double Entropy(const Distribution& d) const override {
    double sum = 0;
    for (const Distribution& component : d.components) sum += component.family->Entropy(component);
    return sum;
  }

  /// −∞ where one component has no density, whatever the others have.
  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const size_t dimension = DimensionOf(d);
    std::vector<double> of_component(n * dimension), logs(n);
    for (size_t i = 0; i < n; ++i) out[i] = 0;
    for (const Distribution& component : d.components) {
      const size_t own = DimensionOf(component);
      for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < own; ++k) of_component[i * own + k] = x[i * dimension + k];
      }
      component.family->LogDensity(component, of_component.data(), n, logs.data());
      for (size_t i = 0; i < n; ++i) {
        const bool is_outside = out[i] == -kInfinity || logs[i] == -kInfinity;
        out[i] = is_outside ? -kInfinity : out[i] + logs[i];
      }
      x += own;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const size_t dimension = DimensionOf(d);
    std::vector<double> of_component(n * dimension);
    for (const Distribution& component : d.components) {
      const size_t own = DimensionOf(component);
      component.family->Sample(component, random, of_component.data(), n);
      for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < own; ++k) out[i * dimension + k] = of_component[i * own + k];
      }
      out += own;
    }
  }
};

constexpr Independent kIndependent("Independent", kParametrizations);

}  // namespace

const Family& IndependentFamily() { return kIndependent; }

}  // namespace kl
