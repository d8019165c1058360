/** Why a text could not be read as numbers. Named once here; the page chooses its mend by it. */
export type ParseErrorCode = 'unreadable' | 'empty' | 'too-many' | 'too-long' | 'not-one';

export interface ParseErrorPlace {
  /** Which number of the list, from 0, as in `P[1]`. */
  index?: number;
  /** The text that could not be read, as it was written. */
  token?: string;
  /** Where that text begins in the field, in UTF-16 units. */
  start?: number;
  /** Where it ends. */
  end?: number;
}

/** A text that is not the numbers it should be. The message names field, place, text and rule. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly code: ParseErrorCode;
  readonly index: number | undefined;
  readonly token: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;

  constructor(code: ParseErrorCode, message: string, place: ParseErrorPlace = {}) {
    super(message);
    this.code = code;
    this.index = place.index;
    this.token = place.token;
    this.start = place.start;
    this.end = place.end;
  }
}

const LONGEST_QUOTE = 24;

/** A piece of the user's text, in quotes and short enough for a sentence. */
export function quote(token: string): string {
  // By code points, so that a surrogate pair is never cut in two.
  const start = Array.from(token.slice(0, 2 * LONGEST_QUOTE + 2));
  const short = start.length > LONGEST_QUOTE ? `${start.slice(0, LONGEST_QUOTE).join('')}…` : token;
  return `“${short}”`;
}
