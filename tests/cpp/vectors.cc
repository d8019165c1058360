#include "support/vectors.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace kl::test {

double Row::Double(size_t cell) const { return std::strtod(cells.at(cell).c_str(), nullptr); }

Wanted Row::Want(size_t cell) const {
  char* rest = nullptr;
  Wanted wanted = Exactly(std::strtod(cells.at(cell).c_str(), &rest));
  if (*rest == '|') wanted.rest = std::strtod(rest + 1, nullptr);
  return wanted;
}

std::vector<double> Row::List(size_t cell) const {
  std::vector<double> list;
  std::istringstream words(cells.at(cell));
  for (std::string word; words >> word;) list.push_back(std::strtod(word.c_str(), nullptr));
  return list;
}

std::vector<Row> ReadVectors(const std::string& name) {
  std::ifstream file(KL_VECTORS "/" + name);
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Row row{name + ":" + std::to_string(number), {}};
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.cells.push_back(cell);
    rows.push_back(row);
  }
  EXPECT_GT(rows.size(), 1u) << name << " has no rows";
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

}  // namespace kl::test
