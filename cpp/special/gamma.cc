#include "special/gamma.h"

#include "special/boost_policy.h"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include "special/elementary.h"

namespace kl {

double LogGamma(double x) {
  if (x < 0x1p-1000) return -Log(x);  // Boost takes the logarithm of 1/x, which overflows
  return boost::math::lgamma(x, BoostPolicy());
}
double Digamma(double x) { return boost::math::digamma(x, BoostPolicy()); }
double Trigamma(double x) { return boost::math::trigamma(x, BoostPolicy()); }
double Erf(double x) { return boost::math::erf(x, BoostPolicy()); }

}  // namespace kl
