import { isDistribution } from './distributions.ts';
import type { Engine } from './engine.ts';
import type { Distribution } from './families.ts';

/**
 * Derivatives by parameters, named as these: a number by a number, a Float64Array by a vector or by a matrix, row by row;
 * an array of such objects by `components`.
 */
export interface ParameterDerivatives {
  readonly [parameter: string]: number | Float64Array | ParameterDerivatives[];
}

/** How many numbers a parameter has, nested or not. */
function sizeOf(value: unknown): number {
  if (typeof value === 'number') return 1;
  return Array.from(value as ArrayLike<unknown>, sizeOf).reduce((sum, size) => sum + size, 0);
}

/** Takes derivatives in the order of C++: a distribution's own numbers, then those of its components. */
export function namedDerivatives(
  engine: Engine,
  distribution: Distribution,
  derivatives: Float64Array,
): ParameterDerivatives {
  let at = 0;
  const take = (part: Distribution): ParameterDerivatives => {
    const names = engine.families.get(part.family)?.parametrizations.flat() ?? [];
    const own = new Set(names.map(({ name }) => name).filter((name) => name in part));
    const result: Record<string, number | Float64Array | ParameterDerivatives[]> = {};
    for (const name of own) {
      const value: unknown = Reflect.get(part, name);
      if (Array.isArray(value) && isDistribution(value[0])) continue;
      const size = sizeOf(value);
      const numbers = derivatives.slice(at, at + size);
      result[name] = typeof value === 'number' ? (numbers[0] as number) : numbers;
      at += size;
    }
    if ('components' in part) result.components = part.components.map(take);
    return result;
  };
  return take(distribution);
}
