import { areDistributions, measureDistributions } from './distribution-measures.ts';
import type { Distribution } from './families.ts';
import { finiteKlDivergence } from './finite.ts';
import type { Outcomes } from './named.ts';
import type { Options, RowOptions } from './options.ts';
import type { Vector } from './pairs.ts';

/**
 * The Kullback–Leibler divergence D(P‖Q) = Σ pᵢ log(pᵢ/qᵢ), in nats or to `base`: of Q from P, P coming first.
 *
 * Shape    p, q: n ≥ 1 outcomes each, same order, or named; with `columns` rows of so many outcomes, one value a row, and
 *          q may be one row for all; or two distributions with parameters
 * Domain   numbers finite and at least 0. Probabilities (the default) sum to 1 within 1e-6; `form: 'weights'` divides
 *          by the sum, as does `normalize: true`; `normalize: false` takes the numbers as they are. `form: 'logits'`:
 *          softmax first; 'log-probabilities': logarithms of probabilities; -Infinity is a weight of 0
 * Edges    pᵢ = 0 adds 0; pᵢ > 0 = qᵢ gives Infinity (`compare` names the outcome); never NaN, never negative but
 *          with `normalize: false` or a base below 1; exactly 0 for P = Q and for proportional weights
 * Error    at most 8 units in the last place, also as Q approaches P; for two Float32Arrays, without `columns`, at most
 *          1.3e-6 of the value (mostly below 1e-7): 256 outcomes and more are computed as floats where that is enough.
 *          Of distributions with parameters 8 to 128 units in closed form (VonMises 512), else 1e-12 of the value or what
 *          `compare` gives as error
 * Throws   DivergenceError, which names the argument, the outcome, the value and the rule
 */
export function klDivergence(p: Vector, q: Vector, options: RowOptions): Float64Array;
export function klDivergence(p: Outcomes, q: Outcomes, options?: Options): number;
export function klDivergence(p: Distribution, q: Distribution, options?: { base?: number }): number;
export function klDivergence(
  p: Outcomes | Distribution,
  q: Outcomes | Distribution,
  options?: Options,
): number | Float64Array {
  return areDistributions(p, q)
    ? measureDistributions('klDivergence', p as Distribution, q as Distribution, options)
    : finiteKlDivergence(p as Outcomes, q as Outcomes, options);
}
