export { type Comparison, compare } from './compare.ts';
export { type FamilyDescription, families, type ParameterShape } from './describe-families.ts';
export { wassersteinDistance } from './distribution-measures.ts';
export { type Finding, type Method, reasons } from './engine.ts';
export { DivergenceError, type ErrorCode } from './errors.ts';
export * from './families.ts';
export {
  asymmetry,
  bhattacharyyaDistance,
  chiSquaredDivergence,
  crossEntropy,
  entropy,
  generalizedKlDivergence,
  hellingerDistance,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  renyiDivergence,
  totalVariationDistance,
  tsallisDivergence,
} from './finite.ts';
export { type Coordinates, type Gradient, type GradientOptions, gradient } from './gradient.ts';
export { type KlDivOptions, klDiv, klDivGradient, type Reduction } from './kl-div.ts';
export { klDivergence } from './kl-divergence.ts';
export type { InitOptions } from './load.ts';
export { default, initSync } from './load-inlined.ts';
export {
  type Estimate,
  type Estimator,
  type MonteCarloOptions,
  monteCarlo,
} from './monte-carlo.ts';
export type { NamedOutcomes, Outcomes } from './named.ts';
export type { Form, Options, RowOptions } from './options.ts';
export type { Vector } from './pairs.ts';
export type { ParameterDerivatives } from './parameter-derivatives.ts';
export { mean } from './rows.ts';
export { fromSamples, type Observation, type SampleCounts } from './samples.ts';
export { logDensity, sample } from './sampling.ts';
export { type Pseudocount, type Smoothed, type SmoothingOptions, smooth } from './smoothing.ts';
export type { Tensor, TensorLike } from './tensor.ts';
export type { SyncWasmSource, WasmSource } from './wasm-source.ts';
