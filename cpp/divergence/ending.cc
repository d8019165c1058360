#include "divergence/ending.h"

#include <algorithm>

#include "divergence/tail.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kLeastLog = -680;

bool HasMass(const Node& node) { return node.log_p + node.log_dx > kLeastLog; }

/// From an end to the nearest scale.
double RoomOf(const HalfLine& line, double end) {
  double room = kInfinity;
  for (const double s : line.scales) room = std::min(room, Abs(end - s));
  return room;
}

double EndOf(const HalfLine& line, bool is_high) { return is_high ? line.high : line.low; }

}  // namespace

Ending Endings::Of(const HalfLine& line, bool is_high) const {
  if (!is_high && line.anchor != 0) return {};
  const double end = EndOf(line, is_high), sign = is_high ? -1 : 1;
  const Fate uncertain = line.is_cut ? Fate::kUnknown : Fate::kFalls;
  const double step = std::min(RoomOf(line, end) / 16, 32.0);
  if (step < 0.125) return {uncertain};
  double from = end + sign * step, f[3];
  for (int i = 0; i < 12 && FirstAt(line, from) == 0; ++i) from += sign * step;
  for (int i = 0; i < 3; ++i) f[i] = FirstAt(line, from + sign * step * i);
  if (f[0] == 0 || f[1] == 0 || f[2] == 0) return {};
  const double last = Log(f[0]) - Log(f[1]), before = Log(f[1]) - Log(f[2]);
  if (last < -1e-11) return {Fate::kFalls, f[0] * step / -last};
  if (before >= -1e-11 && last >= before - 1e-9 * (1 + Abs(before))) return {Fate::kDiverges};
  return {uncertain};
}

double Endings::LastWithMass(const HalfLine& line, bool is_high) const {
  constexpr double kStep = 8;
  const double end = EndOf(line, is_high), room = RoomOf(line, end) / 2;
  for (double way = 0; way < room; way += kStep) {
    const double at = is_high ? end - way : end + way;
    if (HasMass(NodeAt(line, at))) return at;
  }
  return end;
}

Tails Endings::TailsBySteps(const HalfLine& line, double last, bool is_high, double step) const {
  Values f[4];
  for (int i = 0; i < 4; ++i) {
    f[i] = At(line, is_high ? last - step * (i + 1) : last + step * (i + 1));
  }
  Tails tails;
  for (size_t c = 0; c < integrand_.controlled; ++c) {
    tails[c] = TailOf({f[0][c], f[1][c], f[2][c], f[3][c]}, step);
  }
  return tails;
}

Tails Endings::TailsFrom(const HalfLine& line, double last, bool is_high) const {
  constexpr double kShort = 2;
  const double room = RoomOf(line, last);
  Tails tails = TailsBySteps(line, last, is_high, std::min(room / 16, kShort));
  // Long steps tell more of what hardly falls; they are believed where the short ones do not contradict.
  const Tails others = TailsBySteps(line, last, is_high, room / 8);
  for (size_t c = 0; c < integrand_.controlled; ++c) {
    const auto &near = tails[c], &far = others[c];
    if (!near || !far || !(far->error < near->error)) continue;
    if (Abs(far->value - near->value) <= near->error) tails[c] = far;
  }
  return tails;
}

Node Endings::NodeAt(const HalfLine& line, double s) const {
  Node nodes[3];
  const double around[3]{s - 0x1p-4, s, s + 0x1p-4};
  FillNodes(p_, q_, line, around, nodes);
  return nodes[1];
}

Endings::Values Endings::At(const HalfLine& line, double s) const {
  const Node node = NodeAt(line, s);
  Values values{};
  integrand_.at(integrand_.context, node, values.data());
  const bool has_mass = HasMass(node);
  for (size_t c = 0; c < integrand_.controlled; ++c) {
    const size_t of_noise = integrand_.controlled + c;
    const double noise = of_noise < integrand_.count ? values[of_noise] : 0;
    if (!has_mass || !(Abs(values[c]) > 100 * noise) || !IsFinite(values[c])) values[c] = 0;
  }
  return values;
}

double Endings::FirstAt(const HalfLine& line, double s) const {
  const double first = At(line, s)[0];
  return first > 0 ? first : 0;
}

}  // namespace kl
