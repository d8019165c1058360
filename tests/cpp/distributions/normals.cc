#include "distributions/normals.h"

#include <cmath>

#include "distributions/families.h"

namespace kl::test {
namespace {

/// A Aᵀ, symmetric to the last bit.
void AddGram(size_t n, Random& random, std::vector<double>& numbers) {
  std::vector<double> a(n * n), gram(n * n);
  for (double& x : a) x = random.Signed();
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= i; ++j) {
      double sum = i == j ? 0.125 : 0;
      for (size_t k = 0; k < n; ++k) sum += a[i * n + k] * a[j * n + k];
      gram[i * n + j] = gram[j * n + i] = sum;
    }
  }
  numbers.insert(numbers.end(), gram.begin(), gram.end());
}

}  // namespace

Normals SomeNormals(Way way, size_t n, Random& random) {
  Normals normal;
  std::vector<double>& numbers = normal.d.numbers;
  normal.d.dimension = static_cast<int>(n);
  normal.d.family = &MultivariateNormalFamily();
  for (size_t i = 0; i < n; ++i) numbers.push_back(2 * random.Signed());
  switch (way) {
    case Way::kCovariance:
    case Way::kPrecision:
      normal.d.parametrization = way == Way::kCovariance ? 0 : 2;
      AddGram(n, random, numbers);
      break;
    case Way::kFactor:
      normal.d.parametrization = 1;
      for (size_t i = 0; i < n * n; ++i) {
        const double below = random.Signed(), scale = random.WithExponent(-2, 1);
        numbers.push_back(i / n > i % n ? below : (i / n == i % n ? scale : 0));
      }
      break;
    case Way::kDiagonal:
      normal.d.family = &DiagonalNormalFamily();
      for (size_t i = 0; i < n; ++i) numbers.push_back(random.WithExponent(-3, 2));
      break;
    case Way::kLowRank:
      normal.d.family = &LowRankMultivariateNormalFamily();
      normal.rank = random.Between(1, static_cast<int>(n));
      for (size_t i = 0; i < n * static_cast<size_t>(normal.rank); ++i)
        numbers.push_back(random.Signed());
      for (size_t i = 0; i < n; ++i) numbers.push_back(random.WithExponent(-3, 1));
  }
  return normal;
}

Normals NearTo(const Normals& p, Random& random) {
  Normals q = p;
  const auto n = static_cast<size_t>(p.d.dimension);
  const bool is_symmetric = p.d.family == &MultivariateNormalFamily() && p.d.parametrization != 1;
  const int shift = random.Between(14, 50);
  for (double& x : q.d.numbers) x *= 1 + std::ldexp(random.Signed(), -shift);
  for (size_t i = 0; is_symmetric && i < n; ++i) {
    for (size_t j = 0; j < i; ++j) q.d.numbers[n + j * n + i] = q.d.numbers[n + i * n + j];
  }
  return q;
}

}  // namespace kl::test
