#include "distributions/parameters.h"

#include <algorithm>
#include <string_view>

namespace kl::test {
namespace {

bool Is(const Owned& d, std::string_view name) { return d.family->name() == name; }

double Positive(Size size, Random& random) {
  return size == Size::kExtreme ? random.WithExponent(-498, 497) : random.WithExponent(-3, 3);
}

double Finite(std::string_view name, Size size, Random& random) {
  const double x = random.Signed();
  if (size == Size::kOrdinary) return 4 * x;
  return name == "logits" ? 345 * x : random.Scaled(x, -498, 498);
}

double Probability(Size size, Random& random) {
  if (size == Size::kOrdinary) return 0.05 + 0.9 * random.Unit();
  const int exponent = random.OneIn(2) ? random.Between(1, 498) : random.Between(1, 52);
  const double small = std::ldexp(1.0, -exponent);
  return random.OneIn(2) || 1 - small == 1 ? small : 1 - small;
}

double Number(const Parameter& parameter, Size size, Random& random) {
  switch (parameter.rule) {
    case Rule::kFinite:
      return Finite(parameter.name, size, random);
    case Rule::kPositive:
    case Rule::kNonNegative:
      return Positive(size, random);
    case Rule::kWhole:
      return random.Between(1, 30);
    default:
      return Probability(size, random);
  }
}

bool IsOrdered(const Owned& d) { return Is(d, "Uniform") || Is(d, "LogUniform"); }

/// What Q must share with P, or how it must lie, for the closed form to be.
void FitTo(const Owned& p, Owned& q) {
  if (Is(p, "Binomial") || Is(p, "NegativeBinomial") || Is(p, "Kumaraswamy"))
    q.numbers[0] = p.numbers[0];
  if (Is(p, "Pareto")) q.numbers[0] = std::min(p.numbers[0], q.numbers[0]);
  if (IsOrdered(p)) {
    q.numbers[0] = std::min(p.numbers[0], q.numbers[0]);
    q.numbers[1] = std::max(p.numbers[1], q.numbers[1]);
  }
}

double Limited(Rule rule, double x, double or_else) {
  return Broken(rule, x) == Status::kOk ? x : or_else;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Owned& d) {
  out << d.family->name() << '#' << d.parametrization << '(' << std::hexfloat;
  for (const double x : d.numbers) out << x << ", ";
  return out << ')' << std::defaultfloat;
}

bool IsStructured(const Family& family) {
  for (const Parametrization& parameters : family.parametrizations()) {
    for (const Parameter& parameter : parameters) {
      if (parameter.shape != Shape::kScalar && parameter.shape != Shape::kVector) return true;
    }
  }
  return false;
}

std::vector<const Univariate*> UnivariateFamilies() {
  std::vector<const Univariate*> families;
  for (const Family* family : Families()) {
    if (IsStructured(*family)) continue;
    if (const Univariate* univariate = family->univariate({})) families.push_back(univariate);
  }
  return families;
}

Owned SomeOf(const Family& family, int parametrization, Size size, Random& random) {
  Owned d{&family, parametrization};
  d.dimension = random.Between(2, 5);
  for (const Parameter& parameter :
       family.parametrizations()[static_cast<size_t>(parametrization)]) {
    const int count = parameter.shape == Shape::kVector ? d.dimension : 1;
    for (int i = 0; i < count; ++i) d.numbers.push_back(Number(parameter, size, random));
  }
  if (Is(d, "VonMises")) d.numbers[0] = 4 * random.Signed();  // an angle
  if (IsOrdered(d)) std::sort(d.numbers.begin(), d.numbers.end());
  return d;
}

Owned Representative(const Family& family, int parametrization, double shift) {
  Owned d{&family, parametrization};
  d.dimension = 3;
  for (const Parameter& parameter :
       family.parametrizations()[static_cast<size_t>(parametrization)]) {
    const int count = parameter.shape == Shape::kVector ? d.dimension : 1;
    for (int i = 0; i < count; ++i) {
      switch (parameter.rule) {
        case Rule::kFinite:
          d.numbers.push_back(shift + (d.numbers.empty() ? 0.0 : 2.0));
          break;
        case Rule::kPositive:
        case Rule::kNonNegative:
          d.numbers.push_back(2.5 + shift + static_cast<double>(d.numbers.size()) / 2);
          break;
        case Rule::kWhole:
          d.numbers.push_back(6);
          break;
        default:
          d.numbers.push_back(0.4 + shift / 4);
      }
    }
  }
  return d;
}

Owned NearTo(const Owned& p, Random& random) {
  Owned q = p;
  size_t i = 0;
  const int shift = random.Between(10, 50);
  for (const Parameter& parameter :
       p.family->parametrizations()[static_cast<size_t>(p.parametrization)]) {
    const int count = parameter.shape == Shape::kVector ? p.dimension : 1;
    for (int k = 0; k < count; ++k, ++i) {
      const double change = random.Signed();
      if (random.OneIn(3) || parameter.rule == Rule::kWhole) continue;
      const double x = p.numbers[i] * (1 + std::ldexp(change, -shift));
      q.numbers[i] = Limited(parameter.rule, x, p.numbers[i]);
    }
  }
  FitTo(p, q);
  return q;
}

Owned PartnerOf(const Owned& p, Size size, Random& random) {
  Owned q = SomeOf(*p.family, p.parametrization, size, random);
  while (q.dimension != p.dimension) q = SomeOf(*p.family, p.parametrization, size, random);
  FitTo(p, q);
  return q;
}

}  // namespace kl::test
