#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "bindings/distribution_reader.h"
#include "bindings/memory.h"
#include "distributions/families.h"
#include "divergence/entropy.h"
#include "divergence/gaussian_measures.h"
#include "divergence/gradient.h"
#include "divergence/jensen_shannon.h"
#include "divergence/kl_divergence.h"
#include "measures/finding.h"

// Takes derivatives by the numbers of P, which lie at this address, and by those of Q after them.
EM_JS(void, kl_take_derivatives, (const double* derivatives, int by_p, int by_q), {
  Module['takeNumbers'](0, derivatives, by_p);
  Module['takeNumbers'](by_p, derivatives + 8 * by_p, by_q);
});

namespace kl::bindings {
namespace {

/// The measures of two distributions that are one number; their names are those of the module's functions.
enum class DistributionMeasure {
  kKlDivergence,
  kJeffreysDivergence,
  kJensenShannonDivergence,
  kRenyiDivergence,
  kBhattacharyyaDistance,
  kHellingerDistance,
  kWassersteinDistance,
  kEntropy,
};

Result<Finding> FindJeffreys(const Distribution& p, const Distribution& q) {
  const Result<Finding> forward = KlDivergence(p, q);
  if (forward.problem) return forward;
  const Result<Finding> reverse = KlDivergence(q, p);
  return {Jeffreys(forward.value, reverse.value, 1), reverse.problem};
}

/// In nats, if it is made of logarithms.
Result<Finding> Find(DistributionMeasure measure, const Distribution& p, const Distribution& q,
                     double alpha) {
  switch (measure) {
    case DistributionMeasure::kKlDivergence:
      return KlDivergence(p, q);
    case DistributionMeasure::kJeffreysDivergence:
      return FindJeffreys(p, q);
    case DistributionMeasure::kJensenShannonDivergence:
      return JensenShannonDivergence(p, q);
    case DistributionMeasure::kRenyiDivergence:
      return RenyiDivergence(p, q, alpha);
    case DistributionMeasure::kBhattacharyyaDistance:
      return BhattacharyyaDistance(p, q);
    case DistributionMeasure::kHellingerDistance:
      return HellingerDistance(p, q);
    case DistributionMeasure::kWassersteinDistance:
      return WassersteinDistance(p, q);
    case DistributionMeasure::kEntropy:
      return Entropy(p);
  }
  return {};
}

bool HasUnit(DistributionMeasure measure) {
  return measure != DistributionMeasure::kHellingerDistance &&
         measure != DistributionMeasure::kWassersteinDistance;
}

/// Notes what is wrong with the base or with P and Q; true if nothing is.
bool NoteChecks(const Result<double>& log_base, const Distribution& p, const Distribution& q) {
  return NoteProblem(log_base.problem) && NoteProblem(Check(p, Argument::kP)) &&
         NoteProblem(Check(q, Argument::kQ));
}

}  // namespace

extern "C" {

/// A finding, of P and Q; of an entropy, of P twice.
EMSCRIPTEN_KEEPALIVE int measureDistributions(int which, int total, double base, double alpha) {
  DistributionReader reader(total);
  const Distribution p = reader.Next(), q = reader.Next();
  const Result<double> log_base = LogOfBase(base);
  if (!NoteChecks(log_base, p, q)) return 0;
  const auto measure = static_cast<DistributionMeasure>(which);
  const Result<Finding> found = Find(measure, p, q, alpha);
  if (!NoteProblem(found.problem)) return 0;
  Figures{}.Put(HasUnit(measure) ? InBase(found.value, log_base.value) : found.value);
  return 1;
}

/// The derivatives of D(P‖Q) by all numbers of P and of Q.
EMSCRIPTEN_KEEPALIVE int gradientOfDistributions(int total, double base) {
  DistributionReader reader(total);
  const Distribution p = reader.Next(), q = reader.Next();
  const Result<double> log_base = LogOfBase(base);
  if (!NoteChecks(log_base, p, q)) return 0;
  const Result<DistributionGradient> gradient = Gradient(p, q);
  if (!NoteProblem(gradient.problem)) return 0;
  std::vector<double> derivatives;
  for (const auto* side : {&gradient.value.by_p, &gradient.value.by_q}) {
    for (const Derivative& derivative : *side)
      derivatives.push_back(derivative.value / log_base.value + 0.0);  // −0 is 0
  }
  kl_take_derivatives(derivatives.data(), static_cast<int>(gradient.value.by_p.size()),
                      static_cast<int>(gradient.value.by_q.size()));
  return 1;
}

}  // extern "C"

EMSCRIPTEN_BINDINGS(kl_distribution_measures) {
  emscripten::enum_<DistributionMeasure>("DistributionMeasure")
      .value("klDivergence", DistributionMeasure::kKlDivergence)
      .value("jeffreysDivergence", DistributionMeasure::kJeffreysDivergence)
      .value("jensenShannonDivergence", DistributionMeasure::kJensenShannonDivergence)
      .value("renyiDivergence", DistributionMeasure::kRenyiDivergence)
      .value("bhattacharyyaDistance", DistributionMeasure::kBhattacharyyaDistance)
      .value("hellingerDistance", DistributionMeasure::kHellingerDistance)
      .value("wassersteinDistance", DistributionMeasure::kWassersteinDistance)
      .value("entropy", DistributionMeasure::kEntropy);
}

}  // namespace kl::bindings
