#pragma once

#include <vector>

#include "distributions/distribution.h"

namespace kl::bindings {

/// Distributions as JavaScript writes them, one after another, into memory that it asks for by `distributionBuffer`:
///
///   family · parametrization · dimension · rank · how many numbers · how many components · numbers … · components …
///
/// What is read views that memory, and is valid until it is asked for again.
class DistributionReader {
 public:
  /// `total` counts all distributions that will be read, components included.
  explicit DistributionReader(int total);

  Distribution Next();

 private:
  int Count() { return static_cast<int>(*at_++); }

  const double* at_;
  std::vector<Distribution> components_;
  size_t used_ = 0;
};

}  // namespace kl::bindings
