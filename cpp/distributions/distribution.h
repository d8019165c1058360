#pragma once

#include <array>
#include <initializer_list>
#include <span>

namespace kl {

class Family;

/// One distribution: its family and its parameters, which are the caller's memory.
///
/// `numbers` holds the parameters one after another in the order of the family's parametrization; vectors have `dimension`
/// elements, square matrices dimension², row by row, factors dimension · rank.
struct Distribution {
  const Family* family = nullptr;
  int parametrization = 0;
  int dimension = 0;
  int rank = 0;
  std::span<const double> numbers{};
  std::span<const Distribution> components{};
};

/// A distribution of up to four numbers, that are its own.
class SmallDistribution {
 public:
  SmallDistribution() = default;
  SmallDistribution(const Family& family, std::initializer_list<double> numbers,
                    int parametrization = 0)
      : family_(&family), parametrization_(parametrization), size_(numbers.size()) {
    size_t i = 0;
    for (const double number : numbers) numbers_[i++] = number;
  }
  operator Distribution() const& {  // not of a temporary, whose numbers are gone at once
    return {family_, parametrization_, 0, 0, {numbers_.data(), size_}, {}};
  }
  const Family& family() const { return *family_; }

 private:
  const Family* family_ = nullptr;
  int parametrization_ = 0;
  std::array<double, 4> numbers_{};
  size_t size_ = 0;
};

/// What else a distribution is: a member of no more than three other families.
class Lifts {
 public:
  void push_back(const SmallDistribution& lift) { all_[size_++] = lift; }
  size_t size() const { return size_; }
  const SmallDistribution* begin() const { return all_.data(); }
  const SmallDistribution* end() const { return begin() + size_; }

 private:
  std::array<SmallDistribution, 3> all_{};
  size_t size_ = 0;
};

}  // namespace kl
