#include "support/inputs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kl::test {
namespace {

constexpr double kTenth[] = {1,    1e-1, 1e-2,  1e-3,  1e-4,  1e-5,  1e-6,  1e-7,
                             1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15};

double Near(double x, double relative, Random& random) {
  return x * (1 + relative * random.Signed());
}

double OneUlpOff(double x, Random& random) {
  return random.OneIn(3) ? std::nextafter(x, random.OneIn(2) ? 0 : 1e308) : x;
}

double Count(Random& random) {
  const int digits = random.Between(0, 15);
  double limit = 1;
  for (int i = 0; i < digits; ++i) limit *= 10;
  return std::floor(limit * random.Unit());
}

/// One outcome after the other, by a rule with a state.
class Maker {
 public:
  Maker(Kind kind, Random& random) : kind_(kind), random_(random) {
    relative_ = kTenth[random.Between(1, 15)];
    factor_ = random.WithExponent(-20, 20);
    p_ratio_ = random.Unit(), q_ratio_ = random.Unit();
    p_shift_ = random.Between(-950, 950), q_shift_ = random.Between(-950, 950);
    tiny_ = random.Between(-1000, -40);
  }

  void Next(double& p, double& q) {
    p = random_.Unit();
    q = random_.Unit();
    switch (kind_) {
      case Kind::kOrdinary:
        break;
      case Kind::kNear:
        q = Near(p, relative_, random_);
        break;
      case Kind::kLastPlace:
        q = OneUlpOff(p, random_);
        break;
      case Kind::kSparse:
        if (random_.OneIn(2)) p = 0;
        if (p == 0 && random_.OneIn(2)) q = 0;
        break;
      case Kind::kSubnormal:
        p = std::ldexp(std::floor(std::ldexp(p, random_.Between(1, 52))), -1074);
        q = std::ldexp(std::ceil(std::ldexp(q, random_.Between(1, 52))), -1074);
        break;
      case Kind::kHugeRange:
        p = random_.WithExponent(-1000, 1000);
        q = random_.OneIn(3) ? Near(p, relative_, random_) : random_.WithExponent(-1000, 1000);
        break;
      case Kind::kCounts:
        p = Count(random_);
        q = random_.OneIn(3) ? p + 1 : Count(random_) + 1;
        break;
      case Kind::kNearProportional:
        q = Near(p, relative_, random_) * factor_;
        break;
      case Kind::kGeometric:
        p = p_last_ = std::max(p_last_ * p_ratio_, 0x1p-1000);
        q = q_last_ = std::max(q_last_ * q_ratio_, 0x1p-1000);
        break;
      case Kind::kTinyAndOrdinary:
        if (random_.OneIn(2)) p = std::ldexp(p, random_.Between(-1010, -900));
        q = random_.OneIn(2) ? Near(p, relative_, random_) : p;
        if (random_.OneIn(8)) q = std::ldexp(q, random_.Between(-60, 60));
        break;
      case Kind::kDominant:
        if (count_ > 0) p = std::ldexp(p, tiny_);
        q = OneUlpOff(p, random_);
        if (count_ > 0 && random_.OneIn(2)) q = Near(p, relative_, random_);
        if (count_ > 0 && random_.OneIn(8)) p = 0;
        break;
      case Kind::kScalesApart:
        p = std::ldexp(p, p_shift_);
        q = std::ldexp(q, q_shift_);
        break;
      case Kind::kHeaviestDiffers:
        q = p = count_ > 0 ? p : 1.5;
        if (count_ == 0) q = std::nextafter(p, random_.OneIn(2) ? 1 : 2);
        break;
    }
    ++count_;
  }

 private:
  Kind kind_;
  Random& random_;
  double relative_, factor_, p_ratio_, q_ratio_, p_last_ = 1, q_last_ = 1;
  int p_shift_, q_shift_, tiny_, count_ = 0;
};

}  // namespace

Weights Make(Kind kind, size_t n, Random& random) {
  Weights weights{std::vector<double>(n), std::vector<double>(n)};
  Maker maker(kind, random);
  for (size_t i = 0; i < n; ++i) maker.Next(weights.p[i], weights.q[i]);
  const auto has_weight = [](double x) { return x > 0; };
  if (std::none_of(weights.p.begin(), weights.p.end(), has_weight)) {
    weights.p[0] = weights.q[0] > 0 ? weights.q[0] : 1;
    if (weights.q[0] == 0) weights.q[0] = 1;
  }
  return weights;
}

