#pragma once

#include <span>

#include "result.h"

namespace kl {

/// What the number, or every number, of a parameter must be.
enum class Rule {
  kFinite,
  kPositive,
  kNonNegative,
  kWhole,                // 0, 1, 2 …, at most kMaxCount
  kProbability,          // in [0, 1]
  kOpenProbability,      // in (0, 1)
  kPositiveProbability,  // in (0, 1]
  kBelowOne,             // in [0, 1)
};

/// The largest count: every whole number up to it is a double.
inline constexpr double kMaxCount = 0x1p53;

/// How many numbers a parameter is (see Distribution); none, if it is the distributions of which another is made.
enum class Shape { kScalar, kVector, kMatrix, kFactor, kComponents };

/// A parameter, named as in torch.distributions, in camelCase.
struct Parameter {
  const char* name;
  Rule rule;
  Shape shape = Shape::kScalar;
};

/// One of the ways to give a family's parameters, such as by `probs` or by `logits`.
using Parametrization = std::span<const Parameter>;

/// The status of the rule that x breaks; kOk if it keeps it.
Status Broken(Rule rule, double x);

}  // namespace kl
