import { distributionProblem, offerDistributions } from './distributions.ts';
import type { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import type { Distribution } from './families.ts';
import { requireEngine } from './load.ts';
import { numbersOf, type Vector } from './pairs.ts';

/** Offers a distribution, checked: its dimension and how many distributions it is made of. */
function offerChecked(engine: Engine, p: Distribution): { total: number; dimension: number } {
  const total = offerDistributions(engine, { p });
  if (engine.calls._describeDistribution(total) === 0) throw distributionProblem(engine, { p });
  const dimension = engine.figure(0);
  if (dimension <= engine.chunk) return { total, dimension };
  throw new DivergenceError(
    'shape-not-usable',
    `P has ${dimension} dimensions: points of up to ${engine.chunk} can be drawn and measured.`,
    { argument: 'p' },
  );
}

/** A whole number of samples, or a seed; otherwise an error that names it. */
export function requireWhole(name: string, value: unknown, least: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
  throw new DivergenceError(
    'option-not-usable',
    `${name} is ${String(value)}: it must be a whole number of at least ${least}.`,
    { argument: name },
  );
}

function requirePoints(points: Float64Array): void {
  const index = points.findIndex(Number.isNaN);
  if (index < 0) return;
  throw new DivergenceError(
    'not-a-number',
    `X[${index}] is NaN: a point must be made of numbers.`,
    {
      argument: 'x',
      index,
    },
  );
}

/**
 * log of the density, or of the mass, of P in nats at each point of x.
 *
 * Shape    x: n numbers; for a distribution of d dimensions n·d, point by point. Answer: n
 * Domain   any numbers, infinite ones as well
 * Edges    -Infinity outside the support, and for a discrete P between its outcomes; Infinity where the density has a pole
 * Throws   DivergenceError, for NaN and for a point of more numbers than fit into the module's memory too
 */
export function logDensity(p: Distribution, x: Vector): Float64Array {
  const engine = requireEngine();
  const points = numbersOf(x, 'x');
  requirePoints(points);
  const { total, dimension } = offerChecked(engine, p);
  if (points.length % dimension !== 0) {
    throw new DivergenceError(
      'lengths-differ',
      `X has ${points.length} numbers: points of ${dimension} dimensions need a multiple of ${dimension}.`,
      { argument: 'x' },
    );
  }
  const result = new Float64Array(points.length / dimension);
  const batch = Math.floor(engine.chunk / dimension);
  for (let first = 0; first < result.length; first += batch) {
    const count = Math.min(batch, result.length - first);
    const numbers = points.subarray(first * dimension, (first + count) * dimension);
    engine.memory.set(numbers, engine.pArena);
    engine.calls._logDensityOfDistribution(total, count);
    result.set(engine.memory.subarray(engine.qArena, engine.qArena + count), first);
  }
  return result;
}

/**
 * n independent draws from P: the same for a seed on every machine.
 *
 * Shape    n numbers; of a distribution of d dimensions n·d, draw by draw
 * Domain   whole numbers n ≥ 0 and seed ≥ 0 (default 0)
 * Edges    a draw too small or too large for a double is the least or Infinity
 * Throws   DivergenceError, for a draw of more numbers than fit into the module's memory too
 */
export function sample(p: Distribution, n: number, seed = 0): Float64Array {
  const engine = requireEngine();
  requireWhole('n', n, 0);
  requireWhole('seed', seed, 0);
  const { total, dimension } = offerChecked(engine, p);
  const result = new Float64Array(n * dimension);
  const batch = Math.floor(engine.chunk / dimension);
  engine.calls._startSampling(seed);
  for (let first = 0; first < n; first += batch) {
    const count = Math.min(batch, n - first);
    engine.calls._sampleDistribution(total, count);
    const numbers = engine.memory.subarray(engine.pArena, engine.pArena + count * dimension);
    result.set(numbers, first * dimension);
  }
  return result;
}
