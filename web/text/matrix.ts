import { toPlain } from './characters.ts';
import type { Item } from './item.ts';
import { ParseError } from './parse-error.ts';
import { readText } from './read.ts';

const R_HEADS = /\[(?:,\s?\d+|\d+,)\]/g; // [,1] above a column and [1,] before a row, as R prints
const R_ARGUMENTS = /\b(?:nrow|ncol|byrow)\s*=\s*\w+/g;
const LATEX = /\\(?:begin|end)\s*\{[^{}]*\}|\\(?:left|right)\b/g;
const LATEX_LINE = /\\\\/g;

/** Without what only programs that print matrices write; of the same length, so that places stay. */
function withoutHeads(text: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  return text
    .replace(R_HEADS, blank)
    .replace(R_ARGUMENTS, blank)
    .replace(LATEX, blank)
    .replace(LATEX_LINE, '\n\n');
}

/** Lines or inner brackets are rows; semicolons as well, in brackets or in a single line, as MATLAB and Julia have them. */
function rowsOf(text: string, items: readonly Item[]): Item[][] {
  const semicolons = /[[({]/.test(text) || !/[\r\n]/.test(text.trim());
  const rows: Item[][] = [];
  let before: Item | undefined;
  for (const item of items) {
    const apart = before && semicolons && text.slice(before.end, item.start).includes(';');
    if (!before || before.row !== item.row || apart) rows.push([]);
    rows.at(-1)?.push(item);
    before = item;
  }
  return rows;
}

/** pandas prints names of columns above and of rows before the numbers. */
function withoutNames(rows: Item[][]): Item[][] {
  const [names, ...body] = rows;
  const isPrint =
    names && body.length === names.length && body.every((row) => row.length === names.length + 1);
  return isPrint ? body.map((row) => row.slice(1)) : rows;
}

/** All numbers of a square matrix in one list, as `matrix(c(…))` has them. */
function squared(rows: Item[][]): Item[][] {
  const [all] = rows;
  const n = Math.sqrt(all?.length ?? 0);
  if (rows.length !== 1 || !all || !Number.isInteger(n)) return rows;
  return Array.from({ length: n }, (_, i) => all.slice(i * n, (i + 1) * n));
}

function read(text: string, name: string): number[][] {
  const { items } = readText(text, name);
  if (items.length === 0) throw new ParseError('no-number', name);
  return squared(withoutNames(rowsOf(text, items))).map((row, i) =>
    row.map(({ value, start, end }, index) => {
      if (value !== undefined) return value;
      const token = text.slice(start, end);
      throw new ParseError('unreadable', `${name}[${i}]`, { index, token, start, end });
    }),
  );
}

const isSquare = (rows: readonly (readonly number[])[]) =>
  rows.every((row) => row.length === rows.length);

/**
 * The rows of a matrix as people paste it; they need not be of one length, whoever asks must look.
 *
 * Rows     lines, inner brackets, semicolons in brackets; the numbers of one list, if they are a square's
 * Left out as of `parseVector`; R's `[1,]` and `[,1]`, names of rows and columns of pandas, LaTeX's commands
 * Fails    ParseError as `parseVector`
 *
 * A comma that could be a decimal one, as in `1,0`, is one where that makes the matrix square, else it separates.
 *
 * @param name of the field, for the message: `Σ of P`
 */
export function parseMatrix(text: string, name: string): number[][] {
  const plain = withoutHeads(toPlain(text));
  const separated = () => read(plain.replaceAll(',', ', '), name);
  try {
    const rows = read(plain, name);
    if (isSquare(rows) || !plain.includes(',')) return rows;
    const others = separated();
    return isSquare(others) ? others : rows;
  } catch (error) {
    if (error instanceof ParseError && error.code === 'ambiguous-comma') return separated();
    throw error;
  }
}

/** A matrix as a field holds it: a line a row. */
export function matrixText(rows: readonly ArrayLike<number>[]): string {
  return rows.map((row) => Array.from(row, String).join(', ')).join('\n');
}
