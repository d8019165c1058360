#include <emscripten/bind.h>

#include "bindings/memory.h"
#include "measures/kl_divergence.h"

using emscripten::constant;
using emscripten::enum_;

namespace kl::bindings {
namespace {

template <class T>
int AddressOf(const T& object) {
  return static_cast<int>(reinterpret_cast<intptr_t>(&object));
}

}  // namespace

// The names that JavaScript sees. They are the public codes of errors, methods and reasons.
EMSCRIPTEN_BINDINGS(kl) {
  enum_<Status>("Status")
      .value("ok", Status::kOk)
      .value("empty", Status::kEmpty)
      .value("negative", Status::kNegative)
      .value("not-finite", Status::kNotFinite)
      .value("not-a-logit", Status::kNotALogit)
      .value("sum-is-zero", Status::kSumIsZero)
      .value("sum-is-not-one", Status::kSumIsNotOne)
      .value("alpha-not-usable", Status::kAlphaNotUsable)
      .value("base-not-usable", Status::kBaseNotUsable)
      .value("parameter-not-finite", Status::kParameterNotFinite)
      .value("parameter-not-positive", Status::kParameterNotPositive)
      .value("parameter-negative", Status::kParameterNegative)
      .value("parameter-not-whole", Status::kParameterNotWhole)
      .value("parameter-not-a-probability", Status::kParameterNotAProbability)
      .value("parameter-not-an-open-probability", Status::kParameterNotAnOpenProbability)
      .value("parameter-not-a-positive-probability", Status::kParameterNotAPositiveProbability)
      .value("parameter-not-below-one", Status::kParameterNotBelowOne)
      .value("parameter-too-large", Status::kParameterTooLarge)
      .value("bounds-not-ordered", Status::kBoundsNotOrdered)
      .value("not-symmetric", Status::kNotSymmetric)
      .value("not-positive-definite", Status::kNotPositiveDefinite)
      .value("not-lower-triangular", Status::kNotLowerTriangular)
      .value("too-few-dimensions", Status::kTooFewDimensions)
      .value("components-differ", Status::kComponentsDiffer)
      .value("dimensions-differ", Status::kDimensionsDiffer)
      .value("one-is-discrete", Status::kKindsDiffer)
      .value("no-closed-form", Status::kNoClosedForm)
      .value("divergence-is-infinite", Status::kDivergenceIsInfinite);
  enum_<Argument>("Argument")
      .value("none", Argument::kNone)
      .value("p", Argument::kP)
      .value("q", Argument::kQ)
      .value("base", Argument::kBase)
      .value("alpha", Argument::kAlpha);
  enum_<Method>("Method")
      .value("sum", Method::kSum)
      .value("closed form", Method::kClosedForm)
      .value("infinite", Method::kInfinite)
      .value("finite sum", Method::kFiniteSum)
      .value("series", Method::kSeries)
      .value("quadrature", Method::kQuadrature);
  enum_<Reason>("Reason")
      .value("none", Reason::kNone)
      .value("outside-support", Reason::kOutsideSupport)
      .value("overflow", Reason::kOverflow)
      .value("support", Reason::kSupport)
      .value("discrete-in-continuous", Reason::kDiscreteInContinuous)
      .value("expectation", Reason::kExpectation);
  enum_<Form>("Form").value("weights", Form::kWeights).value("logits", Form::kLogits);
  enum_<Normalization>("Normalization")
      .value("strict", Normalization::kStrict)
      .value("divide", Normalization::kDivide)
      .value("as-given", Normalization::kAsGiven);

  constant("chunk", static_cast<int>(Pairs::kChunk));
  constant("sumTolerance", kSumTolerance);
  constant("pArena", AddressOf(p_arena));
  constant("qArena", AddressOf(q_arena));
  constant("answer", AddressOf(answer));
}

}  // namespace kl::bindings
