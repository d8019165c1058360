#include "distributions/count_draws.h"

#include "distributions/count_masses.h"
#include "special/elementary.h"

namespace kl {
namespace {

constexpr double kSmallMean = 10;

/// From here on, a rate's standard deviation is nothing beside its rounding.
constexpr double kSmooth = 0x1p108;

/// The first k whose cumulated mass exceeds a uniform number, for mass(k + 1) = mass(k)·ratio(k).
template <class RatioOf>
double Invert(Random& random, double mass, RatioOf ratio) {
  double left = random.Uniform() - mass, k = 0;
  for (; left > 0 && mass > 0; ++k) {
    mass *= ratio(k);
    left -= mass;
  }
  return k;
}

/// The hat that both methods share: k = ⌊(2a/s + b) u + c⌋, s = ½ − |u|, u uniform in (−½, ½); `top` bounds
/// v (a/s² + b)⁻¹ · top ≤ mass(k)/mass(mode).
struct Hat {
  double a, b, c, at_once, top;
};

template <class LogMass>
double Reject(Random& random, const Hat& hat, LogMass log_mass) {
  for (;;) {
    const double u = random.Uniform() - 0.5, v = random.Uniform(), s = 0.5 - Abs(u);
    const double k = __builtin_floor((2 * hat.a / s + hat.b) * u + hat.c);
    if (s >= 0.07 && v <= hat.at_once) return k;
    if (k < 0) continue;
    if (Log(v * hat.top / (hat.a / (s * s) + hat.b)) <= log_mass(k)) return k;
  }
}

}  // namespace

double DrawPoisson(Random& random, double rate) {
  if (rate < kSmallMean) {
    return Invert(random, Exp(-rate), [rate](double k) { return rate / (k + 1); });
  }
  if (rate > kSmooth) return rate;
  const double b = 0.931 + 2.53 * Sqrt(rate);
  const Hat hat{-0.059 + 0.02483 * b, b, rate + 0.43, 0.9277 - 3.6224 / (b - 2),
                1.1239 + 1.1328 / (b - 3.4)};
  return Reject(random, hat, [rate](double k) { return LogPoissonMass(rate, k); });
}

double DrawBinomial(Random& random, double n, const Chance& chance) {
  const bool is_rare = chance.yes.hi <= 0.5;  // else what fails is counted
  const double p = is_rare ? chance.yes.hi : chance.no.hi,
               rest = is_rare ? chance.no.hi : chance.yes.hi;
  const auto of_yes = [=](double k) { return is_rare ? k : n - k; };
  if (n * p < kSmallMean) {
    const double odds = p / rest;
    const double none = Exp(n * (is_rare ? chance.LogNo() : chance.LogYes()));
    return of_yes(Invert(random, none, [=](double k) { return (n - k) / (k + 1) * odds; }));
  }
  const double spread = Sqrt(n * p * rest), b = 1.15 + 2.53 * spread;
  const double at_mode = LogBinomialMass(n, chance, of_yes(__builtin_floor((n + 1) * p)));
  const Hat hat{-0.0873 + 0.0248 * b + 0.01 * p, b, n * p + 0.5, 0.92 - 4.2 / b,
                (2.83 + 5.1 / b) * spread};
  return of_yes(Reject(random, hat,
                       [&](double k) { return LogBinomialMass(n, chance, of_yes(k)) - at_mode; }));
}

}  // namespace kl
