#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "divergence/scores.h"

namespace kl {

/// A number and a bound of its error.
struct Doubtful {
  double value = 0, doubt = 0;
};

class Between;

/// log p(x)/q(x) of two distributions of one number, at points of both supports: the difference of the log densities or, for
/// members of one family, or mixtures of such, that are near each other, what the score adds up to on the straight way from Q's numbers to P's,
///
///   log p(x)/q(x) = ∫₀¹ Σᵢ (pᵢ − qᵢ) ∂ log density/∂θᵢ (x; q + t (p − q)) dt,
///
/// in which nothing cancels: by Gauss's rule of four nodes, whose error is less than its distance from that of three.
class LogRatios {
 public:
  LogRatios(const Distribution& p, const Distribution& q);
  ~LogRatios();

  Doubtful At(const Node& node) const;

 private:
  struct Stop {
    std::unique_ptr<Between> distribution;
    Scores scores;
    double weight;
    bool is_of_four;
  };

  bool MeetsKink(double x) const;
  Doubtful AlongTheWay(const Node& node) const;

  bool may_jump_ = false;      // inside the support, as mixtures do where a component's ends
  std::vector<double> way_{};  // P's numbers less Q's
  std::vector<std::pair<double, double>>
      kinks_{};              // which move between these, where the score is not smooth on the way
  std::vector<Stop> stops_;  // none, if the two are not of one family
};

}  // namespace kl
