#pragma once

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include "result.h"

namespace kl::test {

/// FNV-1a over the bytes of doubles, lowest first.
class Hash {
 public:
  void Add(double x) {
    uint64_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    for (int shift = 0; shift < 64; shift += 8)
      value_ = (value_ ^ ((bits >> shift) & 0xff)) * 0x100000001b3;
  }
  void Add(const Finding& finding) {
    Add(finding.value);
    Add(finding.error);
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xcbf29ce484222325;
};

inline std::string Hex(uint64_t x) {
  char text[20];
  std::snprintf(text, sizeof text, "0x%016" PRIx64, x);
  return text;
}

}  // namespace kl::test
