/** One number as it was written, and where. */
export interface Token {
  /** In half-width characters, with `-` for every minus. */
  text: string;
  start: number;
  end: number;
}

const FULL_WIDTH_OFFSET = 0xfee0; // U+FF01 … U+FF5E repeat ASCII ! … ~

const ALIASES: Record<string, string> = {
  '\u2212': '-', // minus sign: what this page prints
  '\u2013': '-', // en dash: what word processors make of a minus
  '\u200b': ' ', // zero-width space, as web pages hide it
  '、': ',',
  '【': '[',
  '】': ']',
};

/**
 * Full-width letters, digits, brackets and separators as their ASCII twins, one for one, so that
 * offsets into the result are offsets into the text.
 */
function toHalfWidth(text: string): string {
  return text.replace(
    /[\uff01-\uff5e\u2212\u2013\u200b、【】]/g,
    (c) => ALIASES[c] ?? String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}

// Every pattern below is linear: no two neighbouring repeats can match the same character.
const WORD = /[^\s,;()[\]{}]+/g;
const ASSIGNMENT = /^\s*[A-Za-z_]\w*\s*=/; //  p = [0.4, 0.6]
const CONSTRUCTOR = /^[A-Za-z_][\w.]*$/; //  array(, tensor(, np.array(, c( … when a bracket follows
const PRINTED_ARGUMENT = /^(?:dtype|device|requires_grad|grad_fn)=/; // as NumPy and PyTorch print

/**
 * The words of a text that should be numbers: separators, brackets and the names of containers
 * left out. Linear in the length of the text, and lazy, so a caller can stop at a limit.
 */
export function* tokens(text: string): Generator<Token> {
  const plain = toHalfWidth(text);
  const offset = ASSIGNMENT.exec(plain)?.[0].length ?? 0;
  for (const match of plain.slice(offset).matchAll(WORD)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    const word = match[0];
    const opensBracket = /[([{]/.test(plain.charAt(end)) && CONSTRUCTOR.test(word);
    const isLength = plain.startsWith('Array(', start - 6) && plain.charAt(end) === ')'; // Array(2) [ …
    const isNoise = opensBracket || isLength || PRINTED_ARGUMENT.test(word);
    if (!isNoise) yield { text: word, start, end };
  }
}
