#include "divergence/scores.h"

#include <algorithm>

#include "special/elementary.h"

namespace kl {
namespace {

/// Distances from an end that are a smaller part of it than this are rounded more than results are.
constexpr double kNear = 0x1p-5;

/// Numbers beyond which there are no nodes, but that stand for them.
constexpr double kLarge = 1e290;

const Univariate& Of(const Distribution& d) { return *d.family->univariate(d); }

/// The support with one number moved a little.
Support SupportAfter(const Distribution& d, size_t number, double by) {
  std::vector<double> numbers(d.numbers.begin(), d.numbers.end());
  numbers[number] += by;
  Distribution moved = d;
  moved.numbers = numbers;
  return Of(d).SupportOf(moved);
}

void AddMovingEnds(const Distribution& d, size_t first, std::vector<MovingEnd>& ends) {
  if (!d.components.empty()) {
    first += d.numbers.size();
    for (const Distribution& component : d.components) {
      AddMovingEnds(component, first, ends);
      first += CountOfNumbers(component);
    }
    return;
  }
  const Support support = Of(d).SupportOf(d);
  if (support.is_discrete) return;
  for (size_t i = 0; i < d.numbers.size(); ++i) {
    const double x = d.numbers[i];
    const Support moved = SupportAfter(d, i, x == 0 ? 0x1p-20 : Abs(x) * 0x1p-20);
    if (moved.low != support.low) ends.push_back({first + i, support.low, false});
    if (moved.high != support.high) ends.push_back({first + i, support.high, true});
  }
}

/// `is_whole`: of the distribution's numbers, and those behind them.
std::span<char> AddWhole(const Distribution& d, std::span<char> is_whole) {
  size_t i = 0;
  for (const Parameter& parameter :
       d.family->parametrizations()[static_cast<size_t>(d.parametrization)]) {
    const size_t count = parameter.shape == Shape::kScalar ? 1 : d.numbers.size() - i;
    std::fill_n(is_whole.begin(), count, parameter.rule == Rule::kWhole);
    is_whole = is_whole.subspan(count);
    i += count;
  }
  for (const Distribution& component : d.components) is_whole = AddWhole(component, is_whole);
  return is_whole;
}

/// The component's share in the density at x is as its score by the mixture's numbers says.
void ScoreOf(const Distribution& d, double x, std::span<double> out) {
  Of(d).Score(d, x, out.first(d.numbers.size()));
  if (d.components.empty()) return;
  const double log = Of(d).LogDensityAt(d, x);
  double sum = 0;
  for (const double weight : d.numbers) sum += weight;
  size_t next = d.numbers.size();
  for (size_t i = 0; i < d.components.size(); ++i) {
    const Distribution& component = d.components[i];
    const std::span<double> own = out.subspan(next, CountOfNumbers(component));
    next += own.size();
    const double of_component = Of(component).LogDensityAt(component, x);
    const double share = d.numbers[i] / sum * Exp(of_component - log);
    std::fill(own.begin(), own.end(), 0.0);
    if (!(share > 0)) continue;
    ScoreOf(component, x, own);
    for (double& score : own) score *= share;
  }
}

}  // namespace

size_t CountOfNumbers(const Distribution& d) {
  size_t count = d.numbers.size();
  for (const Distribution& component : d.components) count += CountOfNumbers(component);
  return count;
}

Scores::Scores(const Distribution& d) : d_(d), count_(CountOfNumbers(d)), is_whole_(count_) {
  AddMovingEnds(d, 0, moving_ends_);
  AddWhole(d, is_whole_);
}

void Scores::At(double x, std::span<double> out) const { ScoreOf(d_, x, out); }

void Scores::At(const Node& node, std::span<double> out, std::span<double> noise) const {
  constexpr double kUnit = 0x1p-50;
  At(node.x, out);
  for (size_t i = 0; i < count_; ++i) noise[i] = kUnit * (1 + Abs(out[i]));
  const Support support = Of(d_).SupportOf(d_);
  if (support.is_discrete) return;
  const double end = node.x - support.low < support.high - node.x ? support.low : support.high;
  const bool is_far = node.is_beyond && Abs(node.x) > kLarge;
  const bool is_tiny = node.is_beyond && end == 0 && Abs(node.x) < 1 / kLarge;
  const bool is_near = IsFinite(end) && Abs(node.x - end) < Abs(end) * kNear;
  if (!is_far && !is_tiny && !is_near) return;
  const double from = is_near ? end : 0, way = node.x - from, factor = is_far ? 0.25 : 4;
  const double change = node.log_dx - Log(Abs(way));
  // A node of another place's half-line says nothing of the distance from this one.
  if (!node.is_beyond && !(Abs(change) <= 0x1p-51 * Abs(end / way))) return;
  std::vector<double> before(count_), earlier(count_);
  At(from + factor * way, before);
  At(from + factor * factor * way, earlier);
  for (size_t i = 0; i < count_; ++i) {
    const double step = (out[i] - before[i]) / -Log(factor),
                 last_step = (before[i] - earlier[i]) / -Log(factor);
    noise[i] += (Abs(step - last_step) + kUnit * (Abs(out[i]) + Abs(before[i]))) * Abs(change);
    out[i] += step * change;
  }
}

}  // namespace kl
