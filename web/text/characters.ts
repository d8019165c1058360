const FULL_WIDTH_OFFSET = 0xfee0; // U+FF01 … U+FF5E repeat ASCII ! … ~

const ALIASES: Record<string, string> = {
  '\u2212': '-', // minus sign: what this page prints
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-', // en dash: what word processors make of a minus
  '\u2044': '/', // fraction slash
  '\u2215': '/',
  '\u200b': ' ', // zero-width space, as web pages hide it
  '\u200e': ' ', // the marks of direction that spreadsheets and messengers add
  '\u200f': ' ',
  '\u2060': ' ',
  '、': ',',
  '。': ' ',
  '【': '[',
  '】': ']',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '「': '"',
  '」': '"',
  '\u2018': "'",
  '\u2019': "'",
};

/**
 * Full-width letters, digits, brackets and separators as their ASCII twins, typographic quotes and
 * minus signs as plain ones, one for one, so that offsets into the result are offsets into the text.
 */
export function toPlain(text: string): string {
  // 0。8 is what a Chinese keyboard makes of 0.8; elsewhere it ends a sentence.
  return text
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(
      /[\uff01-\uff5e\u2010\u2011\u2212\u2013\u2044\u2215\u200b\u200e\u200f\u2060、。【】\u201c-\u201e\u2018\u2019\u00ab\u00bb「」]/g,
      (c) => ALIASES[c] ?? String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET),
    );
}
