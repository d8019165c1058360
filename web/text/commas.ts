/** How a text writes its numbers: with a decimal comma, with one that could be one, or without. */
export type CommaReading =
  | { commas: 'separate' | 'decimal' }
  | { commas: 'ambiguous' | 'thousands'; start: number; end: number };

const CHUNK = /[^\s;:=|&]+/g;
const NUMERIC = /^[+-]?[\d.,]+%?$/;
const ONE_COMMA = /^[+-]?\d+,\d+%?$/;
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?%?$/;
const GROUPED_BY_DOTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?%?$/;
const SURE_DECIMAL = /^[+-]?(?:0,\d+|1,0+|\d+,0\d+)%?$/;

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
  let numbers = 0;
  let words = 0;
  let points = 0;
  let unsure: { start: number; end: number } | undefined;
  let grouped: { start: number; end: number } | undefined;
  let allSure = true;
  let anySure = false;
  let allGrouped = true;
  for (const { 0: chunk, index: start } of plain.matchAll(CHUNK)) {
    const place = { start, end: start + chunk.length };
    if (!NUMERIC.test(chunk)) {
      if (/[^,],[^,]/.test(chunk)) return separate; // a,0.2
      words += 1;
      continue;
    }
    numbers += 1;
    if (!chunk.includes(',')) {
      if (chunk.includes('.')) points += 1;
      continue;
    }
    const isGrouped = GROUPED.test(chunk) || GROUPED_BY_DOTS.test(chunk);
    if (isGrouped) grouped ??= place;
    else allGrouped = false;
    if (!ONE_COMMA.test(chunk)) {
      if (!isGrouped) return separate; // 1,2,3 · 0.4,0.6 · 0.4,
      continue;
    }
    unsure ??= place;
    if (SURE_DECIMAL.test(chunk)) anySure = true;
    else allSure = false;
  }
  if (numbers < 2 && words === 0) return separate;
  if (grouped && allGrouped) return { commas: 'thousands', ...grouped };
  if (!unsure) return separate;
  if (points > 0) return { commas: 'ambiguous', ...unsure };
  const marked = plain.includes(';') || plain.includes('\t');
  if (marked || allSure || (anySure && /,0\d/.test(plain))) return { commas: 'decimal' };
  return { commas: 'ambiguous', ...unsure };
}
