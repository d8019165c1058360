#include "support/distribution_reference_counts.h"

#include "support/distribution_reference_functions.h"

namespace kl::test {
namespace {

using R = Digits;

const R kMinusInfinity = -std::numeric_limits<R>::infinity();

/// x y with 0 · −∞ = 0.
R Times(const R& x, const R& y) { return x == 0 ? R(0) : R(x * y); }

/// log p and log(1 − p) of a chance given by its probability or its logit.
struct LogChance {
  R yes, no;

  static LogChance Of(int parametrization, const R& number) {
    if (parametrization == 0) {
      return {number == 0 ? kMinusInfinity : Log(number),
              number == 1 ? kMinusInfinity : Log1p(R(-number))};
    }
    const R small = Log1p(Exp(R(-abs(number))));
    return number > 0 ? LogChance{-small, -number - small} : LogChance{number - small, -small};
  }
};

RealDistribution Counts(double high, const R& mean, RealFunction f) {
  return {std::move(f),
          0,
          high,
          true,
          {static_cast<double>(mean)},
          static_cast<double>(R(sqrt(mean) + 1))};
}

}  // namespace

RealDistribution Bernoulli(int by, const Numbers& n) {
  const LogChance chance = LogChance::Of(by, n[0]);
  return Counts(1, R(0), [=](const Point& k) { return k.x() == 0 ? chance.no : chance.yes; });
}

RealDistribution Binomial(int by, const Numbers& n) {
  const LogChance chance = LogChance::Of(by, n[1]);
  const R count = n[0], constant = LogGamma(R(count + 1));
  return Counts(static_cast<double>(count), R(count * Exp(chance.yes)), [=](const Point& at) {
    const R k = at.x();
    return R(constant - LogGamma(R(k + 1)) - LogGamma(R(count - k + 1)) + Times(k, chance.yes) +
             Times(R(count - k), chance.no));
  });
}

RealDistribution Geometric(int by, const Numbers& n) {
  const LogChance chance = LogChance::Of(by, n[0]);
  return Counts(kInfinity, Exp(R(-chance.yes)),
                [=](const Point& k) { return R(chance.yes + Times(k.x(), chance.no)); });
}

RealDistribution NegativeBinomial(int by, const Numbers& n) {
  const LogChance chance = LogChance::Of(by, n[1]);
  const R r = n[0], constant = -LogGamma(r) + r * chance.no;
  return Counts(kInfinity, R(r * Exp(R(chance.yes - chance.no))), [=](const Point& at) {
    const R k = at.x();
    return R(constant + LogGamma(R(k + r)) - LogGamma(R(k + 1)) + Times(k, chance.yes));
  });
}

RealDistribution Poisson(int, const Numbers& n) {
  const R rate = n[0], log = rate == 0 ? kMinusInfinity : Log(rate);
  return Counts(kInfinity, rate, [=](const Point& k) {
    return R(Times(k.x(), log) - rate - LogGamma(R(k.x() + 1)));
  });
}

RealDistribution Categorical(int by, const Numbers& n) {
  Numbers logs = n;
  if (by == 0) {
    for (R& x : logs) x = x == 0 ? kMinusInfinity : Log(x);
  }
  R sum = 0;
  for (const R& x : logs) sum += Exp(x);
  const R log_sum = Log(sum);
  return {[=](const Point& k) { return R(logs[static_cast<size_t>(k.x())] - log_sum); },
          0,
          static_cast<double>(n.size() - 1),
          true,
          {0},
          static_cast<double>(n.size())};
}

}  // namespace kl::test
