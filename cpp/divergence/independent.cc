#include "divergence/independent.h"

#include <algorithm>
#include <vector>

#include "distributions/families.h"
#include "divergence/kl_divergence.h"
#include "kernels/double_double.h"
#include "special/elementary.h"

namespace kl {
namespace {

/// The components of a distribution, those of components and the coordinates of a DiagonalNormal among them.
class Parts {
 public:
  explicit Parts(const Distribution& d)
      : normals_(static_cast<size_t>(d.family->Dimension(d))), all_(normals_.size()) {
    Add(d);
  }

  std::span<const Distribution> all() const { return {all_.data(), size_}; }

 private:
  void Add(const Distribution& d) {
    if (d.family == &IndependentFamily()) {
      for (const Distribution& component : d.components) Add(component);
    } else if (d.family == &DiagonalNormalFamily()) {
      const auto n = static_cast<size_t>(d.dimension);
      for (size_t i = 0; i < n; ++i) {
        normals_[size_] = {NormalFamily(), {d.numbers[i], d.numbers[n + i]}};
        all_[size_] = normals_[size_];
        ++size_;
      }
    } else {
      all_[size_++] = d;
    }
  }

  std::vector<SmallDistribution> normals_;
  std::vector<Distribution> all_;  // of at least one dimension each
  size_t size_ = 0;
};

/// Some parts as one distribution; no family, if it has no name.
Distribution Joined(std::span<const Distribution> parts, std::vector<double>& numbers) {
  if (parts.size() == 1) return parts[0];
  numbers.clear();
  for (const size_t k : {size_t{0}, size_t{1}}) {
    for (const Distribution& part : parts) {
      if (part.family != &NormalFamily()) return {};
      numbers.push_back(part.numbers[k]);
    }
  }
  return {&DiagonalNormalFamily(), 0, static_cast<int>(parts.size()), 0, numbers, {}};
}

/// The sum of findings, as good as the worst of them: methods are in that order, but for kInfinite.
class Total {
 public:
  void Add(const Result<Finding>& found) {
    if (found.problem) {
      if (!problem_) problem_ = found.problem;
      return;
    }
    if (!IsFinite(found.value.value)) {
      if (!infinite_) infinite_ = found.value;
      return;
    }
    sum_ = kl::Add(sum_, found.value.value);
    error_ += found.value.error;
    method_ = std::max(method_, found.value.method);
  }

  Result<Finding> result() const {
    if (infinite_) return {*infinite_, {}};
    if (problem_) return {{}, problem_};
    const Finding rounded = Found(Value(sum_), 1, method_);
    if (!IsFinite(rounded.value)) return {rounded, {}};
    return {{rounded.value, error_ + rounded.error, method_, Reason::kNone, kNoIndex}, {}};
  }

 private:
  DoubleDouble sum_{0, 0};
  double error_ = 0;
  Method method_ = Method::kClosedForm;
  Problem problem_{};
  std::optional<Finding> infinite_{};
};

}  // namespace

std::optional<Result<Finding>> IndependentKlDivergence(const Distribution& p,
                                                       const Distribution& q) {
  if (p.family != &IndependentFamily() && q.family != &IndependentFamily()) return std::nullopt;
  const Parts p_parts(p), q_parts(q);
  std::span<const Distribution> of_p = p_parts.all(), of_q = q_parts.all();
  std::vector<double> p_numbers, q_numbers;
  Total total;
  while (!of_p.empty()) {
    // As few as have as many dimensions.
    size_t i = 1, j = 1;
    int excess = of_p[0].family->Dimension(of_p[0]) - of_q[0].family->Dimension(of_q[0]);
    while (excess != 0) {
      const Distribution& next = excess < 0 ? of_p[i++] : of_q[j++];
      excess += (excess < 0 ? 1 : -1) * next.family->Dimension(next);
    }
    const Distribution a = Joined(of_p.first(i), p_numbers), b = Joined(of_q.first(j), q_numbers);
    total.Add(a.family && b.family
                  ? KlDivergence(a, b)
                  : Result<Finding>{{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}});
    of_p = of_p.subspan(i);
    of_q = of_q.subspan(j);
  }
  return total.result();
}

}  // namespace kl
