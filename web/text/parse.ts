import { readNumber } from './number.ts';
import { ParseError, quote } from './parse-error.ts';
import { tokens } from './tokens.ts';

/** More outcomes than this are work for the module, not for a text field. */
export const MAX_NUMBERS = 10_000;
/** In UTF-16 units: about 1 MB, a hundred characters for each number. */
export const MAX_TEXT = 1_000_000;

function requireShort(text: string, name: string): void {
  if (text.length > MAX_TEXT) {
    throw new ParseError(
      'too-long',
      `${name} is ${text.length.toLocaleString('en')} characters long: ` +
        `a field takes at most ${MAX_TEXT.toLocaleString('en')}.`,
    );
  }
}

/**
 * The numbers of a list as people paste it.
 *
 * Separators  comma, semicolon, space, tab, line break; full-width forms as well
 * Left out    brackets; `array(`, `tensor(`, `c(` …; `p =` at the start; `dtype=…` and its like
 * Numbers     0.4 · .4 · 4e-1 · 40% · 2/5 · inf · nan
 * Fails       ParseError 'unreadable', 'empty', 'too-many' or 'too-long'
 *
 * @param name of the field, for the message: `P`
 */
export function parseVector(text: string, name: string): number[] {
  requireShort(text, name);
  const values: number[] = [];
  for (const { text: word, start, end } of tokens(text)) {
    const index = values.length;
    if (index === MAX_NUMBERS) {
      throw new ParseError(
        'too-many',
        `${name} has more than ${MAX_NUMBERS.toLocaleString('en')} numbers: ` +
          'a field takes no more; the module takes any number.',
        { index, start, end },
      );
    }
    const value = readNumber(word);
    if (value === undefined) {
      const token = text.slice(start, end);
      throw new ParseError(
        'unreadable',
        `${name}[${index}] is ${quote(token)}: ` +
          'each entry must be a number, such as 0.25, 25% or 1/4.',
        { index, token, start, end },
      );
    }
    values.push(value);
  }
  if (values.length === 0) {
    throw new ParseError(
      'empty',
      `${name} is empty: it must have a number for each outcome, such as 0.4, 0.6.`,
    );
  }
  return values;
}

const DECIMAL_COMMA = /^\s*([+-]?\d+),(\d+)\s*$/;

/**
 * The one number of a field.
 *
 * Fails  ParseError 'unreadable', 'empty', 'not-one' or 'too-long'
 *
 * @param name of the field, for the message: `σ of P`
 */
export function parseNumber(text: string, name: string): number {
  requireShort(text, name);
  const comma = DECIMAL_COMMA.exec(text);
  if (comma) {
    const token = text.trim();
    throw new ParseError(
      'not-one',
      `${name} is ${quote(token)}: the decimal point must be a dot, ${comma[1]}.${comma[2]}.`,
      { token },
    );
  }
  const [first, second] = tokens(text);
  if (!first) {
    throw new ParseError('empty', `${name} is empty: it must be a number, such as 0.5.`);
  }
  const value = second ? undefined : readNumber(first.text);
  if (value === undefined) {
    const token = text.trim();
    throw new ParseError(
      second ? 'not-one' : 'unreadable',
      `${name} is ${quote(token)}: it must be one number, such as 0.5.`,
      { token, start: first.start, end: first.end },
    );
  }
  return value;
}
