import { DivergenceError } from '../core/index.ts';
import { ParseError } from '../text/index.ts';

/** What stands at a field whose text cannot be used. */
export interface Problem {
  code: string;
  message: string;
}

/** The fields in trouble, by id. */
export type Problems = Map<string, Problem>;

// What follows names options of the module; here buttons do what they do.
const FIRST_SENTENCE = /^.*?\.(?= [A-Z]|$)/s;

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
    if (error instanceof DivergenceError) {
      const { argument, code, message } = error;
      problems.set(place(argument), {
        code,
        message: FIRST_SENTENCE.exec(message)?.[0] ?? message,
      });
    } else if (error instanceof ParseError) {
      problems.set(place(undefined), { code: error.code, message: error.message });
    } else {
      throw error;
    }
    return undefined;
  }
}
