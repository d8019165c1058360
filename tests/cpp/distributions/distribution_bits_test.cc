#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <string>

#include "distributions/parameters.h"
#include "distributions/random.h"
#include "divergence/kl_divergence.h"
#include "support/hash.h"

// The promise of equal bits, of distributions: native builds and WebAssembly give these same constants. A change of an algorithm
// changes them, and the test prints the new ones; a change of compiler, flags or platform must not.

namespace kl::test {
namespace {

struct Recorded {
  const char* draws;
  const char* divergences;  // from this family to every other
};

const std::map<std::string, Recorded>& AllRecorded() {
  static const std::map<std::string, Recorded> all = {
      {"Bernoulli", {"0xc5ef4b684aae8338", "0x53deb1dfece83b29"}},
      {"Beta", {"0x0564d67245a6919b", "0x83ccef34e8298532"}},
      {"Binomial", {"0xb83aada71da7a618", "0x24b4861e6f70ead8"}},
      {"Categorical", {"0x735fcf6bc80a0a18", "0xf2fe9a51befe616b"}},
      {"Cauchy", {"0x24c5bdba6766518e", "0x2b241f093dbf3359"}},
      {"Chi2", {"0x50e0c97c83f85275", "0xab9ed21c64eb9aa0"}},
      {"ContinuousBernoulli", {"0xe7f66780b6d46a5c", "0x223370ce2d6d33c1"}},
      {"DiagonalNormal", {"0x2569b87a8ce426ce", "0x90d78d17417e0ccb"}},
      {"Dirichlet", {"0x2f8ef7b6fd814e4c", "0xf4b5d1752a65ecfc"}},
      {"Exponential", {"0xbeeaf52310018b42", "0xa030b30fdb03d954"}},
      {"Gamma", {"0x47b98905ed468e5c", "0x9cc1f4d57ac0a7d9"}},
      {"Geometric", {"0x40825911d7319deb", "0x4e79bd747de79c57"}},
      {"Gumbel", {"0x35531df755428cb1", "0xebcac8a948c8fb0c"}},
      {"HalfCauchy", {"0x47899eece17e8356", "0xf66a6ce6cb2817b5"}},
      {"HalfNormal", {"0xbb3a83515ca2feab", "0xe8e818a4ffef58c5"}},
      {"InverseGamma", {"0x58239f06511be7af", "0xf7148a066a36d28c"}},
      {"Kumaraswamy", {"0x54da5d712994f01e", "0x70ceefcde216023b"}},
      {"Laplace", {"0xa0926ffeccb3495d", "0xdd44b64be822cb25"}},
      {"LogNormal", {"0x13e0105da51ca8e9", "0x19cd60efd3c07da0"}},
      {"LogUniform", {"0x9fcaf58a0f96760b", "0xbbc16724a36df821"}},
      {"Logistic", {"0xccdf9f6e76901d3b", "0x8444f32712cb75bb"}},
      {"NegativeBinomial", {"0x8857e53c3e2f8307", "0x1e7c157ad5ce8cd5"}},
      {"Normal", {"0xcdaca2e166ffb1b0", "0x12a8ee3df3448cf7"}},
      {"Pareto", {"0xb76211043413ce0d", "0x229960c431c387dd"}},
      {"Poisson", {"0x5dc9d5648ccf3d1d", "0xa980ee35c14602b9"}},
      {"Rayleigh", {"0x53ddda8cc8405618", "0xa6558de5ad5d4c32"}},
      {"StudentT", {"0xe8e32133b8d2ea2e", "0x293f3418be323100"}},
      {"Uniform", {"0xc7ea3d6d314ea21e", "0x4f3656a41787660f"}},
      {"VonMises", {"0x9dd8e71a8e8d387a", "0xed799abf07aff905"}},
      {"Weibull", {"0xf7ec546df0b8ac0f", "0x81081f4adcc7964f"}},
  };
  return all;
}

std::string HashOfDraws(const Family& family) {
  Hash hash;
  for (size_t i = 0; i < family.parametrizations().size(); ++i) {
    const Owned d = Representative(family, static_cast<int>(i), 0);
    kl::Random random(20261121);
    std::vector<double> draws(1000 * static_cast<size_t>(family.Dimension(d)));
    family.Sample(d, random, draws.data(), 1000);
    for (const double x : draws) hash.Add(x);
  }
  return Hex(hash.value());
}

std::string HashOfDivergences(const Family& family) {
  Hash hash;
  const Owned p = Representative(family, 0, 0);
  for (const Family* other : Families()) {
    if (IsStructured(*other)) continue;
    const Owned q = Representative(*other, 0, 0.25);
    const Result<Finding> result = KlDivergence(p, q);
    if (!result.problem) hash.Add(result.value.value);
  }
  hash.Add(family.Entropy(p));
  return Hex(hash.value());
}

TEST(Bits, OfDistributionsAreTheSameOnEveryPlatform) {
  for (const Family* family : Families()) {
    if (IsStructured(*family)) continue;
    const std::string name = family->name(), draws = HashOfDraws(*family),
                      divergences = HashOfDivergences(*family);
    const auto recorded = AllRecorded().find(name);
    const bool is_same = recorded != AllRecorded().end() && recorded->second.draws == draws &&
                         recorded->second.divergences == divergences;
    EXPECT_TRUE(is_same) << "{\"" << name << "\", {\"" << draws << "\", \"" << divergences
                         << "\"}},";
  }
}

}  // namespace
}  // namespace kl::test
