import { areDistributions } from './distribution-measures.ts';
import { distributionProblem, offerDistributions } from './distributions.ts';
import type { Engine, Finding } from './engine.ts';
import type { Distribution } from './families.ts';
import { requireEngine } from './load.ts';
import type { Outcomes } from './named.ts';
import { missingWeight, type Options, readBase, readOptions } from './options.ts';
import { offerPairs } from './pairs.ts';

/** All figures of two distributions, to one base. */
export interface Comparison {
  /** Of the logarithm: what the unit of all is. */
  base: number;
  /** D(P‖Q). */
  forward: Finding;
  /** D(Q‖P). */
  reverse: Finding;
  /** D(P‖Q) − D(Q‖P); 0 if both are infinite. */
  asymmetry: number;
  /** D(P‖Q) + D(Q‖P). */
  jeffreys: number;
  /** The Jensen–Shannon divergence, not its root. */
  jensenShannon?: number;
  /** ½ Σ|p − q|. */
  totalVariation?: number;
  /** √(½ Σ(√p − √q)²). */
  hellinger?: number;
  /** −log Σ√(pq). */
  bhattacharyya?: number;
  /** Σ(p − q)²/q and Σ(q − p)²/p. */
  chiSquared?: { forward: number; reverse: number };
  /** H(P, Q) and H(Q, P). */
  crossEntropy: { forward: number; reverse: number };
  /** Of distributions with densities, differential entropies: they may be negative. */
  entropy: { p: number; q: number };
  /** Of each outcome: pᵢ log(pᵢ/qᵢ) and qᵢ log(qᵢ/pᵢ) of the normalised probabilities. */
  terms?: { forward: Float64Array; reverse: Float64Array };
  /** What the inputs summed to, if they are weights. */
  sums?: { p: number; q: number };
  /** Of named outcomes: which is which. */
  labels?: string[];
}

/** Figures of one finding in the answer. */
const findingSize = 5;

/** What `compare` of both kinds writes, in its order. */
function readComparison(engine: Engine, base: number): Comparison {
  const after = 3 * findingSize;
  return {
    base,
    forward: engine.finding(0),
    reverse: engine.finding(findingSize),
    jeffreys: engine.figure(2 * findingSize),
    asymmetry: engine.figure(after),
    crossEntropy: { forward: engine.figure(after + 1), reverse: engine.figure(after + 2) },
    entropy: { p: engine.figure(after + 3), q: engine.figure(after + 4) },
  };
}

function compareFinite(p: Outcomes, q: Outcomes, options: Options | undefined): Comparison {
  const engine = requireEngine();
  const { form, normalization, base } = readOptions(engine, options);
  const n = offerPairs(engine, p, q, missingWeight(options));
  const terms = { forward: new Float64Array(n), reverse: new Float64Array(n) };
  engine.calls.takeContributions = (offset, forward, reverse, length) => {
    terms.forward.set(engine.view(forward, length), offset);
    terms.reverse.set(engine.view(reverse, length), offset);
  };
  const found = engine.calls._compare(n, form, normalization, base) !== 0;
  engine.release();
  if (!found) throw engine.problem();
  // Assigned one by one: spreading objects together costs more than all the figures.
  const comparison = readComparison(engine, base);
  const after = 3 * findingSize + 5;
  comparison.jensenShannon = engine.figure(after + 2);
  comparison.totalVariation = engine.figure(after + 3);
  comparison.hellinger = engine.figure(after + 4);
  comparison.bhattacharyya = engine.figure(after + 5);
  comparison.chiSquared = { forward: engine.figure(after + 6), reverse: engine.figure(after + 7) };
  comparison.terms = terms;
  if (form === engine.forms.weights) {
    comparison.sums = { p: engine.figure(after), q: engine.figure(after + 1) };
  }
  if (engine.labels) comparison.labels = engine.labels;
  return comparison;
}

export function compareDistributions(
  p: Distribution,
  q: Distribution,
  options: { base?: number } | undefined,
): Comparison {
  const engine = requireEngine();
  const base = readBase(options);
  const total = offerDistributions(engine, { p, q });
  if (engine.calls._compareDistributions(total, base) === 0) {
    throw distributionProblem(engine, { p, q });
  }
  return readComparison(engine, base);
}

/**
 * Everything about two distributions in one call: both directions with how they were found, their difference and sum,
 * entropies, and for finite distributions each outcome's contribution.
 *
 * Shape    two finite distributions, of the same outcomes or named, or two with parameters; no rows
 * Domain   as of `klDivergence`
 * Edges    an infinite direction says its reason, and the outcome; its method is 'infinite'
 * Error    `error` of each direction; of the rest, that of the function of the same name
 * Throws   DivergenceError, as `klDivergence`
 */
export function compare(p: Outcomes, q: Outcomes, options?: Options): Comparison;
export function compare(p: Distribution, q: Distribution, options?: { base?: number }): Comparison;
export function compare(
  p: Outcomes | Distribution,
  q: Outcomes | Distribution,
  options?: Options,
): Comparison {
  return areDistributions(p, q)
    ? compareDistributions(p as Distribution, q as Distribution, options)
    : compareFinite(p as Outcomes, q as Outcomes, options);
}
