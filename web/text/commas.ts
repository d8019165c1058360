/** How a text writes its numbers: with a decimal comma, with one that could be one, or without. */
type CommaReading =
  | { commas: 'separate' | 'decimal' }
  | { commas: 'ambiguous' | 'thousands'; start: number; end: number };

const CHUNK = /[^\s;:=|&]+/g;
const NUMERIC = /^[+-]?[\d.,]+%?$/;
const ONE_COMMA = /^[+-]?\d+,\d+%?$/;
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?%?$/;
const GROUPED_BY_POINTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?%?$/;
const SURE_DECIMAL = /^[+-]?(?:0,\d+|1,0+|\d+,0\d+)%?$/;
const SMALL_FRACTION = /,0\d/; // no list of whole numbers has 05

/**
 * Whether commas between digits, with no space after them, are decimal commas: `0,4; 0,6`.
 *
 * They separate in brackets, in lists such as `1,2,3`, and beside words (`a,0.2`). A semicolon or a
 * tab between numbers with one comma each makes them decimal; so does a fraction that no list of
 * whole numbers has, such as 0,4 in every number, or 1,05. Otherwise only the writer knows.
 */
export function readCommas(plain: string): CommaReading {
  const separate = { commas: 'separate' } as const;
  if (!/\d,\d/.test(plain) || /[([{"]/.test(plain)) return separate;
  let [numbers, words, points, wholes, sure, small] = [0, 0, 0, 0, 0, 0];
  let isListed = false;
  let groups = 0;
  let grouped: { start: number; end: number } | undefined;
  let single: { start: number; end: number } | undefined;
  for (const { 0: chunk, index: start } of plain.matchAll(CHUNK)) {
    if (!NUMERIC.test(chunk)) {
      if (/[^,],[^,]/.test(chunk)) return separate; // a,0.2
      words += 1;
      continue;
    }
    numbers += 1;
    const number = chunk.endsWith(',') ? chunk.slice(0, -1) : chunk;
    const place = { start, end: start + number.length };
    if (number !== chunk) isListed = true;
    if (!number.includes(',')) {
      if (isListed) return separate; // 0.4, 0.6
      if (number.includes('.')) points += 1;
      else wholes += 1;
      continue;
    }
    const isGrouped = GROUPED.test(number) || GROUPED_BY_POINTS.test(number);
    if (isGrouped) {
      grouped ??= place;
      groups += 1;
    }
    if (ONE_COMMA.test(number)) {
      single ??= place;
      if (SURE_DECIMAL.test(number)) sure += 1;
      if (SMALL_FRACTION.test(number)) small += 1;
    } else if (!isGrouped) return separate; // 1,2,3 · 0.4,0.6
  }
  if (numbers < 2 && words === 0) return separate;
  const commas = numbers - points - wholes;
  if (grouped && groups === commas) return { commas: 'thousands', ...grouped };
  if (!single || (isListed && wholes > 0)) return separate;
  const isMarked = plain.includes(';') || plain.includes('\t');
  const isDecimal = isMarked || sure === commas || small > 0;
  if (isDecimal && points === 0 && !isListed) return { commas: 'decimal' };
  return { commas: 'ambiguous', ...single };
}
