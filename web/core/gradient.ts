import { areDistributions, gradientOfDistributions } from './distribution-measures.ts';
import { DivergenceError } from './errors.ts';
import type { Distribution } from './families.ts';
import { requireEngine } from './load.ts';
import type { Outcomes } from './named.ts';
import { missingWeight, type Options, readOptions } from './options.ts';
import { offerPairs } from './pairs.ts';
import type { ParameterDerivatives } from './parameter-derivatives.ts';

/** What D(P‖Q) is differentiated by; see `gradient`. */
export type Coordinates = 'simplex' | 'weights' | 'logits';

/** What `gradient` of finite distributions may be told. */
export interface GradientOptions extends Options {
  /** Which numbers move; see `gradient`. Default 'simplex'. */
  on?: Coordinates;
}

/** The derivatives of D(P‖Q) by each number of two finite distributions. */
export interface Gradient {
  /** ∂D/∂pᵢ. */
  p: Float64Array;
  /** ∂D/∂qᵢ. */
  q: Float64Array;
  /** Of named outcomes: which is which. */
  labels?: string[];
}

const coordinates: readonly string[] = ['simplex', 'weights', 'logits'];

/**
 * The gradient of D(P‖Q) by P and by Q, in nats or to `base`. With P̂ and Q̂ the distributions and rᵢ = p̂ᵢ/q̂ᵢ, `on` says
 * which numbers move:
 *
 *   'simplex'   probabilities, whose sum stays 1: log rᵢ and −rᵢ, less their means; components sum to 0
 *   'weights'   weights, each by itself, to be divided by their sum: (log rᵢ − D)/Σp and (1 − rᵢ)/Σq
 *   'logits'    a and b of P̂ = softmax(a) and Q̂ = softmax(b): p̂ᵢ (log rᵢ − D) and q̂ᵢ − p̂ᵢ
 *
 * With `normalize: false`, of Σ pᵢ log(pᵢ/qᵢ): by weights log(pᵢ/qᵢ) + 1 and −pᵢ/qᵢ; by logits (their logarithms)
 * pᵢ (log(pᵢ/qᵢ) + 1) and −pᵢ.
 *
 * Of two distributions with parameters: the derivatives by each parameter, named as they are; the error of what is integrated is
 * some 1e-10 of the derivative. What D jumps to infinity by has the derivative of the other side.
 *
 * Options, domain and errors as `klDivergence`.
 * Edges    never NaN; exactly 0 for P = Q and for proportional weights. One-sided where a number is 0: pᵢ = 0 < qᵢ gives
 *          −Infinity by pᵢ, pᵢ > 0 = qᵢ gives Infinity by pᵢ and −Infinity by qᵢ, pᵢ = qᵢ = 0 gives Infinity by pᵢ;
 *          by logits, an outcome without weight gives 0 by its own, and all is finite by Q's. 'simplex' takes the means
 *          over the finite components. Where D itself is infinite, pᵢ is pushed down by Infinity where qᵢ = 0, and up
 *          elsewhere
 * Error    at most 8 units in the last place of the terms that are subtracted, as Q approaches P too
 */
export function gradient(p: Outcomes, q: Outcomes, options?: GradientOptions): Gradient;
export function gradient(
  p: Distribution,
  q: Distribution,
  options?: { base?: number },
): { p: ParameterDerivatives; q: ParameterDerivatives };
export function gradient(
  p: Outcomes | Distribution,
  q: Outcomes | Distribution,
  options?: GradientOptions,
): Gradient | { p: ParameterDerivatives; q: ParameterDerivatives } {
  return areDistributions(p, q)
    ? gradientOfDistributions(p as Distribution, q as Distribution, options)
    : finiteGradient(p as Outcomes, q as Outcomes, options);
}

function finiteGradient(p: Outcomes, q: Outcomes, options: GradientOptions = {}): Gradient {
  const engine = requireEngine();
  const { on = 'simplex', ...others } = options;
  if (!coordinates.includes(on)) {
    throw new DivergenceError(
      'option-not-usable',
      `on is ${String(on)}: it must be "simplex", "weights" or "logits".`,
      { argument: 'on' },
    );
  }
  const { form, normalization, base } = readOptions(engine, others);
  const n = offerPairs(engine, p, q, missingWeight(others));
  const result: Gradient = { p: new Float64Array(n), q: new Float64Array(n) };
  engine.calls.takeContributions = (offset, byP, byQ, length) => {
    result.p.set(engine.view(byP, length), offset);
    result.q.set(engine.view(byQ, length), offset);
  };
  const found =
    engine.calls._gradient(n, form, normalization, base, engine.calls.Coordinates[on].value) !== 0;
  engine.release();
  if (!found) throw engine.problem();
  if (engine.labels) result.labels = engine.labels;
  return result;
}
