import { type ParseSaid, textWords } from '../words/index.ts';

/** Why a text could not be read. Named once here; the page chooses its mend by it. */
export type ParseErrorCode = keyof (typeof textWords)['en'];

interface ParseErrorPlace extends Omit<ParseSaid, 'name'> {
  /** Where that text begins in the field, in UTF-16 units. */
  start?: number;
  /** Where it ends. */
  end?: number;
}

/** A text that is not the numbers it should be. The message names field, place, text and rule. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly code: ParseErrorCode;
  /** With it `textWords` says the same in another language. */
  readonly said: ParseSaid;
  readonly index: number | undefined;
  readonly token: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;

  constructor(code: ParseErrorCode, name: string, place: ParseErrorPlace = {}) {
    const { index, token, count, start, end } = place;
    const said = {
      name,
      ...(index !== undefined && { index }),
      ...(token !== undefined && { token }),
      ...(count !== undefined && { count }),
    };
    super(textWords.en[code](said));
    this.code = code;
    this.said = said;
    this.index = index;
    this.token = token;
    this.start = start;
    this.end = end;
  }
}
