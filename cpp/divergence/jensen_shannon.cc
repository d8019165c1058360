#include "divergence/jensen_shannon.h"

#include <algorithm>

#include "divergence/integrate.h"
#include "divergence/log_ratio.h"
#include "divergence/sum_integrand.h"
#include "divergence/support.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kTolerance = 1e-13, kUnit = 0x1p-50;

Support SupportOf(const Distribution& d) { return d.family->univariate(d)->SupportOf(d); }

/// What is integrated: (p + q)/2 times g, h and 1, and the noise of these.
enum { kApart, kShared, kMass, kNoiseOfApart, kNoiseOfShared, kNoiseOfMass, kCount };

/// g = log 2 − h, h = log(1 + w) + a w/(1 + w), w = e^−a.
struct Parts {
  double g, h;

  /// For small a, g = Σ v^2k/(2k (2k − 1)), v = tanh(a/2).
  static Parts Of(double a) {
    constexpr int kTerms = 24;  // v² < 0.22
    const double w = Exp(-a), h = Log1p(w) + (w == 0 ? 0 : a * (w / (1 + w)));
    if (a >= 1) return {kLn2 - h, h};
    const double rise = Expm1(a), v = rise / (rise + 2), z = v * v;
    double series = 0;
    for (int k = kTerms; k >= 1; --k) series = z * (1.0 / (2 * k * (2 * k - 1)) + series);
    return {series, h};
  }
};

void At(const void* context, const Node& node, double* out) {
  std::fill_n(out, kCount, 0.0);
  const double p = Exp(node.log_p + node.log_dx), q = Exp(node.log_q + node.log_dx);
  if (p + q == 0) return;
  const double mean = p / 2 + q / 2;
  const auto noise = [&](double mass, double log) {  // where there is no mass, log may be anything
    return mass == 0 ? 0 : kUnit * (1 + Abs(log) + Abs(node.log_dx));
  };
  const double of_masses =
      noise(p, node.log_p) + noise(q, node.log_q) + (p == 0 || q == 0 ? 0 : node.doubt);
  const auto [log, doubt] = static_cast<const LogRatios*>(context)->At(node);
  const auto [g, h] = Parts::Of(Abs(log));
  out[kApart] = mean * g;
  out[kShared] = mean * h;
  out[kMass] = mean;
  // By log p/q both change by q/2 · log(mean/q), for q < p, which is less than this.
  const double slope = p == 0 || q == 0 ? 0 : p / (p + q) * q / 2 * (Abs(log) + doubt);
  for (const int c : {kApart, kShared, kMass}) out[kNoiseOfApart + c] = of_masses * out[c];
  out[kNoiseOfApart] += doubt * slope;
  out[kNoiseOfShared] += doubt * slope;
}

/// Both forms, and the mean of the masses of P and Q, which is 1.
struct Both {
  Integral apart{}, shared{}, mass{};

  /// What the masses lack beyond what they are known to be off is the error of the densities, if it is small; if not, there is
  /// mass that was not found.
  void Doubt() {
    constexpr double kFound = 1e-9;
    const double lack = Abs(mass.value - 1);
    if (lack <= mass.error) return;
    for (Integral* integral : {&apart, &shared})
      integral->error += lack <= kFound ? 2 * lack * Abs(integral->value) : lack;
  }
};

/// The better one.
Finding Better(Both both, Method method) {
  both.Doubt();
  const Finding apart{both.apart.value, both.apart.error, method, Reason::kNone, kNoIndex};
  const Finding shared{kLn2 - both.shared.value, both.shared.error + 0x1p-52, method, Reason::kNone,
                       kNoIndex};
  const bool may_be_shared = both.shared.value <= kLn2 * 3 / 4;
  const Finding& better = may_be_shared && !(apart.error < shared.error) ? shared : apart;
  if (better.error <= kLn2 && better.value <= kLn2) return better;
  return {kLn2 / 2, kLn2 / 2, method, Reason::kNone, kNoIndex};
}

