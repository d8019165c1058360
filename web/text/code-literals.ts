/** What a snippet of any language is made from: numbers, lists, names. */

/** Columns, after which a list goes on in the next line. */
const LINE = 80;

/** How a language writes what is no decimal, and a list. */
export interface Notation {
  infinity: string;
  open: string;
  close: string;
  comment: string;
}

export const PYTHON: Notation = { infinity: 'math.inf', open: '[', close: ']', comment: '#' };
export const R: Notation = { infinity: 'Inf', open: 'c(', close: ')', comment: '#' };
export const JULIA: Notation = { infinity: 'Inf', open: '[', close: ']', comment: '#' };
export const JAVASCRIPT: Notation = { infinity: 'Infinity', open: '[', close: ']', comment: '//' };

/**
 * The number in the fewest digits that give the same double back.
 *
 * Edges  from 1e15 on with an exponent: whole numbers without one overflow the integers of some languages
 */
export function literal(x: number, { infinity }: Notation): string {
  if (Math.abs(x) === Infinity) return x < 0 ? `-${infinity}` : infinity;
  return Math.abs(x) >= 1e15 ? x.toExponential().replace('e+', 'e') : String(x);
}

/** Words with commas between them, in lines of about `LINE` columns. */
function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + word.length + 2 > LINE) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : `, ${word}`;
  }
  return [...lines, line];
}

/** A list of numbers, in as many lines as it takes. */
export function list(numbers: ArrayLike<number>, notation: Notation): string {
  const lines = wrapped(Array.from(numbers, (x) => literal(x, notation)));
  const { open, close } = notation;
  return lines.length > 1
    ? `${open}\n  ${lines.join(',\n  ')}\n${close}`
    : `${open}${lines[0]}${close}`;
}

/** Text in double quotes, in which nothing ends a line, the quotes, or a comment. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A comment that names the outcomes, if they have names. */
export function outcomesLine(
  labels: readonly string[] | undefined,
  { comment }: Notation,
): string[] {
  return labels ? [`${comment} outcomes: ${labels.map(quoted).join(', ')}`] : [];
}

export function codeOf(lines: readonly (string | readonly string[])[]): string {
  return lines.flat().join('\n');
}
