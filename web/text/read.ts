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
const GROUPED = /^[+-]?\d{1,3}(?:'\d{3})+/;
const THOUSANDTHS = /^\d{3}(?!\d)/;

/** Whether two numbers are groups of one: 1 234 with a thin space, or 1 034 with any. */
function areGroups(before: Item, after: Item, gap: string): boolean {
  const areNumbers = before.value !== undefined && after.value !== undefined;
  if (!areNumbers || before.quoted || after.quoted || !THOUSANDTHS.test(after.text)) return false;
  return /^[\u2009\u202f]$/.test(gap) || (/^[ \u00a0]$/.test(gap) && after.text.startsWith('0'));
}

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
  if (reading.commas === 'decimal') plain = plain.replace(/(?<=\d),(?=\d)/g, '.');
  const items = itemsOf(plain, most);
  let before: Item | undefined;
  for (const item of items) {
    const { start, end } = item;
    const token = text.slice(start, end);
    if (!item.quoted && SHORTENED.test(item.text)) {
      throw new ParseError('shortened', name, { token, start, end });
    }
    if (!item.quoted && !item.key && GROUPED.test(item.text)) {
      throw new ParseError('thousands', name, { token, start, end });
    }
    if (before && areGroups(before, item, text.slice(before.end, start))) {
      const whole = text.slice(before.start, end);
      throw new ParseError('thousands', name, { token: whole, start: before.start, end });
    }
    before = item;
  }
  return { text, items, series: cleaned.series };
}
