import { DivergenceError, messages } from './errors.ts';
import type {
  EmbindEnum,
  FormName,
  Glue,
  MeasureName,
  NormalizationName,
  ReasonName,
  ShapeName,
  StatusName,
} from './kl-glue.d.ts';
import type { Reading } from './options.ts';

/** How a divergence was found. */
export type Method = 'sum' | 'closed form' | 'finite sum' | 'series' | 'quadrature' | 'infinite';

/** A divergence, and what is known about it. */
export interface Finding {
  /** Never NaN; may be Infinity. */
  value: number;
  /** How it was found: of the ways the first that applies. */
  method: Method;
  /** A bound of the absolute error; an estimate, where the method is quadrature. */
  error: number;
  /** Why it is infinite. */
  reason?: string;
  /** The first outcome that makes it infinite, from 0. */
  outcome?: number;
  /** Its name, if outcomes have names. */
  label?: string;
}

/** Names by number: what Embind's enumerations do not offer. */
function namesOf<Name extends string>(values: EmbindEnum<Name>): Name[] {
  const names: Name[] = [];
  for (const [name, entry] of Object.entries(values) as [Name, { value: number }][]) {
    if (typeof entry?.value === 'number') names[entry.value] = name;
  }
  return names;
}

function numbersOf<Name extends string>(values: EmbindEnum<Name>): Record<Name, number> {
  const numbers = namesOf(values).map((name, number) => [name, number]);
  return Object.fromEntries(numbers) as Record<Name, number>;
}

/** A parameter of a family, and how many numbers it is. */
export interface Parameter {
  readonly name: string;
  readonly shape: ShapeName;
}

/** A family as C++ describes it: its number, and each of the ways to give its parameters. */
export interface Family {
  readonly number: number;
  readonly name: string;
  readonly parametrizations: readonly (readonly Parameter[])[];
}

function describeFamilies(glue: Glue): ReadonlyMap<string, Family> {
  const shapes = namesOf(glue.Shape);
  const families = new Map<
    string,
    { number: number; name: string; parametrizations: Parameter[][] }
  >();
  glue.takeParameter = (number, name, parametrization, parameter, shape) => {
    const family = families.get(name) ?? { number, name, parametrizations: [] };
    families.set(name, family);
    family.parametrizations[parametrization] ??= [];
    family.parametrizations[parametrization].push({
      name: parameter,
      shape: shapes[shape] as ShapeName,
    });
  };
  glue._describeFamilies();
  return families;
}

/** The figures that follow a problem's six numbers in the answer. */
const figuresOffset = 6;

/** What C++ found wrong, as it says it. */
export interface Problem {
  code: Exclude<StatusName, 'ok'>;
  argument: string;
  index: number;
  value: number;
  element: number;
  component: number;
}

/** Why a divergence is infinite, by a name that other languages may translate. */
export const reasons: Readonly<Record<Exclude<ReasonName, 'none'>, string>> = {
  'outside-support': 'an outcome has positive weight in one distribution and none in the other',
  overflow: 'the divergence exceeds the largest double',
  support: 'one distribution has mass where the other has none',
  'discrete-in-continuous': 'one distribution has a density and the other has not',
  expectation: 'the tails are too heavy: the expectation of the log density diverges',
};

/**
 * The one instance of the wasm module, its memory, and the words for its numbers. Nothing else touches either.
 *
 * What Embind's and Emscripten's objects say is copied out of them: looking there costs as much as a short divergence.
 */
export class Engine {
  readonly chunk: number;
  /** Of the call that runs: the names of its outcomes, if they have any. */
  labels: string[] | undefined;
  readonly #glue: Glue;
  readonly #statuses: StatusName[];
  readonly #arguments: string[];
  readonly #methods: Method[];
  readonly #reasons: ReasonName[];
  readonly #normalizations: Record<NormalizationName, number>;
  readonly #figures: number;
  #memory: Float64Array;
  #floats: Float32Array;
  #families: ReadonlyMap<string, Family> | undefined;
  /** Where in `memory` P's and Q's arenas begin. */
  readonly pArena: number;
  readonly qArena: number;
  /** The numbers of C++'s names. */
  readonly measures: Readonly<Record<MeasureName, number>>;
  readonly forms: Readonly<Record<FormName, number>>;
  /** What no options at all ask for. */
  readonly plain: Readonly<Reading>;

