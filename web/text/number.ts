// Linear: after \d+ comes a dot, an e or the end, never another digit.
const DECIMAL = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:e([+-]?\d{1,9}))?$/i;
const INFINITE = /^([+-]?)(?:inf|infinity|∞)$/i;
const NOT_A_NUMBER = /^[+-]?nan$/i;
const VULGAR = /^([+-]?)([¼-¾⅐-⅞↉])(%?)$/;

/** The double nearest to a decimal times 10^shift, rounded once; undefined if it is no decimal. */
function decimal(text: string, shift = 0): number | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  return Number(`${match[1]}e${Number(match[2] ?? 0) + shift}`);
}

/**
 * The number a word stands for: a decimal, a percentage, a fraction (1/3, Julia's 1//3, ⅓), or a
 * fraction in percent; undefined if it stands for none. The words for infinity and not-a-number are
 * read as such, so that the check which refuses them can name their place.
 */
export function readNumber(word: string): number | undefined {
  if (NOT_A_NUMBER.test(word)) return Number.NaN;
  const infinite = INFINITE.exec(word);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  const vulgar = VULGAR.exec(word);
  if (vulgar) {
    const [, sign, fraction = '', percent] = vulgar;
    return readNumber(`${sign}${fraction.normalize('NFKD').replace('\u2044', '/')}${percent}`);
  }

  const percent = word.endsWith('%');
  const body = percent ? word.slice(0, -1) : word;
  const slash = body.indexOf('/');
  const shift = percent ? -2 : 0; // in the exponent, so that 12.3% is the double nearest to 0.123
  if (slash < 0) return decimal(body, shift);

  const numerator = decimal(body.slice(0, slash), shift);
  const denominator = decimal(body.slice(slash + (body[slash + 1] === '/' ? 2 : 1)));
  return numerator === undefined || denominator === undefined ? undefined : numerator / denominator;
}
