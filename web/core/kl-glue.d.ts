// build/wasm/kl.js: what Emscripten writes around cpp/bindings.

/** A C++ enumeration as Embind shows it: its names, each with its number. */
export type EmbindEnum<Name extends string> = {
  readonly [name in Name]: { readonly value: number };
};

export type StatusName =
  | 'ok'
  | 'empty'
  | 'negative'
  | 'not-finite'
  | 'not-a-logit'
  | 'sum-is-zero'
  | 'sum-is-not-one'
  | 'alpha-not-usable'
  | 'base-not-usable'
  | 'parameter-not-finite'
  | 'parameter-not-positive'
  | 'parameter-negative'
  | 'parameter-not-whole'
  | 'parameter-not-a-probability'
  | 'parameter-not-an-open-probability'
  | 'parameter-not-a-positive-probability'
  | 'parameter-not-below-one'
  | 'parameter-too-large'
  | 'bounds-not-ordered'
  | 'not-symmetric'
  | 'not-positive-definite'
  | 'not-lower-triangular'
  | 'too-few-dimensions'
  | 'components-differ'
  | 'dimensions-differ'
  | 'one-is-discrete'
  | 'no-closed-form'
  | 'divergence-is-infinite';
export type ArgumentName = 'none' | 'p' | 'q' | 'base' | 'alpha';
export type MethodName =
  | 'sum'
  | 'closed form'
  | 'infinite'
  | 'finite sum'
  | 'series'
  | 'quadrature';
export type ReasonName =
  | 'none'
  | 'outside-support'
  | 'overflow'
  | 'support'
  | 'discrete-in-continuous'
  | 'expectation';
export type ShapeName = 'scalar' | 'vector' | 'matrix' | 'factor' | 'components';
export type DistributionMeasureName =
  | 'klDivergence'
  | 'jeffreysDivergence'
  | 'jensenShannonDivergence'
  | 'renyiDivergence'
  | 'bhattacharyyaDistance'
  | 'hellingerDistance'
  | 'wassersteinDistance'
  | 'entropy';
export type EstimatorName = 'k1' | 'k2' | 'k3' | 'density-weighted';
export type FormName = 'weights' | 'logits';
export type NormalizationName = 'strict' | 'divide' | 'as-given';
export type CoordinatesName = 'simplex' | 'weights' | 'logits';
export type SmoothingName =
  | 'pseudocount'
  | 'per-outcome'
  | 'minimax'
  | 'epsilon'
  | 'mix'
  | 'shrinkage';

/** The measures that are one number. */
export type MeasureName =
  | 'klDivergence'
  | 'generalizedKlDivergence'
  | 'jeffreysDivergence'
  | 'asymmetry'
  | 'jensenShannonDivergence'
  | 'jensenShannonDistance'
  | 'renyiDivergence'
  | 'tsallisDivergence'
  | 'totalVariationDistance'
  | 'hellingerDistance'
  | 'bhattacharyyaDistance'
  | 'chiSquaredDivergence'
  | 'crossEntropy'
  | 'entropy';

export interface Glue {
  readonly HEAPF64: Float64Array;
  readonly HEAPF32: Float32Array;

  readonly Status: EmbindEnum<StatusName>;
  readonly Argument: EmbindEnum<ArgumentName>;
  readonly Method: EmbindEnum<MethodName>;
  readonly Reason: EmbindEnum<ReasonName>;
  readonly Measure: EmbindEnum<MeasureName>;
  readonly Form: EmbindEnum<FormName>;
  readonly Normalization: EmbindEnum<NormalizationName>;
  readonly Shape: EmbindEnum<ShapeName>;
  readonly Estimator: EmbindEnum<EstimatorName>;
  readonly DistributionMeasure: EmbindEnum<DistributionMeasureName>;
  readonly Coordinates: EmbindEnum<CoordinatesName>;
  readonly Smoothing: EmbindEnum<SmoothingName>;
  readonly chunk: number;
  readonly sumTolerance: number;
  readonly pArena: number;
  readonly qArena: number;
  readonly answer: number;

  /** Called by the module while a measure runs. */
  readChunk: (offset: number, n: number) => void;
  takeContributions: (offset: number, forward: number, reverse: number, n: number) => void;
  takeParameter: (
    family: number,
    familyName: string,
    parametrization: number,
    name: string,
    shape: number,
  ) => void;
  takeNumbers: (offset: number, address: number, n: number) => void;

  /** 1: the figure is in the answer. 0: a problem is. */
  readonly _measure: (
    which: number,
    n: number,
    form: number,
    normalization: number,
    base: number,
    alpha: number,
  ) => number;
  /** The same of floats, which lie where the arenas begin. */
  readonly _klDivergenceF32: (
    n: number,
    form: number,
    normalization: number,
    base: number,
  ) => number;
  /** How many rows were done; their values are where P's arena begins. */
  readonly _measureRows: (
    which: number,
    rows: number,
    columns: number,
    form: number,
    normalization: number,
    base: number,
    alpha: number,
  ) => number;
  readonly _meanOfNumbers: (n: number) => number;
  readonly _compare: (n: number, form: number, normalization: number, base: number) => number;
  readonly _describeFamilies: () => void;
  /** The address of room for so many numbers, where distributions are written. */
  readonly _distributionBuffer: (n: number) => number;
  /** 1: a finding is in the answer. 0: a problem is. */
  readonly _measureDistributions: (
    which: number,
    total: number,
    base: number,
    alpha: number,
  ) => number;
  readonly _gradientOfDistributions: (total: number, base: number) => number;
  readonly _compareDistributions: (total: number, base: number) => number;
  readonly _describeDistribution: (total: number) => number;
  readonly _logDensityOfDistribution: (total: number, n: number) => void;
  readonly _startSampling: (seed: number) => void;
  readonly _sampleDistribution: (total: number, n: number) => void;
  readonly _startMonteCarlo: (total: number, estimator: number, seed: number) => number;
  readonly _advanceMonteCarlo: (total: number, n: number) => void;
  readonly _gradient: (
    n: number,
    form: number,
    normalization: number,
    base: number,
    coordinates: number,
  ) => number;
  readonly _smooth: (n: number, method: number, amount: number) => number;
  readonly _torchKlDiv: (
    groups: number,
    groupSize: number,
    part: number,
    logTarget: number,
    isFloat: number,
    targetIsFloat: number,
    divisor: number,
  ) => void;
}

export interface GlueOptions {
  wasmBinary?: BufferSource;
  instantiateWasm?(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}

/** Emscripten before 4.0.12 answers at once, later ones with a Promise. */
export default function createKl(options: GlueOptions): Glue | Promise<Glue>;
