#include "distributions/family.h"

#include "distributions/univariate.h"

namespace kl {
namespace {

size_t SizeOf(Shape shape, const Distribution& d) {
  const auto dimension = static_cast<size_t>(d.dimension), rank = static_cast<size_t>(d.rank);
  switch (shape) {
    case Shape::kScalar:
      return 1;
    case Shape::kVector:
      return dimension;
    case Shape::kMatrix:
      return dimension * dimension;
    case Shape::kFactor:
      return dimension * rank;
    case Shape::kComponents:
      return 0;
  }
  return 0;
}

}  // namespace

Problem Family::Check(const Distribution& d, Argument argument) const {
  size_t next = 0;
  const Parametrization parameters = parametrizations_[static_cast<size_t>(d.parametrization)];
  for (size_t k = 0; k < parameters.size(); ++k) {
    const size_t size = SizeOf(parameters[k].shape, d);
    for (size_t i = 0; i < size; ++i) {
      const double x = d.numbers[next++];
      const Status status = Broken(parameters[k].rule, x);
      if (status == Status::kOk) continue;
      const bool is_scalar = parameters[k].shape == Shape::kScalar;
      return {status, argument, static_cast<std::ptrdiff_t>(k), x,
              is_scalar ? kNoIndex : static_cast<std::ptrdiff_t>(i)};
    }
  }
  return {};
}

std::optional<Finding> Family::KlDivergence(const Distribution&, const Distribution&) const {
  return std::nullopt;
}

std::optional<double> Family::Asymmetry(const Distribution&, const Distribution&) const {
  return std::nullopt;
}

bool Family::Gradient(const Distribution&, const Distribution&, std::span<Partial>,
                      std::span<Partial>) const {
  return false;
}

void Univariate::AddBreaks(const Distribution&, std::vector<double>&) const {}

void Univariate::AddLifts(const Distribution&, Lifts&) const {}

LogDensityTerms Univariate::Terms(const Distribution&) const { return LogDensityTerms::None(); }

Expectation Univariate::Expect(const Distribution&, const Statistic&) const {
  return Expectation::Unknown();
}

double Univariate::LogRatioAt(const Distribution& p, const Distribution& q, double x) const {
  return LogDensityAt(p, x) - LogDensityAt(q, x);
}

}  // namespace kl