Weights MakeLogits(LogitKind kind, size_t n, Random& random) {
  constexpr double kNone = -std::numeric_limits<double>::infinity();
  const double relative = kTenth[random.Between(1, 15)];
  const double p_level = 1e4 * random.Signed(), q_level = 1e4 * random.Signed();
  const double width = random.OneIn(2) ? 700 : 5000;
  const bool alike = random.OneIn(2);
  const int fraction = random.Between(8, 36), lead = random.Between(5, 900);
  Weights logits{std::vector<double>(n), std::vector<double>(n)};
  for (size_t i = 0; i < n; ++i) {
    double &a = logits.p[i], &b = logits.q[i];
    a = 4 * random.Signed();
    b = 4 * random.Signed();
    switch (kind) {
      case LogitKind::kOrdinary:
        break;
      case LogitKind::kNear:
        b = Near(a, relative, random);
        break;
      case LogitKind::kLastPlace:
        b = OneUlpOff(a, random);
        break;
      case LogitKind::kLevels:
        if (alike) b = Near(a, relative, random);
        a += p_level;
        b += q_level;
        break;
      case LogitKind::kNearShifted:
        a = std::ldexp(std::round(std::ldexp(a, fraction)), -fraction);
        b = a + std::round(p_level);
        if (random.OneIn(8)) b = Near(b, relative, random);
        break;
      case LogitKind::kWide:
        a *= width / 4;
        b = random.OneIn(3) ? Near(a, relative, random) : b * width / 4;
        break;
      case LogitKind::kMissing:
        if (alike) b = Near(a, relative, random);
        if (i > 0 && random.OneIn(3)) a = kNone;
        if (a == kNone && random.OneIn(2)) b = kNone;
        break;
      case LogitKind::kDominant:
        if (i > 0) a -= lead;
        b = alike || random.OneIn(2) ? Near(a, relative, random) : OneUlpOff(a, random);
        break;
      case LogitKind::kLogProbabilities:
        if (alike) b = Near(a, relative, random);
        break;
    }
  }
  if (kind == LogitKind::kLogProbabilities) {
    for (auto* array : {&logits.p, &logits.q}) {
      double sum = 0;
      for (const double x : *array) sum += std::exp(x);
      for (double& x : *array) x -= std::log(sum);
    }
  }
  return logits;
}

std::ostream& operator<<(std::ostream& out, LogitKind kind) {
  constexpr const char* kNames[] = {"ordinary", "near",         "last place",
                                    "levels",   "near shifted", "wide",
                                    "missing",  "dominant",     "log-probabilities"};
  return out << kNames[static_cast<int>(kind)] << " logits";
}

Weights WithCommonSupport(Weights weights) {
  for (size_t i = 0; i < weights.size(); ++i) {
    if (weights.p[i] == 0) weights.q[i] = 0;
  }
  return weights;
}

size_t SomeSize(Random& random) {
  static const std::vector<size_t> small = {1,  2,  3,  4,  5,   7,   16,  31, 32,
                                            33, 63, 64, 65, 100, 127, 128, 129};
  static const std::vector<size_t> medium = {255, 256, 257, 300, 1000};
  static const std::vector<size_t> large = {4095, 4096, 4097, 5000};
  if (random.OneIn(60)) return random.Pick(large);
  return random.OneIn(8) ? random.Pick(medium) : random.Pick(small);
}

size_t SomeSizeFor(Kind kind, Random& random) {
  const bool slow = kind == Kind::kHugeRange || kind == Kind::kTinyAndOrdinary ||
                    kind == Kind::kDominant || kind == Kind::kGeometric;
  static const std::vector<size_t> small = {1, 2, 3, 4, 5, 7, 16, 31, 32, 33, 65};
  if (!slow) return SomeSize(random);
  return random.OneIn(20) ? 300 : random.Pick(small);
}

std::ostream& operator<<(std::ostream& out, Kind kind) {
  constexpr const char* kNames[] = {
      "ordinary",   "near",         "last place",        "sparse",    "subnormal",
      "huge range", "counts",       "near proportional", "geometric", "tiny and ordinary",
      "dominant",   "scales apart", "heaviest differs"};
  return out << kNames[static_cast<int>(kind)];
}

std::ostream& operator<<(std::ostream& out, const Weights& weights) {
  constexpr size_t kShown = 8;
  out << std::hexfloat;
  for (const auto* array : {&weights.p, &weights.q}) {
    out << (array == &weights.p ? "P = [" : "; Q = [");
    for (size_t i = 0; i < std::min(kShown, array->size()); ++i)
      out << (i > 0 ? ", " : "") << (*array)[i];
    out << (array->size() > kShown ? ", …]" : "]");
  }
  return out << std::defaultfloat << ", n = " << weights.size();
}

}  // namespace kl::test
