import { DivergenceError } from './errors.ts';

/** N(loc, scale²): scale is the standard deviation. */
export interface Normal {
  readonly family: 'Normal';
  readonly loc: number;
  readonly scale: number;
}

/** A distribution with parameters: a plain frozen object, named and parametrised as in torch.distributions. */
export type Distribution = Normal;

/** What an index means in a problem of a family's parameters. */
export const parameterNames: Record<Distribution['family'], readonly string[]> = {
  Normal: ['loc', 'scale'],
};

/** An object with a `family`; as an outcome's name, that has a number. */
export function isDistribution(x: unknown): x is Distribution {
  return typeof x === 'object' && x !== null && 'family' in x && typeof x.family !== 'number';
}

/** The parameters in the order of `parameterNames`; whether they are in the domain is the core's to say. */
export function parametersOf(distribution: Distribution, name: string): number[] {
  const names = Object.hasOwn(parameterNames, distribution.family)
    ? parameterNames[distribution.family]
    : undefined;
  const shown = name.toUpperCase();
  if (names === undefined) {
    throw new DivergenceError(
      'not-a-distribution',
      `${shown}.family is ${String(distribution.family)}: it must be ${Object.keys(parameterNames).join(' or ')}.`,
      { argument: `${name}.family` },
    );
  }
  return names.map((parameter) => {
    const value: unknown = Reflect.get(distribution, parameter);
    if (typeof value === 'number') return value;
    throw new DivergenceError(
      'not-a-number',
      `${shown}.${parameter} is ${String(value)} (${typeof value}): a parameter must be a number.`,
      { argument: `${name}.${parameter}` },
    );
  });
}

/** The normal distribution of mean `loc` and standard deviation `scale`. Parameters are checked where it is used. */
export function normal(loc: number, scale: number): Normal {
  return Object.freeze({ family: 'Normal', loc, scale });
}
