#pragma once

#include <ostream>
#include <vector>

#include "distributions/families.h"
#include "support/random.h"

namespace kl::test {

/// A distribution with its numbers.
struct Owned {
  const Family* family;
  int parametrization = 0;
  int dimension = 0;
  std::vector<double> numbers{};

  operator Distribution() const { return {family, parametrization, dimension, 0, numbers, {}}; }
};

/// In hex, so that a failure can be copied.
std::ostream& operator<<(std::ostream& out, const Owned& d);

enum class Size {
  kOrdinary,
  kExtreme,  // 1e-150 … 1e150, and probabilities and logits as near to certainty
};

/// Random numbers that keep every rule of the family; of families that are not made of other distributions, matrices or
/// factors.
Owned SomeOf(const Family& family, int parametrization, Size size, Random& random);

/// A member as ordinary as can be; another for another shift.
Owned Representative(const Family& family, int parametrization, double shift);

/// Another member, of relative differences from 1e-3 to 1e-15; some numbers may be equal. P's support lies in its own.
Owned NearTo(const Owned& p, Random& random);

/// Any other member to which D(P‖·) has a closed form and is finite, where one is known to be.
Owned PartnerOf(const Owned& p, Size size, Random& random);

/// Families of which there are no random members here: those made of other distributions, matrices or factors.
bool IsStructured(const Family& family);

/// Families of one number with random members.
std::vector<const Univariate*> UnivariateFamilies();

/// f(family, parametrization) for every way to give the numbers of every family that has random members.
template <class F>
void ForEachFamily(F f) {
  for (const Family* family : Families()) {
    if (IsStructured(*family)) continue;
    for (size_t i = 0; i < family->parametrizations().size(); ++i) {
      SCOPED_TRACE(std::string(family->name()) + " by parametrization " + std::to_string(i));
      f(*family, static_cast<int>(i));
    }
  }
}

}  // namespace kl::test
