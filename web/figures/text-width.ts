const LETTER = 6.6; // px: the mean at 12 px
const WIDE = 12; // px: a Chinese character, an ellipsis

/** About how wide a text in a figure is, in pixels. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    width += code > 0x2e7f || letter === '…' ? WIDE : LETTER;
  }
  return width;
}
