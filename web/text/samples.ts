import type { Item } from './item.ts';
import { ParseError } from './parse-error.ts';
import { MAX_SAMPLES, type Reading, readText } from './read.ts';
import { labelOf } from './rows.ts';

/** What stands between two words of one observation, as it was written; undefined if they are two. */
function between(before: Item, after: Item, text: string, inCells: boolean): string | undefined {
  if (before.cell !== after.cell || before.quoted || after.quoted) return undefined;
  const gap = text.slice(before.end, after.start);
  return inCells || !/\s/.test(gap) ? gap : undefined;
}

/** A line is an observation where most lines are one word: a column of cities has New York in it. */
function isColumn({ items }: Reading): boolean {
  const rows = new Map<number, number>();
  for (const { row } of items) rows.set(row, (rows.get(row) ?? 0) + 1);
  const sizes = [...rows.values()];
  const words = items.some(({ value, quoted }) => value === undefined && !quoted);
  return words && sizes.length > 2 && 2 * sizes.filter((size) => size === 1).length > sizes.length;
}

/**
 * The observations of a text: words or numbers, each as it was written, without quotes.
 *
 * With commas, semicolons, tabs or bars between them, observations may have spaces; so they may in a
 * column of which most lines are one word.
 *
 * Fails  ParseError 'no-observation', 'counts', 'too-many', 'too-long', 'shortened' and those of commas
 *
 * @param name of the field, for the message: `P`
 */
export function parseSamples(text: string, name: string): string[] {
  const reading = readText(text, name, MAX_SAMPLES);
  const separated = new Set(reading.items.map(({ cell, row }) => cell - row)).size > 1;
  const inCells = separated || isColumn(reading);
  const samples: string[] = [];
  let last: Item | undefined;
  for (const item of reading.items) {
    if (item.key && item.quoted) {
      const { text: token, start, end } = item;
      throw new ParseError('counts', name, { token, start, end });
    }
    const gap = last && between(last, item, text, inCells);
    const word = item.quoted ? labelOf(item, text) : item.text;
    if (gap === undefined) samples.push(word);
    else samples[samples.length - 1] += gap + word;
    last = item;
  }
  if (samples.length > MAX_SAMPLES) throw new ParseError('too-many', name, { count: MAX_SAMPLES });
  if (samples.length === 0) throw new ParseError('no-observation', name);
  return samples;
}
