#include "divergence/integrate.h"

#include <algorithm>
#include <vector>

#include "divergence/ending.h"
#include "special/elementary.h"
#include "special/kronrod.h"

namespace kl {
namespace {

constexpr size_t kNodes = 2 * kKronrodPairs + 1, kMiddle = kKronrodPairs;
constexpr size_t kMaxPanels = 3000;
constexpr double kFarthest = 0x1p30;  // in s: powers down to 1e-8 end before

using Values = std::array<double, kMaxIntegrals>;

/// An interval of s and the integrals over it.
struct Panel {
  const HalfLine* line;
  double low, high;
  std::array<Integral, kMaxIntegrals> of{};
  Values open{};  // the part of the errors that a closer look would lessen
  const Tails* known = nullptr;
};

/// QUADPACK's estimate from the difference of two rules and the variation of f.
double EstimatedError(double difference, double variation) {
  if (difference == 0 || variation == 0) return difference;
  const double ratio = 200 * (difference / variation);
  return ratio < 1 ? variation * ratio * Sqrt(ratio) : variation;
}

class Adaptive {
 public:
  Adaptive(const Distribution& p, const Distribution& q, const Integrand& integrand)
      : p_(p), q_(q), integrand_(integrand) {}

  /// Intervals of which none is much longer than its distance to the scales, for functions whose integrals are not `known`.
  void AddPanels(const HalfLine& line, double low, double high, std::span<const double> scales,
                 const Tails* known = nullptr) {
    if (!(high > low)) return;
    double distance = kInfinity;
    for (const double s : scales)
      distance = std::min(distance, std::max(0.0, std::max(low - s, s - high)));
    if (high - low > kShortest + distance) {
      const double middle = low + (high - low) / 2;
      AddPanels(line, low, middle, scales, known);
      AddPanels(line, middle, high, scales, known);
      return;
    }
    panels_.push_back({&line, low, high});
    panels_.back().known = known;
    Fill(panels_.back());
  }

  void Refine(double tolerance) {
    for (;;) {
      const std::array<Integral, kMaxIntegrals> sums = Sums();
      const auto excess = [&](const Panel& panel) {
        double worst = 0;
        for (size_t c = 0; c < integrand_.controlled; ++c) {
          if (panel.open[c] > 0) {
            worst = std::max(worst, panel.open[c] / (tolerance * sums[c].magnitude));
          }
        }
        return worst;
      };
      double total = 0;
      for (const Panel& panel : panels_) total += excess(panel);
      if (!(total > 1) || !IsFinite(total)) return;
      const size_t count = panels_.size();
      const double share = 0.5 / static_cast<double>(count);
      bool has_split = false;
      for (size_t i = 0; i < count && panels_.size() < kMaxPanels; ++i) {
        if (excess(panels_[i]) <= share || panels_[i].high - panels_[i].low < kNarrowest) continue;
        Panel right = panels_[i];
        right.low = panels_[i].high = right.low + (right.high - right.low) / 2;
        Fill(panels_[i]);
        Fill(right);
        panels_.push_back(right);
        has_split = true;
      }
      if (!has_split) return;
    }
  }

  std::array<Integral, kMaxIntegrals> Sums() const {
    std::array<Integral, kMaxIntegrals> sums = known_;
    for (const Panel& panel : panels_) {
      for (size_t c = 0; c < integrand_.count; ++c) {
        sums[c].value += panel.of[c].value;
        sums[c].error += panel.of[c].error;
        sums[c].magnitude += panel.of[c].magnitude;
      }
    }
    return sums;
  }

  void AddKnown(const Tails& tails) {
    for (size_t c = 0; c < integrand_.controlled; ++c) {
      if (!tails[c]) continue;
      known_[c].value += tails[c]->value;
      known_[c].error += tails[c]->error;
      known_[c].magnitude += tails[c]->magnitude;
    }
  }

 private:
  static constexpr double kShortest = 4, kNarrowest = 0x1p-20, kRounding = 0x1p-51;

