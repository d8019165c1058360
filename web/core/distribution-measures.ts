import { distributionProblem, isDistribution, offerDistributions } from './distributions.ts';
import { DivergenceError } from './errors.ts';
import type { Distribution } from './families.ts';
import type { DistributionMeasureName } from './kl-glue.d.ts';
import { requireEngine } from './load.ts';
import { readBase, readOrder } from './options.ts';
import { namedDerivatives, type ParameterDerivatives } from './parameter-derivatives.ts';

/** Whether both are distributions with parameters; an error if only one is. */
export function areDistributions(p: unknown, q: unknown): boolean {
  const [isP, isQ] = [isDistribution(p), isDistribution(q)];
  if (isP === isQ) return isP;
  throw new DivergenceError(
    'kinds-differ',
    `${isP ? 'P' : 'Q'} is a distribution with parameters but ${isP ? 'Q' : 'P'} is not: ` +
      'both must be arrays of numbers, or both distributions.',
    { argument: isP ? 'q' : 'p' },
  );
}

/** A measure of two distributions with parameters, to a base if it has a unit. */
export function measureDistributions(
  measure: DistributionMeasureName,
  p: Distribution,
  q: Distribution,
  options: { base?: number; alpha?: number } | undefined,
): number {
  const engine = requireEngine();
  const { base, alpha } =
    measure === 'renyiDivergence' ? readOrder(options) : { base: readBase(options), alpha: 1 };
  const total = offerDistributions(engine, { p, q });
  const which = engine.calls.DistributionMeasure[measure].value;
  if (engine.calls._measureDistributions(which, total, base, alpha) === 0) {
    throw distributionProblem(engine, { p, q });
  }
  return engine.figure(0);
}

/** The gradient of D(P‖Q) by the parameters of P and of Q; see `gradient`. */
export function gradientOfDistributions(
  p: Distribution,
  q: Distribution,
  options: { base?: number } | undefined,
): { p: ParameterDerivatives; q: ParameterDerivatives } {
  const engine = requireEngine();
  const base = readBase(options);
  const total = offerDistributions(engine, { p, q });
  const derivatives: Float64Array[] = [];
  engine.calls.takeNumbers = (_, address, n) => {
    derivatives.push(engine.view(address, n).slice());
  };
  if (engine.calls._gradientOfDistributions(total, base) === 0) {
    throw distributionProblem(engine, { p, q });
  }
  const [byP, byQ] = derivatives as [Float64Array, Float64Array];
  return { p: namedDerivatives(engine, p, byP), q: namedDerivatives(engine, q, byQ) };
}

/**
 * Wasserstein's distance of order 2 between two normal distributions of any kind, in the unit of x.
 *
 * Domain   Normal, DiagonalNormal, MultivariateNormal, LowRankMultivariateNormal; as many dimensions each
 * Throws   DivergenceError; its code is no-closed-form for other families
 */
export function wassersteinDistance(p: Distribution, q: Distribution): number {
  return measureDistributions('wassersteinDistance', p, q, undefined);
}
