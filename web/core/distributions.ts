import type { Engine, Family, Parameter, Problem } from './engine.ts';
import { DivergenceError, messages } from './errors.ts';
import type { Distribution } from './families.ts';
import {
  componentsAt,
  fail,
  matrixAt,
  numberAt,
  type Place,
  shownValue,
  vectorAt,
  within,
} from './parameters.ts';

/** An object with a `family`; as an outcome's name, that has a number. */
export function isDistribution(x: unknown): x is Distribution {
  return typeof x === 'object' && x !== null && 'family' in x && typeof x.family !== 'number';
}

/** Where the distribution of an argument stands: p, shown as P. */
const placeOf = (argument: string): Place => ({ shown: argument.toUpperCase(), argument });

const componentPlace = (place: Place, i: number) => within(place, `components[${i}]`);

/** Of the ways to give the parameters the one that the object follows. */
function parametersOf(
  { name, parametrizations: ways }: Family,
  distribution: object,
  place: Place,
): { parameters: readonly Parameter[]; way: number } {
  const given = Object.keys(distribution).filter((key) => key !== 'family');
  const isIn = (parameters: readonly Parameter[], key: string) =>
    parameters.some((parameter) => parameter.name === key);
  const wanted = () =>
    `it takes ${ways.map((way) => way.map((parameter) => parameter.name).join(', ')).join(' or ')}`;
  const unknown = given.find((key) => !ways.some((parameters) => isIn(parameters, key)));
  if (unknown !== undefined) {
    fail(within(place, unknown), 'parameter-unknown', `is no parameter of ${name}`, wanted());
  }
  // What the only way lacks is named when it is read.
  const way = ways.findIndex(
    (parameters) =>
      ways.length === 1 ||
      (parameters.length === given.length && given.every((key) => isIn(parameters, key))),
  );
  const parameters = ways[way];
  if (parameters) return { parameters, way };
  const has = given.length > 0 ? `has the parameters ${given.join(', ')}` : 'has no parameters';
  return fail(place, 'parameter-unknown', has, wanted());
}

function familyOf(families: ReadonlyMap<string, Family>, x: unknown, place: Place): Family {
  if (!isDistribution(x)) {
    const rule = 'it must be a distribution, an object with a family';
    return fail(place, 'not-a-distribution', `is ${shownValue(x)}`, rule);
  }
  const family = families.get(x.family);
  if (family) return family;
  const rule = `it must be one of ${[...families.keys()].join(', ')}`;
  return fail(within(place, 'family'), 'not-a-distribution', `is ${shownValue(x.family)}`, rule);
}

/** How many numbers stand before a distribution's own. */
const headSize = 6;
/** How deep distributions may be made of others: C++ and its stack go down as deep. */
const maxDepth = 32;

/** Appends a distribution as cpp/bindings/distribution_reader.h reads it; returns how many distributions that were. */
function encode(
  families: ReadonlyMap<string, Family>,
  x: unknown,
  place: Place,
  out: number[],
  depth = 0,
): number {
  if (depth > maxDepth) {
    const [root = ''] = place.argument.split('.');
    const rule = `components may be nested ${maxDepth} deep`;
    fail(placeOf(root), 'shape-not-usable', 'is nested deeper', rule);
  }
  const family = familyOf(families, x, place);
  const { parameters, way } = parametersOf(family, x as object, place);
  const head = out.length;
  for (let i = 0; i < headSize; i++) out.push(0);
  let dimension = 0;
  let rank = 0;
  let components: readonly unknown[] = [];
  for (const { name, shape } of parameters) {
    const value: unknown = Reflect.get(x as object, name);
    const at = within(place, name);
    if (shape === 'components') {
      components = componentsAt(value, at, dimension);
    } else if (shape === 'scalar') {
      out.push(numberAt(value, at));
    } else {
      const numbers =
        shape === 'vector'
          ? vectorAt(value, at, dimension)
          : matrixAt(value, at, dimension, shape === 'matrix' ? dimension : undefined);
      if (shape === 'vector') dimension = numbers.length;
      if (shape === 'factor') rank = numbers.length / dimension;
      for (const number of numbers) out.push(number);
    }
  }
  const size = out.length - head - headSize;
  for (const [i, number] of [
    family.number,
    way,
    dimension,
    rank,
    size,
    components.length,
  ].entries()) {
    out[head + i] = number;
  }
  let total = 1;
  for (const [i, component] of components.entries()) {
    total += encode(families, component, componentPlace(place, i), out, depth + 1);
  }
  return total;
}

/**
 * Writes distributions where C++ reads them; returns how many there are, components included.
 *
 * Shape    an argument's name → its distribution; a matrix may be nested or flat
 * Throws   DivergenceError for what has not the form of a distribution; whether its numbers are fit, C++ says
 */
export function offerDistributions(engine: Engine, distributions: Record<string, unknown>): number {
  const numbers: number[] = [];
  let total = 0;
  for (const [argument, distribution] of Object.entries(distributions)) {
    total += encode(engine.families, distribution, placeOf(argument), numbers);
  }
  const at = engine.calls._distributionBuffer(numbers.length) / 8;
  engine.memory.set(numbers, at);
  return total;
}

/** `[3]` of a vector, `[1][3]` of a matrix, given as rows or as one array. */
function elementShown(
  part: Distribution,
  parameter: Parameter | undefined,
  element: number,
): string {
  if (element < 0) return '';
  if (parameter?.shape !== 'matrix' && parameter?.shape !== 'factor') return `[${element}]`;
  const dimension = (part as { loc: ArrayLike<number> }).loc.length;
  const matrix = Reflect.get(part, parameter.name) as ArrayLike<number | ArrayLike<number>>;
  const [first] = Array.from(matrix);
  const columns = typeof first === 'object' ? first.length : matrix.length / dimension;
  return `[${Math.floor(element / columns)}][${element % columns}]`;
}

function errorOf(
  engine: Engine,
  distribution: Distribution,
  place: Place,
  { code, index, value, element, component }: Problem,
): DivergenceError {
  const part = component < 0 ? undefined : Reflect.get(distribution, 'components')?.[component];
  if (part !== undefined) {
    const at = componentPlace(place, component);
    // Alone, a component has the problem as its own; unless it only is not like the others.
    const total = offerDistributions(engine, { p: part });
    if (engine.calls._describeDistribution(total) === 0) {
      return errorOf(engine, part, at, engine.lastProblem());
    }
    return new DivergenceError(code, describe(engine, code, at.shown, value), {
      ...at,
      value,
    });
  }
  const family = engine.families.get(distribution.family) as Family;
  const parameter = parametersOf(family, distribution, place).parameters[index];
  const at = parameter ? within(place, parameter.name) : place;
  const shown = at.shown + elementShown(distribution, parameter, element);
  return new DivergenceError(code, describe(engine, code, shown, value), {
    argument: at.argument,
    ...(element >= 0 && { index: element }),
    value,
  });
}

function describe(engine: Engine, code: Problem['code'], place: string, value: number): string {
  return messages[code]({ place, value, sumTolerance: engine.sumTolerance });
}

/** The problem that the last call left, of distributions that were offered as these. */
export function distributionProblem(
  engine: Engine,
  distributions: Record<string, unknown>,
): DivergenceError {
  const problem = engine.lastProblem();
  const distribution = distributions[problem.argument];
  if (!isDistribution(distribution)) return engine.problem();
  return errorOf(engine, distribution, placeOf(problem.argument), problem);
}
