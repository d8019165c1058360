import type { Plugin } from 'vite';
import { mathml } from './mathml.mjs';

const FORMULA = /<tex-math( display)?>([^<]*)<\/tex-math>/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

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
          mathml(
            tex.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity),
            display !== undefined,
          ),
        ),
    },
  };
}
