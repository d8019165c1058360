#include "distributions/triangular.h"

#include "distributions/random.h"
#include "distributions/univariate.h"
#include "special/elementary.h"

// Triangular(low, high, mode): a density that rises in a straight line from low to mode and falls to high.

namespace kl::test {
namespace {

constexpr Parameter kParameters[] = {
    {"low", Rule::kFinite}, {"high", Rule::kFinite}, {"mode", Rule::kFinite}};
constexpr Parametrization kParametrizations[] = {kParameters};

struct Corners {
  double low, high, mode;
};
Corners Of(const Distribution& d) { return {d.numbers[0], d.numbers[1], d.numbers[2]}; }

class Triangular final : public Univariate {
 public:
  using Univariate::Univariate;

  Support SupportOf(const Distribution& d) const override { return {Of(d).low, Of(d).high}; }
  Bulk BulkOf(const Distribution& d) const override {
    return {Of(d).mode, (Of(d).high - Of(d).low) / 4};
  }
  void AddBreaks(const Distribution& d, std::vector<double>& breaks) const override {
    breaks.push_back(Of(d).mode);
  }
  double Entropy(const Distribution& d) const override {
    return 0.5 + Log((Of(d).high - Of(d).low) / 2);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const auto [low, high, mode] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      const double height =
          x[i] < mode ? (x[i] - low) / (mode - low) : (high - x[i]) / (high - mode);
      out[i] = height > 0 ? Log(2 * height / (high - low)) : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const auto [low, high, mode] = Of(d);
    for (size_t i = 0; i < n; ++i) {
      const double a = random.Uniform(), b = random.Uniform(), longer = a > b ? a : b;
      const bool is_low = random.Uniform() * (high - low) < mode - low;
      out[i] = is_low ? low + (mode - low) * longer : high - (high - mode) * longer;
    }
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const auto [low, high, mode] = Of(d);
    const double width = high - low;
    const bool is_low = x < mode;
    out[0] = (is_low ? 1 / (mode - low) - 1 / (x - low) : 0) + 1 / width;
    out[1] = (is_low ? 0 : 1 / (high - x) - 1 / (high - mode)) - 1 / width;
    out[2] = is_low ? -1 / (mode - low) : 1 / (high - mode);
  }
};

constexpr Triangular kTriangular("Triangular", kParametrizations);

}  // namespace

const Family& TriangularFamily() { return kTriangular; }

}  // namespace kl::test
