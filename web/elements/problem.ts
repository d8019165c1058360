import { DivergenceError, type ErrorCode } from '../core/index.ts';
import { ParseError } from '../text/index.ts';
import { errorWords, type Lang, textWords } from '../words/index.ts';

/** What stands at a field whose text cannot be used. */
export interface Problem {
  code: string;
  message: string;
  /** Which number of the list is at fault, from 0. */
  index?: number | undefined;
  /** Where the text at fault begins and ends. */
  start?: number | undefined;
  end?: number | undefined;
}

/** What the page calls the module's arguments: `p.scale` is `σ of P`. */
export type FieldNames = Readonly<Record<string, string>>;

/** The fields in trouble, by id, and the words in which they are told. */
export class Problems extends Map<string, Problem> {
  constructor(
    readonly lang: Lang,
    readonly names: FieldNames = {},
  ) {
    super();
  }
}

// What follows names options and functions of the module; here buttons do what they do.
const FIRST_SENTENCE = /^.*?\.(?= [A-Z]|$)/s;
/** `[1]`, `["light rain"]`, `[0][1]`. */
const ELEMENT = /^(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])*/;

/** Without the digits that only summing in binary brought: 0.9 for 0.8999999999999999. */
function shown(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(12)));
}

function divergenceText(error: DivergenceError, lang: Lang, names: FieldNames): string {
  const { code, argument = '', value, expected, tolerance } = error;
  const sentence = FIRST_SENTENCE.exec(error.message)?.[0] ?? error.message;
  // The module begins with the place, which for p.scale is P.scale.
  const named = argument.charAt(0).toUpperCase() + argument.slice(1);
  const called = names[argument] ?? named;
  const begins = sentence.startsWith(named);
  const element = begins ? (ELEMENT.exec(sentence.slice(named.length))?.[0] ?? '') : '';
  const catalogue: Record<ErrorCode, (typeof errorWords)[Lang]['empty']> = errorWords[lang];
  return catalogue[code]({
    place: called + element,
    side: named.charAt(0),
    value: shown(value),
    expected: shown(expected),
    tolerance: shown(tolerance),
    message: begins ? called + sentence.slice(named.length) : sentence,
  });
}

/** Why something cannot be used: the field, the place in it, the value and the rule, in the language of the page. */
export function explain(
  error: DivergenceError | ParseError,
  lang: Lang,
  names: FieldNames = {},
): string {
  return error instanceof ParseError
    ? textWords[lang][error.code](error.said)
    : divergenceText(error, lang, names);
}

/**
 * Runs one reading step. Its failure is noted at a field; any other error is a bug and is thrown on.
 *
 * @param place the id of the field, given the argument the failure names
 */
export function attempt<T>(
  problems: Problems,
  place: (argument: string | undefined) => string,
  step: () => T,
): T | undefined {
  try {
    return step();
  } catch (error) {
    const isDivergence = error instanceof DivergenceError;
    if (!isDivergence && !(error instanceof ParseError)) throw error;
    const { code, index } = error;
    const { start, end } = isDivergence ? {} : error;
    const id = place(isDivergence ? error.argument : undefined);
    const message = explain(error, problems.lang, problems.names);
    problems.set(id, { code, message, index, start, end });
    return undefined;
  }
}
