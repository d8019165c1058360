#pragma once

#include <ostream>
#include <vector>

#include "distributions/parameters.h"

// Multivariate normal distributions at random, given in any of five ways.

namespace kl::test {

enum class Way { kCovariance, kFactor, kPrecision, kDiagonal, kLowRank };
inline constexpr Way kWays[] = {Way::kCovariance, Way::kFactor, Way::kPrecision, Way::kDiagonal,
                                Way::kLowRank};
inline constexpr const char* kNames[] = {"covariance", "factor", "precision", "diagonal",
                                         "low rank"};

struct Normals {
  Owned d;
  int rank = 0;

  operator Distribution() const {
    Distribution view = d;
    view.rank = rank;
    return view;
  }
};

inline std::ostream& operator<<(std::ostream& out, const Normals& normal) {
  return out << normal.d;
}

Normals SomeNormals(Way way, size_t n, Random& random);

/// Relative differences of one size, from 1e-4 to 1e-15, that leave symmetric matrices symmetric.
Normals NearTo(const Normals& p, Random& random);

}  // namespace kl::test
