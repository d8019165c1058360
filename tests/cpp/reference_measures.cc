#include "support/reference_measures.h"

#include <algorithm>
#include <cmath>

#include "support/exact.h"

namespace kl::test {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
const Wanted kInfinite{kInf, 0, 0x1p971};

/// Two distributions, or numbers as given: an outcome's share of either, and log(x/y), 0 where one is 0.
template <class R>
struct Shares {
  std::vector<R> x, y, log;
  R x_sum = 0, y_sum = 0;  // before they were divided
  bool x_alone = false, y_alone = false;

  size_t size() const { return x.size(); }
};

/// How far the least share may lie below the greatest, in powers of two; what is below all doubles does not count.
int SpanOf(const std::vector<double>& numbers, bool logits) {
  double least = kInf, greatest = -kInf;
  for (const double number : numbers) {
    const double log2 = logits ? number / std::log(2.0) : number > 0 ? std::log2(number) : -kInf;
    if (log2 == -kInf) continue;
    least = std::min(least, log2);
    greatest = std::max(greatest, log2);
  }
  const double span = greatest - least;
  return span > 0 ? static_cast<int>(std::min(span, logits ? 1200.0 : 2200.0)) : 0;
}

/// f(R{}) with R of so many bits that the square and cube of the smallest differences are right to a hundred.
template <class F>
auto WithBitsFor(const Weights& weights, const Options& options, F f) {
  const bool logits = options.form == Form::kLogits;
  const int bits = std::max(SpanOf(weights.p, logits), SpanOf(weights.q, logits)) + 360;
  if (bits <= 384) return f(Real{});
  if (bits <= 512) return f(Binary<512>{});
  if (bits <= 1024) return f(Binary<1024>{});
  return f(Binary<2688>{});
}

template <class R>
std::vector<R> Powers(const std::vector<double>& numbers, const R& level, bool logits) {
  std::vector<R> powers;
  for (const double number : numbers) {
    if (!logits) {
      powers.push_back(number);
    } else {
      powers.push_back(number == -kInf ? R(0) : Exponential(R(R(number) - level)));
    }
  }
  return powers;
}

template <class R>
R Total(const std::vector<R>& x) {
  R sum = 0;
  for (const R& share : x) sum += share;
  return sum;
}

template <class R>
bool AreProportional(const Weights& weights, const Shares<R>& shares, bool logits) {
  const auto near = [](const R& a, const R& b) {
    return abs(R(a - b)) <= ldexp(R(abs(a)), 40 - std::numeric_limits<R>::digits);
  };
  for (size_t i = 0; i < shares.size(); ++i) {
    if ((shares.x[i] == 0) != (shares.y[i] == 0)) return false;
    if (shares.x[i] == 0) continue;
    if (logits ? R(weights.p[i]) - weights.q[i] != R(weights.p[0]) - weights.q[0]
               : !near(shares.x[i], shares.y[i]))
      return false;
  }
  return true;
}

template <class R>
Shares<R> SharesOf(const Weights& weights, const Options& options) {
  const bool logits = options.form == Form::kLogits;
  const bool as_given = options.normalization == Normalization::kAsGiven;
  const auto level = [&](const std::vector<double>& numbers) {
    return R(as_given || !logits ? 0.0 : *std::max_element(numbers.begin(), numbers.end()));
  };
  Shares<R> shares;
  shares.x = Powers(weights.p, level(weights.p), logits);
  shares.y = Powers(weights.q, level(weights.q), logits);
  shares.x_sum = Total(shares.x);
  shares.y_sum = Total(shares.y);
  if (!as_given) {
    for (R& x : shares.x) x /= shares.x_sum;
    for (R& y : shares.y) y /= shares.y_sum;
    if (AreProportional(weights, shares, logits)) shares.y = shares.x;
  }
  for (size_t i = 0; i < shares.size(); ++i) {
    const R &x = shares.x[i], &y = shares.y[i];
    shares.log.push_back(x == 0 || y == 0 ? R(0) : Log(R(x / y)));
    shares.x_alone = shares.x_alone || (x > 0 && y == 0);
    shares.y_alone = shares.y_alone || (y > 0 && x == 0);
  }
  return shares;
}

template <class R>
WantedSum InBase(const R& nats, const R& magnitude, const R& log_base) {
  return {Rounded(R(nats / log_base)), Rounded(R(abs(R(magnitude / log_base)))).nearest};
}

template <class R>
R LogOfBaseAs(const Options& options) {
  return options.base == kE ? R(1) : Log(R(options.base));
}

template <class R>
WantedMeasures MeasuresOf(const Shares<R>& shares, const Options& options) {
  const R log_base = LogOfBaseAs<R>(options);
  R forward = 0, reverse = 0, forward_magnitude = 0, reverse_magnitude = 0, jensen_shannon = 0,
    asymmetry = 0, asymmetry_magnitude = 0, variation = 0, hellinger = 0, coefficient = 0,
    chi_forward = 0, chi_reverse = 0, p = 0, q = 0, cross_forward = 0, cross_reverse = 0;
  WantedMeasures wanted;
  for (size_t i = 0; i < shares.size(); ++i) {
    const R &x = shares.x[i], &y = shares.y[i], &log = shares.log[i];
    const R middle = (x + y) / 2, d = x - y;
    const R log_x = x == 0 ? R(0) : Log(x), log_y = y == 0 ? R(0) : Log(y);
    forward += x * log;
    reverse -= y * log;
    forward_magnitude += abs(R(x * log));
    reverse_magnitude += abs(R(y * log));
    // As given, the difference of the sums is no part of it.
    const bool as_given = options.normalization == Normalization::kAsGiven;
    const R difference = as_given ? R((x + y) * log) : R((x + y) * log - 2 * d);
    if (x > 0 || y > 0) asymmetry += difference, asymmetry_magnitude += abs(difference);
    if (x > 0 && y > 0) {
      jensen_shannon += (x * Log(R(x / middle)) + y * Log(R(y / middle))) / 2;
      chi_forward += d * d / y;
      chi_reverse += d * d / x;
      coefficient += sqrt(R(x * y));
    } else {
      jensen_shannon += (x + y) * Log(R(2)) / 2;
      chi_forward += y;
      chi_reverse += x;
    }
    const R of_roots = sqrt(x) - sqrt(y);
    variation += abs(d) / 2;
    hellinger += of_roots * of_roots / 2;
    p -= x * log_x;
    q -= y * log_y;
    cross_forward -= x * log_y;
    cross_reverse -= y * log_x;
    wanted.forward_terms.push_back(InBase(R(x * log), x, log_base));
    wanted.reverse_terms.push_back(InBase(R(-y * log), y, log_base));
    if (x > 0 && y == 0) wanted.forward_terms.back().value = kInfinite;
    if (y > 0 && x == 0) wanted.reverse_terms.back().value = kInfinite;
  }
  wanted.forward = InBase(forward, forward_magnitude, log_base);
  wanted.reverse = InBase(reverse, reverse_magnitude, log_base);
  wanted.jeffreys =
      InBase(R(forward + reverse), R(forward_magnitude + reverse_magnitude), log_base);
  wanted.asymmetry = InBase(asymmetry, asymmetry_magnitude, log_base);
  wanted.jensen_shannon = Rounded(R(jensen_shannon / log_base));
  wanted.jensen_shannon_distance = Rounded(R(sqrt(R(abs(R(jensen_shannon / log_base))))));
  wanted.total_variation = Rounded(variation);
  wanted.hellinger = Rounded(R(sqrt(hellinger)));
  if (coefficient == 0) {
    wanted.bhattacharyya = kInfinite;
  } else if (hellinger > 0 || options.normalization == Normalization::kAsGiven) {
    wanted.bhattacharyya = Rounded(R(-Log(coefficient) / log_base));
  }
  wanted.chi_squared_forward = Rounded(chi_forward);
  wanted.chi_squared_reverse = Rounded(chi_reverse);
  wanted.entropy_p = Rounded(R(p / log_base));
  wanted.entropy_q = Rounded(R(q / log_base));
  wanted.cross_forward = Rounded(R(cross_forward / log_base));
  wanted.cross_reverse = Rounded(R(cross_reverse / log_base));
  if (shares.x_alone) {
    wanted.forward.value = wanted.jeffreys.value = wanted.chi_squared_forward =
        wanted.cross_forward = kInfinite;
  }
  if (shares.y_alone) {
    wanted.reverse.value = wanted.jeffreys.value = wanted.chi_squared_reverse =
        wanted.cross_reverse = kInfinite;
  }
  return wanted;
}

/// Σ x^α y^(1−α), over e^greatest.
template <class R>
struct PowerSum {
  R sum = 0, greatest = 0;
};

template <class R>
PowerSum<R> SumOfPowers(const Shares<R>& shares, double alpha) {
  PowerSum<R> powers;
  std::vector<R> logs;
  for (size_t i = 0; i < shares.size(); ++i) {
    if (shares.x[i] == 0 || shares.y[i] == 0) continue;
    logs.push_back(alpha * shares.log[i] + Log(shares.y[i]));
  }
  if (logs.empty()) return powers;
  powers.greatest = *std::max_element(logs.begin(), logs.end());
  for (const R& log : logs) {
    const R below = log - powers.greatest;
    if (below > -20000) powers.sum += Exponential(below);
  }
  return powers;
}

Options Divided(Options options) {
  options.normalization = Normalization::kDivide;
  return options;
}

/// of(shares) in the base; KL and infinite cases apart.
template <class Of>
Wanted OfOrder(const Weights& weights, const Options& options, double alpha, Of of) {
  return WithBitsFor(weights, options, [&]<class R>(const R&) {
    const Shares<R> shares = SharesOf<R>(weights, Divided(options));
    const R log_base = LogOfBaseAs<R>(options);
    if (alpha >= 1 && shares.x_alone) return kInfinite;
    if (alpha == 1) {
      R sum = 0;
      for (size_t i = 0; i < shares.size(); ++i) sum += shares.x[i] * shares.log[i];
      return Rounded(R(sum / log_base));
    }
    if (shares.x == shares.y || (alpha == 0 && !shares.y_alone)) return Wanted{};
    return of(shares, log_base);
  });
}

}  // namespace

