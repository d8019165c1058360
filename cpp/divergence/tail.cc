#include "divergence/tail.h"

#include <algorithm>

#include "special/elementary.h"

namespace kl {

std::optional<Integral> TailOf(const std::array<double, 4>& f, double step) {
  constexpr double kLeastFall = 1e-6, kUnit = 0x1p-30;
  constexpr double kNoise = 0x1p-42;  // of log f, where f is e to the power of some ±1000
  constexpr Integral kUnknown{0, kInfinity, 0};
  const double sign = f[0] < 0 ? -1 : 1;
  double g[4];
  for (size_t i = 0; i < 4; ++i) {
    if (f[i] == 0) return std::nullopt;
    if (!(sign * f[i] > 0)) return kUnknown;
    g[i] = Log(sign * f[i]);
  }
  // Differences of log f, and all of them where the end is.
  const double first = (g[1] - g[0]) / step, second = (g[2] - g[1]) / step,
               third = (g[3] - g[2]) / step;
  const double near = (first - second) / step, far = (second - third) / step;
  const double twist = (near - far) / step, middle = (near + far) / 2;
  const double fall = first + step * (1.5 * near + 1.875 * step * twist);
  const double growth = near + 2 * step * twist;
  const double at_end = Exp(4 * (g[0] + g[2]) - 6 * g[1] - g[3]);
  // What noise does to `fall` and to `growth`, and these to the integral.
  const auto of_noise = [step](double rate) {
    const double steps = step * rate;
    return kNoise * (15 + 23 / steps + 20 / (steps * steps));
  };
  if (!(growth > 0)) {
    const double bend = growth / (fall * fall), size = at_end / fall;
    if (!(fall > kLeastFall)) return kUnknown;
    const double off = bend > -0.125 ? Abs(twist) / (fall * fall * fall) + 4 * bend * bend : 1;
    return Integral{sign * size * (1 - bend), size * (2 * off + of_noise(fall) + kUnit), size};
  }
  const double turn = Sqrt(growth), rate = fall + turn, share = turn / rate;
  if (!(rate > kLeastFall)) return kUnknown;
  const double size = at_end / rate * (1 + share);
  const double of_model = 2 * middle * Sqrt(Abs(middle));
  const double off = middle > 0 ? Abs(twist + of_model) / of_model : 1;
  // What the differences leave out, of L and of D: (log s)'''' = −6 s^−4.
  const double of_steps = growth * growth * step * step * (48 + 32 * step * rate) / (rate * rate);
  const double felt = std::min(1.0, 4 * share * share * share);
  return Integral{sign * size, size * (2 * off * felt + of_steps + of_noise(rate) + kUnit), size};
}

}  // namespace kl
