#include <gtest/gtest.h>

#include <cmath>

#include "support/gradients.h"
#include "support/worst.h"

namespace kl::test {
namespace {

/// The error beyond what such a noise of ratios allows, in units in the last place of the magnitude.
double ErrorOf(double got, const WantedDerivative& want, double noise) {
  if (std::isnan(got)) return kInfinity;
  if (std::isinf(got))
    return (got > 0 ? want.value : -want.value) > 0x1.fffffffffff00p1023 ? 0 : kInfinity;
  int exponent = 0;
  frexp(want.magnitude, &exponent);
  const int last = std::max(exponent - 53, -1074);
  const Real error = abs(Real(got) - want.value) - want.noise * noise;
  return error <= 0 ? 0 : static_cast<double>(Real(ldexp(error, -last)));
}

void Compare(const std::vector<double>& got, const std::vector<WantedDerivative>& want,
             const char* by, Kind kind, const Weights& weights, WorstOf<Kind>& worst,
             double noise = kGradientNoise) {
  ASSERT_EQ(got.size(), want.size());
  for (size_t i = 0; i < got.size(); ++i) {
    const double error = ErrorOf(got[i], want[i], noise);
    worst.Include(kind, error);
    ASSERT_LE(error, kGradientMaxUlp) << kind << ", by " << by << "[" << i << "]: " << weights
                                      << "; got " << got[i] << ", want " << want[i].value;
  }
}

/// Weights > 0 in both: where one is 0 it becomes the other, or 1.
Weights WithoutZeros(Weights weights) {
  for (size_t i = 0; i < weights.size(); ++i) {
    double &p = weights.p[i], &q = weights.q[i];
    if (p == 0) p = q > 0 ? q : 1;
    if (q == 0) q = p;
  }
  return weights;
}

TEST(Gradient, IsWithinItsBoundInAllCoordinates) {
  WorstOf<Kind> worst("Gradient");
  ForEachKind(3, [&](Kind kind, const Weights& given) {
    const Weights weights = WithoutZeros(given);
    const Reals p = AsReals(weights.p), q = AsReals(weights.q);
    for (const Coordinates coordinates : kAllCoordinates) {
      for (const Options& options : {kDivideNats, kAsGivenNats}) {
        const bool as_given = options.normalization == Normalization::kAsGiven;
        const Weights got = GradientOf(weights, coordinates, options);
        const WantedGradient want = ExactGradient(p, q, coordinates, as_given);
        Compare(got.p, want.p, "p", kind, weights, worst);
        Compare(got.q, want.q, "q", kind, weights, worst);
      }
    }
  });
}

TEST(Gradient, OfLogitsIsWithinItsBoundInAllCoordinates) {
  WorstOf<Kind> worst("Gradient of logits");
  ForEachSeed([&](Random& random) {
    for (int i = 0; i < 50 * kEffort && !testing::Test::HasFailure(); ++i) {
      Weights logits;
      const double spread = std::ldexp(1, random.Between(-3, 9)),
                   difference = std::ldexp(1, random.Between(-45, 5));
      for (int k = random.Between(2, 20); k > 0; --k) {
        logits.p.push_back(spread * random.Signed());
        logits.q.push_back(logits.p.back() + difference * random.Signed());
      }
      for (const Coordinates coordinates : kAllCoordinates) {
        const Weights got =
            GradientOf(logits, coordinates, {Normalization::kDivide, Form::kLogits});
        const Reals p = Softmax(logits.p), q = Softmax(logits.q);
        const WantedGradient want = ExactGradient(p, q, coordinates, false);
        Real greatest = 0;
        for (size_t k = 0; k < p.size(); ++k)
          greatest = std::max(greatest, Real(abs(Log(Real(p[k] / q[k])))));
        const double noise = kGradientMaxUlp * 0x1p-53 * static_cast<double>(greatest);
        Compare(got.p, want.p, "p", Kind::kOrdinary, logits, worst, noise);
        Compare(got.q, want.q, "q", Kind::kOrdinary, logits, worst, noise);
      }
    }
  });
}

/// P and Q after a step h of coordinate i of one of them.
Reals Stepped(const Reals& x, size_t i, const Real& h, Coordinates coordinates, bool as_given) {
  Reals moved = x;
  if (coordinates == Coordinates::kWeights) {
    moved[i] += h;
  } else if (coordinates == Coordinates::kLogits) {
    moved[i] *= exp(h);
  } else {
    const Real sum = as_given ? Real(1) : Total(x);
    for (size_t k = 0; k < x.size(); ++k)
      moved[k] = x[k] / sum + h * ((k == i ? 1 : 0) - Real(1) / x.size());
  }
  return moved;
}

TEST(Gradient, IsWhatDivergencesDifferBy) {
  const Weights weights{{0.1, 0.2, 0.3, 1.4}, {2, 0.25, 0.125, 3}};
  const Reals p = AsReals(weights.p), q = AsReals(weights.q);
  const Real h("1e-35");
  for (const Coordinates coordinates : kAllCoordinates) {
    for (const bool as_given : {false, true}) {
      const WantedGradient want = ExactGradient(p, q, coordinates, as_given);
      // On the simplex P and Q are the probabilities: both must be, or neither.
      const bool shares = coordinates == Coordinates::kSimplex && !as_given;
      const auto unmoved = [&](const Reals& x) {
        return shares ? Stepped(x, 0, 0, coordinates, false) : x;
      };
      for (size_t i = 0; i < p.size(); ++i) {
        const auto step = [&](const Reals& x, const Real& by) {
          return Stepped(x, i, by, coordinates, as_given);
        };
        const Real by_p = (Divergence(step(p, h), unmoved(q), as_given) -
                           Divergence(step(p, -h), unmoved(q), as_given)) /
                          (2 * h);
        const Real by_q = (Divergence(unmoved(p), step(q, h), as_given) -
                           Divergence(unmoved(p), step(q, -h), as_given)) /
                          (2 * h);
        EXPECT_LT(abs(by_p - want.p[i].value), Real("1e-60"))
            << i << " of P, " << static_cast<int>(coordinates);
        EXPECT_LT(abs(by_q - want.q[i].value), Real("1e-60"))
            << i << " of Q, " << static_cast<int>(coordinates);
      }
    }
  }
}

TEST(Gradient, IsZeroExactlyForProportionalWeights) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 200; ++i) {
      Weights weights;
      const int n = random.Between(1, 70), factor = random.Between(1, 1000);
      for (int k = 0; k < n; ++k) weights.p.push_back(random.Between(1, 1000000) * 0x1p-70);
      for (const double x : weights.p) weights.q.push_back(x * factor);
      for (const Coordinates coordinates : kAllCoordinates) {
        const Weights got = GradientOf(weights, coordinates, kDivideNats);
        for (const auto* derivatives : {&got.p, &got.q}) {
          for (const double derivative : *derivatives) ASSERT_EQ(derivative, 0) << weights;
        }
      }
    }
  });
}

