import { readNumber } from './number.ts';
import { ParseError } from './parse-error.ts';
import { MAX_NUMBERS, MAX_WORDS, readText, requireShort } from './read.ts';

/**
 * The numbers of a list as people paste it.
 *
 * Separators  comma, semicolon, space, tab, line break; full-width forms as well
 * Left out    brackets; `array(`, `tensor(`, `c(` …; `p =` at the start; `dtype=…` and its like
 * Numbers     0.4 · .4 · 4e-1 · 40% · 2/5 · ⅖ · inf · nan; 0,4; 0,6
 * Fails       ParseError 'unreadable', 'empty', 'too-many', 'too-long' and those of commas and groups
 *
 * @param name of the field, for the message: `P`
 */
export function parseVector(text: string, name: string): number[] {
  const { items } = readText(text, name, MAX_WORDS);
  const values: number[] = [];
  for (const [index, item] of items.entries()) {
    if (index === MAX_NUMBERS) {
      const { start, end } = item;
      throw new ParseError('too-many', name, { count: MAX_NUMBERS, index, start, end });
    }
    if (item.value === undefined || item.key) {
      const next = item.key ? items[index + 1] : undefined;
      const { start } = item;
      const { end } = next?.cell === item.cell ? next : item;
      const token = text.slice(start, end);
      throw new ParseError('unreadable', name, { index, token, start, end });
    }
    values.push(item.value);
  }
  if (values.length === 0) throw new ParseError('empty', name);
  return values;
}

const DECIMAL_COMMA = /^\s*[+-]?\d+,\d+\s*$/;

/**
 * The one number of a field.
 *
 * Fails  ParseError 'unreadable', 'empty', 'not-one' or 'too-long'
 *
 * @param name of the field, for the message: `σ of P`
 */
export function parseNumber(text: string, name: string): number {
  requireShort(text, name);
  const token = text.trim();
  if (DECIMAL_COMMA.test(text)) throw new ParseError('decimal-comma', name, { token });
  const { items } = readText(text, name, 2);
  const [first, second] = items;
  if (!first) throw new ParseError('no-number', name);
  const value = second ? undefined : readNumber(first.text);
  if (value === undefined) {
    const { start, end } = first;
    throw new ParseError(second ? 'not-one' : 'not-a-number', name, { token, start, end });
  }
  return value;
}
