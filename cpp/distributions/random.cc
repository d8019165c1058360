#include "distributions/random.h"

#include "special/elementary.h"

namespace kl {
namespace {

uint64_t Rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

uint64_t SplitMix(uint64_t& state) {
  uint64_t z = (state += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

}  // namespace

Random::Random(uint64_t seed) {
  for (uint64_t& word : state_) word = SplitMix(seed);
}

uint64_t Random::Bits() {
  const uint64_t result = Rotate(state_[0] + state_[3], 23) + state_[0], shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = Rotate(state_[3], 45);
  return result;
}

double Random::Exponential() { return -Log(Uniform()); }

namespace {

/// The half-plane under e^(−x²/2), x ≥ 0, as 256 layers of one area: layer i reaches to edge[i], and lies wholly under
/// the curve up to edge[i + 1]. Layer 0 is the bottom with the tail beyond kTail.
struct Ziggurat {
  static constexpr int kLayers = 256;
  static constexpr double kTail = 3.6541528853610088, kArea = 0.00492867323399;

  double edge[kLayers + 1], height[kLayers + 1];

  Ziggurat() {
    const auto curve = [](double x) { return Exp(-HalfSquare(x)); };
    edge[0] = kArea / curve(kTail);
    edge[1] = kTail;
    for (int i = 2; i < kLayers; ++i)
      edge[i] = Sqrt(-2 * Log(kArea / edge[i - 1] + curve(edge[i - 1])));
    edge[kLayers] = 0;
    for (int i = 0; i <= kLayers; ++i) height[i] = curve(edge[i]);
  }
};

}  // namespace

/// G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random variables", 2000; with layer, sign and place
/// from separate bits, as J. A. Doornik (2005) found necessary.
double Random::Normal() {
  static const Ziggurat ziggurat;
  for (;;) {
    const uint64_t bits = Bits();
    const auto layer = static_cast<size_t>(bits & 255);
    const double sign = bits & 256 ? -1 : 1;
    const double x = static_cast<double>(bits >> 11) * 0x1p-53 * ziggurat.edge[layer];
    if (x < ziggurat.edge[layer + 1]) return sign * x;
    if (layer == 0) {
      double beyond, other;
      do {
        beyond = Exponential() / Ziggurat::kTail;
        other = Exponential();
      } while (2 * other < beyond * beyond);
      return sign * (Ziggurat::kTail + beyond);
    }
    const double low = ziggurat.height[layer], high = ziggurat.height[layer + 1];
    if (low + Uniform() * (high - low) < Exp(-HalfSquare(x))) return sign * x;
  }
}

/// G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", 2000.
double Random::Gamma(double concentration) {
  if (concentration < 1) return Exp(LogGamma(concentration));
  const double d = concentration - 1.0 / 3, c = 1 / Sqrt(9 * d);
  for (;;) {
    const double x = Normal(), root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (Log(Uniform()) < 0.5 * x * x + d - d * v + d * Log(v)) return d * v;
  }
}

/// Gamma(a) is Gamma(a + 1) times U^(1/a).
double Random::LogGamma(double concentration) {
  if (concentration >= 1) return Log(Gamma(concentration));
  return Log(Gamma(concentration + 1)) + Log(Uniform()) / concentration;
}

}  // namespace kl
