#include <gtest/gtest.h>

#include "measures/kl_divergence.h"
#include "support/inputs.h"
#include "support/worst.h"

namespace kl::test {
namespace {

/// `got` is within max_ulp of `want`, and within the error it states itself.
void ExpectFinding(const Finding& got, const Wanted& want, double max_ulp, Kind kind,
                   const Weights& weights, WorstOf<Kind>& worst) {
  const double error = UlpError(got.value, want);
  worst.Include(kind, error);
  EXPECT_LE(error, max_ulp) << kind << ": " << weights << std::hexfloat << "; got " << got.value
                            << ", want " << want;
  if (want.nearest >= 0x1p-1000 && std::isfinite(want.nearest)) {
    EXPECT_LE(ErrorInUnits(got.value, want, 1), got.error) << kind << ": " << weights;
  }
}

TEST(KlDivergenceAccuracy, IsWithinItsBoundAndNeverNegative) {
  WorstOf<Kind> worst("KlDivergence");
  ForEachKind(6, [&](Kind kind, const Weights& weights) {
    PairsInMemory pairs = InMemory(weights);
    const Finding got = KlDivergence(pairs, kDivideNats).value;
    ExpectFinding(got, ExactKl(weights), kFiniteMaxUlp, kind, weights, worst);
    EXPECT_GE(got.value, 0) << kind << ": " << weights;
  });
}

TEST(KlDivergenceAccuracy, IsWithinItsBoundToBases2And10) {
  WorstOf<Kind> worst("KlDivergence to bases 2 and 10");
  ForEachKind(2, [&](Kind kind, const Weights& weights) {
    for (const double base : {2.0, 10.0}) {
      PairsInMemory pairs = InMemory(weights);
      const Finding got = KlDivergence(pairs, Using(Normalization::kDivide, base)).value;
      ExpectFinding(got, ExactKl(weights, base), kFiniteMaxUlp, kind, weights, worst);
    }
  });
}

TEST(KlDivergenceAccuracy, OfWeightsAsGivenIsWithinItsBoundOfTheSumOfMagnitudes) {
  WorstOf<Kind> worst("KlDivergence as given");
  ForEachKind(3, [&](Kind kind, const Weights& weights) {
    PairsInMemory pairs = InMemory(weights);
    const Finding got = KlDivergence(pairs, {Normalization::kAsGiven}).value;
    const WantedSum want = ExactKlAsGiven(weights);
    const double error = SumError(got.value, want);
    worst.Include(kind, error);
    EXPECT_LE(error, kFiniteMaxUlp) << kind << ": " << weights << std::hexfloat << "; got "
                                    << got.value << ", want " << want.value;
  });
}

TEST(KlDivergenceAccuracy, OfTheGeneralizedDivergenceIsWithinItsBound) {
  WorstOf<Kind> worst("GeneralizedKlDivergence");
  ForEachKind(3, [&](Kind kind, const Weights& weights) {
    PairsInMemory pairs = InMemory(weights);
    const Finding got = GeneralizedKlDivergence(pairs, Using(Normalization::kAsGiven, kE)).value;
    ExpectFinding(got, ExactGeneralizedKl(weights), kFiniteMaxUlp, kind, weights, worst);
    EXPECT_GE(got.value, 0) << kind << ": " << weights;
  });
}

TEST(KlDivergenceAccuracy, OfTheJeffreysDivergenceIsWithinItsBound) {
  WorstOf<Kind> worst("JeffreysDivergence");
  ForEachKind(2, [&](Kind kind, const Weights& given) {
    const Weights weights = WithCommonSupport(given);
    PairsInMemory pairs = InMemory(weights);
    const Finding got = JeffreysDivergence(pairs, kDivideNats).value;
    ExpectFinding(got, ExactJeffreys(weights), kFiniteMaxUlp, kind, weights, worst);
  });
}

TEST(KlDivergenceAccuracy, OfTheAsymmetryIsWithinItsBoundOfTheSumOfMagnitudes) {
  WorstOf<Kind> worst("Asymmetry");
  ForEachKind(2, [&](Kind kind, const Weights& given) {
    const Weights weights = WithCommonSupport(given);
    PairsInMemory pairs = InMemory(weights);
    const double got = Asymmetry(pairs, kDivideNats).value;
    const WantedSum want = ExactAsymmetry(weights);
    const double error = SumError(got, want);
    worst.Include(kind, error);
    EXPECT_LE(error, kAsymmetryMaxUlp)
        << kind << ": " << weights << std::hexfloat << "; got " << got << ", want " << want.value;
  });
}

}  // namespace
}  // namespace kl::test
