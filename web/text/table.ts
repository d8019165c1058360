import type { Item } from './items.ts';
import { joined, rowsOf } from './outcomes.ts';
import { ParseError } from './parse-error.ts';
import { MAX_WORDS, type Reading, readTable } from './read.ts';

/** The two columns of a table, each as the text of a field, and the column of names beside them. */
export interface Table {
  p: string;
  q: string;
  labels?: string[];
}

const isNumber = ({ value }: Item) => value !== undefined;
const NAMES_Q = /^(?:q|model|predicted|approximation|Q\(.*\))$/i;

function listed(items: readonly Item[]): string {
  return items.map(({ text }) => text.replace(',', '.')).join(', ');
}

/** `p = [0.4, 0.6]` and `q = [0.3, 0.7]`, or one JSON object with both lists. */
function namedLists({ items }: Reading): Table | undefined {
  const starts = items.flatMap(({ names }, i) => (names ? [i] : []));
  const [first, second] = starts;
  if (first !== 0 || second === undefined || starts.length !== 2) return undefined;
  const [one, two] = [items.slice(1, second), items.slice(second + 1)];
  if (one.length === 0 || ![...one, ...two].every(isNumber)) return undefined;
  const swapped = NAMES_Q.test(items[0]?.text ?? '');
  const [p, q] = swapped ? [two, one] : [one, two];
  return { p: listed(p), q: listed(q) };
}

/** Names that only count the rows, as pandas prints them, are none. */
function countsRows(labels: readonly Item[]): boolean {
  return (
    labels.every(({ text }, i) => text === String(i)) ||
    labels.every(({ text }, i) => text === String(i + 1))
  );
}

/** A row for P and a row for Q, each behind its name, below the names of the outcomes if there are. */
function twoRows(rows: readonly Item[][]): Table | undefined {
  const headed = rows.length === 3;
  const [one = [], two = []] = headed ? rows.slice(1) : rows;
  if (rows.length < 2 || rows.length > 3 || one.length !== two.length || one.length < 2)
    return undefined;
  if (!/^p$/i.test(one[0]?.text ?? '') || !/^q$/i.test(two[0]?.text ?? '')) return undefined;
  const [p, q] = [one.slice(1), two.slice(1)];
  if (![...p, ...q].every(isNumber)) return undefined;
  const heading = headed ? (rows[0] ?? []) : [];
  const labels = heading.slice(heading.length - p.length).map(({ text }) => text);
  if (headed && labels.length !== p.length) return undefined;
  return { p: listed(p), q: listed(q), ...(headed && { labels }) };
}

/**
 * The two columns of a table copied from a spreadsheet, a CSV file, a data frame or a page, with or
 * without headings and a column of names; also two lists with names. Undefined for every other text,
 * and where it cannot be known whether numbers are columns or rows: two lines of two numbers
 * without tabs, bars, headings or names.
 *
 * The column headed q or model is Q, wherever it stands.
 */
export function parseTable(text: string): Table | undefined {
  let reading: Reading;
  try {
    reading = readTable(text, '', MAX_WORDS);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
  if (reading.items.length > MAX_WORDS) return undefined;
  if (reading.items.some(({ key }) => key)) return namedLists(reading);
  const rows = rowsOf(reading.items).map((row) => joined(row, text));
  return twoRows(rows) ?? columns(rows, /\t|\|/.test(text));
}

function columns(rows: readonly Item[][], marked: boolean): Table | undefined {
  const [first] = rows;
  const headed = first !== undefined && rows.length > 1 && !first.some(isNumber);
  const body = headed ? rows.slice(1) : rows;
  const width = body[0]?.length ?? 0;
  if (width < 2 || width > 3 || body.some((row) => row.length !== width)) return undefined;
  if (headed && first.length !== width && first.length !== width - 1) return undefined;
  if (!body.every((row) => row.slice(-2).every(isNumber))) return undefined;

  const names = width === 3 ? body.map(([label]) => label as Item) : undefined;
  const named = names?.every((item) => !isNumber(item));
  if (names && !named && !headed) return undefined; // three columns of numbers
  const enough = headed || named || marked ? 2 : 3;
  if (body.length < enough) return undefined;

  const column = (fromEnd: number) => body.map((row) => row[row.length - fromEnd] as Item);
  const swapped = headed && NAMES_Q.test(first.at(-2)?.text ?? '');
  const [p, q] = swapped ? [column(1), column(2)] : [column(2), column(1)];
  const labels = names && !countsRows(names) ? names.map(({ text }) => text) : undefined;
  return { p: listed(p), q: listed(q), ...(labels && { labels }) };
}

/** A table without names: its two columns. */
export function parseColumns(text: string): Pick<Table, 'p' | 'q'> | undefined {
  const table = parseTable(text);
  return table?.labels ? undefined : table;
}
