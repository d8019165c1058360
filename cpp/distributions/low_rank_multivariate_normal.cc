#include "distributions/families.h"
#include "distributions/gaussian_divergence.h"
#include "distributions/gaussian_gradient.h"
#include "distributions/low_rank.h"
#include "distributions/random.h"
#include "special/elementary.h"

// LowRankMultivariateNormal(loc, covFactor, covDiag): loc + W f + noise, f standard normal, W of `rank` columns, noise
// independent of variances covDiag.

namespace kl {
namespace {

constexpr Parameter kParameters[] = {{"loc", Rule::kFinite, Shape::kVector},
                                     {"covFactor", Rule::kFinite, Shape::kFactor},
                                     {"covDiag", Rule::kPositive, Shape::kVector}};
constexpr Parametrization kParametrizations[] = {kParameters};

constexpr std::ptrdiff_t kDiagonal = 2;  // covDiag

class LowRankMultivariateNormal final : public Family {
 public:
  using Family::Family;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (d.dimension == 0) return {Status::kEmpty, argument, 0};
    if (const Problem problem = Family::Check(d, argument)) return problem;
    const Gaussian of = *AsGaussian(d);
    const std::ptrdiff_t i = FirstUnresolved(of);
    if (i == kNoIndex) return {};
    return {Status::kNotPositiveDefinite, argument, kDiagonal, of.diagonal[static_cast<size_t>(i)],
            i};
  }

  double Entropy(const Distribution& d) const override {
    const Gaussian of = *AsGaussian(d);
    const Exponents exponents = ExponentsOf(of);
    return static_cast<double>(of.dimension) * kHalfLog2PiE +
           HalfLogDeterminant(PredictorOf(of, exponents), exponents);
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const Gaussian of = *AsGaussian(d);
    const Exponents exponents = ExponentsOf(of);
    const Predictor predictor = PredictorOf(of, exponents);
    const size_t dimension = of.dimension, rank = of.rank;
    const double constant =
        -static_cast<double>(dimension) * kHalfLog2Pi - HalfLogDeterminant(predictor, exponents);
    std::vector<double> factor(of.shape.begin(), of.shape.end()), state(rank);
    for (size_t j = 0; j < factor.size(); ++j) factor[j] = Scale(factor[j], -exponents[j / rank]);
    for (size_t i = 0; i < n; ++i, x += dimension) {
      state.assign(rank, 0);
      double sum = 0;
      for (size_t j = 0; j < dimension; ++j) {
        const double *w = factor.data() + j * rank, *gain = predictor.gains.data() + j * rank;
        double rest = Scale(x[j], -exponents[j]) - Scale(of.loc[j], -exponents[j]);
        for (size_t k = 0; k < rank; ++k) rest -= w[k] * state[k];
        for (size_t k = 0; k < rank; ++k) state[k] += gain[k] * rest;
        sum += HalfSquare(rest) / predictor.variances[j];
      }
      out[i] = IsFinite(sum) ? constant - sum : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    const Gaussian of = *AsGaussian(d);
    std::vector<double> factors(of.rank);
    for (size_t i = 0; i < n; ++i) {
      for (double& factor : factors) factor = random.Normal();
      for (size_t j = 0; j < of.dimension; ++j) {
        double x = of.loc[j] + Sqrt(of.diagonal[j]) * random.Normal();
        for (size_t k = 0; k < of.rank; ++k) x += of.shape[j * of.rank + k] * factors[k];
        *out++ = x;
      }
    }
  }

  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    return kl::KlDivergence(*AsGaussian(p), *AsGaussian(q));
  }

  /// By dense matrices: of more than kMaxDense dimensions it is unknown.
  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const Gaussian of_p = *AsGaussian(p), of_q = *AsGaussian(q);
    if (of_p.dimension > kMaxDense) return false;
    GaussianGradient(of_p, of_q, by_p, by_q);
    return true;
  }

 private:
  static double HalfLogDeterminant(const Predictor& predictor, const Exponents& exponents) {
    DoubleDouble sum{0, 0};
    for (size_t j = 0; j < exponents.size(); ++j)
      sum = Add(sum, LogRatio(predictor.variances[j], 1) / 2 + exponents[j] * kLn2);
    return Value(sum);
  }
};

constexpr LowRankMultivariateNormal kLowRankMultivariateNormal("LowRankMultivariateNormal",
                                                               kParametrizations);

}  // namespace

const Family& LowRankMultivariateNormalFamily() { return kLowRankMultivariateNormal; }

}  // namespace kl
