import { MAX_NUMBERS, ParseError, parseVector } from '../../text/index.ts';

const INNERMOST = /[[(【]([^[\](){}【】]*)[\])】]/g;
const TWO_WORDS = /[^\s,;，；]+[\s,;，；]+[^\s,;，；]/;

/** The texts of the rows: the innermost brackets, if there are several; else the lines, if each has several numbers. */
function rowTexts(text: string): string[] {
  const groups = Array.from(text.matchAll(INNERMOST), ([, inside = '']) => inside);
  const filled = groups.filter((group) => group.trim() !== '');
  if (filled.length > 1) return filled;
  if (/[[(【]/.test(text)) return [text]; // one list, whose numbers may take several lines
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => TWO_WORDS.test(line)) ? lines : [text];
}

/**
 * The rows of numbers that a text holds.
 *
 * Throws   ParseError, which names a row's numbers as P[2][0]
 */
export function parseRows(text: string, name: string): number[][] {
  const texts = rowTexts(text);
  const only = texts.length === 1;
  const rows = texts.map((row, i) => parseVector(row, only ? name : `${name}[${i}]`));
  if (rows.reduce((total, row) => total + row.length, 0) > MAX_NUMBERS) {
    throw new ParseError('too-many', name, { count: MAX_NUMBERS });
  }
  return rows;
}
