#pragma once

#include <vector>

#include "divergence/integrate.h"

namespace kl {

/// How many derivatives a distribution has: by its numbers and, after these, by those of its components, one after another.
size_t CountOfNumbers(const Distribution& d);

/// A place where the density jumps, and that moves as fast as one of the numbers does: Uniform's low and high, Pareto's scale.
struct MovingEnd {
  size_t number;
  double at;
  bool is_high;
};

/// The score ∂ log density/∂θᵢ of a distribution of one number, by all its numbers.
class Scores {
 public:
  explicit Scores(const Distribution& d);

  size_t count() const { return count_; }
  const std::vector<MovingEnd>& moving_ends() const { return moving_ends_; }

  /// Whether derivatives by this number mean nothing: it is a whole one.
  bool IsWhole(size_t number) const { return is_whole_[number] != 0; }

  /// At x inside the support.
  void At(double x, std::span<double> out) const;

  /// At a node, which may be nearer to an end of the support than x is: the score goes on as it came, in the logarithm of the
  /// distance. `noise`: what that may be off.
  void At(const Node& node, std::span<double> out, std::span<double> noise) const;

 private:
  Distribution d_;
  size_t count_;
  std::vector<MovingEnd> moving_ends_{};
  std::vector<char> is_whole_;  // std::vector<bool> would be 4 KB of WebAssembly
};

}  // namespace kl
