import temml from 'temml';
import type { Plugin } from 'vite';

const FORMULA = /<tex-math( display)?>([^<]*)<\/tex-math>/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** One formula as MathML that a browser lays out by itself. */
export function mathml(tex: string, displayMode: boolean): string {
  const source = tex.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity).trim();
  const markup = temml
    .renderToString(source, { displayMode, throwOnError: true, annotate: true })
    .replace(' style="display:block math;"', ''); // said in style.css
  // The page's content policy refuses inline styles: such a formula would be laid out wrongly.
  if (/\sstyle=/.test(markup)) throw new Error(`needs an inline style: ${source}\n${markup}`);
  return markup;
}

/**
 * `<tex-math>…</tex-math>` in the page becomes MathML when the page is built, so that a formula
 * costs no script. `<tex-math display>` stands on a line of its own.
 */
export function math(): Plugin {
  return {
    name: 'kl-math',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace(FORMULA, (_, display: string | undefined, tex: string) =>
          mathml(tex, display !== undefined),
        ),
    },
  };
}
