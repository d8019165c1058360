import { version } from 'kl-divergence/package.json';
import {
  type EmbeddedFigure,
  type EmbedPiece,
  formatNumber,
  frameCode,
  moduleCode,
  notebookCode,
  scriptCode,
} from '../../text/index.ts';
import { embedWords, type Lang, panelWords } from '../../words/index.ts';
import type { KlPanel } from '../panel.ts';
import { attributeOf } from '../state.ts';
import { type EmbedOptions, given } from './embed-options.ts';

/** What is to be shown elsewhere. */
export interface Shown {
  panel: KlPanel<unknown>;
  mode: string;
  /** That of the page. */
  lang: Lang;
  /** The address of the page for frames; undefined if there is none. */
  frame: string | undefined;
}

export type Way = keyof typeof embedWords.en.way;

export const WAYS = Object.keys(embedWords.en.way) as Way[];

/** What stands there without JavaScript: the numbers, or that there would be some. */
function fallback({ result }: KlPanel<unknown>, lang: Lang): string {
  if (!result) return embedWords[lang].fallback;
  const { forward, reverse, asymmetry, unit } = result;
  const said = panelWords[lang];
  const [d, r, a] = [forward, reverse, asymmetry].map(formatNumber) as [string, string, string];
  return said.spoken(d, r, a, said.units[unit]);
}

/** The code of a way in, piece by piece; none if this page does not have that way. */
export function embedCode(way: Way, shown: Shown, options: EmbedOptions): EmbedPiece[] {
  const { panel, mode, frame } = shown;
  const lang = options.lang === 'page' ? shown.lang : options.lang;
  // All of them: the figure stays what it is when defaults change, and an author sees what there is to change.
  const { fields: defaults } = panel.constructor as typeof KlPanel;
  const said = Object.entries(panel.state).filter(([name, text]) => text || defaults[name]);
  const fields = said.map(([name, text]) => ({ name, attribute: attributeOf(name), text }));
  const figure: EmbeddedFigure = {
    version,
    mode,
    fields,
    ...given(options),
    fallback: fallback(panel, lang),
  };
  switch (way) {
    case 'script':
      return scriptCode(figure);
    case 'module':
      return moduleCode(figure);
    case 'frame':
      // A frame does not know the language of the page around it.
      return frame ? frameCode({ ...figure, lang }, frame, embedWords[lang].frameTitle) : [];
    case 'notebook':
      return notebookCode(figure);
  }
}
