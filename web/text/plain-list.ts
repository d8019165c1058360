import { MAX_NUMBERS } from './read.ts';

// Linear: after a number comes a comma, a break or the end, never another digit.
const PLAIN =
  /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?(?:(?:, +|\r?\n)-?(?:\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?)*$/;
const SEPARATOR = /, +|\r?\n/;

/**
 * The numbers of a list as this page writes it, `0.4, 0.6`, or of a column; undefined for every other text, which takes the whole
 * reader. Ten thousand are read within a frame of a slow phone, at every key.
 */
export function plainNumbers(text: string): number[] | undefined {
  if (!PLAIN.test(text)) return undefined;
  const words = text.split(SEPARATOR);
  return words.length > MAX_NUMBERS ? undefined : words.map(Number);
}
