#include <algorithm>

#include "distributions/categorical_noise.h"
#include "distributions/families.h"
#include "distributions/random.h"
#include "distributions/univariate.h"
#include "measures/gradient.h"
#include "measures/kl_divergence.h"
#include "measures/prepared.h"
#include "special/elementary.h"
#include "special/gamma.h"
#include "special/twice.h"

// Categorical(probs) or Categorical(logits): the outcomes 0 … n − 1, with probabilities in proportion to probs, or to e^logits.

namespace kl {
namespace {

constexpr Parameter kByProbs[] = {{"probs", Rule::kNonNegative, Shape::kVector}};
constexpr Parameter kByLogits[] = {{"logits", Rule::kFinite, Shape::kVector}};
constexpr Parametrization kParametrizations[] = {kByProbs, kByLogits};

bool IsByLogits(const Distribution& d) { return d.parametrization == 1; }

Options OptionsOf(bool by_logits) {
  return {Normalization::kDivide, by_logits ? Form::kLogits : Form::kWeights};
}

double SumOf(const Distribution& weights) {
  PairsInMemory pairs(weights.numbers.data(), weights.numbers.data(), weights.numbers.size());
  const Total total = Sum(pairs).value.p;
  return Scale(Value(total.sum), total.exponent);
}

/// Takes the gradient by P's or by Q's numbers, over the sum of the weights where these were not divided by it before.
class OneSide final : public GradientSink {
 public:
  OneSide(bool of_p, std::span<Partial> out, double sum) : of_p_(of_p), out_(out), sum_(sum) {}

  void Write(size_t offset, const double* p, const double* q, size_t n) override {
    for (size_t i = 0; i < n && offset + i < out_.size(); ++i) {
      out_[offset + i] = (of_p_ ? p : q)[i] / sum_;
    }
  }

 private:
  bool of_p_;
  std::span<Partial> out_;
  double sum_;
};

/// log probabilities, right to some ulp also where they are near 0.
std::vector<double> LogProbabilities(const Distribution& d) {
  std::vector<double> logs(d.numbers.begin(), d.numbers.end());
  if (!IsByLogits(d)) {
    PairsInMemory pairs(logs.data(), logs.data(), logs.size());
    const Total total = Sum(pairs).value.p;
    for (double& x : logs) x = LogRatio(DoubleDouble{Scale(x, -total.exponent), 0}, total.sum);
    return logs;
  }
  const auto greatest = std::max_element(logs.begin(), logs.end());
  const double max = *greatest;
  DoubleDouble others{0, 0};
  for (auto at = logs.begin(); at != logs.end(); ++at) {
    if (at != greatest) others = Add(others, Exp(*at - max));
  }
  const double log_sum = Log1p(Value(others));
  for (double& x : logs) x = (x - max) - log_sum;
  return logs;
}

/// The outcomes of d, others up to `size` having no probability; as logits, if so wanted.
std::vector<double> Padded(const Distribution& d, size_t size, bool as_logits) {
  std::vector<double> numbers(d.numbers.begin(), d.numbers.end());
  if (as_logits && !IsByLogits(d)) {
    for (double& x : numbers) x = Log(x);
  }
  numbers.resize(size, as_logits ? -kInfinity : 0);
  return numbers;
}

/// How far log p/q of some outcome can be off, where weights had to be replaced by their logarithms.
double ErrorOfLogs(const std::vector<double>& logs) {
  double greatest = 0;
  for (const double x : logs) {
    if (IsFinite(x)) greatest = std::max(greatest, Abs(x));
  }
  return 0x1p-52 * greatest;
}

class Categorical final : public Univariate {
 public:
  using Univariate::Univariate;

  Problem Check(const Distribution& d, Argument argument) const override {
    if (const Problem problem = Family::Check(d, argument)) return problem;
    if (d.numbers.empty()) return {Status::kEmpty, argument, 0};
    for (const double x : d.numbers) {
      if (x != 0 || IsByLogits(d)) return {};
    }
    return {Status::kSumIsZero, argument, 0};
  }

  Support SupportOf(const Distribution& d) const override {
    size_t first = 0, last = d.numbers.size() - 1;
    if (!IsByLogits(d)) {
      while (d.numbers[first] == 0) ++first;
      while (d.numbers[last] == 0) --last;
    }
    return {static_cast<double>(first), static_cast<double>(last), true};
  }
  Bulk BulkOf(const Distribution& d) const override {
    const auto mode = std::max_element(d.numbers.begin(), d.numbers.end());
    return {static_cast<double>(mode - d.numbers.begin()), 0.5};
  }

  double Entropy(const Distribution& d) const override {
    PairsInMemory pairs(d.numbers.data(), d.numbers.data(), d.numbers.size());
    return Prepared::Read(pairs, OptionsOf(IsByLogits(d))).value.FindEntropies(pairs).p;
  }

  void LogDensity(const Distribution& d, const double* x, size_t n, double* out) const override {
    const std::vector<double> logs = LogProbabilities(d);
    for (size_t i = 0; i < n; ++i) {
      const bool is_outcome =
          x[i] >= 0 && x[i] < static_cast<double>(logs.size()) && x[i] == __builtin_floor(x[i]);
      out[i] = is_outcome ? logs[static_cast<size_t>(x[i])] : -kInfinity;
    }
  }

