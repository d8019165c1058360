#include "distributions/families.h"

#include <vector>

namespace kl {

std::span<const Family* const> Families() {
#define KL_ADDRESS(name) &name##Family(),
  static const Family* const families[] = {KL_FAMILIES(KL_ADDRESS)};
#undef KL_ADDRESS
  return families;
}

}  // namespace kl
