import type { Item } from './item.ts';

import { ParseError } from './parse-error.ts';
import { MAX_WORDS, type Reading, readTable } from './read.ts';
import { isNumber, joined, labelOf, rowsOf } from './rows.ts';

/** The two columns of a table, each as the text of a field, and the column of names beside them. */
export interface Table {
  p: string;
  q: string;
  labels?: string[];
}

const NAMES_P = /^(?:p|truth|observed|P\(.*\))$/i;
const NAMES_Q = /^(?:q|model|predicted|approximation|Q\(.*\))$/i;

function listed(items: readonly Item[]): string {
  return items.map(({ text }) => text.replace(',', '.')).join(', ');
}

interface Found {
  p: Item[];
  q: Item[];
  labels?: Item[] | undefined;
}

interface Column {
  name: string;
  items: Item[];
}

/** The two columns of numbers among some with names, and the one of texts if there is one. */
function named(columns: readonly Column[]): Found | undefined {
  const numbers = columns.filter(({ items }) => items.length > 0 && items.every(isNumber));
  const texts = columns.filter(({ items }) => items.length > 0 && !items.some(isNumber));
  const [one, two] = numbers;
  if (!one || !two || numbers.length > 2 || texts.length > 1) return undefined;
  if (numbers.length + texts.length < columns.length) return undefined;
  const [p, q] = NAMES_Q.test(one.name) ? [two, one] : [one, two];
  const [labels] = texts;
  if (labels && labels.items.length !== p.items.length) return undefined;
  return { p: p.items, q: q.items, labels: labels?.items };
}

/** `p = [0.4, 0.6]` and `q = [0.3, 0.7]`, or one JSON object with both lists. */
function namedLists(items: readonly Item[]): Found | undefined {
  const columns: Column[] = [];
  for (const item of items) {
    if (item.names) columns.push({ name: item.text, items: [] });
    else if (item.key || columns.length === 0) return undefined;
    else columns.at(-1)?.items.push(item);
  }
  return named(columns);
}

/** `[{"x": "rain", "p": 0.2, "q": 0.3}, …]`, each object with the same keys in the same order. */
function records(items: readonly Item[]): Found | undefined {
  const columns: Column[] = [];
  const rows = rowsOf(items);
  const width = rows[0]?.length ?? 0;
  for (const row of rows) {
    if (row.length !== width) return undefined;
    for (const [i, item] of row.entries()) {
      const column = columns[i >> 1];
      if (i % 2 === 1) column?.items.push(item);
      else if (!item.key || (column && column.name !== item.text)) return undefined;
      else if (!column) columns.push({ name: item.text, items: [] });
    }
  }
  // Otherwise the objects are distributions: {"rain": 0.2, "sun": 0.8}.
  const areColumns = columns.some(({ name }) => NAMES_P.test(name) || NAMES_Q.test(name));
  return rows.length > 1 && areColumns ? named(columns) : undefined;
}

/** Names that only count the rows, as pandas prints them, are none. */
function countsRows(labels: readonly Item[]): boolean {
  return (
    labels.every(({ text }, i) => text === String(i)) ||
    labels.every(({ text }, i) => text === String(i + 1))
  );
}

/** A row for P and a row for Q, each behind its name, below the names of the outcomes if there are. */
function twoRows(rows: readonly Item[][]): Found | undefined {
  const headed = rows.length === 3;
  const [one = [], two = []] = headed ? rows.slice(1) : rows;
  if (rows.length < 2 || rows.length > 3 || one.length !== two.length || one.length < 3)
    return undefined;
  if (!/^p$/i.test(one[0]?.text ?? '') || !/^q$/i.test(two[0]?.text ?? '')) return undefined;
  const [p, q] = [one.slice(1), two.slice(1)];
  if (![...p, ...q].every(isNumber)) return undefined;
  const heading = headed ? (rows[0] ?? []) : [];
  const labels = headed ? heading.slice(heading.length - p.length) : undefined;
  return labels && labels.length !== p.length ? undefined : { p, q, labels };
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
  const found = find(reading);
  if (!found) return undefined;
  const labels = found.labels?.map((label) => labelOf(label, text));
  return { p: listed(found.p), q: listed(found.q), ...(labels && { labels }) };
}

function find({ items, text }: Reading): Found | undefined {
  if (items.some(({ names }) => names)) return namedLists(items);
  if (items.some(({ key }) => key)) return records(items);
  const words = rowsOf(items);
  const rows = words.map((row) => joined(row, text));
  return twoRows(rows) ?? columns(rows, words[0] ?? [], /\t|\|/.test(text));
}

function columns(
  rows: readonly Item[][],
  words: readonly Item[],
  isMarked: boolean,
): Found | undefined {
  const [first] = rows;
  const headed = first !== undefined && rows.length > 1 && !first.some(isNumber);
  const all = headed ? rows.slice(1) : rows;
  // R and pandas print the number or the name of each row, and no heading above it.
  const heading = headed ? [first, words].find(({ length }) => fits(length, all)) : undefined;
  if (headed && !heading) return undefined;
  const counted =
    heading && all.every((row, i) => row.length === 4 && row[0]?.text === String(i + 1));
  const body = counted ? all.map((row) => row.slice(1)) : all;
  const width = body[0]?.length ?? 0;
  if (width < 2 || width > 3 || body.some((row) => row.length !== width)) return undefined;
  if (!body.every((row) => row.slice(-2).every(isNumber))) return undefined;

  const names = width === 3 ? body.map(([label]) => label as Item) : undefined;
  const areWords = names?.every((item) => !isNumber(item));
  if (names && !areWords && !headed) return undefined; // three columns of numbers
  const enough = headed || areWords || isMarked ? 2 : 3;
  if (body.length < enough) return undefined;

  const column = (fromEnd: number) => body.map((row) => row[row.length - fromEnd] as Item);
  const swapped = NAMES_Q.test(heading?.at(-2)?.text ?? '');
  const [p, q] = swapped ? [column(1), column(2)] : [column(2), column(1)];
  return { p, q, labels: names && !countsRows(names) ? names : undefined };
}

/** Whether a line of headings stands above the columns, or above all but the first. */
function fits(length: number, [row]: readonly Item[][]): boolean {
  return row?.length === length || row?.length === length + 1;
}
