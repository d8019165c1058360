#pragma once

#include <span>

#include "distributions/family.h"
#include "distributions/family_list.h"

namespace kl {

#define KL_DECLARE(name) const Family& name##Family();
KL_FAMILIES(KL_DECLARE)
#undef KL_DECLARE

std::span<const Family* const> Families();

/// What is wrong with a distribution or, if it is made of others, with these.
inline Problem Check(const Distribution& d, Argument argument) {
  return d.family->Check(d, argument);
}

}  // namespace kl