TEST(Gradient, OnTheSimplexSumsToZero) {
  ForEachSeed([](Random& random) {
    for (int i = 0; i < 100; ++i) {
      const Weights weights = Make(Kind::kOrdinary, SomeSize(random), random);
      const Weights got = GradientOf(weights, Coordinates::kSimplex, kDivideNats);
      for (const auto* derivatives : {&got.p, &got.q}) {
        Real sum = 0, magnitude = 0;
        for (const double x : *derivatives) sum += x, magnitude += std::abs(x);
        EXPECT_LE(abs(sum), 0x1p-50 * magnitude) << weights;
      }
    }
  });
}

TEST(Gradient, ToAnotherBaseIsThatInNatsOverItsLogarithm) {
  const Weights weights{{1, 2, 7}, {3, 3, 4}};
  for (const Coordinates coordinates : kAllCoordinates) {
    const Weights nats = GradientOf(weights, coordinates, kDivideNats);
    const Weights bits =
        GradientOf(weights, coordinates, {.normalization = Normalization::kDivide, .base = 2});
    for (size_t i = 0; i < weights.size(); ++i) {
      EXPECT_DOUBLE_EQ(bits.p[i], nats.p[i] / std::log(2));
      EXPECT_DOUBLE_EQ(bits.q[i], nats.q[i] / std::log(2));
    }
  }
}

}  // namespace
}  // namespace kl::test
