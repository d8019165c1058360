#pragma once

#include "special/stirling_series.h"
#include "special/way.h"

namespace kl {

/// A way rounded to doubles, and the steps of 1 that bring both ends to Stirling's series.
struct StirlingEnds {
  explicit StirlingEnds(const Way& way)
      : from(Value(way.from)),
        to(Value(way.to)),
        by(Value(way.by)),
        n(StepsToStirling(from < to ? from : to)) {}

  StirlingEnds After(int k) const {
    StirlingEnds ends = *this;
    ends.from += k;
    ends.to += k;
    return ends;
  }
  Twin Inverse() const { return InverseTwin(from, to, by); }

  double from, to, by;
  int n;
};

}  // namespace kl
