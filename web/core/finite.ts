import { areDistributions, measureDistributions } from './distribution-measures.ts';
import { isDistribution } from './distributions.ts';
import type { Engine } from './engine.ts';
import type { Distribution } from './families.ts';
import type { DistributionMeasureName, MeasureName } from './kl-glue.d.ts';
import { requireEngine } from './load.ts';
import type { Outcomes } from './named.ts';
import {
  missingWeight,
  type Options,
  type Reading,
  type RowOptions,
  readBase,
  readOptions,
  requireOrder,
} from './options.ts';
import { offerFloats, offerPairs, type Vector } from './pairs.ts';
import { measureRows } from './rows.ts';

function run(
  engine: Engine,
  measure: MeasureName,
  p: Outcomes,
  q: Outcomes,
  reading: Readonly<Reading>,
  missing: number,
): number | Float64Array {
  const which = engine.measures[measure];
  if (reading.columns !== undefined) {
    return measureRows(engine, which, p as Vector, q as Vector, reading, reading.columns);
  }
  const n = offerPairs(engine, p, q, missing);
  const { form, normalization, base, alpha } = reading;
  const found = engine.calls._measure(which, n, form, normalization, base, alpha) !== 0;
  if (n > engine.chunk) engine.release();
  if (!found) throw engine.problem();
  return engine.figure(0);
}

/** A function of two finite distributions: one value, or one a row. */
export interface FiniteMeasure {
  (p: Vector, q: Vector, options: RowOptions): Float64Array;
  (p: Outcomes, q: Outcomes, options?: Options): number;
}

/** One of an order. */
export interface FiniteMeasureOfOrder {
  (p: Vector, q: Vector, options: RowOptions & { alpha: number }): Float64Array;
  (p: Outcomes, q: Outcomes, options: Options & { alpha: number }): number;
}

const rowOptions = ['columns'];

function finite(measure: MeasureName, more: readonly string[] = []) {
  const known = [...rowOptions, ...more];
  return (p: Outcomes, q: Outcomes, options?: Options): number | Float64Array => {
    const engine = requireEngine();
    return run(engine, measure, p, q, readOptions(engine, options, known), missingWeight(options));
  };
}

function ofOrder(measure: MeasureName): FiniteMeasureOfOrder {
  const call = finite(measure, ['alpha']);
  return ((p, q, options) => {
    requireOrder(options);
    return call(p, q, options);
  }) as FiniteMeasureOfOrder;
}

/** A function of two finite distributions, or of two with parameters. */
export interface Measure extends FiniteMeasure {
  (p: Distribution, q: Distribution, options?: { base?: number }): number;
}

/** One of an order. */
export interface MeasureOfOrder extends FiniteMeasureOfOrder {
  (p: Distribution, q: Distribution, options: { base?: number; alpha: number }): number;
}

/** What `ofFinite` does of finite distributions and C++ under the same name of distributions with parameters. */
function ofBoth<T>(measure: MeasureName & DistributionMeasureName, ofFinite: unknown): T {
  const call = ofFinite as (p: Outcomes, q: Outcomes, options?: Options) => number | Float64Array;
  return ((p: Outcomes | Distribution, q: Outcomes | Distribution, options?: Options) =>
    areDistributions(p, q)
      ? measureDistributions(measure, p as Distribution, q as Distribution, options)
      : call(p as Outcomes, q as Outcomes, options)) as T;
}

function klDivergenceOfFloats(
  engine: Engine,
  p: Float32Array,
  q: Float32Array,
  { form, normalization, base }: Readonly<Reading>,
): number {
  const n = offerFloats(engine, p, q);
  const found = engine.calls._klDivergenceF32(n, form, normalization, base) !== 0;
  if (n > engine.chunk) engine.release();
  if (!found) throw engine.problem();
  return engine.figure(0);
}

/** D(P‖Q) of two finite distributions; see `klDivergence`. */
export function finiteKlDivergence(
  p: Outcomes,
  q: Outcomes,
  options?: Options,
): number | Float64Array {
  const engine = requireEngine();
  const reading = readOptions(engine, options, rowOptions);
  const areFloats = p instanceof Float32Array && q instanceof Float32Array;
  if (areFloats && reading.columns === undefined) {
    return klDivergenceOfFloats(engine, p, q, reading);
  }
  return run(engine, 'klDivergence', p, q, reading, missingWeight(options));
}

/**
 * Σ pᵢ log(pᵢ/qᵢ) − pᵢ + qᵢ of weights as they are, in nats or to `base`: at least 0, and 0 only for p = q.
 *
 * Shape    p, q: n ≥ 1 outcomes each, same order, or named
 * Domain   weights finite and at least 0
 * Edges    pᵢ = 0 adds qᵢ; pᵢ > 0 = qᵢ gives Infinity
 * Error    at most 8 units in the last place
 * Throws   DivergenceError
 */
export function generalizedKlDivergence(
  p: Outcomes,
  q: Outcomes,
  options?: Pick<Options, 'base'>,
): number {
  const engine = requireEngine();
  const base = readBase(options);
  const reading = { ...readOptions(engine, { normalize: false }), base };
  return run(engine, 'generalizedKlDivergence', p, q, reading, 0) as number;
}

