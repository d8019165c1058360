#include "support/check_measures.h"

#include "measures/compare.h"
#include "measures/cross_entropy.h"
#include "measures/distances.h"
#include "measures/kl_divergence.h"
#include "measures/renyi.h"

namespace kl::test {
namespace {

class Checker {
 public:
  Checker(const std::string& kind, const Weights& weights, const Options& options,
          WorstOf<std::string>& worst)
      : kind_(kind), weights_(weights), options_(options), worst_(worst) {}

  /// In ulp of what is wanted, or in `unit` where that is more.
  void Number(const std::string& what, double got, const Wanted& want, double max_ulp,
              double unit = 0) {
    const double error = ErrorInUnits(got, want, unit > want.ulp ? unit : want.ulp);
    worst_.Include(kind_ + ": " + what, error);
    EXPECT_LE(error, max_ulp) << kind_ << ": " << what << std::hexfloat << " of " << weights_
                              << "; got " << got << ", want " << want << std::defaultfloat
                              << ", base " << options_.base << (IsAsGiven() ? ", as given" : "");
  }

  void Divergence(const std::string& what, const Result<Finding>& got, const Wanted& want,
                  double max_ulp, double unit = 0) {
    EXPECT_FALSE(got.problem) << what << " of " << weights_;
    Number(what, got.value.value, want, max_ulp, unit);
    const bool infinite = std::isinf(got.value.value);
    EXPECT_EQ(got.value.method == Method::kInfinite, infinite) << what << " of " << weights_;
    EXPECT_EQ(got.value.reason != Reason::kNone, infinite) << what << " of " << weights_;
    if (!infinite && want.nearest != 0 && std::abs(want.nearest) >= 0x1p-1000) {
      EXPECT_LE(ErrorInUnits(got.value.value, want, 1), got.value.error)
          << what << " of " << weights_;
    }
  }

  void SignedDivergence(const std::string& what, const Result<Finding>& got, const WantedSum& want,
                        double max_ulp) {
    Divergence(what, got, want.value, max_ulp, IsAsGiven() ? SpacingAt(want.magnitude) : 0);
  }

  void Plain(const std::string& what, const Result<double>& got, const Wanted& want, double max_ulp,
             double unit = 0) {
    EXPECT_FALSE(got.problem) << what << " of " << weights_;
    Number(what, got.value, want, max_ulp, unit);
  }

  bool IsAsGiven() const { return options_.normalization == Normalization::kAsGiven; }