  void Sample(const Distribution& d, Random& random, double* out, size_t n) const override {
    std::vector<double> cumulated = LogProbabilities(d);
    DoubleDouble sum{0, 0};
    for (double& x : cumulated) {
      sum = Add(sum, Exp(x));
      x = sum.hi;
    }
    for (size_t i = 0; i < n; ++i) {
      const double u = random.Uniform() * cumulated.back();
      const auto at = std::upper_bound(cumulated.begin(), cumulated.end() - 1, u);
      out[i] = static_cast<double>(at - cumulated.begin());
    }
  }

  /// The finite measures' way. Of weights and logits, the weights' logarithms are taken, with an error that P and Q of one
  /// kind do not have.
  std::optional<Finding> KlDivergence(const Distribution& p, const Distribution& q) const override {
    const bool as_logits = IsByLogits(p) || IsByLogits(q);
    const size_t size = std::max(p.numbers.size(), q.numbers.size());
    const std::vector<double> of_p = Padded(p, size, as_logits), of_q = Padded(q, size, as_logits);
    PairsInMemory pairs(of_p.data(), of_q.data(), size);
    Finding found = kl::KlDivergence(pairs, OptionsOf(as_logits)).value;
    if (!IsFinite(found.value)) return found;
    found.value += 0;  // no −0
    found.method = Method::kFiniteSum;
    if (IsByLogits(p) != IsByLogits(q)) {
      const double off = ErrorOfLogs(IsByLogits(p) ? of_q : of_p);
      found.error += off * (2 * Sqrt(found.value) + off);
    }
    return found;
  }

  std::optional<double> Asymmetry(const Distribution& p, const Distribution& q) const override {
    if (IsByLogits(p) != IsByLogits(q)) return std::nullopt;
    const size_t size = std::max(p.numbers.size(), q.numbers.size());
    const std::vector<double> of_p = Padded(p, size, IsByLogits(p)),
                              of_q = Padded(q, size, IsByLogits(p));
    PairsInMemory pairs(of_p.data(), of_q.data(), size);
    return kl::Asymmetry(pairs, OptionsOf(IsByLogits(p))).value;
  }

  bool Gradient(const Distribution& p, const Distribution& q, std::span<Partial> by_p,
                std::span<Partial> by_q) const override {
    const bool as_logits = IsByLogits(p) || IsByLogits(q);
    const size_t size = std::max(p.numbers.size(), q.numbers.size());
    const std::vector<double> of_p = Padded(p, size, as_logits), of_q = Padded(q, size, as_logits);
    PairsInMemory pairs(of_p.data(), of_q.data(), size);
    for (const bool of_first : {true, false}) {
      const Distribution& d = of_first ? p : q;
      OneSide side(of_first, of_first ? by_p : by_q, as_logits && !IsByLogits(d) ? SumOf(d) : 1);
      kl::Gradient(pairs, OptionsOf(as_logits),
                   IsByLogits(d) ? Coordinates::kLogits : Coordinates::kWeights, side);
    }
    const std::vector<double> p_logs = LogProbabilities(p), q_logs = LogProbabilities(q);
    const auto side = [](const Distribution& d, const std::vector<double>& logs) {
      return CategoricalSide{logs, IsByLogits(d), IsByLogits(d) ? 1 : SumOf(d)};
    };
    AddNoise(side(p, p_logs), side(q, q_logs), by_p, by_q);
    return true;
  }

  void Score(const Distribution& d, double x, std::span<double> out) const override {
    const std::vector<double> logs = LogProbabilities(d);
    const auto at = static_cast<size_t>(x);
    for (size_t i = 0; i < logs.size(); ++i) {
      const double by_logit = i == at ? -Expm1(logs[i]) : -Exp(logs[i]);
      out[i] = IsByLogits(d) ? by_logit : i == at ? by_logit / d.numbers[i] : -1 / SumOf(d);
    }
  }

  /// Σ pᵢ s(i).
  Expectation Expect(const Distribution& d, const Statistic& statistic) const override {
    const std::vector<double> logs = LogProbabilities(d);
    DoubleDouble sum{0, 0};
    double log_factorial = 0, log_rising = 0;
    for (size_t i = 0; i < logs.size(); ++i) {
      const auto x = static_cast<double>(i);
      if (i > 0) log_factorial += Log(x);
      if (i > 0) log_rising += Log(statistic.a + (x - 1));
      const std::optional<double> value = At(statistic, x, log_factorial, log_rising);
      if (!value) return Expectation::Unknown();
      if (logs[i] > -kInfinity) sum = Add(sum, Exp(logs[i]) * *value);
    }
    return Expectation::Of(Value(sum));
  }

 private:
  static std::optional<double> At(const Statistic& statistic, double x, double log_factorial,
                                  double log_rising) {
    const double a = statistic.a;
    switch (statistic.kind) {
      case Statistic::kShift:
        return x - a;
      case Statistic::kSquare:
        return Square(x - a);
      case Statistic::kAbs:
        return Abs(x - a);
      case Statistic::kExp:
        return Exp(a * (x - statistic.b));
      case Statistic::kLogFactorial:
        return log_factorial;
      case Statistic::kLogRising:
        return log_rising;
      case Statistic::kLogFalling:
        return LogGamma(a - x + 1);
      default:
        return std::nullopt;
    }
  }
};

constexpr Categorical kCategorical("Categorical", kParametrizations);

}  // namespace

const Family& CategoricalFamily() { return kCategorical; }

}  // namespace kl