/**
 * D(P‖Q) + D(Q‖P), at least 0, in nats or to `base`.
 *
 * Shape    two finite distributions, rows of them, or two with parameters; domain and options as of `klDivergence`
 * Edges    Infinity where either direction is infinite
 * Error    of finite distributions at most 8 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const jeffreysDivergence = ofBoth<Measure>(
  'jeffreysDivergence',
  finite('jeffreysDivergence'),
);

/**
 * D(P‖Q) − D(Q‖P), summed from differences: subtracting the two divergences loses up to all digits.
 *
 * Shape    two finite distributions, or rows of them; domain and options as of `klDivergence`
 * Edges    ±Infinity where one of them is infinite; 0 where both are, since neither exceeds the other
 * Error    at most 24 units in the last place of the sum of its terms' sizes, Σ|(pᵢ + qᵢ) log(pᵢ/qᵢ) − 2 (pᵢ − qᵢ)|
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const asymmetry = finite('asymmetry') as FiniteMeasure;

/**
 * JS(P, Q) = ½ D(P‖M) + ½ D(Q‖M), M = (P + Q)/2: up to rounding at most log 2, finite for any P and Q. Not its root.
 *
 * Shape    two finite distributions, rows of them, or two with parameters; domain and options as of `klDivergence`
 * Error    of finite distributions at most 8 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const jensenShannonDivergence = ofBoth<Measure>(
  'jensenShannonDivergence',
  finite('jensenShannonDivergence'),
);

/**
 * The root of the Jensen–Shannon divergence, a metric: what SciPy calls jensenshannon.
 *
 * Shape    two finite distributions, or rows of them; domain and options as of `klDivergence`
 * Edges    finite for any P and Q; a base below 1 turns its sign, as it does that of the divergence
 * Error    at most 16 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const jensenShannonDistance = finite('jensenShannonDistance') as FiniteMeasure;

/**
 * Rényi's divergence log(Σ pᵢ^α qᵢ^(1−α))/(α − 1) of order `alpha`.
 *
 * Shape    two finite distributions, rows of them, or two normal ones of any dimension
 * Domain   alpha ≥ 0. 0, 1 and Infinity give the limits: −log of Q's weight where P has any; D(P‖Q); log max pᵢ/qᵢ
 * Edges    Infinity where pᵢ > 0 = qᵢ for alpha ≥ 1; for alpha < 1 only without a common outcome
 * Error    of finite distributions at most 16 units in the last place, or `alpha` if that is more; near alpha = 1 and as Q
 *          approaches P too
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const renyiDivergence = ofBoth<MeasureOfOrder>(
  'renyiDivergence',
  ofOrder('renyiDivergence'),
);

/**
 * Tsallis's divergence (Σ pᵢ^α qᵢ^(1−α) − 1)/(α − 1) of order `alpha`.
 *
 * Shape    two finite distributions, or rows of them
 * Domain   alpha ≥ 0. 0, 1 and Infinity give the limits
 * Error    at most 16 units in the last place, or `alpha` if that is more
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const tsallisDivergence = ofOrder('tsallisDivergence');

/**
 * The total variation distance ½ Σ|pᵢ − qᵢ|, up to rounding in [0, 1], whatever the base.
 *
 * Shape    two finite distributions, or rows of them; domain and options as of `klDivergence`
 * Error    at most 16 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const totalVariationDistance = finite('totalVariationDistance') as FiniteMeasure;

/**
 * Hellinger's distance √(½ Σ(√pᵢ − √qᵢ)²), up to rounding in [0, 1], whatever the base.
 *
 * Shape    two finite distributions, rows of them, or two normal ones of any dimension
 * Error    of finite distributions at most 16 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const hellingerDistance = ofBoth<Measure>('hellingerDistance', finite('hellingerDistance'));

/**
 * Bhattacharyya's distance −log Σ√(pᵢqᵢ), in nats or to `base`.
 *
 * Shape    two finite distributions, rows of them, or two normal ones of any dimension
 * Edges    Infinity for distributions without a common outcome
 * Error    of finite distributions at most 16 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const bhattacharyyaDistance = ofBoth<Measure>(
  'bhattacharyyaDistance',
  finite('bhattacharyyaDistance'),
);

/**
 * The χ² divergence Σ(pᵢ − qᵢ)²/qᵢ, whatever the base.
 *
 * Shape    two finite distributions, or rows of them; domain and options as of `klDivergence`
 * Edges    Infinity where pᵢ > 0 = qᵢ
 * Error    at most 16 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const chiSquaredDivergence = finite('chiSquaredDivergence') as FiniteMeasure;

/**
 * H(P, Q) = −Σ pᵢ log qᵢ: the mean length of messages from P in a code made for Q.
 *
 * Shape    two finite distributions, or rows of them; domain and options as of `klDivergence`
 * Edges    Infinity where pᵢ > 0 = qᵢ
 * Error    at most 8 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 * @function
 */
export const crossEntropy = finite('crossEntropy') as FiniteMeasure;

const entropyOfPair = finite('entropy');

/**
 * H(P) = −Σ pᵢ log pᵢ; of a distribution with a density the differential entropy, which may be negative.
 *
 * Shape    one finite distribution, rows of them, or one with parameters; domain and options as of `klDivergence`
 * Error    of finite distributions at most 8 units in the last place
 * Throws   DivergenceError, as `klDivergence`
 */
export function entropy(p: Vector, options: RowOptions): Float64Array;
export function entropy(p: Outcomes, options?: Options): number;
export function entropy(p: Distribution, options?: { base?: number }): number;
export function entropy(p: Outcomes | Distribution, options?: Options): number | Float64Array {
  return isDistribution(p)
    ? measureDistributions('entropy', p, p, options)
    : entropyOfPair(p, p, options);
}