/// ½ log 2 of the mass of d in a part of the line where the other distribution has none.
void AddAlone(const Distribution& d, double low, double high, Both& both) {
  if (!(low < high)) return;
  const auto mass = [](const void*, const Node& node, double* out) {
    out[0] = Exp(node.log_p + node.log_dx);
    out[1] = kUnit * (1 + Abs(node.log_dx)) * out[0];
  };
  const Integral found =
      Integrate(d, d, {low, high, false}, {mass, nullptr, 2, 1}, kTolerance).of[0];
  both.apart.value += kLn2 / 2 * found.value;
  both.apart.error += kLn2 / 2 * found.error;
  both.mass.value += found.value / 2;
  both.mass.error += found.error / 2;
}

Finding ByQuadrature(const Distribution& p, const Distribution& q) {
  const Support of_p = SupportOf(p), of_q = SupportOf(q);
  const double low = std::max(of_p.low, of_q.low), high = std::min(of_p.high, of_q.high);
  const LogRatios ratios(p, q);
  const Integrals found =
      Integrate(p, q, {low, high, false}, {At, &ratios, kCount, kNoiseOfApart}, kTolerance);
  Both both{found.of[kApart], found.of[kShared], found.of[kMass]};
  if (found.diverges) both.apart.error = both.shared.error = kInfinity;
  for (const auto& [d, own] : {std::pair(&p, of_p), std::pair(&q, of_q)}) {
    AddAlone(*d, own.low, low, both);
    AddAlone(*d, high, own.high, both);
  }
  return Better(both, Method::kQuadrature);
}

/// Of two log densities, Integrate follows the first beyond where it overflows, and not the second: which, has to be tried.
Finding ByQuadratureEitherWay(const Distribution& p, const Distribution& q) {
  const Finding found = ByQuadrature(p, q);
  if (found.error <= 1e-12 * found.value) return found;
  const Finding other = ByQuadrature(q, p);
  return other.error < found.error ? other : found;
}

/// Over all that either reaches and, of what they share, over what both reach: of all the rest, h is less than e^−kReachDepth.
Finding BySums(const Distribution& p, const Distribution& q) {
  const Univariate &p_family = *p.family->univariate(p), &q_family = *q.family->univariate(q);
  const Reach a = ReachOf(p_family, p), b = ReachOf(q_family, q);
  const Reach all{std::min(a.low, b.low), std::max(a.high, b.high)};
  const Reach common{std::max(a.low, b.low), std::min(a.high, b.high)};
  const double width = std::min(p_family.BulkOf(p).width, q_family.BulkOf(q).width);
  const LogRatios ratios(p, q);
  const Integrand integrand{At, &ratios, kCount, kNoiseOfApart};
  Both both;
  const Integrals of_all = SumIntegrand(p, q, all, width, integrand);
  both.apart = of_all.of[kApart];
  both.mass = IsFinite(both.apart.error) ? of_all.of[kMass] : Integral{1, 0, 1};
  if (common.low <= common.high)
    both.shared = SumIntegrand(p, q, common, width, integrand).of[kShared];
  both.shared.error += Exp(-kReachDepth);
  const bool is_finite = SupportOf(p).high < kInfinity && SupportOf(q).high < kInfinity;
  return Better(both, is_finite ? Method::kFiniteSum : Method::kSeries);
}

}  // namespace

Result<Finding> JensenShannonDivergence(const Distribution& p, const Distribution& q) {
  if (const Problem problem = CheckAlike(p, q)) return {{}, problem};
  if (!p.family->univariate(p) || !q.family->univariate(q)) {
    return {{}, {Status::kNoClosedForm, Argument::kNone, kNoIndex, 0}};
  }
  const Support of_p = SupportOf(p), of_q = SupportOf(q);
  const double low = std::max(of_p.low, of_q.low), high = std::min(of_p.high, of_q.high);
  const bool differ = of_p.is_discrete != of_q.is_discrete;
  if (differ || low > high || (low == high && !of_p.is_discrete)) {
    return {Found(kLn2, 1, Method::kClosedForm), {}};
  }
  return {of_p.is_discrete ? BySums(p, q) : ByQuadratureEitherWay(p, q), {}};
}

}  // namespace kl
