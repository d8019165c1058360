#include "divergence/tail.h"

#include "special/elementary.h"

namespace kl {

std::optional<Integral> TailOf(const std::array<double, 4>& f, double step) {
  constexpr double kLeastFall = 1e-6, kMostBend = 0.125, kUnit = 0x1p-30;
  const double sign = f[0] < 0 ? -1 : 1;
  double g[4];
  for (size_t i = 0; i < 4; ++i) {
    if (!(sign * f[i] > 0)) return std::nullopt;
    g[i] = Log(sign * f[i]);
  }
  // Differences of log f, and all of them where the end is.
  const double first = (g[1] - g[0]) / step, second = (g[2] - g[1]) / step,
               third = (g[3] - g[2]) / step;
  const double near = (first - second) / step, far = (second - third) / step;
  const double twist = (near - far) / step, middle = (near + far) / 2;
  const double fall = first + step * (1.5 * near + 1.875 * step * twist);
  const double growth = near + 2 * step * twist, bend = growth / (fall * fall);
  if (!(fall > kLeastFall) || !(Abs(bend) < kMostBend)) return std::nullopt;
  const double at_end = Exp(4 * (g[0] + g[2]) - 6 * g[1] - g[3]), size = at_end / fall;
  // What the differences leave out, of L and of D: (log s)'''' = −6 s^−4.
  const double of_steps = growth * growth * step * step * (24 + 16 * step * fall) / (fall * fall);
  const double cube = fall * fall * fall;
  double part = 1 - bend, off = Abs(twist) / cube + 4 * bend * bend;
  if (growth > 0) {
    const double turn = Sqrt(bend);
    part = (1 + 2 * turn) / Square(1 + turn);
    off = middle > 0 ? Abs(twist + 2 * middle * Sqrt(middle)) / cube
                     : Abs(twist) / cube + turn * bend;
  }
  return Integral{sign * size * part, size * (2 * off + of_steps + kUnit), size};
}

}  // namespace kl