  void Fill(Panel& panel) const {
    const double middle = panel.low + (panel.high - panel.low) / 2,
                 half = (panel.high - panel.low) / 2;
    double s[kNodes];
    s[kMiddle] = middle;
    for (size_t k = 0; k < kKronrodPairs; ++k) {
      s[kMiddle - 1 - k] = middle - half * kKronrodNodes[k];
      s[kMiddle + 1 + k] = middle + half * kKronrodNodes[k];
    }
    Node nodes[kNodes];
    const Rounding rounding = FillNodes(p_, q_, *panel.line, s, nodes);
    const bool is_grainy = half < kNodes * 4 * rounding.off;
    Values values[kNodes];
    for (size_t i = 0; i < kNodes; ++i) {
      integrand_.at(integrand_.context, nodes[i], values[i].data());
    }
    for (size_t c = 0; c < integrand_.count; ++c) panel.of[c] = Apply(values, c, half);
    for (size_t c = 0; c < integrand_.count; ++c) {
      const size_t of_noise = integrand_.controlled + c;
      double noise = (kRounding + rounding.doubt) * panel.of[c].magnitude;
      if (of_noise < integrand_.count) noise += panel.of[of_noise].value;
      panel.open[c] = panel.of[c].error > noise && !is_grainy ? panel.of[c].error : 0;
      panel.of[c].error += noise;
      if (panel.known && (*panel.known)[c]) panel.of[c] = {}, panel.open[c] = 0;
    }
  }

  static Integral Apply(const Values (&values)[kNodes], size_t c, double half) {
    const double centre = values[kMiddle][c];
    double kronrod = kKronrodMiddleWeight * centre, gauss = 0;
    double magnitude = kKronrodMiddleWeight * Abs(centre);
    for (size_t k = 0; k < kKronrodPairs; ++k) {
      const double a = values[kMiddle - 1 - k][c], b = values[kMiddle + 1 + k][c];
      kronrod += kKronrodWeights[k] * (a + b);
      magnitude += kKronrodWeights[k] * (Abs(a) + Abs(b));
      if (k % 2 == 0) gauss += kGaussWeights[k / 2] * (a + b);
    }
    const double mean = kronrod / 2;
    double variation = kKronrodMiddleWeight * Abs(centre - mean);
    for (size_t k = 0; k < kKronrodPairs; ++k) {
      variation += kKronrodWeights[k] * (Abs(values[kMiddle - 1 - k][c] - mean) +
                                         Abs(values[kMiddle + 1 + k][c] - mean));
    }
    if (!IsFinite(magnitude)) return {kInfinity, kInfinity, kInfinity};
    const double error = EstimatedError(Abs(kronrod - gauss), variation);
    return {half * kronrod, half * error, half * magnitude};
  }

  const Distribution &p_, &q_;
  const Integrand& integrand_;
  std::vector<Panel> panels_{};
  std::array<Integral, kMaxIntegrals> known_{};
};

}  // namespace

Integrals Integrate(const Distribution& p, const Distribution& q, const Support& over,
                    const Integrand& integrand, double tolerance) {
  const std::vector<HalfLine> lines = HalfLines(p, q, over);
  const Endings endings(p, q, integrand);
  Adaptive adaptive(p, q, integrand);
  Integrals found;
  constexpr double kDoubtful = 0.25;
  Values rest{};
  std::vector<std::array<Tails, 2>> tails(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    const HalfLine& line = lines[i];
    if (line.has_gap) {
      found.of[0] = {kInfinity, kInfinity, kInfinity};
      return found;
    }
    double ends[]{line.low, line.high};
    for (const bool is_high : {false, true}) {
      if (is_high && !line.is_infinite) break;
      const auto [fate, line_rest] = endings.Of(line, is_high);
      const auto& [of_p, of_q] = is_high ? line.beyond_high : line.beyond_low;
      found.diverges = found.diverges || fate == Fate::kDiverges;
      double unknown = fate == Fate::kUnknown ? kInfinity : 0;
      if (of_p.doubt + of_q.doubt > kDoubtful) {
        unknown += line_rest;
        const bool is_resolved = is_high || line.anchor == 0;
        if (fate == Fate::kFalls && is_resolved && of_p.doubt <= kDoubtful) {
          ends[is_high] = endings.LastWithMass(line, is_high);
          tails[i][is_high] = endings.TailsFrom(line, ends[is_high], is_high);
        }
      }
      for (size_t c = 0; c < integrand.controlled; ++c) {
        if (!tails[i][is_high][c]) rest[c] += unknown;
      }
      adaptive.AddKnown(tails[i][is_high]);
    }
    if (found.diverges) return found;
    const auto& [before, after] = tails[i];
    adaptive.AddPanels(line, ends[0], ends[1], line.scales);
    adaptive.AddPanels(line, line.low, ends[0], line.scales, &before);
    adaptive.AddPanels(line, ends[1], line.high, line.scales, &after);
    adaptive.AddPanels(line, -kFarthest, line.low, std::array{line.low}, &before);
    if (line.is_infinite) {
      adaptive.AddPanels(line, line.high, kFarthest, std::array{line.high}, &after);
    }
  }
  adaptive.Refine(tolerance);
  found.of = adaptive.Sums();
  for (size_t c = 0; c < integrand.controlled; ++c) found.of[c].error += rest[c];
  return found;
}

}  // namespace kl
