#include <gtest/gtest.h>

#include <cmath>

#include "measures/kl_divergence.h"
#include "support/gradients.h"

namespace kl::test {
namespace {

struct Edge {
  Weights weights;
  Coordinates coordinates;
  Normalization normalization;
  std::vector<double> p, q;
};

TEST(Gradient, IsOneSidedWhereAWeightIsZeroAndNeverNaN) {
  constexpr double kInf = kInfinity, kLog2 = 0x1.62e42fefa39efp-1;
  const Weights no_p{{0, 1}, {0.5, 0.5}}, no_q{{0.5, 0.5}, {0, 1}}, neither{{0, 1}, {0, 1}},
      apart{{1, 0}, {0, 1}}, all{{0, 0.5, 0.5, 0}, {0, 0.5, 0, 0.5}};
  using enum Coordinates;
  using enum Normalization;
  for (const Edge& edge : std::initializer_list<Edge>{
           {no_p, kWeights, kDivide, {-kInf, 0}, {1, -1}},
           {no_p, kLogits, kDivide, {0, 0}, {0.5, -0.5}},
           {no_p, kSimplex, kDivide, {-kInf, 0}, {1, -1}},
           {no_p, kWeights, kAsGiven, {-kInf, 1 + kLog2}, {0, -2}},
           {no_p, kLogits, kAsGiven, {0, 1 + kLog2}, {0, -1}},
           {no_p, kSimplex, kAsGiven, {-kInf, 0}, {1, -1}},
           {no_q, kWeights, kDivide, {kInf, -kInf}, {-kInf, 0.5}},
           {no_q, kLogits, kDivide, {kInf, -kInf}, {-0.5, 0.5}},
           {no_q, kSimplex, kDivide, {kInf, 0}, {-kInf, 0}},
           {no_q, kWeights, kAsGiven, {kInf, 1 - kLog2}, {-kInf, -0.5}},
           {no_q, kLogits, kAsGiven, {kInf, 0.5 * (1 - kLog2)}, {-0.5, -0.5}},
           {neither, kWeights, kDivide, {kInf, 0}, {1, 0}},
           {neither, kLogits, kDivide, {0, 0}, {0, 0}},
           {neither, kSimplex, kDivide, {kInf, 0}, {0.5, -0.5}},
           {neither, kWeights, kAsGiven, {kInf, 1}, {0, -1}},
           {apart, kWeights, kDivide, {0, -kInf}, {-kInf, 1}},
           {apart, kLogits, kDivide, {0, 0}, {-1, 1}},
           {apart, kSimplex, kDivide, {kInf, -kInf}, {-kInf, 0}},
           {all, kWeights, kDivide, {kInf, -kInf, kInf, -kInf}, {1, 0, -kInf, 1}},
           {all, kLogits, kDivide, {0, -kInf, kInf, 0}, {0, 0, -0.5, 0.5}},
       }) {
    const Weights got = GradientOf(edge.weights, edge.coordinates, {edge.normalization});
    SCOPED_TRACE(testing::Message()
                 << edge.weights << ", coordinates " << static_cast<int>(edge.coordinates)
                 << ", normalization " << static_cast<int>(edge.normalization));
    for (size_t i = 0; i < edge.p.size(); ++i) {
      EXPECT_DOUBLE_EQ(got.p[i], edge.p[i]) << "by p[" << i << "]";
      EXPECT_DOUBLE_EQ(got.q[i], edge.q[i]) << "by q[" << i << "]";
    }
  }
}

TEST(Gradient, IsNeverNaNForWeightsOfAnyKind) {
  ForEachKind(2, [](Kind kind, const Weights& weights) {
    const Weights reversed{weights.q, weights.p};
    for (const Weights& given : {weights, reversed}) {
      for (const Coordinates coordinates : kAllCoordinates) {
        for (const Options& options : {kDivideNats, kAsGivenNats}) {
          const Weights got = GradientOf(given, coordinates, options);
          for (size_t i = 0; i < given.size(); ++i)
            ASSERT_FALSE(std::isnan(got.p[i]) || std::isnan(got.q[i]))
                << kind << ": " << given << " at " << i;
        }
      }
    }
  });
}

class NeverWritten final : public GradientSink {
  void Write(size_t, const double*, const double*, size_t) override { FAIL(); }
};

TEST(Gradient, FailsWhereTheDivergenceDoes) {
  const Weights good{{0.25, 0.75}, {0.5, 0.5}};
  for (const auto& [weights, options] : std::initializer_list<std::pair<Weights, Options>>{
           {{}, {}},
           {{{0.25, -0.75}, good.q}, {}},
           {{good.p, {0.5, std::nan("")}}, {}},
           {{good.p, {0, 0}}, kDivideNats},
           {{good.p, {0.5, 0.6}}, {}},
           {good, {.base = 1}},
       }) {
    PairsInMemory pairs = InMemory(weights);
    NeverWritten sink;
    const Problem got = Gradient(pairs, options, Coordinates::kSimplex, sink),
                  want = KlDivergence(pairs, options).problem;
    EXPECT_NE(got.status, Status::kOk);
    EXPECT_EQ(got.status, want.status);
    EXPECT_EQ(got.argument, want.argument);
    EXPECT_EQ(got.index, want.index);
  }
}

}  // namespace
}  // namespace kl::test
