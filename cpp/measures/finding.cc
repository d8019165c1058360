#include "measures/finding.h"

#include <initializer_list>

#include "kernels/scaled.h"

namespace kl {

Result<double> LogOfBase(double base) {
  if (base == kE) return {1, {}};
  if (!(base > 0 && base < kInfinity) || base == 1)
    return {0, {Status::kBaseNotUsable, Argument::kBase, kNoIndex, base}};
  const LanePair pair = Align(base, 1, {1, 0}, 0);
  return {LogRatio(pair.p, pair.q)[0] + pair.shift * kLn2, {}};
}

Finding InBase(Finding nats, double log_base) {
  const double value = nats.value / log_base;
  if (nats.method != Method::kInfinite && (value == kInfinity || value == -kInfinity)) {
    return Found(value, 0, nats.method);
  }
  nats.value = value;
  nats.error /= log_base < 0 ? -log_base : log_base;
  return nats;
}

Finding Jeffreys(const Finding& forward, const Finding& reverse, double log_base) {
  for (Finding finding : {forward, reverse}) {
    if (finding.method != Method::kInfinite) continue;
    finding.value = kInfinity / log_base;
    return finding;
  }
  const double value = forward.value + reverse.value;
  if (value == kInfinity) return Found(value, 0, forward.method);
  return {value, forward.error + reverse.error + 0x1p-53 * value, forward.method, Reason::kNone,
          kNoIndex};
}

}  // namespace kl
