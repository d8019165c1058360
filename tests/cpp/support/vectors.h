#pragma once

#include <string>
#include <vector>

#include "support/ulp.h"

namespace kl::test {

/// A row of a file of vectors, cell by cell. A number is a hex float; `a|r` stands for a + r units in its last place,
/// which is how a file keeps more digits than a double has. A list is numbers with spaces between.
struct Row {
  std::string where;  // file and line
  std::vector<std::string> cells;

  double Double(size_t cell) const;
  Wanted Want(size_t cell) const;
  std::vector<double> List(size_t cell) const;
};

/// The rows of tests/vectors/<name>, without comments (# …) and the line of column names. Ends the test if there are none.
std::vector<Row> ReadVectors(const std::string& name);

}  // namespace kl::test
