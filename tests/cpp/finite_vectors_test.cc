#include <gtest/gtest.h>

#include "measures/compare.h"
#include "support/inputs.h"
#include "support/vectors.h"

namespace kl::test {
namespace {

TEST(FiniteVectors, AreMetWithinTheBound) {
  for (const Row& row : ReadVectors("finite.csv")) {
    SCOPED_TRACE(row.where + ", " + row.cells[0]);
    const Weights weights{row.List(1), row.List(2)};
    PairsInMemory pairs = InMemory(weights);
    const Comparison got = Compare(pairs, kDivideNats, nullptr).value;
    EXPECT_LE(UlpError(KlDivergence(pairs, kDivideNats).value.value, row.Want(3)), kFiniteMaxUlp);
    EXPECT_LE(UlpError(got.forward.value, row.Want(3)), kFiniteMaxUlp);
    EXPECT_LE(UlpError(got.reverse.value, row.Want(4)), kFiniteMaxUlp);
  }
}

TEST(FiniteVectors, AsGivenAreMetWithinTheBoundOfTheSumOfMagnitudes) {
  for (const Row& row : ReadVectors("finite.csv")) {
    SCOPED_TRACE(row.where + ", " + row.cells[0]);
    const Weights weights{row.List(1), row.List(2)};
    PairsInMemory pairs = InMemory(weights);
    const Finding got = KlDivergence(pairs, {Normalization::kAsGiven}).value;
    const WantedSum want{row.Want(5), ExactKlAsGiven(weights).magnitude};
    EXPECT_LE(SumError(got.value, want), kFiniteMaxUlp) << got.value;
  }
}

// The oracle of the random tests and the generator of the vectors were written apart: they must agree.
TEST(FiniteVectors, AgreeWithTheReferenceOfTheRandomTests) {
  const auto expect_same = [](const Wanted& a, const Wanted& b) {
    EXPECT_EQ(a.nearest, b.nearest);
    EXPECT_NEAR(a.rest, b.rest, 1e-6);
  };
  for (const Row& row : ReadVectors("finite.csv")) {
    SCOPED_TRACE(row.where + ", " + row.cells[0]);
    const Weights weights{row.List(1), row.List(2)};
    expect_same(ExactKl(weights), row.Want(3));
    expect_same(ExactKl({weights.q, weights.p}), row.Want(4));
  }
  for (const Row& row : ReadVectors("phi.csv")) {
    SCOPED_TRACE(row.where);
    expect_same(ExactPhi(row.Double(0), row.Double(1)), row.Want(2));
    expect_same(ExactPhiDifference(row.Double(0), row.Double(1)), row.Want(4));
  }
  for (const Row& row : ReadVectors("normal.csv")) {
    SCOPED_TRACE(row.where);
    const NormalPair n{row.Double(0), row.Double(1), row.Double(2), row.Double(3)};
    expect_same(ExactNormalKl(n), row.Want(4));
    expect_same(ExactNormalAsymmetry(n), row.Want(6));
  }
}

}  // namespace
}  // namespace kl::test
