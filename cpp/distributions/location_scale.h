#pragma once

#include "distributions/univariate.h"

namespace kl {

struct LocScale {
  double loc, scale;
};

/// What all families of loc and scale > 0 on the whole line have in common.
class LocationScale : public Univariate {
 public:
  explicit constexpr LocationScale(const char* name) : Univariate(name, kParametrizations) {}

  Support SupportOf(const Distribution&) const final { return {}; }
  Bulk BulkOf(const Distribution& d) const final {
    const auto [loc, scale] = LocScaleOf(d);
    return {loc, scale};
  }

 protected:
  ~LocationScale() = default;
  static LocScale LocScaleOf(const Distribution& d) { return {d.numbers[0], d.numbers[1]}; }

 private:
  static constexpr Parameter kParameters[] = {{"loc", Rule::kFinite}, {"scale", Rule::kPositive}};
  static constexpr Parametrization kParametrizations[] = {kParameters};
};

}  // namespace kl
