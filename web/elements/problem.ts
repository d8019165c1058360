import { DivergenceError } from '../core/index.ts';
import { ParseError } from '../text/index.ts';

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

/** The fields in trouble, by id. */
export type Problems = Map<string, Problem>;

// What follows names options of the module; here buttons do what they do.
const FIRST_SENTENCE = /^.*?\.(?= [A-Z]|$)/s;

function inEnglish({ message }: DivergenceError | ParseError): string {
  return FIRST_SENTENCE.exec(message)?.[0] ?? message;
}

/**
 * Runs one reading step. Its failure is noted at a field; any other error is a bug and is thrown on.
 *
 * @param place the id of the field, given the argument the failure names
 * @param say what stands at the field; the first sentence of the message, if not given
 */
export function attempt<T>(
  problems: Problems,
  place: (argument: string | undefined) => string,
  step: () => T,
  say: (error: DivergenceError | ParseError) => string = inEnglish,
): T | undefined {
  try {
    return step();
  } catch (error) {
    const isDivergence = error instanceof DivergenceError;
    if (!isDivergence && !(error instanceof ParseError)) throw error;
    const { code, index } = error;
    const { start, end } = isDivergence ? {} : error;
    const id = place(isDivergence ? error.argument : undefined);
    problems.set(id, { code, message: say(error), index, start, end });
    return undefined;
  }
}
