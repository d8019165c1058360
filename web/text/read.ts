import { toPlain } from './characters.ts';
import { readCommas } from './commas.ts';
import type { Item } from './item.ts';
import { itemsOf } from './items.ts';
import { withoutNoise } from './noise.ts';
import { ParseError } from './parse-error.ts';

/** More outcomes than this are work for the module, not for a text field. */
export const MAX_NUMBERS = 10_000;
/** In UTF-16 units: about 1 MB, a hundred characters for each number. */
export const MAX_TEXT = 1_000_000;

/** Observations are counted, so that more of them are no more work for the page. */
export const MAX_SAMPLES = 100_000;
/** With labels, and with the keys of JSON, eight words make an outcome at most. */
export const MAX_WORDS = 8 * MAX_NUMBERS;

export interface Reading {
  /** As it was written, for errors. */
  text: string;
  items: Item[];
  /** pandas printed a series: its first column is the index. */
  series: boolean;
}

const SHORTENED = /^(?:\.{3,}|…|⋮|\[\d+)$/;
const GROUPED = /\d[\u2009\u202f']\d{3}(?!\d)|\d[ \u00a0]0\d\d(?![\d.,])/; // 1 234 with a plain space may be two

export function requireShort(text: string, name: string): void {
  if (text.length > MAX_TEXT) throw new ParseError('too-long', name, { count: text.length });
}

/** `P =`, `const p =`, `{"p": […]}`: the name of the whole list is not a part of it. */
function withoutName(items: Item[]): Item[] {
  const [first, ...others] = items;
  if (!first?.key) return items;
  if (first.names) return others.some(({ names }) => names) ? items : others;
  if (others.some(({ key }) => key)) return items;
  const isName = /^[pq]$/i.test(first.text) || (first.key !== ':' && others.length > 1);
  return isName ? others : items;
}

/**
 * The words of a text, without what programs print around them.
 *
 * Fails  ParseError 'too-long', 'ambiguous-comma', 'thousands' or 'shortened'
 */
export function readText(text: string, name: string, most?: number): Reading {
  const reading = readTable(text, name, most);
  return { ...reading, items: withoutName(reading.items) };
}

/** The same, with the names of lists left in. */
export function readTable(text: string, name = '', most?: number): Reading {
  requireShort(text, name);
  const cleaned = withoutNoise(toPlain(text));
  let plain = cleaned.text;
  const reading = readCommas(plain);
  if ('start' in reading) {
    const { start, end } = reading;
    const code = reading.commas === 'thousands' ? 'thousands' : 'ambiguous-comma';
    throw new ParseError(code, name, { token: text.slice(start, end), start, end });
  }
  const grouped = GROUPED.exec(plain);
  if (grouped) {
    const [token] = grouped;
    const start = grouped.index;
    throw new ParseError('thousands', name, { token, start, end: start + token.length });
  }
  if (reading.commas === 'decimal') plain = plain.replace(/(?<=\d),(?=\d)/g, '.');
  const items = itemsOf(plain, most);
  for (const { text: word, start, end, quoted } of items) {
    if (!quoted && SHORTENED.test(word)) {
      throw new ParseError('shortened', name, { token: text.slice(start, end), start, end });
    }
  }
  return { text, items, series: cleaned.series };
}