  constructor(glue: Glue) {
    this.#glue = glue;
    this.chunk = glue.chunk;
    this.#statuses = namesOf(glue.Status);
    this.#arguments = namesOf(glue.Argument);
    this.#methods = namesOf(glue.Method);
    this.#reasons = namesOf(glue.Reason);
    this.#normalizations = numbersOf(glue.Normalization);
    this.measures = numbersOf(glue.Measure);
    this.forms = numbersOf(glue.Form);
    this.#memory = glue.HEAPF64;
    this.#floats = glue.HEAPF32;
    this.pArena = glue.pArena / 8;
    this.qArena = glue.qArena / 8;
    this.#figures = glue.answer / 8 + figuresOffset;
    this.plain = Object.freeze({
      form: this.forms.weights,
      normalization: this.#normalizations.strict,
      base: Math.E,
      alpha: 1,
    });
  }

  get sumTolerance(): number {
    return this.#glue.sumTolerance;
  }

  /** All families by their names, as C++ lists them. */
  get families(): ReadonlyMap<string, Family> {
    this.#families ??= describeFamilies(this.#glue);
    return this.#families;
  }

  /** The functions of C++. */
  get calls(): Glue {
    return this.#glue;
  }

  normalization(name: NormalizationName): number {
    return this.#normalizations[name];
  }

  /** The wasm memory as numbers. Not to be kept: when the heap grows, old views become empty. */
  get memory(): Float64Array {
    if (this.#memory.length === 0) this.#memory = this.#glue.HEAPF64;
    return this.#memory;
  }

  /** The same memory as floats: two where `memory` has one number. */
  get floats(): Float32Array {
    if (this.#floats.length === 0) this.#floats = this.#glue.HEAPF32;
    return this.#floats;
  }

  /** Lets go of the arrays of the last call. */
  release(): void {
    this.#glue.readChunk = this.#glue.takeContributions = () => {};
  }

  figure(index: number): number {
    return this.memory[this.#figures + index] as number;
  }

  /** `n` numbers of the wasm memory, valid for the moment. */
  view(address: number, n: number): Float64Array {
    return this.memory.subarray(address / 8, address / 8 + n);
  }

  finding(index: number): Finding {
    const finding: Finding = {
      value: this.figure(index),
      method: this.#methods[this.figure(index + 2)] as Method,
      error: this.figure(index + 1),
    };
    const reason = this.#reasons[this.figure(index + 3)];
    if (reason !== undefined && reason !== 'none') finding.reason = reasons[reason];
    if (this.figure(index + 4) >= 0) {
      finding.outcome = this.figure(index + 4);
      const label = this.labels?.[finding.outcome];
      if (label !== undefined) finding.label = label;
    }
    return finding;
  }

  /** The problem that the last call left. */
  lastProblem(): Problem {
    const at = this.#figures - figuresOffset;
    const numbers = Array.from(this.memory.subarray(at, this.#figures));
    const [status, argument, index, value, element, component] = numbers as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      code: this.#statuses[status] as Problem['code'],
      argument: this.#arguments[argument] as string,
      index,
      value,
      element,
      component,
    };
  }

  /** The problem that the last call left, as an error. `row`: of which row. */
  problem(row?: number): DivergenceError {
    const { code, argument: name, index, value } = this.lastProblem();
    const isVector = name === 'p' || name === 'q';
    const shown = isVector ? name.toUpperCase() + (row === undefined ? '' : `[${row}]`) : name;
    const label = this.labels?.[index];
    const outcome = label === undefined ? index : JSON.stringify(label);
    const place = index >= 0 ? `${shown}[${outcome}]` : shown;
    return new DivergenceError(
      code,
      messages[code]({ place, value, sumTolerance: this.sumTolerance }),
      {
        ...(name !== 'none' && { argument: name }),
        ...(index >= 0 && { index }),
        ...(label !== undefined && { label }),
        ...(row !== undefined && isVector && { row }),
        value,
        ...(code === 'sum-is-not-one' && { expected: 1, tolerance: this.sumTolerance }),
      },
    );
  }
}
