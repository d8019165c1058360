#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

#include "support/ulp.h"

namespace kl::test {

/// The largest error of each kind of input; shown at the end of its test with KL_SHOW_WORST=1 in the environment.
template <class Key>
class WorstOf {
 public:
  explicit WorstOf(const char* what) : what_(what) {}
  ~WorstOf() {
    if (std::getenv("KL_SHOW_WORST") == nullptr) return;
    for (const auto& [key, error] : worst_)
      std::cout << what_ << ", " << key << ": " << error << " ulp\n";
  }
  void Include(const Key& key, double error) {
    double& worst = worst_[key];
    if (error > worst) worst = error;
  }

 private:
  const char* what_;
  std::map<Key, double> worst_;
};

}  // namespace kl::test
