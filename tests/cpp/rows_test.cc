#include "measures/rows.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "measures/kl_divergence.h"
#include "support/inputs.h"

namespace kl::test {
namespace {

/// Rows of P and of Q, one after another.
struct Table {
  size_t rows, columns;
  Weights weights{{}, {}};

  Weights Row(size_t row) const {
    const auto from = static_cast<std::ptrdiff_t>(row * columns),
               to = from + static_cast<std::ptrdiff_t>(columns);
    return {{weights.p.begin() + from, weights.p.begin() + to},
            {weights.q.begin() + from, weights.q.begin() + to}};
  }
  void Append(const Weights& row) {
    weights.p.insert(weights.p.end(), row.p.begin(), row.p.end());
    weights.q.insert(weights.q.end(), row.q.begin(), row.q.end());
  }
};

void DivideBySum(std::vector<double>& x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& weight : x) weight /= sum;
}

/// Rows of all kinds, half of them ordinary.
Table MakeTable(size_t rows, size_t columns, bool are_probabilities, Random& random) {
  Table table{rows, columns};
  for (size_t row = 0; row < rows; ++row) {
    const Kind kind = random.OneIn(2)
                          ? Kind::kOrdinary
                          : kAllKinds[random.Below(static_cast<int>(std::size(kAllKinds)))];
    Weights weights = Make(kind, columns, random);
    if (are_probabilities) {
      DivideBySum(weights.p);
      DivideBySum(weights.q);
    }
    table.Append(weights);
  }
  return table;
}

/// As KlDivergence of one row after another, the values in place of P.
void CheckAgainstSingleRows(const Table& table, const Options& options) {
  std::vector<double> values = table.weights.p;
  const RowsDone done = KlDivergenceOfRows(values.data(), table.weights.q.data(), table.rows,
                                           table.columns, options, values.data());
  for (size_t row = 0; row < table.rows; ++row) {
    const Weights weights = table.Row(row);
    PairsInMemory pairs = InMemory(weights);
    const Result<Finding> want = KlDivergence(pairs, options);
    if (want.problem) {
      EXPECT_EQ(done.count, row);
      EXPECT_EQ(done.problem.status, want.problem.status);
      EXPECT_EQ(done.problem.argument, want.problem.argument);
      EXPECT_EQ(done.problem.index, want.problem.index);
      return;
    }
    EXPECT_EQ(values[row], want.value.value) << "row " << row << ": " << weights;
  }
  EXPECT_EQ(done.count, table.rows);
  EXPECT_FALSE(done.problem);
}

constexpr Normalization kNormalizations[] = {Normalization::kStrict, Normalization::kDivide,
                                             Normalization::kAsGiven};

/// Calls check(table, options) for rows of 1 to 40 columns and some longer ones.
template <class Check>
void ForTables(Check check) {
  ForEachSeed([&](Random& random) {
    for (size_t columns = 1; columns <= 80; columns += columns < 40 ? 1 : 8) {
      for (const Normalization normalization : kNormalizations) {
        for (const double base : {kE, 2.0, 0.5}) {
          const size_t rows = static_cast<size_t>(random.Between(1, 60));
          const bool strict = normalization == Normalization::kStrict;
          Table table = MakeTable(rows, columns, strict || random.OneIn(2), random);
          SCOPED_TRACE(testing::Message() << rows << " rows of " << columns);
          check(table, Using(normalization, base), random);
          if (testing::Test::HasFailure()) return;
        }
      }
    }
  });
}

TEST(Rows, HaveTheBitsOfEachRowAlone) {
  ForTables([](const Table& table, const Options& options, Random&) {
    CheckAgainstSingleRows(table, options);
  });
}

TEST(Rows, EndAtTheFirstRowThatIsInvalid) {
  ForTables([](Table& table, const Options& options, Random& random) {
    const size_t row = static_cast<size_t>(random.Below(static_cast<int>(table.rows)));
    const size_t column = static_cast<size_t>(random.Below(static_cast<int>(table.columns)));
    std::vector<double>& side = random.OneIn(2) ? table.weights.p : table.weights.q;
    side[row * table.columns + column] =
        random.Pick(std::vector<double>{-1, -0x1p-1074, std::nan(""), HUGE_VAL});
    CheckAgainstSingleRows(table, options);
  });
}

TEST(Rows, RefuseABaseThatIsNone) {
  Random random(1);
  const Table table = MakeTable(5, 3, true, random);
  for (const double base : {1.0, 0.0, -2.0, HUGE_VAL, std::nan("")}) {
    std::vector<double> values(5);
    const RowsDone done = KlDivergenceOfRows(table.weights.p.data(), table.weights.q.data(), 5, 3,
                                             Using(Normalization::kStrict, base), values.data());
    EXPECT_EQ(done.count, 0u);
    EXPECT_EQ(done.problem.status, Status::kBaseNotUsable) << base;
  }
}

double Short(const Weights& weights, const Options& options = {}) {
  return ShortDivergence(weights.p.data(), weights.q.data(), weights.size(), options);
}

// Without this, everything above would hold of a function that finds nothing.
TEST(ShortDivergence, IsFoundForOrdinaryProbabilities) {
  ForEachSeed([](Random& random) {
    for (size_t n = 1; n <= kShortMax; ++n) {
      Weights weights{std::vector<double>(n), std::vector<double>(n)};
      for (size_t i = 0; i < n; ++i) {
        weights.p[i] = random.Unit();
        weights.q[i] = random.Unit() * random.Unit();
      }
      DivideBySum(weights.p);
      DivideBySum(weights.q);
      EXPECT_TRUE(n == 1 || Short(weights) > 0) << weights;
      EXPECT_EQ(Short({weights.p, weights.p}), 0);
    }
  });
}

TEST(ShortDivergence, IsLeftToOthersWhereItsArithmeticIsNotEnough) {
  const Weights good{{0.25, 0.25, 0.5}, {0.5, 0.25, 0.25}};
  ASSERT_GT(Short(good), 0);
  for (const size_t i : {size_t{0}, size_t{1}, size_t{2}}) {
    for (const double x : {0.0, -0.0, -1.0, 0x1p-401, 0x1p-1074, 0x1p401, HUGE_VAL, -HUGE_VAL,
                           std::nan(""), -std::nan("")}) {
      Weights in_p = good, in_q = good;
      in_p.p[i] = in_q.q[i] = x;
      for (const Normalization normalization : {Normalization::kStrict, Normalization::kDivide}) {
        EXPECT_EQ(Short(in_p, {normalization}), kNotFound) << x;
        EXPECT_EQ(Short(in_q, {normalization}), kNotFound) << x;
      }
    }
  }
  EXPECT_EQ(Short(good, {Normalization::kAsGiven}), kNotFound);
  EXPECT_EQ(Short(good, {.normalization = Normalization::kDivide, .form = Form::kLogits}),
            kNotFound);
  EXPECT_EQ(Short({{}, {}}, kDivideNats), kNotFound);
  const Weights proportional{{0.25, 0.25, 0.5}, {0.375, 0.375, 0.75}};
  EXPECT_EQ(Short(proportional, kDivideNats), kNotFound);
  const Weights many{std::vector<double>(kShortMax + 1, 0x1p-6),
                     std::vector<double>(kShortMax + 1, 0x1p-6)};
  EXPECT_EQ(Short(many), kNotFound);
}

TEST(ShortDivergence, IsLeftToOthersWhereASumMayNotBeOne) {
  const auto found = [](double p_off, double q_off) {
    return Short({{0.5, 0.5 + p_off}, {0.25, 0.75 + q_off}}) != kNotFound;
  };
  for (const double sign : {1.0, -1.0}) {
    EXPECT_TRUE(found(sign * 9e-7, 0));
    EXPECT_TRUE(found(0, sign * 9e-7));
    EXPECT_FALSE(found(sign * 1.01e-6, 0));
    EXPECT_FALSE(found(0, sign * 1.01e-6));
  }
}

}  // namespace
}  // namespace kl::test
