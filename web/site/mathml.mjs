// Formulas of the page and of the guides, in TeX, as MathML that a browser lays out by itself.
import temml from 'temml';

/** @param {string} tex @param {boolean} displayMode on a line of its own */
export function mathml(tex, displayMode) {
  const markup = temml
    .renderToString(tex.trim(), { displayMode, throwOnError: true, annotate: true })
    .replace(' style="display:block math;"', ''); // said in the style sheets
  // The page's content policy refuses inline styles: such a formula would be laid out wrongly.
  if (/\sstyle=/.test(markup)) throw new Error(`needs an inline style: ${tex}\n${markup}`);
  return markup;
}
