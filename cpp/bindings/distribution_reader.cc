#include "bindings/distribution_reader.h"

#include <emscripten/emscripten.h>

#include "distributions/families.h"

namespace kl::bindings {
namespace {

std::vector<double> buffer;

}  // namespace

/// The address of room for n numbers. What a large call took is given back by the next small one.
extern "C" EMSCRIPTEN_KEEPALIVE double* distributionBuffer(int n) {
  constexpr size_t kKept = 4096;
  const auto size = static_cast<size_t>(n);
  if (buffer.capacity() > kKept && size <= kKept) std::vector<double>().swap(buffer);
  buffer.resize(size);
  return buffer.data();
}

DistributionReader::DistributionReader(int total)
    : at_(buffer.data()), components_(static_cast<size_t>(total)) {}

Distribution DistributionReader::Next() {
  Distribution d;
  d.family = Families()[static_cast<size_t>(Count())];
  d.parametrization = Count();
  d.dimension = Count();
  d.rank = Count();
  const auto numbers = static_cast<size_t>(Count()), components = static_cast<size_t>(Count());
  d.numbers = {at_, numbers};
  at_ += numbers;
  const size_t first = used_;
  used_ += components;  // those of one distribution lie together; their own components come after
  for (size_t i = 0; i < components; ++i) components_[first + i] = Next();
  d.components = {components_.data() + first, components};
  return d;
}

}  // namespace kl::bindings