 private:
  const std::string& kind_;
  const Weights& weights_;
  const Options& options_;
  WorstOf<std::string>& worst_;
};

}  // namespace

void ExpectMeasuresWithinBounds(const std::string& kind, const Weights& weights,
                                const Options& options, WorstOf<std::string>& worst) {
  PairsInMemory pairs = InMemory(weights),
                reversed(weights.q.data(), weights.p.data(), weights.size());
  const WantedMeasures want = ExactMeasures(weights, options);
  Checker check(kind, weights, options, worst);
  const bool as_given = check.IsAsGiven();
  // As given, a coefficient near 1 has a logarithm of little relative accuracy.
  const double log_unit = as_given ? 0x1p-52 / std::abs(std::log(options.base)) : 0;

  check.SignedDivergence("KL", KlDivergence(pairs, options), want.forward, kFiniteMaxUlp);
  check.SignedDivergence("KL", KlDivergence(reversed, options), want.reverse, kFiniteMaxUlp);
  check.SignedDivergence("Jeffreys", JeffreysDivergence(pairs, options), want.jeffreys,
                         kFiniteMaxUlp);
  check.Plain("Jensen-Shannon", JensenShannonDivergence(pairs, options), want.jensen_shannon,
              kFiniteMaxUlp);
  check.Plain("Jensen-Shannon distance", JensenShannonDistance(pairs, options),
              want.jensen_shannon_distance, kDistanceMaxUlp);
  check.Plain("total variation", TotalVariationDistance(pairs, options), want.total_variation,
              kDistanceMaxUlp);
  check.Plain("Hellinger", HellingerDistance(pairs, options), want.hellinger, kDistanceMaxUlp);
  check.Plain("Bhattacharyya", BhattacharyyaDistance(pairs, options), want.bhattacharyya,
              kDistanceMaxUlp, log_unit);
  check.Divergence("chi-squared", ChiSquaredDivergence(pairs, options), want.chi_squared_forward,
                   kDistanceMaxUlp);
  check.Divergence("chi-squared", ChiSquaredDivergence(reversed, options), want.chi_squared_reverse,
                   kDistanceMaxUlp);
  if (!as_given) {
    check.Plain("entropy", Entropy(pairs, options), want.entropy_p, kEntropyMaxUlp);
    check.Divergence("cross-entropy", CrossEntropy(pairs, options), want.cross_forward,
                     kEntropyMaxUlp);
  }
  const bool has_asymmetry =
      std::isfinite(want.forward.value.nearest) && std::isfinite(want.reverse.value.nearest);
  if (has_asymmetry) {
    check.Plain("asymmetry", Asymmetry(pairs, options), want.asymmetry.value, kAsymmetryMaxUlp,
                SpacingAt(want.asymmetry.magnitude));
  }

  const Result<Comparison> compared = Compare(pairs, options, nullptr);
  EXPECT_FALSE(compared.problem) << weights;
  const Comparison& got = compared.value;
  const auto found = [](const Finding& finding) { return Result<Finding>{finding, {}}; };
  check.SignedDivergence("compare: KL", found(got.forward), want.forward, kFiniteMaxUlp);
  check.SignedDivergence("compare: KL", found(got.reverse), want.reverse, kFiniteMaxUlp);
  check.SignedDivergence("compare: Jeffreys", found(got.jeffreys), want.jeffreys, kFiniteMaxUlp);
  check.Number("compare: Jensen-Shannon", got.jensen_shannon, want.jensen_shannon, kFiniteMaxUlp);
  check.Number("compare: total variation", got.total_variation, want.total_variation,
               kDistanceMaxUlp);
  check.Number("compare: Hellinger", got.hellinger, want.hellinger, kDistanceMaxUlp);
  check.Number("compare: Bhattacharyya", got.bhattacharyya, want.bhattacharyya, kDistanceMaxUlp,
               log_unit);
  check.Divergence("compare: chi-squared", found(got.chi_squared_forward), want.chi_squared_forward,
                   kDistanceMaxUlp);
  check.Divergence("compare: chi-squared", found(got.chi_squared_reverse), want.chi_squared_reverse,
                   kDistanceMaxUlp);
  if (!as_given) {
    check.Number("compare: entropy", got.entropies.p, want.entropy_p, kEntropyMaxUlp);
    check.Number("compare: entropy", got.entropies.q, want.entropy_q, kEntropyMaxUlp);
    check.Number("compare: cross-entropy", got.entropies.forward, want.cross_forward,
                 kEntropyMaxUlp);
    check.Number("compare: cross-entropy", got.entropies.reverse, want.cross_reverse,
                 kEntropyMaxUlp);
  }
  if (has_asymmetry) {
    check.Number("compare: asymmetry", got.asymmetry, want.asymmetry.value, kAsymmetryMaxUlp,
                 SpacingAt(want.asymmetry.magnitude));
  }
}

void ExpectOrdersWithinBounds(const std::string& kind, const Weights& weights,
                              const Options& options, double alpha, WorstOf<std::string>& worst) {
  SCOPED_TRACE(testing::Message() << "alpha = " << std::hexfloat << alpha);
  PairsInMemory pairs = InMemory(weights);
  Checker check(kind, weights, options, worst);
  const std::string of_order = " of order " + testing::PrintToString(alpha);
  check.Divergence("Rényi" + of_order, RenyiDivergence(pairs, options, alpha),
                   ExactRenyi(weights, options, alpha), AlphaMaxUlp(alpha));
  check.Divergence("Tsallis" + of_order, TsallisDivergence(pairs, options, alpha),
                   ExactTsallis(weights, options, alpha), AlphaMaxUlp(alpha));
}

}  // namespace kl::test
