#include "distributions/families.h"
#include "distributions/gaussian_divergence.h"
#include "distributions/normal.h"
#include "distributions/random.h"
#include "special/elementary.h"

// DiagonalNormal(loc, scale): independent Normal(locᵢ, scaleᵢ).

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"loc", Rule::kFinite, Shape::kVector},
                                     {"scale", Rule::kPositive, Shape::kVector}};
constexpr Parametrization kParametrizations[] = {kParameters};

class DiagonalNormal final : public Family {
 public:
  using Family::Family;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (d.dimension == 0) return {Status::kEmpty, argument, 0};
    return Family::Check(d, argument);
  }

  double Entropy(const Distribution& d) const override {
    const Gaussian of = *AsGaussian(d);
    return static_cast<double>(of.dimension) * kHalfLog2PiE + LogOfScales(of);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Gaussian of = *AsGaussian(d);
    const double constant = -static_cast<double>(of.dimension) * kHalfLog2Pi - LogOfScales(of);
    for (size_t i = 0; i < n; ++i, x += of.dimension) {
      double sum = 0;
      for (size_t j = 0; j < of.dimension; ++j)
        sum += HalfSquare(Ratio(x[j], of.loc[j], of.shape[j]));
      out[i] = constant - sum;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const Gaussian of = *AsGaussian(d);
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < of.dimension; ++j) *out++ = of.loc[j] + of.shape[j] * random.Normal();
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return kl::KlDivergence(*AsGaussian(p), *AsGaussian(q));
  }

  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    const Gaussian of_p = *AsGaussian(p), of_q = *AsGaussian(q);
    DoubleDouble sum{0, 0};
    for (size_t j = 0; j < of_p.dimension; ++j) {
      sum = Add(sum, kl::Asymmetry({of_p.loc[j], of_p.shape[j]}, {of_q.loc[j], of_q.shape[j]}));
    }
    return Value(sum);
  }

  /// Each coordinate's as if it were alone.
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const Gaussian of_p = *AsGaussian(p), of_q = *AsGaussian(q);
    const size_t n = of_p.dimension;
    for (size_t j = 0; j < n; ++j) {
      const SmallDistribution a(NormalFamily(), {of_p.loc[j], of_p.shape[j]}),
          b(NormalFamily(), {of_q.loc[j], of_q.shape[j]});
      Partial by_a[2], by_b[2];
      NormalFamily().Gradient(a, b, by_a, by_b);
      by_p[j] = by_a[0];
      by_p[n + j] = by_a[1];
      by_q[j] = by_b[0];
      by_q[n + j] = by_b[1];
    }
    return true;
  }

 private:
  static double LogOfScales(const Gaussian& d) {
    DoubleDouble sum{0, 0};
    for (const double scale : d.shape) sum = Add(sum, LogRatio(scale, 1));
    return Value(sum);
  }
};

constexpr DiagonalNormal kDiagonalNormal("DiagonalNormal", kParametrizations);

}  // namespace

const Family& DiagonalNormalFamily() { return kDiagonalNormal; }

}  // namespace kl
