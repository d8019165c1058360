import type { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import type { Distribution } from './families.ts';
import type { ParameterShape } from './kl-glue.d.ts';

/** A family as C++ describes it: its number, and each of the ways to give its parameters. */
export interface Family {
  readonly number: number;
  readonly name: string;
  readonly parametrizations: readonly (readonly Parameter[])[];
}

export interface Parameter {
  readonly name: string;
  readonly shape: ParameterShape;
}

/** An object with a `family`; as an outcome's name, that has a number. */
export function isDistribution(x: unknown): x is Distribution {
  return typeof x === 'object' && x !== null && 'family' in x && typeof x.family !== 'number';
}

/** Where in the arguments something stands: as people read it, and as code does. */
interface Place {
  shown: string; // P, P.components[2]
  argument: string; // p, p.components[2]
}

const within = ({ shown, argument }: Place, name: string): Place => ({
  shown: `${shown}.${name}`,
  argument: `${argument}.${name}`,
});

function fail(place: Place, code: 'not-a-distribution' | 'not-a-number' | 'parameter-unknown' | 'shape-not-usable', fact: string, rule: string, index?: number): never {
  throw new DivergenceError(code, `${place.shown} ${fact}: ${rule}.`, {
    argument: place.argument,
    ...(index !== undefined && { index }),
  });
}

const shownValue = (value: unknown) =>
  typeof value === 'string' ? `"${value}"` : Array.isArray(value) ? 'an array' : String(value);

function isArrayLike(x: unknown): x is ArrayLike<unknown> {
  return typeof x === 'object' && x !== null && Number.isInteger((x as ArrayLike<unknown>).length);
}

function numberAt(value: unknown, place: Place): number {
  if (typeof value === 'number') return value;
  return fail(place, 'not-a-number', `is ${shownValue(value)} (${typeof value})`, 'a parameter must be a number');
}

function numbersAt(value: unknown, place: Place, what: string): number[] {
  if (!isArrayLike(value) || value.length === 0) {
    return fail(place, 'shape-not-usable', `is ${shownValue(value)}`, `it must be ${what}`);
  }
  return Array.from(value, (x, i) => {
    if (typeof x === 'number') return x;
    return fail(
      { ...place, shown: `${place.shown}[${i}]` },
      'not-a-number',
      `is ${shownValue(x)} (${typeof x})`,
      'every element must be a number',
      i,
    );
  });
}

/** Rows one after another, given nested or flat. */
function rowsAt(value: unknown, place: Place, what: string): number[] {
  if (!isArrayLike(value) || value.length === 0 || !isArrayLike(value[0])) {
    return numbersAt(value, place, what);
  }
  const columns = value[0].length;
  return Array.from(value, (row, i) => {
    const numbers = numbersAt(row, { ...place, shown: `${place.shown}[${i}]` }, `a row of ${columns} numbers`);
    if (numbers.length === columns) return numbers;
    return fail(place, 'shape-not-usable', `has ${numbers.length} numbers in row ${i} and ${columns} in row 0`, 'rows must be equally long', i);
  }).flat();
}

/** Of the ways to give the parameters the one that the object follows. */
function parametrizationOf(family: Family, distribution: object, place: Place): number {
  const given = Object.keys(distribution).filter((key) => key !== 'family');
  const ways = family.parametrizations;
  const matching = ways.findIndex(
    (parameters) =>
      parameters.length === given.length && parameters.every(({ name }) => given.includes(name)),
  );
  if (matching >= 0) return matching;
  const wanted = ways.map((parameters) => parameters.map(({ name }) => name).join(', ')).join(' or ');
  const missing = ways[0]?.find(({ name }) => ways.length === 1 && !given.includes(name));
  const unknown = given.find((key) => !ways.some((parameters) => parameters.some(({ name }) => name === key)));
  if (unknown === undefined && missing) {
    return fail(within(place, missing.name), 'not-a-number', 'is undefined (undefined)', 'a parameter must be a number');
  }
  return fail(
    unknown === undefined ? place : within(place, unknown),
    'parameter-unknown',
    unknown === undefined ? `has the parameters ${given.join(', ') || 'none'}` : `is no parameter of ${family.name}`,
    `it takes ${wanted}`,
  );
}

/** Appends a distribution as cpp/bindings/distribution_reader.h reads it; returns how many distributions that were. */
function encode(families: ReadonlyMap<string, Family>, x: unknown, place: Place, out: number[]): number {
  if (!isDistribution(x)) {
    return fail(place, 'not-a-distribution', `is ${shownValue(x)}`, 'it must be a distribution, an object with a family');
  }
  const family = families.get(x.family);
  if (family === undefined) {
    return fail(within(place, 'family'), 'not-a-distribution', `is ${shownValue(x.family)}`, `it must be one of ${[...families.keys()].join(', ')}`);
  }
  const parametrization = parametrizationOf(family, x, place);
  const parameters = family.parametrizations[parametrization] as readonly Parameter[];
  const head = out.length;
  out.push(family.number, parametrization, 0, 0, 0, 0);
  let dimension = 0;
  let rank = 0;
  let components: readonly unknown[] = [];
  const requireLength = (at: Place, found: number, wanted: number) => {
    if (found !== wanted) fail(at, 'shape-not-usable', `has ${found} numbers`, `with ${dimension} dimensions it needs ${wanted}`);
  };
  for (const { name, shape } of parameters) {
    const at = within(place, name);
    const value: unknown = Reflect.get(x, name);
    if (shape === 'scalar') out.push(numberAt(value, at));
    if (shape === 'vector') {
      const numbers = numbersAt(value, at, 'an array of numbers');
      dimension ||= numbers.length;
      requireLength(at, numbers.length, dimension);
      for (const number of numbers) out.push(number);
    }
    if (shape === 'matrix' || shape === 'factor') {
      const numbers = rowsAt(value, at, 'an array of rows of numbers');
      if (shape === 'factor') rank = Math.floor(numbers.length / dimension);
      requireLength(at, numbers.length, dimension * (shape === 'factor' ? Math.max(rank, 1) : dimension));
      for (const number of numbers) out.push(number);
    }
    if (shape === 'components') {
      if (!Array.isArray(value) || value.length === 0) {
        fail(at, 'shape-not-usable', `is ${shownValue(value)}`, 'it must be an array of distributions');
      }
      components = value as unknown[];
      if (dimension > 0 && components.length !== dimension) {
        fail(at, 'shape-not-usable', `has ${components.length} distributions`, `with ${dimension} weights it needs ${dimension}`);
      }
    }
  }
  out[head + 2] = dimension;
  out[head + 3] = rank;
  out[head + 4] = out.length - head - 6;
  out[head + 5] = components.length;
  let total = 1;
  for (const [i, component] of components.entries()) {
    total += encode(families, component, { shown: `${place.shown}.components[${i}]`, argument: `${place.argument}.components[${i}]` }, out);
  }
  return total;
}

/** Writes distributions where C++ reads them; returns how many there are, components included. */
export function offerDistributions(engine: Engine, distributions: Record<string, unknown>): number {
  const numbers: number[] = [];
  let total = 0;
  for (const [name, distribution] of Object.entries(distributions)) {
    total += encode(engine.families, distribution, { shown: name.toUpperCase(), argument: name }, numbers);
  }
  const at = engine.calls._distributionBuffer(numbers.length) / 8;
  engine.memory.set(numbers, at);
  return total;
}
