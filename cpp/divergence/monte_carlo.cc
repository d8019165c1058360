#include "divergence/monte_carlo.h"

#include <algorithm>
#include <vector>

#include "special/elementary.h"

namespace kl {

double MonteCarlo::Value(double log_ratio, double log_p) const {
  switch (estimator_) {
    case Estimator::kK1:
      return log_ratio;
    case Estimator::kK2:
      return HalfSquare(log_ratio);
    case Estimator::kK3:
      return log_ratio == kInfinity ? kInfinity : ExpExcess(-log_ratio);
    case Estimator::kDensityWeighted:
      return log_ratio == kInfinity ? kInfinity : Exp(log_p) * log_ratio;
  }
  return 0;
}

void MonteCarlo::Advance(const Distribution& p, const Distribution& q, double n) {
  constexpr double kNumbers =
      2048;  // of a block: draws and log densities stay in the nearest cache
  const auto dimension = static_cast<size_t>(p.family->Dimension(p));
  const auto block = std::max<size_t>(1, static_cast<size_t>(kNumbers) / dimension);
  std::vector<double> numbers(block * (dimension + 2));
  double *x = numbers.data(), *log_p = x + block * dimension, *log_q = log_p + block;
  for (double done = 0; done < n;) {
    const auto count = static_cast<size_t>(std::min(static_cast<double>(block), n - done));
    p.family->Sample(p, random_, x, count);
    p.family->LogDensity(p, x, count, log_p);
    q.family->LogDensity(q, x, count, log_q);
    double sum = 0;
    for (size_t i = 0; i < count; ++i) sum += log_p[i] = Value(log_p[i] - log_q[i], log_p[i]);
    // Infinite terms of both signs are overflows of an estimate that has no mean.
    const double size = static_cast<double>(count), mean = IsFinite(sum) ? sum / size : kInfinity;
    double squares = 0;
    for (size_t i = 0; i < count; ++i) squares += Square(log_p[i] - mean);
    // T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae … for computing sample variances", 1979.
    const double difference = mean - mean_, total = samples_ + size;
    squares_ += squares + Square(difference) * (samples_ * (size / total));
    mean_ =
        mean_ == kInfinity || mean == kInfinity ? kInfinity : mean_ + difference * (size / total);
    samples_ = total;
    done += size;
  }
}

Estimate MonteCarlo::estimate() const {
  const bool is_known = samples_ >= 2 && IsFinite(mean_) && IsFinite(squares_);
  const double error = is_known ? Sqrt(squares_ / (samples_ - 1) / samples_) : kInfinity;
  return {mean_, error, samples_};
}

}  // namespace kl
