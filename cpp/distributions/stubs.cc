#include "distributions/families.h"
// Temporary: stands for families that are not written yet; strong definitions replace these.
namespace kl {
#define KL_STUB(name) [[gnu::weak]] const Family& name##Family();
KL_FAMILIES(KL_STUB)
#undef KL_STUB
#define S(name) [[gnu::weak]] const Family& name##Family() { return ExponentialFamily(); }
  S(DiagonalNormal) 
 S(Independent) 
 S(LowRankMultivariateNormal) S(Mixture) S(MultivariateNormal) 
  
}
