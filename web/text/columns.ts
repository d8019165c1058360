import { readNumber } from './number.ts';
import { MAX_TEXT } from './parse.ts';
import { tokens } from './tokens.ts';

/** The two columns of a table, each as the text of a field. */
export interface Columns {
  p: string;
  q: string;
}

function isNumber(word: string): boolean {
  return readNumber(word) !== undefined;
}

/**
 * Two columns copied from a spreadsheet or a file, with or without a line of headings;
 * undefined for every other text.
 *
 * Every line has exactly two numbers, and there are three lines or a tab in each of two. Two lines
 * of two numbers without tabs could as well be one row of P and one of Q, so they are not guessed.
 */
export function parseColumns(text: string): Columns | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const rows = lines.map((line) => Array.from(tokens(line), (token) => token.text));
  const headed = rows[0]?.length === 2 && !rows[0].some(isNumber);
  const body = headed ? rows.slice(1) : rows;
  const tabbed = lines.every((line) => line.includes('\t'));
  if (body.length < (tabbed ? 2 : 3)) return undefined;

  const p: string[] = [];
  const q: string[] = [];
  for (const row of body) {
    const [left, right] = row;
    if (row.length !== 2 || left === undefined || right === undefined) return undefined;
    if (!isNumber(left) || !isNumber(right)) return undefined;
    p.push(left);
    q.push(right);
  }
  return { p: p.join(', '), q: q.join(', ') };
}