WantedMeasures ExactMeasures(const Weights& weights, const Options& options) {
  return WithBitsFor(weights, options, [&]<class R>(const R&) {
    return MeasuresOf(SharesOf<R>(weights, options), options);
  });
}

Wanted ExactRenyi(const Weights& weights, const Options& options, double alpha) {
  return OfOrder(weights, options, alpha, [alpha]<class R>(const Shares<R>& shares, const R& base) {
    if (alpha == kInf) {
      R greatest = -1;
      for (size_t i = 0; i < shares.size(); ++i) {
        if (shares.x[i] > 0) greatest = std::max(greatest, shares.log[i]);
      }
      return Rounded(R(greatest / base));
    }
    const PowerSum<R> powers = SumOfPowers(shares, alpha);
    if (powers.sum == 0) return kInfinite;
    return Rounded(R((Log(powers.sum) + powers.greatest) / (R(alpha) - 1) / base));
  });
}

Wanted ExactTsallis(const Weights& weights, const Options& options, double alpha) {
  return OfOrder(weights, options, alpha, [alpha]<class R>(const Shares<R>& shares, const R& base) {
    if (alpha == kInf) return kInfinite;
    const PowerSum<R> powers = SumOfPowers(shares, alpha);
    if (powers.sum > 0 && Log(powers.sum) + powers.greatest > 20000) return kInfinite;
    const R sum = powers.sum == 0 ? R(0) : R(Exponential(R(Log(powers.sum) + powers.greatest)));
    return Rounded(R((sum - 1) / (R(alpha) - 1) / base));
  });
}

}  // namespace kl::test
