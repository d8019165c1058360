#include "divergence/log_ratio.h"

#include <algorithm>

#include "special/elementary.h"

namespace kl {
namespace {

/// Log densities are right to this, times 1 and their size.
constexpr double kUnit = 0x1p-50;

/// Differences that are known better than this are taken as they are.
constexpr double kGood = 0x1p-46;

struct GaussNode {
  double at, weight;
  bool is_of_four;
};
constexpr GaussNode kGauss[] = {
    {0x1.1c6490c2719ecp-4, 0x1.64340f7e7b66bp-3, true},
    {0x1.51ee013116102p-2, 0x1.4de5f840c24cap-2, true},
    {0x1.5708ff6774f7fp-1, 0x1.4de5f840c24cap-2, true},
    {0x1.dc736de7b1cc3p-1, 0x1.64340f7e7b66bp-3, true},
    {0x1.cda042f0236e1p-4, 0x1.1c71c71c71c72p-2, false},
    {0.5, 0x1.c71c71c71c71cp-2, false},
    {0x1.c64bf7a1fb924p-1, 0x1.1c71c71c71c72p-2, false},
};

/// Whether numbers between P's and Q's are numbers of a distribution of the same kind.
bool HaveWay(const Distribution& p, const Distribution& q) {
  if (p.family != q.family || p.parametrization != q.parametrization) return false;
  if (p.numbers.size() != q.numbers.size()) return false;
  size_t i = 0;
  for (const Parameter& parameter :
       p.family->parametrizations()[static_cast<size_t>(p.parametrization)]) {
    if (parameter.shape != Shape::kScalar) break;  // of vectors all numbers are alike
    if (parameter.rule == Rule::kWhole && p.numbers[i] != q.numbers[i]) return false;
    ++i;
  }
  return std::equal(p.components.begin(), p.components.end(), q.components.begin(),
                    q.components.end(), HaveWay);
}

void AddWay(const Distribution& p, const Distribution& q, std::vector<double>& way) {
  for (size_t i = 0; i < p.numbers.size(); ++i) way.push_back(p.numbers[i] - q.numbers[i]);
  for (size_t i = 0; i < p.components.size(); ++i) AddWay(p.components[i], q.components[i], way);
}

}  // namespace

/// The distribution on the way from Q to P, with its own numbers.
class Between {
 public:
  Between(const Distribution& p, const Distribution& q, double t)
      : whole_(p),
        parts_(p.components.size()),
        components_(p.components.begin(), p.components.end()) {
    for (size_t i = 0; i < p.numbers.size(); ++i)
      numbers_.push_back(q.numbers[i] + t * (p.numbers[i] - q.numbers[i]));
    for (size_t i = 0; i < p.components.size(); ++i) {
      parts_[i] = std::make_unique<Between>(p.components[i], q.components[i], t);
      components_[i] = parts_[i]->whole_;
    }
    whole_.numbers = numbers_;
    whole_.components = components_;
  }
  Between(const Between&) = delete;

  const Distribution& whole() const { return whole_; }

 private:
  Distribution whole_;
  std::vector<double> numbers_{};
  std::vector<std::unique_ptr<Between>> parts_;
  std::vector<Distribution> components_;
};

LogRatios::LogRatios(const Distribution& p, const Distribution& q) {
  if (!HaveWay(p, q)) return;
  may_jump_ = !p.components.empty();
  AddWay(p, q, way_);
  std::vector<double> of_p, of_q;
  p.family->univariate(p)->AddBreaks(p, of_p);
  q.family->univariate(q)->AddBreaks(q, of_q);
  for (size_t i = 0; i < of_p.size() && i < of_q.size(); ++i)
    kinks_.push_back(std::minmax(of_p[i], of_q[i]));
  for (const auto& [at, weight, is_of_four] : kGauss) {
    auto between = std::make_unique<Between>(p, q, at);
    Scores scores(between->whole());
    stops_.push_back({std::move(between), std::move(scores), weight, is_of_four});
  }
}

LogRatios::~LogRatios() = default;

Doubtful LogRatios::At(const Node& node) const {
  const Doubtful difference{node.log_p - node.log_q,
                            kUnit * (2 + Abs(node.log_p) + Abs(node.log_q)) + node.doubt};
  if (!IsFinite(difference.value)) return {difference.value, 0};
  if (stops_.empty() || difference.doubt <= kGood * Abs(difference.value)) return difference;
  if (may_jump_ && MeetsKink(node.x)) return difference;
  const Doubtful along = AlongTheWay(node);
  return along.doubt < difference.doubt ? along : difference;
}

bool LogRatios::MeetsKink(double x) const {
  return std::any_of(kinks_.begin(), kinks_.end(),
                     [&](const auto& kink) { return x >= kink.first && x <= kink.second; });
}

Doubtful LogRatios::AlongTheWay(const Node& node) const {
  std::vector<double> score(way_.size()), noise(way_.size());
  double of_four = 0, of_three = 0, magnitude = 0, doubt = 0;
  for (const auto& [between, scores, weight, is_of_four] : stops_) {
    scores.At(node, score, noise);
    double& sum = is_of_four ? of_four : of_three;
    for (size_t i = 0; i < way_.size(); ++i) {
      if (way_[i] == 0) continue;
      sum += weight * (way_[i] * score[i]);
      magnitude += weight * Abs(way_[i] * score[i]);
      doubt += weight * Abs(way_[i]) * noise[i];
    }
  }
  // What has a kink on the way may have either sign on all of it.
  doubt += Abs(of_four - of_three) + (MeetsKink(node.x) ? 2 : 4 * kUnit) * magnitude;
  return {of_four, doubt == doubt ? doubt : kInfinity};
}

}  // namespace kl
