// A plain addition may lose half a unit in the last place of what is there already: so may each of thousands of terms beside a large
// one, always to the same side. Here that is what happens wherever too many are added plainly.
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "support/check_measures.h"

namespace kl::test {
namespace {

/// One outcome with nearly all of the divergence, and n − 1 whose terms are some `ulps` of it each.
Weights OneAmongMany(size_t n, size_t place, double ulps) {
  const double small = ulps * 0x1p-52;
  Weights weights{std::vector<double>(n, small), std::vector<double>(n, 4 * small)};
  weights.p[place] = 1;
  weights.q[place] = 0.25;
  return weights;
}

TEST(SmallTerms, AreNotLostBesideALargeOne) {
  WorstOf<std::string> worst("beside a large term");
  for (const size_t n : std::initializer_list<size_t>{8, 17, 63, 64, 65, 300, 600}) {
    for (const size_t place : {size_t{0}, n / 2}) {
      for (const double ulps : {0.2, 0.35, 0.49, 0.7, 0.98, 1.4}) {
        Weights weights = OneAmongMany(n, place, ulps);
        for (int way = 0; way < 2; ++way, std::swap(weights.p, weights.q)) {
          for (const Normalization normalization :
               {Normalization::kDivide, Normalization::kAsGiven}) {
            ExpectMeasuresWithinBounds("n = " + std::to_string(n), weights,
                                       Using(normalization, kE), worst);
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace kl::test
